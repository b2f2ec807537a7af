"""Decisions about feedback cases: opened by a poor score or a complaint, answered in time or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from branch.domain.alerts.alert import AlertCleared, AlertRaised
from branch.domain.feedback.case import (
    COMPLAINT_CHANNELS,
    Case,
    CaseDetails,
    CaseNote,
    CaseNoted,
    CaseOpened,
    CaseOverdue,
    CaseReopened,
    CaseResolved,
    CaseTaken,
    NoteCase,
    OpenCase,
    ReopenCase,
    ResolveCase,
    TakeCase,
)
from branch.domain.feedback.rating import TicketRated
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import CaseEvent, Command, Event, Events, details_of
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import Ticket
from branch.opening_hours import after_open


def opened_by_rating(hall: Hall, ticket: Ticket, rated: TicketRated) -> Events:
    """The case that a poor score opens, and the alert that tells of it; nothing for a fair one."""
    if rated.score > hall.plan.feedback.poor_score:
        return ()
    case = CaseOpened(
        at=rated.at,
        case=f"{ticket.id}-rated",  # a ticket is rated once
        channel=rated.source,
        due_at=_due(hall, rated.at),
        ticket=ticket.id,
        number=ticket.number,
        service=ticket.service,
        at_counter=rated.counter,
        staff=rated.staff,
        score=rated.score,
        tags=rated.tags,
        text=rated.comment,
    )
    return case, _alert(case.at, case.case, f"rating by {case.channel}", case.at_counter, case.number)


def open_case(hall: Hall, command: OpenCase, now: int) -> Events:
    """A complaint that came another way; what today's ticket knows of the service is written down with it."""
    if command.channel not in COMPLAINT_CHANNELS:
        raise refusal("invalid", f"there is no channel {command.channel!r}")
    if command.service is not None:
        hall.plan.service(command.service)
    if command.counter is not None:
        hall.counter(command.counter)
    number, ticket = command.number, None
    if number is not None:
        ticket = next((t for t in hall.tickets.values() if t.number == number), None)
        if ticket is None:
            raise refusal("unknown-ticket", f"there is no ticket {number} today")
    case = CaseOpened(
        at=now,
        case=command.case,
        channel=command.channel,
        due_at=_due(hall, now),
        ticket=ticket.id if ticket else None,
        number=number,
        service=command.service or (ticket.service if ticket else None),
        at_counter=command.counter or (ticket.stay.counter if ticket else None),
        staff=ticket.stay.staff if ticket else None,
        text=command.text,
        by=command.by,
    )
    return case, _alert(now, case.case, f"complaint by {command.channel}", case.at_counter, number)


def take(hall: Hall, command: TakeCase, now: int) -> Events:
    """Somebody sees to it, perhaps instead of somebody else."""
    case = _unresolved(hall, command.case)
    if case.state == "in-progress" and case.handler == command.by:
        return ()
    return (CaseTaken(at=now, case=case.id, by=command.by),)


def note(hall: Hall, command: NoteCase, now: int) -> Events:
    """Write down what has been done or said; also after it was resolved."""
    case = hall.case(command.case)
    return (CaseNoted(at=now, case=case.id, by=command.by, text=command.text),)


def resolve(hall: Hall, command: ResolveCase, now: int) -> Events:
    """It is answered; its alerts go."""
    case = _unresolved(hall, command.case)
    resolved = CaseResolved(at=now, case=case.id, by=command.by, text=command.text)
    return resolved, *_cleared(hall, case, now, command.by)


def reopen(hall: Hall, command: ReopenCase, now: int) -> Events:
    """It was not answered after all: the time begins anew, and the manager is told anew."""
    case = hall.case(command.case)
    if case.state != "resolved":
        raise refusal("case-not-resolved", "this case is not resolved")
    reopened = CaseReopened(at=now, case=case.id, by=command.by, text=command.text, due_at=_due(hall, now))
    return reopened, _alert(now, case.id, f"reopened by {command.by}", case.counter, case.number)


