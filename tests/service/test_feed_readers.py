"""Many readers, slow ones, and ones that are suddenly gone: nobody waits for them, and nothing is left."""

from __future__ import annotations

import gc
import socket
import threading
import time
from contextlib import ExitStack

import pytest

from branch.domain.counters.counter import OpenCounter, PauseCounter
from branch.domain.kernel.messages import Command
from branch.service.feed.hub import BACKLOG, Hub
from tests.harness.branch import RunningService
from tests.harness.waiting import until
from tests.service.asking import Asker
from tests.service.insides import leaving
from tests.service.listening import Feed, dial

CROWD = 50
STOP_S = 3.0


def hub_of(running: RunningService) -> Hub:
    hub: Hub = running.service.app.context.hub
    return hub


def stop(running: RunningService) -> float:
    """How long it took."""
    began = time.monotonic()
    running.stop()
    return time.monotonic() - began


def slow_reader(running: RunningService) -> socket.socket:
    """Asks for the feed and never reads a byte of it."""
    return dial(running, "manager")


def heard(feed: Feed, type_: str, count: int) -> None:
    feed.wait_for(lambda: len(feed.of(type_)) == count, 10)


def noise_until_dropped(running: RunningService, quick: Feed) -> None:
    """Rows of two KB, past HTTP, a hundred at a time: who reads keeps up, who does not is dropped."""
    writer, hub = running.service.writer, hub_of(running)
    told = threading.Semaphore(0)
    asked = 0

    def ask(command: Command) -> None:
        writer.submit(
            command,
            lambda *_: (200, b""),
            lambda refusal: pytest.fail(refusal.code),
            lambda _: told.release(),
            lambda error: pytest.fail(str(error)),
        )

    ask(OpenCounter(4, "0288"))
    while hub.readers == 2:
        assert asked < 20_000, "it is never dropped"
        for _ in range(100):
            asked += 1
            ask(PauseCounter(4, f"{asked} " + "慢" * 490))
        for _ in range(100):
            assert told.acquire(timeout=10)
        heard(quick, "CounterPaused", asked)


def test_a_slow_reader_is_dropped_and_nobody_waits_for_it(asker: Asker) -> None:
    running = asker.running
    hub = hub_of(running)
    with slow_reader(running) as slow, Feed(running) as quick:
        until(lambda: hub.readers == 2)
        noise_until_dropped(running, quick)
        began = time.monotonic()
        number = asker.issue()["number"]
        quick.wait_for(lambda: [e.data["ticket"]["number"] for e in quick.of("TicketIssued")] == [number])
        assert time.monotonic() - began < 2.0
        last = asker.seq()
        quick.wait_for(lambda: quick.ids()[-1:] == [last])
        assert quick.ids() == [1, *range(3, last + 1)]  # the second row is the plan, which no screen is told
        assert quick.of("reset") == []
        # When it reads again at last, it gets what was on its way, then the word to begin anew, and the end.
        slow.settimeout(10)
        received = b""
        while b"event: reset" not in received[-500:]:
            piece = slow.recv(1 << 20)
            assert piece
            received = received[-500:] + piece
        until(lambda: hub.readers == 1)


def test_one_that_does_not_read_does_not_hold_up_the_end(asker: Asker) -> None:
    running = asker.running
    hub = hub_of(running)
    with slow_reader(running), Feed(running) as quick:
        until(lambda: hub.readers == 2)
        noise_until_dropped(running, quick)
        assert stop(running) < STOP_S


def test_fifty_readers_hear_everything_at_once(asker: Asker) -> None:
    running = asker.running
    hub = hub_of(running)
    with ExitStack() as stack:
        roles = ["display", "kiosk", "counter", "manager", "integration"]
        feeds = [stack.enter_context(Feed(running, roles[n % 5])) for n in range(CROWD)]
        until(lambda: hub.readers == CROWD)
        for number in range(1, 21):
            began = time.monotonic()
            asker.issue()
            for feed in feeds:
                heard(feed, "TicketIssued", number)
            assert time.monotonic() - began < 2.0
        assert all(feed.ids()[-20:] == feeds[0].ids()[-20:] for feed in feeds)
        assert stop(running) < STOP_S
        for feed in feeds:
            feed.wait_for(feed.ended.is_set)
            assert feed.of("reset") == []


def test_a_feed_that_is_asked_for_while_the_service_leaves(asker: Asker) -> None:
    """It must not keep the service: whoever comes now gets nothing and comes again."""
    with Feed(asker.running):
        hub = hub_of(asker.running)
        with leaving(hub), Feed(asker.running) as late:
            late.wait_for(late.ended.is_set)
            assert (late.status, late.events) == (200, [])


@pytest.mark.parametrize("rudely", [False, True])
def test_nothing_is_left_of_readers_that_vanish(asker: Asker, rudely: bool) -> None:
    running = asker.running
    hub = hub_of(running)
    for _ in range(3):
        connections = [dial(running, "display", "?after=0") for _ in range(20)]
        until(lambda: hub.readers == 20)
        asker.issue()
        for connection in connections:
            if rudely:  # with unread bytes a close is a reset, as when a machine loses its power
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.close()
        until(lambda: hub.readers == 0)
    gc.collect()
    until(lambda: len(running.service.server.server_state.tasks) == 0)
    assert BACKLOG == 500
