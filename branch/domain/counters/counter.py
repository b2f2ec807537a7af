"""A counter, the staff session at it, and its last action as it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from branch.domain.tickets.ticket import Ticket

CounterState = Literal["closed", "open", "paused"]


@dataclass(frozen=True, slots=True)
class Undo:
    """What the last action at a counter was, and the ticket as it stood before it."""

    action: str
    ticket: Ticket
    at: int


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter, and the staff session at it if there is one."""

    number: int
    services: tuple[str, ...]
    state: CounterState = "closed"
    staff: str | None = None
    reason: str | None = None
    since: int = 0
    back_at: int | None = None
    ticket: str | None = None
    undo: Undo | None = None