def passed(hall: Hall, now: int) -> Events:
    """The cases whose time has passed since somebody looked: an event and an alert for each."""
    events: list[Event] = []
    for case in hall.cases.values():
        if case.state != "resolved" and not case.overdue and now > case.due_at:
            late = case.alerts[1]
            events.append(CaseOverdue(at=now, case=case.id))
            if late not in hall.alerts:
                events.append(_alert(now, late, "service", case.counter, case.number, "feedback-late"))
    return tuple(events)


def carried_cases(hall: Hall, now: int) -> list[Case]:
    """Those that the next day must know: the unresolved, and the resolved that may still be reopened."""
    keep = hall.plan.feedback.keep
    return [case for case in hall.cases.values() if now - (case.resolved_at or now) <= keep]


def _due(hall: Hall, now: int) -> int:
    feedback = hall.plan.feedback
    if feedback.opening_hours:
        return after_open(hall.plan.schedule, now, feedback.answer_within)
    return now + feedback.answer_within


def _unresolved(hall: Hall, case_id: str) -> Case:
    case = hall.case(case_id)
    if case.state == "resolved":
        raise refusal("case-resolved", "this case is resolved")
    return case


def _alert(
    at: int, alert: str, source: str, counter: int | None, detail: str | None, kind: str = "feedback"
) -> AlertRaised:
    return AlertRaised(at=at, alert=alert, kind=kind, source=source, at_counter=counter, detail=detail)


def _cleared(hall: Hall, case: Case, now: int, by: str) -> list[Event]:
    return [
        AlertCleared(
            at=now, alert=alert.id, kind=alert.kind, source=alert.source, at_counter=alert.counter, by=by
        )
        for alert in (hall.alerts.get(alert_id) for alert_id in case.alerts)
        if alert is not None
    ]


def _opened(hall: Hall, event: CaseOpened) -> None:
    hall.cases[event.case] = Case(
        id=event.case,
        channel=event.channel,
        opened_at=event.at,
        due_at=event.due_at,
        counter=event.at_counter,
        notes=(CaseNote(event.at, event.by, "opened"),),
        **details_of(CaseDetails, event),
    )


def _taken(hall: Hall, event: CaseTaken) -> None:
    _note(hall, event, event.by, "taken", state="in-progress", handler=event.by)


def _noted(hall: Hall, event: CaseNoted) -> None:
    _note(hall, event, event.by, "noted", event.text)


def _resolved(hall: Hall, event: CaseResolved) -> None:
    handler = hall.cases[event.case].handler or event.by
    late = event.at > hall.cases[event.case].due_at  # also if nobody has looked at the clock since
    _note(
        hall,
        event,
        event.by,
        "resolved",
        event.text,
        state="resolved",
        handler=handler,
        resolved_at=event.at,
        overdue=late,
    )


def _reopened(hall: Hall, event: CaseReopened) -> None:
    _note(
        hall,
        event,
        event.by,
        "reopened",
        event.text,
        state="open",
        handler=None,
        resolved_at=None,
        overdue=False,
        due_at=event.due_at,
    )


def _overdue(hall: Hall, event: CaseOverdue) -> None:
    _note(hall, event, None, "overdue", overdue=True)


def _note(
    hall: Hall, event: CaseEvent, by: str | None, did: Any, text: str | None = None, **changes: Any
) -> None:
    case = hall.cases[event.case]
    note = CaseNote(event.at, by, did, text)
    hall.cases[case.id] = replace(case, notes=(*case.notes, note), **changes)


DECIDERS: Mapping[type[Command], Decider] = {
    OpenCase: open_case,
    TakeCase: take,
    NoteCase: note,
    ResolveCase: resolve,
    ReopenCase: reopen,
}

FOLDS: Mapping[type[Event], Fold] = {
    CaseOpened: _opened,
    CaseTaken: _taken,
    CaseNoted: _noted,
    CaseResolved: _resolved,
    CaseReopened: _reopened,
    CaseOverdue: _overdue,
}
