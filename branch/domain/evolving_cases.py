"""How events make and change feedback cases; a part of `branch.domain.evolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from branch.domain import events as e
from branch.domain.cases import Case, CaseNote
from branch.domain.hall import Hall


def _opened(hall: Hall, event: e.CaseOpened) -> None:
    hall.cases[event.case] = Case(
        id=event.case,
        channel=event.channel,
        opened_at=event.at,
        due_at=event.due_at,
        ticket=event.ticket,
        number=event.number,
        service=event.service,
        counter=event.at_counter,
        staff=event.staff,
        score=event.score,
        tags=tuple(event.tags),
        text=event.text,
        notes=(CaseNote(event.at, event.by, "opened"),),
    )


def _taken(hall: Hall, event: e.CaseTaken) -> None:
    _note(hall, event, event.by, "taken", state="in-progress", handler=event.by)


def _noted(hall: Hall, event: e.CaseNoted) -> None:
    _note(hall, event, event.by, "noted", event.text)


def _resolved(hall: Hall, event: e.CaseResolved) -> None:
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


def _reopened(hall: Hall, event: e.CaseReopened) -> None:
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


def _overdue(hall: Hall, event: e.CaseOverdue) -> None:
    _note(hall, event, None, "overdue", overdue=True)


def _note(
    hall: Hall, event: e.CaseEvent, by: str | None, did: Any, text: str | None = None, **changes: Any
) -> None:
    case = hall.cases[event.case]
    note = CaseNote(event.at, by, did, text)
    hall.cases[case.id] = replace(case, notes=(*case.notes, note), **changes)


FOLDS: Mapping[type[e.Event], Callable[[Hall, Any], None]] = {
    e.CaseOpened: _opened,
    e.CaseTaken: _taken,
    e.CaseNoted: _noted,
    e.CaseResolved: _resolved,
    e.CaseReopened: _reopened,
    e.CaseOverdue: _overdue,
}
"""Each event of a case with the function that takes it in; part of the table in evolve.py."""
