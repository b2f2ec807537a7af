"""Feedback cases: what a customer was unhappy with, until somebody has answered it. Frozen like the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``text`` is what the customer said, ``due_at`` when it is to be answered, ``alerts`` the ids
    of the alerts that it may have raised."""

    id: str
    channel: str
    opened_at: int
    due_at: int
    ticket: str | None = None
    number: str | None = None
    service: str | None = None
    counter: int | None = None
    staff: str | None = None
    score: int | None = None
    tags: tuple[str, ...] = ()
    text: str | None = None
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
