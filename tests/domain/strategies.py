"""Made-up events and histories for hypothesis."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.alerts.alert import Alert
from branch.domain.appointments.appointment import Appointment
from branch.domain.day.carrying import Carried
from branch.domain.feedback.case import Case
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import Refusal
from branch.domain.notices.notice import Notice
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.call_decision import CallDecision, Weighed
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.queueing.wait_learning import WaitLearning
from branch.opening_hours import MINUTE
from tests.domain.branches import FRIDAY, PLAN, at

EVENT_TYPES: tuple[type[e.Event], ...] = tuple(e.EVENTS.values())

_TEXT = st.text(max_size=20)


def _some(kind: type[Any]) -> SearchStrategy[tuple[Any, ...]]:
    """A few of what a day carries to the next."""
    return st.lists(st.from_type(kind), max_size=2).map(tuple)


_FLOAT = st.floats(min_value=0, allow_nan=False, allow_infinity=False)
_SECONDS = st.none() | _FLOAT
_WEIGHED = st.builds(Weighed, waited_s=_FLOAT, credit_s=_FLOAT)
_BY_HINT: dict[str, SearchStrategy[Any]] = {
    "int": st.integers(),
    "bool": st.booleans(),
    "str": _TEXT,
    "str | None": st.none() | _TEXT,
    "int | None": st.none() | st.integers(),
    "tuple[str, ...]": st.lists(_TEXT, max_size=4).map(tuple),
    "Mapping[str, str]": st.dictionaries(st.sampled_from(["zh", "en"]), st.text(), max_size=2),
    "tuple[Appointment, ...]": _some(Appointment),
    "tuple[Alert, ...]": _some(Alert),
    "tuple[Case, ...]": _some(Case),
    "tuple[Notice, ...]": _some(Notice),
    # What is in it is read back in `branch.domain.day.carrying`'s own tests, from halls that are lived in.
    "Carried | None": st.none()
    | st.builds(Carried, numbers=st.dictionaries(_TEXT, st.integers(), max_size=2)),
    "Plan": st.just(PLAN),
    "CallDecision": st.builds(
        CallDecision,
        cap_s=_SECONDS,
        waited_s=_SECONDS,
        credit_s=_SECONDS,
        against=st.none() | st.lists(_WEIGHED, max_size=2).map(tuple),
    ),
    "LearntWaits | None": st.none() | st.builds(WaitLearning).map(WaitLearning.learnt),
    "WaitEstimate | None": st.none() | st.from_type(WaitEstimate),
    "Mapping[str, tuple[int, float, float]]": st.dictionaries(
        _TEXT, st.tuples(st.integers(min_value=0), _FLOAT, _FLOAT), max_size=3
    ),
}


def events_of(kind: type[e.Event]) -> SearchStrategy[e.Event]:
    """Events of a type with any values its fields allow."""
    get_type_hints(kind)  # fails if a hint is no type at all
    given = {field.name: _BY_HINT[str(field.type)] for field in fields(kind)}
    return st.builds(kind, **given)


# Marks that occur nowhere but in what must not be shown, so that a search for them cannot be fooled.
TICKETS = tuple(f"ticket-{n}-q7x" for n in range(12))
STAFF = tuple(f"staff-{n}-q7x" for n in range(4))
WORDS = "words-of-a-customer-q7x"
PHONE, NAME = "phone-13800138000-q7x", "name-Wang Xiaoming-q7x"

_ticket = st.sampled_from(TICKETS)
_counter = st.sampled_from(sorted(PLAN.counters))
_service = st.sampled_from(sorted(PLAN.services))
_segment = st.none() | st.sampled_from(sorted(PLAN.segments))
_minute = st.integers(0, 60).map(lambda n: at("09:00") + n * MINUTE)


def commands() -> SearchStrategy[c.Command]:
    """One command about a small branch, sensible often enough to get somewhere."""
    at_counter = (c.StartServing, c.FinishServing, c.RecallTicket, c.MarkMissed, c.ParkTicket, c.UndoLast)
    return st.one_of(
        st.builds(c.IssueTicket, _ticket, _service, segment=_segment, phone=st.sampled_from([None, PHONE])),
        st.builds(c.ReserveNumbers, _ticket, service=_service, holder=st.sampled_from(["kiosk", "kiosk 2"])),
        st.builds(
            c.HandInTicket,
            _ticket,
            _ticket,
            st.integers(950, 999),
            _minute,
            segment=_segment,
            phone=st.just(PHONE),
        ),
        st.builds(c.OpenCounter, _counter, st.sampled_from(STAFF), move=st.booleans()),
        st.builds(c.CallNext, _counter),
        *(st.builds(kind, _counter) for kind in at_counter),
        st.builds(c.TransferTicket, _counter, st.none() | _service, st.none() | _counter),
        st.builds(c.TransferTicket, _counter, to_staff=st.sampled_from(STAFF)),
        st.builds(c.ChainServices, _counter, st.lists(_service, max_size=2, unique=True).map(tuple)),
        st.builds(c.CallTicket, _counter, _ticket),
        st.builds(c.RequeueTicket, _ticket, st.none() | _counter),
        st.builds(c.TickStep, _counter, st.sampled_from(["greet", "identity"]), st.booleans()),
        st.builds(c.ParkAgain, _counter, _ticket, st.none() | st.integers(0, 600_000)),
        st.builds(c.CancelTicket, _ticket),
        st.builds(c.ConfirmPrint, _ticket, st.booleans()),
        st.builds(
            c.ReprintTicket, _ticket, _ticket, st.sampled_from(["customer", "staff"]), st.just("kiosk")
        ),
        st.builds(c.RateTicket, _ticket, st.integers(1, 5), comment=st.sampled_from([None, WORDS])),
        st.builds(c.LeaveUnrated, _ticket),
        st.builds(c.PauseCounter, _counter) | st.builds(c.CloseCounter, _counter, st.booleans()),
        st.builds(c.CloseService, _service) | st.builds(c.ReopenService, _service),
        st.builds(
            c.BookAppointment, _ticket, _ticket, _service, _minute, phone=st.just(PHONE), name=st.just(NAME)
        ),
        st.builds(c.CheckIn, _ticket, _ticket),
        st.builds(c.CancelAppointment, _ticket),
        st.builds(
            c.TakeBooking,
            _ticket,
            _ticket,
            _ticket,
            _service,
            _minute,
            phone=st.just(PHONE),
            name=st.just(NAME),
        ),
        st.builds(c.RunTimers),
    )


def lived_through(asked: list[c.Command], plan: Plan = PLAN) -> tuple[Hall, list[e.Event], int]:
    """A hall after these commands, ten seconds apart, the refused ones left out; its events and its time."""
    hall, events, now = Hall(plan), list[e.Event](), at("09:00")
    staff = (c.OpenCounter(number, STAFF[number - 1]) for number in (1, 2))
    for command in (c.TurnDay(FRIDAY), *staff, *asked):
        now += 10_000
        if isinstance(command, c.IssueTicket | c.CheckIn | c.HandInTicket) and command.ticket in hall.tickets:
            continue  # ids are made by the service and never given twice
        if isinstance(command, c.ReserveNumbers) and command.block in hall.blocks:
            continue
        try:
            happened = decide(hall, command, now)
        except Refusal:
            continue
        for event in happened:
            evolve(hall, event)
        events += happened
    return hall, events, now
