"""Ratings that were taken, and feedback cases."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

CaseState = Literal["open", "in-progress", "resolved"]


class Rated(TypedDict):
    """A rating that was taken; ``ticket`` is its number."""

    ticket: str
    score: int
    at: str


class LeftUnrated(TypedDict):
    """A question for a rating that was left without an answer; ``ticket`` is its number."""

    ticket: str


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
    """A feedback case, for the manager: ``text`` is what the customer said, ``handler`` who sees to it."""

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


class Cases(TypedDict):
    """The cases at hand, or those that were opened on ``day``, oldest first."""

    day: str | None
    cases: list[Case]


class CaseCounts(TypedDict):
    """How many cases were opened on a day, and how many of them were answered, in time and too late, or are
    overdue."""

    opened: int
    resolved: int
    in_time: int
    overdue: int
