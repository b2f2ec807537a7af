"""Calls from several threads, and how closing ends them wherever they are."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from branch.client.calls.service_api import Api
from branch.client.responses import ServiceError, Unreachable
from tests.client.call_scripts import TICKET, is_starting, quick, takes
from tests.client.raw import Peer, raw_server
from tests.harness.waiting import until


@contextmanager
def in_thread(work: Callable[[], object]) -> Iterator[list[Exception]]:
    """Does ``work`` meanwhile; the list has what it raised once the block is left."""
    raised: list[Exception] = []

    def run() -> None:
        try:
            work()
        except ServiceError as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    yield raised
    thread.join(5)
    assert not thread.is_alive()


def test_closing_ends_a_call_that_reads() -> None:
    asked = threading.Event()

    def silent(peer: Peer) -> None:
        peer.request()
        asked.set()
        peer.until_gone()

    with raw_server(silent) as server:
        api = Api(server.url, timeout=(5, 30), total=60)
        with in_thread(lambda: api.issue("A")) as raised:
            assert asked.wait(5)
            began = time.monotonic()
            api.close()
        assert time.monotonic() - began < 1
        assert isinstance(raised[0], Unreachable)
        assert len(server.seen) == 1


def test_closing_ends_a_call_that_connects(swallowing_address: str) -> None:
    api = Api(swallowing_address, timeout=(30, 30), total=60)
    with in_thread(api.health) as raised:
        time.sleep(0.1)  # nobody can tell from outside that a connect has begun
        began = time.monotonic()
        api.close()
    assert time.monotonic() - began < 1
    assert isinstance(raised[0], Unreachable)


def test_closing_ends_the_pause_before_the_next_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("branch.client.caller.FIRST_PAUSE", 60.0)
    monkeypatch.setattr("branch.client.caller.MOST_PAUSE", 60.0)
    with raw_server(is_starting) as server:
        api = Api(server.url, total=600)
        with in_thread(lambda: api.issue("A")) as raised:
            until(lambda: server.seen)
            began = time.monotonic()
            api.close()
        assert time.monotonic() - began < 1
        assert isinstance(raised[0], Unreachable)


def test_after_closing_there_are_no_calls() -> None:
    with raw_server(takes) as server:
        with quick(server.url) as api:
            api.issue("A")
        with pytest.raises(Unreachable, match="closing"):
            api.issue("A")
        assert len(server.seen) == 1


def test_each_thread_has_its_own_line() -> None:
    both = threading.Barrier(2)

    def together(peer: Peer) -> None:
        peer.request()
        both.wait(5)  # passes only if both requests are under way at the same time
        peer.answer(201, TICKET)

    with raw_server(together) as server, Api(server.url) as api:
        with in_thread(lambda: api.issue("A")) as raised:
            api.issue("A")
        assert not raised
        assert server.connections == 2
