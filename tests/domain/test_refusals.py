"""Every refusal the queue can give, each reached by a story; none of them changes anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import branch.domain
from branch.domain import commands as c
from branch.domain.kernel.refusals import (
    CODES,
    FACTS,
    INSTANTS,
    Closed,
    Conflict,
    Invalid,
    NotAllowed,
    Refusal,
    Unknown,
    refusal,
)
from tests.domain.branches import FRIDAY, SATURDAY, at, ruled
from tests.domain.helpers import Step, called_in, given, issue, seat, served_in

_BOOK = c.BookAppointment("ap", "4711", "A", at("10:00"))
_OFF = c.CancelAppointment("ap")
_MISSED = (c.CallNext(1), c.MarkMissed(1))
_BLOCK = c.ReserveNumbers("bl", service="A", holder="kiosk")
_CASE = c.OpenCase("ca", "paper", "no form", "li")
_AT_1 = (issue("a"), seat(1), *called_in(1))


def _handed(ticket: str, n: int) -> c.HandInTicket:
    return c.HandInTicket(ticket, "bl", n, at("09:00"))


REFUSALS: list[tuple[str, tuple[Step, ...], c.Command]] = [
    ("unknown-service", (), issue("a", "X")),
    ("unknown-service", (), seat(1, services=("A", "X"))),
    ("unknown-service", (), c.CloseService("X")),
    ("unknown-service", (), c.ReopenService("X")),
    ("unknown-service", (), c.BookAppointment("ap", "4711", "X", at("10:00"))),
    ("unknown-service", _AT_1, c.TransferTicket(1, service="X")),
    ("unknown-segment", (), issue("a", segment="royal")),
    ("unknown-language", (), issue("a", language="fr")),
    ("unknown-ticket", (), c.CancelTicket("nobody")),
    ("unknown-ticket", (), c.ConfirmPrint("nobody", ok=True)),
    ("unknown-ticket", (), c.RequeueTicket("nobody")),
    ("unknown-ticket", (), c.ReprintTicket("r", "nobody", "staff", "counter", ("kiosk",))),
    ("invalid", (issue("a"),), c.ReprintTicket("r", "a", "nobody", "counter", ("kiosk",))),
    ("no-kiosk", (issue("a"),), c.ReprintTicket("r", "a", "staff", "counter", ())),
    (
        "no-paper",
        (issue("a"), c.RaiseAlert("al", kind="printer", source="kiosk")),
        c.ReprintTicket("r", "a", "staff", "counter", ("kiosk",)),
    ),
    (
        "reprint-limit",
        (issue("a"), *(c.ReprintTicket(r, "a", "customer", "kiosk") for r in ("1", "2"))),
        c.ReprintTicket("3", "a", "customer", "kiosk"),
    ),
    ("unknown-ticket", (), c.RateTicket("nobody", 5)),
    ("unknown-ticket", (), c.LeaveUnrated("nobody")),
    ("unknown-ticket", (seat(1),), c.CallTicket(1, "nobody")),
    *(
        ("unknown-counter", (), command)
        for command in (
            seat(9),
            c.CloseCounter(9),
            c.PauseCounter(9),
            c.ResumeCounter(9),
            c.CallNext(9),
            c.CallTicket(9, "a"),
            c.RecallTicket(9),
            c.StartServing(9),
            c.FinishServing(9),
            c.MarkMissed(9),
            c.ParkTicket(9),
            c.TransferTicket(9, service="A"),
            c.UndoLast(9),
        )
    ),
    ("unknown-appointment", (), c.CheckIn("nothing", "a")),
    ("unknown-step", _AT_1, c.TickStep(1, "sing")),
    ("unknown-alert", (), c.ClearAlert("nothing", "li")),
    (
        "alert-taken",
        (c.RaiseAlert("x", kind="printer", source="kiosk"), c.TakeAlert("x", "li")),
        c.TakeAlert("x", "wang"),
    ),
    ("unknown-notice", (), c.EndNotice("nothing", "manager")),
    ("invalid", (), c.PostNotice("n", level="loud", text={"zh": "x"}, by="manager")),
    ("invalid", (), c.PostNotice("n", level="info", text={"zh": " "}, by="manager")),
    ("invalid", (), c.PostNotice("n", level="info", text={"zh": "x"}, by="manager", until=at("08:00"))),
    ("unknown-block", (), c.HandInTicket("a", "nothing", 1, at("09:00"))),
    ("number-given", (_BLOCK, _handed("a", 998)), _handed("b", 998)),
    ("quota-reached", (), c.ReserveNumbers("bl", service="C", holder="kiosk")),
    ("unknown-service", (), c.ReserveNumbers("bl", service="X", holder="kiosk")),
    ("invalid", (_BLOCK,), _handed("a", 1)),
    ("branch-closed", ("12:30",), issue("a")),
    ("service-closed", (c.CloseService("A"),), issue("a")),
    ("quota-reached", (issue("a", "C"), issue("b", "C"), issue("c", "C")), issue("d", "C")),
    ("ticket-not-waiting", (*_AT_1, seat(2)), c.CallTicket(2, "a")),
    ("ticket-not-waiting", (issue("a"), seat(1), *served_in(1)), c.CallTicket(1, "a")),
    ("ticket-not-called", _AT_1, c.StartServing(1)),
    ("ticket-not-called", _AT_1, c.RecallTicket(1)),
    ("ticket-not-called", _AT_1, c.MarkMissed(1)),
    ("ticket-not-serving", (issue("a"), seat(1), c.CallNext(1)), c.FinishServing(1)),
    ("ticket-not-on-hold", (issue("a"),), c.RequeueTicket("a")),
    ("staff-not-here", _AT_1, c.TransferTicket(1, to_staff="wang")),
    ("staff-away", (*_AT_1, seat(2), c.PauseCounter(2)), c.TransferTicket(1, to_staff="teller2")),
    ("unknown-staff", _AT_1, c.TransferTicket(1, to_staff="nobody")),
    ("invalid", _AT_1, c.TransferTicket(1, to_staff="teller1")),
    ("invalid", (*_AT_1, seat(2)), c.TransferTicket(1, None, 2, to_staff="teller2")),
    ("ticket-not-parked", _AT_1, c.ParkAgain(1, "a")),
    ("ticket-not-served", (issue("a"),), c.RateTicket("a", 5)),
    ("ticket-not-served", (issue("a"),), c.LeaveUnrated("a")),
    ("ticket-elsewhere", _AT_1, c.CancelTicket("a")),
    ("ticket-elsewhere", (*_AT_1, seat(2), c.TransferTicket(1, to_counter=2)), c.CallTicket(1, "a")),
    ("ticket-ended", (issue("a"), seat(1), *served_in(1)), c.CancelTicket("a")),
    (
        "requeue-limit",
        (issue("a"), seat(1), *_MISSED, c.RequeueTicket("a"), *_MISSED),
        c.RequeueTicket("a"),
    ),
    (
        "overtaking-limit",
        (
            c.AdoptPlan(ruled("strict-priority", most_passes=1)),
            *(issue("a"), issue("v", segment="vip"), issue("b"), seat(1)),
            *served_in(1),
        ),
        c.CallTicket(1, "b"),
    ),
    ("recall-limit", (issue("a"), seat(1), c.CallNext(1), *(c.RecallTicket(1),) * 3), c.RecallTicket(1)),
    ("counter-busy", _AT_1, c.CallNext(1)),
    ("counter-busy", _AT_1, c.CallTicket(1, "a")),
    ("counter-busy", _AT_1, c.CloseCounter(1)),
    ("counter-busy", _AT_1, c.PauseCounter(1)),
    *(
        ("counter-idle", (seat(1),), command)
        for command in (
            c.RecallTicket(1),
            c.StartServing(1),
            c.FinishServing(1),
            c.MarkMissed(1),
            c.ParkTicket(1),
            c.TransferTicket(1, service="B"),
        )
    ),
    *(
        ("counter-not-open", (), command)
        for command in (
            c.PauseCounter(1),
            c.ResumeCounter(1),
            c.CallNext(1),
            c.CallTicket(1, "a"),
            c.RecallTicket(1),
            c.StartServing(1),
            c.FinishServing(1),
            c.MarkMissed(1),
            c.ParkTicket(1),
            c.TransferTicket(1, service="A"),
            c.UndoLast(1),
        )
    ),
    ("counter-not-open", _AT_1, c.TransferTicket(1, to_counter=2)),
    ("counter-paused", (issue("a"), seat(1), c.PauseCounter(1)), c.CallNext(1)),
    ("counter-paused", (issue("a"), seat(1), c.PauseCounter(1)), c.CallTicket(1, "a")),
    ("counter-taken", (seat(1, "li"),), seat(1, "wang")),
    ("staff-elsewhere", (seat(1, "li"),), seat(2, "li")),
    ("already-rated", (issue("a"), seat(1), *served_in(1), c.RateTicket("a", 5)), c.RateTicket("a", 5)),
    ("rating-too-late", (issue("a"), seat(1), *served_in(1), "+31m"), c.RateTicket("a", 5)),
    ("nothing-to-undo", (seat(1),), c.UndoLast(1)),
    ("nothing-to-undo", (*_AT_1, "+11s"), c.UndoLast(1)),
    ("nothing-to-undo", (*_AT_1, c.ParkTicket(1), c.CancelTicket("a")), c.UndoLast(1)),
    ("appointment-too-early", (_BOOK, "09:20"), c.CheckIn("ap", "a")),
    ("appointment-too-late", (_BOOK, "10:20"), c.CheckIn("ap", "a")),
    (
        "appointment-wrong-day",
        (c.BookAppointment("ap", "4711", "A", at("10:00", SATURDAY)), "10:00"),
        c.CheckIn("ap", "a"),
    ),
    ("appointment-used", (_BOOK, "09:50", c.CheckIn("ap", "a")), c.CheckIn("ap", "b")),
    ("appointment-cancelled", (_BOOK, _OFF, "09:50"), c.CheckIn("ap", "a")),
    ("appointment-expired", (_BOOK, "10:20", c.RunTimers()), _OFF),
    ("code-taken", (_BOOK,), c.BookAppointment("other", "4711", "B", at("11:00"))),
    ("invalid", (c.TurnDay(SATURDAY),), c.TurnDay(FRIDAY)),
    ("invalid", ("10:01",), _BOOK),
    ("invalid", (issue("a"), seat(1), *served_in(1)), c.RateTicket("a", 6)),
    ("invalid", _AT_1, c.TransferTicket(1)),
    ("invalid", _AT_1, c.TransferTicket(1, to_counter=1)),
    ("unknown-case", (), c.TakeCase("nothing", "li")),
    ("case-not-resolved", (_CASE,), c.ReopenCase("ca", "li")),
    ("case-resolved", (_CASE, c.ResolveCase("ca", "li")), c.TakeCase("ca", "li")),
]


@pytest.mark.parametrize(
    ("code", "history", "command"),
    REFUSALS,
    ids=[f"{code}: {type(command).__name__}" for code, _, command in REFUSALS],
)
def test_refused(code: str, history: tuple[Step, ...], command: c.Command) -> None:
    given(*history).when(command).refused(code)


def test_every_code_that_the_queue_raises_is_reached() -> None:
    written = set()
    for source in Path(branch.domain.__file__).parent.rglob("*.py"):
        written |= set(re.findall(r'refusal\(\s*f?"([^"]+)"', source.read_text(encoding="utf-8")))
    written.remove("ticket-not-{status.value}")
    written |= {"ticket-not-called", "ticket-not-serving"}
    assert written <= CODES.keys()
    elsewhere = {
        "closing-too-soon",
        "unknown-slot",
        "slot-full",
        "already-booked",
    }  # need a plan of their own
    assert {code for code, _, _ in REFUSALS} | elsewhere == written


def test_a_refusal_tells_what_its_reader_would_ask_next() -> None:
    story = given(_BOOK).when(c.CheckIn("ap", "a"), "09:29:59")
    story.refused("appointment-too-early", service="A", starts_at=at("10:00"), check_in_from=at("09:30"))
    story = given(_BOOK, "09:50", c.CheckIn("ap", "a")).when(c.CheckIn("ap", "b"))
    story.refused("appointment-used", service="A", starts_at=at("10:00"), number="A001")
    closed = given(c.CloseService("A", "busy")).when(issue("a"))
    closed.refused("service-closed", service="A", closed_by="staff", reason="busy", opens_at=None)
    given(seat(1, "li")).when(seat(2, "li")).refused("staff-elsewhere", staff="li", counter=1)
    busy = given(*_AT_1).when(c.CallNext(1))
    busy.refused("counter-busy", counter=1, number="A001", ticket_status="serving")


def test_facts_are_all_or_none_and_no_others() -> None:
    assert refusal("ticket-ended", "it is over").facts == {}
    with pytest.raises(KeyError):
        refusal("ticket-ended", "it is over", number="A001")
    with pytest.raises(KeyError):
        refusal("invalid", "no", number="A001")
    assert FACTS.keys() <= CODES.keys()
    named = {name for names in FACTS.values() for name in names}
    assert named.isdisjoint({"type", "title", "status", "detail", "instance", "code", "wait_s"})
    assert named >= INSTANTS


@pytest.mark.parametrize("code", CODES)
def test_each_code_belongs_to_a_family(code: str) -> None:
    made = refusal(code, "said once")
    assert isinstance(made, Refusal)
    assert type(made) in {Unknown, Conflict, Closed, NotAllowed, Invalid}
    assert (made.code, made.detail, str(made)) == (code, "said once", "said once")
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)


def test_a_code_nobody_knows_is_a_bug() -> None:
    with pytest.raises(KeyError):
        refusal("made-up", "")


def test_closed_is_a_conflict_so_that_callers_catch_at_the_level_they_mean() -> None:
    with pytest.raises(Conflict):
        raise refusal("branch-closed", "")
