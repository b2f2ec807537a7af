"""A counter, the staff session at it with its messages, and its last action as it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from branch.domain.kernel.messages import AtCounter, Command, CounterEvent
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
    """One counter, and the staff session at it if there is one; ``device`` is where that was begun, by the
    name of its token."""

    number: int
    services: tuple[str, ...]
    state: CounterState = "closed"
    staff: str | None = None
    reason: str | None = None
    since: int = 0
    back_at: int | None = None
    ticket: str | None = None
    undo: Undo | None = None
    device: str | None = None


@dataclass(frozen=True, slots=True)
class OpenCounter(Command):
    """A member of staff sits down at a counter. Without services it is the counter's own list. With ``move``
    a session of theirs at another counter ends, and its ticket comes along."""

    counter: int
    staff: str
    services: tuple[str, ...] | None = None
    move: bool = False
    device: str | None = None


@dataclass(frozen=True, slots=True)
class CloseCounter(Command):
    """The session at a counter ends. With ``give_back`` whoever was parked there waits again."""

    counter: int
    give_back: bool = False


@dataclass(frozen=True, slots=True)
class PauseCounter(Command):
    """The counter calls nobody for a while: for ``duration`` ms, as far as its teller has said."""

    counter: int
    reason: str | None = None
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class ResumeCounter(Command):
    """The pause is over."""

    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterOpened(CounterEvent):
    """A session began, or goes on at another device."""

    staff: str
    services: tuple[str, ...]
    device: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterClosed(CounterEvent):
    """A session ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterPaused(CounterEvent):
    """The counter calls nobody for a while; ``back_at`` is when its teller means to be back."""

    reason: str | None = None
    back_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterResumed(CounterEvent):
    """The pause is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMoved(AtCounter):
    """The ticket at ``from_counter`` is at ``counter`` now, since the member of staff has moved there."""

    from_counter: int
