"""The feed over lines that misbehave, served byte by byte."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from branch.client.responses import BadAnswer, Unauthorized
from tests.client.feed_script import Feed, Stream, counts, event, refuses, resets, sends, sends_and_stays
from tests.client.raw import Peer, Request, raw_server
from tests.client.recorder import reading
from tests.harness.waiting import until


def test_a_snapshot_and_what_comes_after_it() -> None:
    feed = Feed(sends_and_stays(b": welcome\n\n", event(8), counts(8), event(9)), seqs=(7,))
    with raw_server(feed) as server, reading(server.url) as (reader, told):
        told.wait_for(lambda: told.rows == [8, 9])
        assert [e["type"] for e in told.events] == ["TicketIssued", "QueuesChanged", "TicketIssued"]
        assert told.ways == ["connecting", "live"]
        assert [s["seq"] for s in told.snapshots] == [7]
        assert feed.after == ["7"]
        assert reader.trouble is None
        assert server.seen[-1].headers["accept"] == "text/event-stream"


def test_the_counter_is_asked_for_in_both() -> None:
    feed = Feed(sends_and_stays(counts(0)))
    with raw_server(feed) as server, reading(server.url, counter=3) as (_, told):
        told.wait_for(lambda: told.events)
        assert [r.query["counter"] for r in server.seen] == ["3", "3"]


def test_a_cut_in_the_middle_of_a_line_loses_and_repeats_nothing() -> None:
    whole = event(1) + event(2)
    for at in (1, len(event(1)) - 1, len(event(1)), len(event(1)) + 5, len(whole) - 1):
        rest = event(1) + event(2) + event(3)  # the service repeats more than it has to
        feed = Feed(sends(whole[:at]), sends_and_stays(rest))
        with raw_server(feed) as server, reading(server.url) as (_, told):
            told.wait_for(lambda told=told: 3 in told.rows)  # type: ignore[misc]  # bound to this round
            assert told.rows == [1, 2, 3], at
            assert len(told.snapshots) == 1


def test_duplicates_are_dropped_and_events_without_a_number_are_not() -> None:
    feed = Feed(
        sends(event(1), event(2), counts(2)), sends_and_stays(event(1), event(2), counts(2), event(3))
    )
    with raw_server(feed) as server, reading(server.url) as (_, told):
        told.wait_for(lambda: told.rows == [1, 2, 3])
        assert [e["seq"] for e in told.events] == [1, 2, 2, 2, 3]
        assert feed.after == ["0", "2"]


def test_a_reset_connection_is_resumed() -> None:
    # What was sent right before a reset may or may not have arrived.
    feed = Feed(resets(event(1)), sends_and_stays(event(1), event(2)))
    with raw_server(feed) as server, reading(server.url) as (_, told):
        told.wait_for(lambda: told.rows == [1, 2])
        assert told.ways == ["connecting", "live", "lost", "live"]


def test_crlf_split_anywhere() -> None:
    text = (event(1) + event(2)).replace(b"\n", b"\r\n")
    feed = Feed(sends_and_stays(*(text[i : i + 1] for i in range(len(text)))))
    with raw_server(feed) as server, reading(server.url) as (_, told):
        told.wait_for(lambda: told.rows == [1, 2])


def test_reset_is_a_new_snapshot_and_no_loss() -> None:
    reset = b'event: reset\ndata: {"type": "reset", "seq": 9}\n\n'
    feed = Feed(sends(event(1), reset), sends_and_stays(event(10)), seqs=(0, 9))
    with raw_server(feed) as server, reading(server.url) as (_, told):
        told.wait_for(lambda: told.rows == [1, 10])
        assert [s["seq"] for s in told.snapshots] == [0, 9]
        assert feed.after == ["0", "9"]
        assert told.ways == ["connecting", "live"]


def test_another_journal_is_a_new_snapshot() -> None:
    """A backup was put back: the numbers go on, but they are of another history."""
    feed = Feed(sends(event(1)), sends_and_stays(event(2)), sends_and_stays(event(7)), journals=("j1", "j2"))
    with raw_server(feed) as server, reading(server.url) as (_, told):
        told.wait_for(lambda: 7 in told.rows)
        assert [s["journal"] for s in told.snapshots] == ["j1", "j2"]
        assert told.rows == [1, 7]


@pytest.mark.parametrize(
    "nonsense",
    [
        sends(b"id: 1\ndata: {\n\n"),
        sends(b"id: 1\ndata: [1]\n\n"),
        sends(b"id: x\ndata: {}\n\n"),
        sends(b"data: " + b"x" * 1_100_000),
        lambda peer, _: peer.answer(200, {"not": "a feed"}),
    ],
)
def test_nonsense_is_skipped_by_a_new_snapshot(nonsense: Stream) -> None:
    feed = Feed(nonsense, sends_and_stays(event(2)))
    with raw_server(feed) as server, reading(server.url) as (_, told):
        told.wait_for(lambda: told.rows == [2])
        assert len(told.snapshots) == 2


def test_a_silent_line_is_lost_since_it_was_last_heard_of() -> None:
    feed = Feed(sends_and_stays(event(1)), sends_and_stays(event(2)))
    begin = time.time() * 1000
    with raw_server(feed) as server, reading(server.url, heartbeat=0.1) as (_, told):
        told.until_live(2)
        (_, _), (_, live), (state, since), *_ = told.states
        assert state == "lost"
        assert begin - 2 <= live <= since
        # It was noticed three heartbeats (300 ms) after it was heard of for the last time.
        assert told.states[3][1] - since >= 290


def test_heartbeats_keep_it_alive() -> None:
    def beats(peer: Peer, _: Request) -> None:
        peer.stream()
        for _beat in range(12):
            peer.send(b": heartbeat\n\n")
            time.sleep(0.05)  # the service's pace
        peer.send(event(1))
        peer.until_gone()

    with raw_server(Feed(beats)) as server, reading(server.url, heartbeat=0.1) as (_, told):
        told.wait_for(lambda: told.rows == [1])
        assert told.ways == ["connecting", "live"]


def test_a_head_that_trickles_is_given_up() -> None:
    def trickles(peer: Peer, _: Request) -> None:
        peer.send(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            peer.send(b"x")
            time.sleep(0.02)  # each byte is in time, the head never is

    feed = Feed(trickles, sends_and_stays(event(1)))
    with raw_server(feed) as server, reading(server.url, heartbeat=0.1) as (_, told):
        told.wait_for(lambda: told.rows == [1])


def test_it_waits_for_a_service_that_is_not_there_yet() -> None:
    with raw_server(lambda peer: peer.close()) as server, reading(server.url) as (reader, told):
        until(lambda: server.connections >= 3)
        assert told.ways == ["connecting"]
        assert reader.trouble is not None
        server.scripts = (Feed(sends_and_stays(event(1))),)
        told.wait_for(lambda: told.rows == [1])
        assert told.ways == ["connecting", "live"]


def test_the_first_retry_is_at_once_and_the_next_ones_wait() -> None:
    times: list[float] = []

    def drops(peer: Peer) -> None:
        times.append(time.monotonic())

    with raw_server(drops) as server, reading(server.url):
        until(lambda: server.connections >= 4)
    pauses = [b - a for a, b in pairwise(times)]
    assert pauses[0] < 0.1
    assert 0.1 < pauses[1] < 0.35
    assert 0.2 < pauses[2] < 0.6


def test_a_service_that_only_says_reset_is_not_asked_all_the_time() -> None:
    feed = Feed(sends(b"event: reset\ndata: {}\n\n"))
    with raw_server(feed) as server, reading(server.url) as (_, told):
        told.wait_for(lambda: len(told.snapshots) >= 3)
        time.sleep(0.1)  # some time in which it might be asked
        assert len(told.snapshots) <= 4


def test_a_token_that_is_not_known() -> None:
    def no(peer: Peer) -> None:
        peer.request()
        peer.problem(401, "unauthorized")

    with raw_server(no) as server, reading(server.url, refused_pause=0.2) as (reader, told):
        told.wait_for(lambda: "refused" in told.ways)
        assert isinstance(reader.trouble, Unauthorized)
        began = time.monotonic()
        until(lambda: server.connections >= 3)
        assert time.monotonic() - began > 0.15
        assert told.ways == ["connecting", "refused"]
        server.scripts = (Feed(sends_and_stays(event(1))),)  # somebody has made the token
        told.until_live()
        assert told.ways == ["connecting", "refused", "live"]


def test_a_token_that_is_taken_back() -> None:
    feed = Feed(sends(event(1)), refuses(401, "unauthorized"), sends_and_stays(event(2)))
    with raw_server(feed) as server, reading(server.url, refused_pause=0.05) as (_, told):
        told.wait_for(lambda: told.rows == [1, 2])
        assert told.ways == ["connecting", "live", "lost", "refused", "live"]


def test_a_counter_that_does_not_exist_is_refused_too() -> None:
    with raw_server(Feed(refuses(404, "unknown-counter"))) as server, reading(server.url) as (_, told):
        told.wait_for(lambda: "refused" in told.ways)


def test_another_program_on_that_port() -> None:
    def ssh(peer: Peer) -> None:
        peer.send(b"SSH-2.0-OpenSSH_9.2\r\n")
        peer.until_gone()

    with raw_server(ssh) as server, reading(server.url) as (reader, told):
        until(lambda: isinstance(reader.trouble, BadAnswer))
        assert told.ways == ["connecting"]
