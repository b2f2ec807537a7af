"""Feedback cases: what a customer was unhappy with until it is answered, what is asked and what happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from branch.domain.kernel.messages import CaseEvent, Command

CaseState = Literal["open", "in-progress", "resolved"]

COMPLAINT_CHANNELS = ("paper", "telephone", "in-person", "letter", "email", "other")
"""How a complaint comes that is no rating; a rating's case has the rating's source instead."""


@dataclass(frozen=True, slots=True)
class CaseNote:
    """One line of a case's history: who did what (an event's verb), and what they wrote."""

    at: int
    by: str | None
    did: Literal["opened", "taken", "noted", "resolved", "reopened", "overdue"]
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class CaseDetails:
    """What a case is about, as far as it is known: ``text`` is what the customer said."""

    __slots__ = ()

    ticket: str | None = None
    number: str | None = None
    service: str | None = None
    staff: str | None = None
    score: int | None = None
    tags: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Case(CaseDetails):
    """One case. ``due_at`` is when it is to be answered, ``alerts`` the ids of the alerts that it may have
    raised."""

    id: str
    channel: str
    opened_at: int
    due_at: int
    counter: int | None = None
    state: CaseState = "open"
    handler: str | None = None
    resolved_at: int | None = None
    overdue: bool = False
    notes: tuple[CaseNote, ...] = ()

    @property
    def alerts(self) -> tuple[str, str]:
        """The ids of its alerts: that it is there, and that its time has passed."""
        return self.id, f"{self.id}-late"

    @property
    def in_time(self) -> bool | None:
        """Whether it was answered in time; None while that is not known."""
        if self.state == "resolved":
            return not self.overdue
        return False if self.overdue else None


@dataclass(frozen=True, slots=True)
class OpenCase(Command):
    """Write down a complaint that came another way than by a rating. ``number`` is a ticket of today."""

    case: str
    channel: str
    text: str
    by: str
    number: str | None = None
    service: str | None = None
    counter: int | None = None


@dataclass(frozen=True, slots=True)
class TakeCase(Command):
    """See to a case."""

    case: str
    by: str


@dataclass(frozen=True, slots=True)
class NoteCase(Command):
    """Write down what has been done or said about it."""

    case: str
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class ResolveCase(Command):
    """It is answered."""

    case: str
    by: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ReopenCase(Command):
    """It was not answered after all."""

    case: str
    by: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(CaseDetails, CaseEvent):
    """A customer is unhappy: by a rating's score, tags and words, or by a complaint that came another way.
    Names what it is about again, since the ticket is gone with its day."""

    channel: str
    due_at: int
    at_counter: int | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTaken(CaseEvent):
    """Somebody sees to it."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseNoted(CaseEvent):
    """Somebody wrote down what has been done or said."""

    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResolved(CaseEvent):
    """It is answered."""

    by: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReopened(CaseEvent):
    """It was not answered after all, and has a new time."""

    by: str
    due_at: int
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOverdue(CaseEvent):
    """Its time has passed without an answer."""
