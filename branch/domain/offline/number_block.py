"""Numbers set aside for a kiosk that cannot ask, how they are asked for and told of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from branch.domain.kernel.messages import Command, Event
from branch.domain.plan.services_offered import Service, number_text
from branch.domain.tickets.ticket import TicketDetails


@dataclass(frozen=True, kw_only=True)
class BlockDetails:
    """Whose numbers are set aside, and for whom: ``holder`` will give them while it cannot ask. ``device`` is
    the machine that asked, and ``kiosk`` its name; a machine that forgets its settings is another holder."""

    __slots__ = ()

    service: str
    holder: str
    device: str | None = None
    kiosk: str | None = None


@dataclass(frozen=True, slots=True)
class NumberBlock(BlockDetails):
    """Numbers of a service, ``first`` to ``last``, that a kiosk may give while it cannot ask; ``handed_in``
    are those it has told us of, with the instant (ms) at which each was given, and ``issue_index`` the place
    of the first of these in the order of issue. ``prefix`` and ``digits`` are what the kiosk prints, whatever
    becomes of the service meanwhile; None in journals of before they were kept."""

    id: str
    first: int
    last: int
    reserved_at: int
    handed_in: Mapping[int, int] = field(default_factory=dict)
    issue_index: int = 0
    prefix: str | None = None
    digits: int | None = None

    def number(self, n: int, service: Service) -> str:
        """The number as it was printed: A950."""
        if self.prefix is None or self.digits is None:
            return service.number(n)
        return number_text(self.prefix, n, self.digits)

    @property
    def left(self) -> int:
        """How many of them we know of nobody having."""
        return self.last - self.first + 1 - len(self.handed_in)


@dataclass(frozen=True, slots=True)
class ProvenBlock(BlockDetails):
    """A block that this branch has set aside on ``day``, whatever its journal knows of that: the kiosk has
    shown what the service gave it then."""

    day: str
    first: int
    last: int
    prefix: str
    digits: int
    reserved_at: int


@dataclass(frozen=True, slots=True)
class ReserveNumbers(BlockDetails, Command):
    """Set numbers of a service aside."""

    block: str


@dataclass(frozen=True, slots=True)
class HandInTicket(TicketDetails, Command):
    """Tell of number ``n`` of a reserved block, which was given at ``issued_at`` (ms) without the service.
    ``printed`` is whether it is on paper, None if that is not known; ``proven`` is the block itself, should
    it have been set aside after the backup that the branch goes on from."""

    ticket: str
    block: str
    n: int
    issued_at: int
    language: str | None = None
    segment: str | None = None
    channel: str = field(default="kiosk", kw_only=True)
    printed: bool | None = None
    reason: str | None = None
    proven: ProvenBlock | None = None


@dataclass(frozen=True, slots=True)
class LeaveGap(Command):
    """Give no number that may have been given on ``day`` already, though nothing here tells of it.

    ``given`` is the last number that is known to have been given, by service, and ``set_aside`` the first one
    that was set aside. With ``exact`` nothing else was; else as much is left out as may have been.
    """

    day: str
    given: Mapping[str, int]
    set_aside: Mapping[str, int]
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersReserved(BlockDetails, Event):
    """The numbers from ``first`` to ``last`` are set aside; ``reserved_at`` (ms) is when they were, where
    that is told later."""

    block: str
    first: int
    last: int
    prefix: str | None = None
    digits: int | None = None
    reserved_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersSkipped(Event):
    """The next ``count`` numbers of a service, up to ``through``, are not given, nor are those after ``last``
    set aside: they may be in somebody's hands."""

    schema = 4

    service: str
    count: int
    through: int
    last: int
