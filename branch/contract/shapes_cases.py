"""The shapes of feedback cases; a part of `branch.contract.shapes`."""

from __future__ import annotations

from typing import Literal, TypedDict

CaseState = Literal["open", "in-progress", "resolved"]


class CaseReceipt(TypedDict):
    """What whoever hands in a complaint is told of it."""

    id: str
    state: CaseState
    opened_at: str
    due_at: str


class CaseNote(TypedDict):
    """One line of a case's history; ``did`` is opened, taken, noted, resolved, reopened or overdue."""

    at: str
    by: str | None
    did: str
    text: str | None


class Case(CaseReceipt):
    """A feedback case, for managers: ``text`` is what the customer said, ``handler`` who sees to it."""

    channel: str
    overdue: bool
    resolved_at: str | None
    handler: str | None
    ticket: str | None
    number: str | None
    service: str | None
    counter: int | None
    staff: str | None
    score: int | None
    tags: list[str]
    text: str | None
    notes: list[CaseNote]
