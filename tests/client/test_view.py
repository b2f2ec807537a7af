"""The fold of a screen: after any day it shows what a new snapshot would."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Any, cast

import pytest

from branch.client.hall_view import CALLS_KEPT, Changes, HallView
from branch.contract.answers.counter_answers import BoardCounter
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.answers.hall_answers import BoardHall
from branch.contract.answers.ticket_answers import BoardTicket
from branch.contract.basics import ROLES
from branch.opening_hours import Schedule
from tests.client.walks import Walk
from tests.domain.branches import PLAN, ZONE

ALWAYS = replace(PLAN, schedule=Schedule(ZONE, (((time(0), time.max),),) * 7))
COUNTER_OF = {"counter": 2, "manager": 1}


def counters_of(hall: BoardHall, *, new_day: bool) -> dict[int, dict[str, Any]]:
    """By number; a closed counter does not say since when it is once a day has begun."""
    counters = {counter["number"]: dict(counter) for counter in hall["counters"]}
    return {n: _without_since(c) if new_day else c for n, c in counters.items()}


def _without_since(counter: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in counter.items() if k != "since" or counter["state"] != "closed"}


def undirected(calls: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Calls without the counter they were sent to: that it was left since is told by the queues alone."""
    return [{name: value for name, value in call.items() if name != "for_counter"} for call in calls]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("open_across", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_a_screen_shows_what_is(seed: int, role: str, open_across: bool) -> None:
    walk, counter = Walk(seed, ALWAYS if open_across else PLAN), COUNTER_OF.get(role)
    view = HallView(counter)
    for _ in walk.steps(seed * 20):
        pass  # the screen is started at some time of the day
    view.apply_snapshot(walk.snapshot(role, counter))
    new_day = overflowed = False

    def check() -> None:
        hall = walk.snapshot(role, counter)["hall"]
        assert view.day == hall["day"]
        assert undirected(view.calls) == undirected(hall["calls"][: len(view.calls)])
        # Older calls than are kept do not come back when one that is kept goes.
        assert overflowed or len(view.calls) == len(hall["calls"])
        mine = {n: dict(c) for n, c in view.counters.items()}
        shown = {n: _without_since(c) if new_day else c for n, c in mine.items()}
        assert shown == counters_of(hall, new_day=new_day)
        assert (view.phase, view.opens_at, view.closes_at) == (
            hall["phase"],
            hall["opens_at"],
            hall["closes_at"],
        )
        assert view.services == hall["services"]
        assert view.queue == hall["queue"]

    for step, entries in enumerate(walk.steps(400)):
        if step == 300 and open_across:
            entries = [*entries, *walk.midnight(seed * 60_000)]
            assert walk.hall.carried
        elif step == 300:
            entries = [*entries, *walk.turn_day()]
            new_day, overflowed = True, False
        for entry in entries:
            event = walk.event(entry, role)
            if event is not None:
                view.apply(event)
        view.apply(walk.counts(counter))
        overflowed |= len(walk.hall.called) > CALLS_KEPT
        check()
    assert len(walk.entries) > 110


def filled(role: str = "display", counter: int | None = None, seed: int = 1) -> tuple[HallView, Walk]:
    walk, view = Walk(seed), HallView(counter)
    for count, _ in enumerate(walk.steps(300)):
        if count >= 150 and walk.snapshot(role, counter)["hall"]["calls"]:
            break  # whatever commands there are to choose from, somebody has been called
    view.apply_snapshot(walk.snapshot(role, counter))
    return view, walk


def call(number: str, called_at: str = "t1", status: str = "called", recalls: int = 0) -> BoardTicket:
    made = {"number": number, "called_at": called_at, "status": status, "counter": 1, "recalls": recalls}
    return cast(BoardTicket, made)


def told(kind: str, ticket: BoardTicket) -> BoardEvent:
    return {"seq": 1, "type": kind, "ticket": ticket}


def test_a_call_is_new_and_comes_first() -> None:
    view = HallView()
    first, second = call("A001"), call("A002", "t2")
    assert view.apply(told("TicketCalled", first)) == Changes(calls=True, new_calls=(first,))
    view.apply(told("TicketCalled", second))
    again = call("A001", "t3", recalls=1)
    assert view.apply(told("TicketRecalled", again)).new_calls == (again,)
    assert view.calls == [again, second]


def test_other_events_of_a_ticket_update_it_where_it_is() -> None:
    view = HallView()
    for number in ("A001", "A002"):
        view.apply(told("TicketCalled", call(number)))
    serving = call("A001", status="serving")
    assert view.apply(told("ServingStarted", serving)) == Changes(calls=True)
    assert view.calls == [call("A002"), serving]
    assert not view.apply(told("ServingStarted", serving))
    assert not view.apply(told("TicketIssued", call("A003", status="waiting")))


@pytest.mark.parametrize("kind", ["ActionUndone", "TicketTransferred", "TicketRequeued"])
def test_a_ticket_that_waits_again_is_no_call(kind: str) -> None:
    view = HallView()
    view.apply(told("TicketCalled", call("A001")))
    assert view.apply(told(kind, call("A001", status="waiting"))).calls
    assert view.calls == []


def test_only_the_newest_calls_are_kept() -> None:
    view = HallView()
    for n in range(20):
        view.apply(told("TicketCalled", call(f"A{n:03d}")))
    assert [c["number"] for c in view.calls] == [f"A{n:03d}" for n in range(19, 7, -1)]


def test_the_first_snapshot_announces_nothing_and_a_later_one_what_was_missed() -> None:
    view, walk = filled()
    assert view.calls
    assert not view.apply_snapshot(walk.snapshot("display"))
    known = {(c["number"], c["called_at"]) for c in view.calls}
    for _ in walk.steps(60):
        pass
    changes = view.apply_snapshot(walk.snapshot("display"))
    missed = [c for c in view.calls if (c["number"], c["called_at"]) not in known and c["status"] == "called"]
    assert missed
    assert changes.new_calls == tuple(reversed(missed))
    assert changes.calls
    first = HallView().apply_snapshot(walk.snapshot("display"))
    assert first.new_calls == ()
    assert first.day
    assert first.calls
    assert first.counters == (1, 2, 3, 4)


def test_counts_tell_what_has_changed() -> None:
    view, walk = filled("counter", 2)
    assert not view.apply(walk.counts(2))
    for _ in walk.steps(30):
        pass
    changes = view.apply(walk.counts(2))
    assert changes.services
    assert changes.queue
    assert not changes.phase
    closed = walk.counts(2)
    closed["phase"] = "closed"
    assert view.apply(closed) == Changes(phase=True)


def test_the_queue_of_another_counter_is_none_of_ours() -> None:
    view, walk = filled("counter", 2)
    before = view.queue
    other = walk.counts(1)
    view.apply(other)
    assert view.queue is before
    board, walk = filled()
    assert board.queue is None
    board.apply(walk.counts(1))
    assert board.queue is None


def test_a_counter_shows_what_happens_to_its_ticket_elsewhere() -> None:
    """TicketPrinted carries the ticket, not the counter that holds it."""
    view = HallView()
    at_counter = {"number": 3, "state": "open", "ticket": call("A001")}
    view.apply({"type": "TicketCalled", "ticket": call("A001"), "counter": cast(BoardCounter, at_counter)})
    printed = call("A001", recalls=1)
    assert view.apply(told("TicketPrinted", printed)) == Changes(calls=True, counters=(3,))
    assert view.counters[3]["ticket"] == printed


def test_a_new_day_clears_the_board() -> None:
    view, _ = filled("counter", 2)
    changes = view.apply({"type": "DayOpened", "day": "2026-11-23", "seq": 1})
    assert changes.day
    assert changes.calls
    assert (view.day, view.calls) == ("2026-11-23", [])
    assert view.queue == {"waiting": 0, "tickets": [], "held": []}


def test_events_of_a_newer_service_change_nothing() -> None:
    view, _ = filled()
    assert not view.apply({"type": "CoffeeServed", "seq": 1})


def test_what_was_given_out_is_not_changed_later() -> None:
    view, walk = filled()
    calls, counters, copy = view.calls, view.counters, (list(view.calls), dict(view.counters))
    for entries in walk.steps(50):
        for entry in entries:
            event = walk.event(entry, "display")
            assert event is None or view.apply(event) is not None
    assert (calls, counters) == copy
