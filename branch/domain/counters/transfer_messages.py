"""What may be asked about where a ticket goes on to, and what happens then."""

from __future__ import annotations

from dataclasses import dataclass

from branch.domain.kernel.messages import AtCounter, Command


@dataclass(frozen=True, slots=True)
class TransferTicket(Command):
    """Send the counter's ticket on to a service, a counter or a person; number and arrival time stay."""

    counter: int
    service: str | None = None
    to_counter: int | None = None
    note: str | None = None
    to_staff: str | None = None


@dataclass(frozen=True, slots=True)
class ChainServices(Command):
    """After the service at hand the counter's ticket goes on to these, in this order, or to none."""

    counter: int
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketTransferred(AtCounter):
    """The ticket waits again, for ``service``, and for one counter only if ``to_counter`` is given: for that
    of ``to_staff`` if it was sent to a person, whom it follows."""

    service: str
    to_counter: int | None = None
    note: str | None = None
    to_staff: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainSet(AtCounter):
    """After the service at hand the ticket goes on to ``then``, one after the other."""

    then: tuple[str, ...]
