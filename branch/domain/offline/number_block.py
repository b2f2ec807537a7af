"""Numbers set aside for a kiosk that cannot ask, how they are asked for and told of."""

from __future__ import annotations

from dataclasses import dataclass, field

from branch.domain.kernel.messages import Command, Event
from branch.domain.tickets.ticket import TicketDetails


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """Numbers of a service, ``first`` to ``last``, that a kiosk may give while it cannot ask; ``handed_in``
    are those it has told us of."""

    id: str
    service: str
    holder: str
    first: int
    last: int
    reserved_at: int
    handed_in: frozenset[int] = frozenset()

    @property
    def left(self) -> int:
        """How many of them we know of nobody having."""
        return self.last - self.first + 1 - len(self.handed_in)


@dataclass(frozen=True, slots=True)
class ReserveNumbers(Command):
    """Set numbers of a service aside for ``holder``, which will give them while it cannot ask."""

    block: str
    service: str
    holder: str


@dataclass(frozen=True, slots=True)
class HandInTicket(TicketDetails, Command):
    """Tell of number ``n`` of a reserved block, which was given at ``issued_at`` (ms) without the service.
    ``printed`` is whether it is on paper, None if that is not known."""

    ticket: str
    block: str
    n: int
    issued_at: int
    language: str | None = None
    segment: str | None = None
    channel: str = field(default="kiosk", kw_only=True)
    printed: bool | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersReserved(Event):
    """The numbers from ``first`` to ``last`` are for ``holder`` to give while it cannot ask."""

    block: str
    service: str
    holder: str
    first: int
    last: int
