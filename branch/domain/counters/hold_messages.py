"""What may be asked about tickets that stand aside, missed or parked, and what happens to them."""

from __future__ import annotations

from dataclasses import dataclass

from branch.domain.kernel.messages import AtCounter, Command, TicketEvent


@dataclass(frozen=True, slots=True)
class MarkMissed(Command):
    """The customer called has not come."""

    counter: int


@dataclass(frozen=True, slots=True)
class ParkTicket(Command):
    """The customer goes aside (fills in a form) and will be called again. The counter is reminded
    ``remind_after`` ms later, 0 for never, None for the branch's own time."""

    counter: int
    remind_after: int | None = None


@dataclass(frozen=True, slots=True)
class ParkAgain(Command):
    """A parked ticket stays aside; the counter that says so is reminded later, as in `ParkTicket`."""

    counter: int
    ticket: str
    remind_after: int | None = None


@dataclass(frozen=True, slots=True)
class RequeueTicket(Command):
    """A missed or parked ticket waits again; from a counter, where it can be undone, if one is named."""

    ticket: str
    counter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMissed(AtCounter):
    """Nobody came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketParked(AtCounter):
    """The ticket stepped aside; the counter is to be reminded at ``remind_at`` (ms), None for never."""

    remind_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderMoved(TicketEvent):
    """A parked ticket stays aside; ``at_counter`` is to be reminded at ``remind_at`` (ms), None for never."""

    at_counter: int
    remind_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderDue(TicketEvent):
    """A parked ticket's time is up; ``at_counter`` had asked to be reminded."""

    at_counter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRequeued(TicketEvent):
    """A missed or parked ticket waits again; ``since`` is its place in the order. ``at_counter`` put it
    back, None if it was no counter."""

    since: int
    at_counter: int | None = None
