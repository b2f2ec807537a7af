"""The feed of the real service, across cuts and restarts. peers.md 24 to 27: no screen misses a call."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from branch.client.calls.service_api import Api
from branch.client.hall_view import HallView
from tests.client.proxy import proxy
from tests.client.recorder import Recorder, reading
from tests.harness.branch import PIN, RunningService

Apis = Callable[[str], Api]
TICKETS = 200


def folded(told: Recorder, counter: int | None = None) -> HallView:
    """The view of everything that was told, in order."""
    assert len(told.snapshots) == 1
    view = HallView(counter)
    view.apply_snapshot(told.snapshots[0])
    for event in told.events:
        view.apply(event)
    return view


@pytest.mark.parametrize("seed", [1, 2])
def test_every_event_arrives_once_and_in_order_whatever_is_cut(
    service: RunningService, api_as: Apis, seed: int
) -> None:
    kiosk, counter = api_as("kiosk"), api_as("counter")
    kiosk.issue("A")
    chance = random.Random(seed)
    token = service.tokens["counter"]
    healed: list[bool] = []
    with (
        proxy(service.url, lambda: None if healed else chance.randint(2_500, 9_000)) as line,
        reading(line.url, token, counter=1) as (_, told),
        ThreadPoolExecutor(4) as crowd,
    ):
        told.wait_for(lambda: told.snapshots)
        for _ in crowd.map(kiosk.issue, ["A"] * TICKETS):
            pass
        last = kiosk.health()["seq"]
        told.wait_for(lambda: told.rows and told.rows[-1] == last)
        assert told.rows == list(range(told.snapshots[0]["seq"] + 1, last + 1))
        assert len(told.snapshots) == 1
        assert line.cuts > 10
        healed.append(True)  # the queue of a counter has 18,000 bytes
        told.wait_for(lambda: (folded(told, 1).queue or {"waiting": 0})["waiting"] == TICKETS + 1)
    assert set(told.ways) == {"connecting", "live", "lost"}
    assert all(a != b for a, b in zip(told.ways, told.ways[1:], strict=False))
    assert counter.snapshot()["seq"] == last


def test_lines_cut_at_any_moment_lose_no_call(service: RunningService, api_as: Apis) -> None:
    """The view of a board that lost its line all the time is that of a board that has just been started."""
    kiosk, counter = api_as("kiosk"), api_as("counter")
    counter.open_counter(1, "1001", PIN)
    with proxy(service.url) as line, reading(line.url, service.tokens["display"]) as (_, told):
        told.until_live()
        for _ in range(12):
            kiosk.issue("A")
            line.cut_all()
            counter.next(1)
            counter.start(1)
            line.cut_all()
            counter.finish(1)
        last = kiosk.issue("B")["number"]
        assert last == "B001"
        seq = kiosk.health()["seq"]
        told.wait_for(lambda: told.rows and told.rows[-1] == seq)
        view = folded(told)
    with reading(service.url, service.tokens["display"]) as (_, fresh):
        fresh.wait_for(lambda: fresh.snapshots)
        hall = fresh.snapshots[0]["hall"]
    assert view.calls == hall["calls"]
    assert list(view.counters.values()) == hall["counters"]
    assert view.day == hall["day"]


def test_a_restart_of_the_service_is_resumed(service: RunningService, api_as: Apis) -> None:
    kiosk = api_as("kiosk")
    kiosk.issue("A")
    with reading(service.url, service.tokens["display"]) as (_, told):
        told.until_live()
        service.stop()
        told.wait_for(lambda: told.ways[-1] == "lost")
        service.start()
        kiosk.issue("A")
        told.wait_for(lambda: told.rows)
        # A service that is about to end may let the feed in once more.
        assert told.ways[:3] == ["connecting", "live", "lost"]
        assert set(told.ways[3:]) <= {"live", "lost"}
        assert len(told.snapshots) == 1
        assert told.rows == [told.snapshots[0]["seq"] + 1]


def test_counts_come_without_any_event(service: RunningService) -> None:
    with reading(service.url, service.tokens["display"]) as (_, told):
        told.wait_for(lambda: told.events)
        assert told.events[0]["type"] == "QueuesChanged"
        assert told.rows == []


def test_answers_that_are_cut_make_no_second_ticket(
    service: RunningService, api_as: Apis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request has arrived and its answer has not: asking again gives the same ticket."""
    monkeypatch.setattr("branch.client.caller.FIRST_PAUSE", 0.01)
    chance = random.Random(3)
    with (
        proxy(service.url, lambda: chance.choice([150, 400, 1_500])) as line,
        Api(line.url, service.tokens["kiosk"], attempts=30, total=30) as kiosk,
    ):
        numbers = [kiosk.issue("A")["number"] for _ in range(20)]
        assert line.cuts >= 10
    assert numbers == [f"A{n:03d}" for n in range(1, 21)]
    assert len(api_as("manager").visits()["visits"]) == 20
