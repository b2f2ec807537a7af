"""What is read off the view: which calls stand, which are listed, which screen it is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from branch.client.hall_view import HallView
from branch.contract.answers.counter_answers import BoardCounter
from branch.contract.answers.hall_answers import Phase, ServiceState
from branch.contract.answers.ticket_answers import BoardTicket, TicketStatus
from branch.contract.branch_info import BranchInfo
from display.board import board_content as hall
from display.board.main_panel import Zone
from tests.display.board.test_callout import call


def counter(number: int, ticket: BoardTicket | None = None, state: str = "open") -> BoardCounter:
    """A counter as the feed has it."""
    return {
        "number": number,
        "state": state,  # type: ignore[typeddict-item]  # one of the three
        "reason": None,
        "services": ["A"],
        "since": "2026-11-21T09:00:00.000+08:00",
        "ticket": ticket,
    }


def service(waiting: int = 0, *, is_open: bool = True) -> ServiceState:
    """A service as the feed has it."""
    return {
        "id": "A",
        "open": is_open,
        "closed_by": None,
        "opens_at": None,
        "reason": None,
        "waiting": waiting,
        "ahead": waiting,
        "counters": 1,
        "estimate": None,
        "segments": {},
        "next": [],
        "closing": None,
    }


def view(*calls: BoardTicket, phase: Phase = "open", counters: tuple[BoardCounter, ...] = ()) -> HallView:
    """A view with these calls, the newest first."""
    made = HallView()
    made.calls = list(calls)
    made.phase = phase
    made.counters = {state["number"]: state for state in counters}
    made.services = [service()]
    return made


def numbers(calls: list[BoardTicket]) -> list[str]:
    """Just the numbers."""
    return [one["number"] for one in calls]


@pytest.mark.parametrize("gone", ["missed", "parked", "cancelled", "expired"])
def test_only_calls_that_hold_stand(gone: TicketStatus) -> None:
    seen = view(call("A003"), call("A002", status=gone), call("A001", status="served"))
    assert numbers(hall.standing(Zone().seen(seen))) == ["A003", "A001"]


def test_who_is_at_a_counter_stands_however_many_came_later() -> None:
    old, older = call("A002", 2), call("A001", 1)
    newest = [call(f"B{n:03}", 60 + n) for n in range(12)]
    seen = view(*newest, counters=(counter(1, older), counter(2, old), counter(3, newest[0])))
    assert numbers(hall.standing(Zone().seen(seen))) == [*numbers(newest), "A002", "A001"]


def test_the_list_is_newest_first_and_bounded() -> None:
    calls = [call(f"A{n:03}", n, status="served") for n in range(9, 0, -1)]
    listed, slots = hall.listed(calls, {"A009"}, 4)
    assert numbers(listed) == ["A008", "A007", "A006", "A005"]
    assert slots == 4


def test_nobody_who_is_awaited_is_pushed_out_by_one_who_is_served() -> None:
    calls = [call(f"A{n:03}", n, status="served") for n in range(9, 1, -1)] + [call("A001")]
    listed, _ = hall.listed(calls, set(), 4)
    assert numbers(listed) == ["A009", "A008", "A007", "A001"]


def test_the_list_makes_room_for_all_who_are_awaited() -> None:
    calls = [call(f"A{n:03}", n) for n in range(12, 0, -1)]
    assert hall.listed(calls[:6], set(), 4)[1] == 6
    listed, slots = hall.listed(calls, set(), 4)
    assert slots == len(listed) == hall.MOST_SLOTS


def test_which_screen() -> None:
    def screen(seen: HallView, *, known: bool = True, here: bool = True, busy: bool = False) -> str:
        return hall.screen_of(Zone().seen(seen), known=known, here=here, busy=busy)

    assert screen(view(), known=False) == "waiting"
    assert screen(view(), here=False) == "elsewhere"
    assert screen(view()) == "board"
    for phase in ("closed", "break", "opening-soon"):
        assert screen(view(phase=phase)) == "closed"
        assert screen(view(phase=phase), busy=True) == "board"
        assert screen(view(phase=phase, counters=(counter(1, call("A001")),))) == "board"
    late = view(phase="closed", counters=(counter(1),))
    assert screen(late) == "closed"
    late.services = [service(3)]
    assert screen(late) == "board", "whoever holds a number is still called"
    late.counters = {1: counter(1, state="closed")}
    assert screen(late) == "closed", "nobody will call them any more"


def english(names: Mapping[str, str]) -> str:
    """In English."""
    return names.get("en", "")


def test_a_tile_of_a_closed_service_says_why() -> None:
    branch = BranchInfo.from_json(
        {
            "services": [{"id": "A", "prefix": "A"}],
            "close_reasons": [
                {"id": "nobody", "names": {"zh": "暂无人员办理", "en": "Nobody here for it now"}}
            ],
        }
    )
    for reason, note in (
        ("nobody", "Nobody here for it now"),
        ("fire drill", "fire drill"),
        (None, "paused"),
    ):
        state = service(6, is_open=False)
        state["reason"] = reason
        (tile,) = hall.tiles([state], branch, "paused", "en", english)
        assert tile["note"] == note


def test_tiles_have_the_letters_of_the_tickets() -> None:
    branch = BranchInfo.from_json({"services": [{"id": "A", "prefix": "K"}]})
    (tile,) = hall.tiles([service(6, is_open=False)], branch, "paused", "en", english)
    assert (tile["letter"], tile["note"], tile["wait"], tile["within"]) == ("K", "paused", "paused", "")


def test_a_tile_says_no_minutes_that_are_those_of_then() -> None:
    state = service(6)
    state["estimate"] = {"low_s": 300, "middle_s": 700, "high_s": 1120}
    told = {}
    for stale in (False, True):
        (tile,) = hall.tiles([state], BranchInfo.from_json({}), "", "en", english, stale=stale)
        told[stale] = (tile["ahead"], tile["wait"], tile["within"])
    assert told == {False: (6, "about 12 min", "9 in 10 within 19 min"), True: (6, "", "")}
