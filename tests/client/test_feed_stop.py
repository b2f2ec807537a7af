"""How a feed reader ends: at once, completely, and never by swallowing a bug."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from branch.client.feed_reader import FeedReader
from branch.client.responses import BadAnswer
from branch.contract.answers.feed_events import BoardEvent
from tests.client.feed_script import Feed, event, sends_and_stays
from tests.client.raw import Peer, Request, raw_server
from tests.client.recorder import TOKEN, Recorder, reading
from tests.harness.waiting import until


def reader_of(url: str, told: Recorder, **options: Any) -> FeedReader:
    """A reader that is not started yet."""
    return FeedReader(url, TOKEN, **{**told.callbacks, **options})


class TestStop:
    """`stop` returns at once, whatever the thread is doing, and then the thread is gone."""

    def stop(self, reader: FeedReader) -> None:
        began = time.monotonic()
        reader.stop()
        assert time.monotonic() - began < 0.5  # 50 ms are promised; the machine may be busy
        assert reader.join(1)

    def test_while_it_reads(self) -> None:
        with raw_server(Feed(sends_and_stays(event(1)))) as server, reading(server.url) as (reader, told):
            told.wait_for(lambda: told.rows == [1])
            self.stop(reader)
            assert told.ways == ["connecting", "live"]

    def test_while_it_waits_for_an_answer(self) -> None:
        def silent(peer: Peer) -> None:
            peer.request()
            peer.until_gone()

        with raw_server(silent) as server, reading(server.url) as (reader, told):
            until(lambda: server.seen)
            self.stop(reader)
            assert told.ways == ["connecting"]

    def test_while_it_connects(self, swallowing_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("branch.client.feed_stream.CONNECT_S", 60.0)
        with reading(swallowing_address) as (reader, _):
            time.sleep(0.1)  # nobody can tell from outside that a connect has begun
            self.stop(reader)

    def test_while_it_pauses(self) -> None:
        def no(peer: Peer) -> None:
            peer.request()
            peer.problem(401, "unauthorized")

        with raw_server(no) as server, reading(server.url, refused_pause=60) as (reader, told):
            told.wait_for(lambda: "refused" in told.ways)
            self.stop(reader)

    def test_from_a_callback(self) -> None:
        readers: list[FeedReader] = []
        feed = Feed(sends_and_stays(event(1) + event(2)))
        with raw_server(feed) as server:
            told = Recorder()

            def on_event(got: BoardEvent) -> None:
                told.callbacks["on_event"](got)
                readers[0].stop()

            readers.append(reader_of(server.url, told, on_event=on_event))
            readers[0].start()
            assert readers[0].join(5)
            assert told.rows == [1]

    def test_twice_and_before_it_began(self) -> None:
        with raw_server(Feed(sends_and_stays())) as server:
            reader = reader_of(server.url, Recorder())
            reader.stop()
            reader.stop()
            reader.start()
            assert reader.join(5)
            assert not server.seen


def test_what_a_callback_raises_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    surfaced: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", surfaced.append)

    def fails(_: BoardEvent) -> None:
        raise BadAnswer("a bug that looks like trouble with the line")

    with raw_server(Feed(sends_and_stays(event(1)))) as server:
        with reading(server.url, on_event=fails) as (reader, _):
            assert reader.join(5)
        assert server.connections == 1
    assert [args.exc_type for args in surfaced] == [BadAnswer]


def test_no_line_is_left_open() -> None:
    gone = threading.Event()

    def stays(peer: Peer, _: Request) -> None:
        peer.stream(event(1))
        peer.until_gone()
        gone.set()

    with raw_server(Feed(stays)) as server, reading(server.url) as (reader, told):
        told.wait_for(lambda: told.rows == [1])
        reader.stop()
        assert gone.wait(5)
