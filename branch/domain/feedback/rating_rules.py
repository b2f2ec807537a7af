"""Decisions about what a customer says of a service: once, in time, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.feedback.case_rules import opened_by_rating
from branch.domain.feedback.rating import (
    LeaveUnrated,
    RateTicket,
    Rating,
    RatingDetails,
    RatingNotGiven,
    TicketRated,
)
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events, details_of
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import Ticket, TicketStatus, ticket_refusal


def rate(hall: Hall, command: RateTicket, now: int) -> Events:
    """One rating for one served ticket, in time."""
    ticket = hall.ticket(command.ticket)
    if not 1 <= command.score <= 5:
        raise refusal("invalid", f"score must be 1 to 5, not {command.score}")
    finished_at = _served(ticket)
    if ticket.rating is not None:
        raise refusal("already-rated", f"{ticket.number} has been rated", number=ticket.number)
    given_at = now if command.given_at is None else min(max(command.given_at, finished_at), now)
    if given_at - finished_at > hall.plan.rating_window:
        raise refusal("rating-too-late", f"{ticket.number} was served too long ago", number=ticket.number)
    rated = TicketRated(
        at=now,
        ticket=ticket.id,
        score=command.score,
        **details_of(RatingDetails, command),
        counter=ticket.stay.counter,
        staff=ticket.stay.staff,
    )
    return rated, *opened_by_rating(hall, ticket, rated)


def leave_unrated(hall: Hall, command: LeaveUnrated, now: int) -> Events:
    """The customer was asked and said nothing. Nothing to note if they have said it elsewhere, or if that
    was told before; they may still say it, in time."""
    ticket = hall.ticket(command.ticket)
    _served(ticket)
    if ticket.rating is not None or ticket.rating_asked:
        return ()
    return (
        RatingNotGiven(
            at=now,
            ticket=ticket.id,
            source=command.source,
            counter=ticket.stay.counter,
            staff=ticket.stay.staff,
        ),
    )


def _served(ticket: Ticket) -> int:
    """When its service ended; raises ticket-not-served."""
    if ticket.status is not TicketStatus.SERVED or ticket.finished_at is None:
        raise ticket_refusal("ticket-not-served", ticket, f"{ticket.number} is {ticket.status}")
    return ticket.finished_at


def _rated(hall: Hall, event: TicketRated) -> None:
    rating = Rating(event.score, event.at, **details_of(RatingDetails, event))
    hall.tickets[event.ticket] = replace(hall.tickets[event.ticket], rating=rating, rating_asked=False)


def _not_rated(hall: Hall, event: RatingNotGiven) -> None:
    # As with a rating, the visit is over: an undo of its finish takes this back with it.
    hall.tickets[event.ticket] = replace(hall.tickets[event.ticket], rating_asked=True)


DECIDERS: Mapping[type[Command], Decider] = {
    RateTicket: rate,
    LeaveUnrated: leave_unrated,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketRated: _rated,
    RatingNotGiven: _not_rated,
}
