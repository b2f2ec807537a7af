"""What a customer said of a service, how it is told, and what is written down."""

from __future__ import annotations

from dataclasses import dataclass

from branch.domain.kernel.messages import Command, TicketEvent


@dataclass(frozen=True, kw_only=True)
class RatingDetails:
    """What goes with a score: the reasons that were chosen, the customer's words, and where it was given."""

    __slots__ = ()

    tags: tuple[str, ...] = ()
    comment: str | None = None
    source: str = "pad"


@dataclass(frozen=True, slots=True)
class Rating(RatingDetails):
    """What one customer said of one service: 1 (very bad) to 5 (very good)."""

    score: int
    at: int


@dataclass(frozen=True, slots=True)
class RateTicket(RatingDetails, Command):
    """The customer's word on the service, once; given at ``given_at`` (ms) if that is told late."""

    ticket: str
    score: int
    given_at: int | None = None


@dataclass(frozen=True, slots=True)
class LeaveUnrated(Command):
    """The customer was asked for a rating and gave none before the question closed."""

    ticket: str
    source: str = "pad"


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRated(RatingDetails, TicketEvent):
    """The customer's word on the service."""

    score: int
    counter: int | None = None
    staff: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingNotGiven(TicketEvent):
    """The customer was asked and gave no rating before the question closed; one may still follow."""

    source: str = "pad"
    counter: int | None = None
    staff: str | None = None
