"""Counters, the queue of a counter and its teller's own figures, as each audience sees them."""

from __future__ import annotations

from itertools import islice
from typing import TypeVar

from branch.contract.answers.counter_answers import (
    BoardCounter,
    CounterQueue,
    IntegrationCounter,
    KioskCounter,
    PublicCounter,
    QueuedTicket,
    StaffCounter,
    StaffFigures,
)
from branch.contract.times import optional_text
from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.queueing import discipline
from branch.domain.tickets.ticket import Ticket, TicketStatus
from branch.service.feed.ticket_views import TicketViews

_QUEUE_SHOWN = 30

TicketT = TypeVar("TicketT")


class CounterViews(TicketViews):
    """Makes the views of one branch's counters. ``held`` is the ticket at the counter."""

    def board_counter(self, counter: Counter, held: Ticket | None) -> BoardCounter:
        """For the hall display."""
        return self._public(counter, self.board_ticket(held) if held else None)

    def kiosk_counter(self, counter: Counter, held: Ticket | None) -> KioskCounter:
        """For a kiosk."""
        return self._public(counter, self.kiosk_ticket(held) if held else None)

    def integration_counter(self, counter: Counter, held: Ticket | None) -> IntegrationCounter:
        """For other programs of the bank."""
        return self._public(counter, self.integration_ticket(held) if held else None)

    def staff_counter(self, counter: Counter, held: Ticket | None) -> StaffCounter:
        """For counters and the manager."""
        return {
            **self._public(counter, self.staff_ticket(held) if held else None),
            "staff": counter.staff,
            "undo": counter.undo.action if counter.undo else None,
        }

    def _public(self, counter: Counter, ticket: TicketT | None) -> PublicCounter[TicketT]:
        return {
            "number": counter.number,
            "state": counter.state,
            "reason": counter.reason,
            "services": list(counter.services),
            "since": self.time(counter.since),
            "back_at": optional_text(counter.back_at, self.zone),
            "ticket": ticket,
            "public_name": self.public_name(counter.staff),
        }

    def queue(self, hall: Hall, number: int, now: int) -> CounterQueue:
        """Who waits for a counter, next first, and who stands aside; at most 30 of each are listed."""
        counter = hall.counters.get(number)
        if counter is None:
            return {"waiting": 0, "tickets": [], "held": []}
        ids = islice(discipline.queue_of(hall, counter, now), _QUEUE_SHOWN)
        on_hold = [hall.tickets[ticket] for ticket in hall.on_hold]
        held = [t for t in on_hold if t.stay.counter == number or t.service in counter.services]
        due = [ticket for ticket in held if ticket.reminder.reminded]
        held = [ticket for ticket in held if not ticket.reminder.reminded][-(_QUEUE_SHOWN - len(due)) :]
        held.sort(key=lambda ticket: ticket.status is TicketStatus.MISSED)  # parked ones are still here
        return {
            "waiting": sum(hall.waiting.waiting(service) for service in counter.services),
            "tickets": [self._row(hall, hall.tickets[ticket], now) for ticket in ids],
            "held": [self._row(hall, ticket, now) for ticket in due + held],
        }

    def _row(self, hall: Hall, ticket: Ticket, now: int) -> QueuedTicket:
        service = hall.plan.services.get(ticket.service)
        waited = max(0, now - ticket.issued_at)
        return {
            **self.staff_ticket(ticket),
            "waited_s": waited // 1000,
            "late": service is not None and waited > service.wait_standard,
            "remind_at": optional_text(ticket.reminder.remind_at, self.zone),
            "due": ticket.reminder.reminded,
        }


def held_by(hall: Hall, counter: Counter) -> Ticket | None:
    """The ticket at a counter."""
    return hall.tickets[counter.ticket] if counter.ticket else None


GROUP = 3
"""So many ratings are told at a time; fewer than that are none."""

SATISFIED = 4
"""A score of so much or more is a satisfied customer (the "top two boxes" of customer surveys)."""


def figures_view(hall: Hall, staff: str, now: int) -> StaffFigures:
    """What ``staff`` has done today, wherever they sat: services finished, how long they took on average, how
    many of them within the standard of their service; pauses with the one that lasts; ratings, and those who
    were asked for one in vain."""
    services = hall.plan.services
    done = [
        stop
        for ticket in hall.tickets.values()
        for stop in ticket.stays
        if stop.staff == staff and stop.ended == "served"
    ]
    told = _told_scores(hall, staff)
    judged = [stop for stop in done if stop.service in services]
    pauses, paused = hall.pauses.get(staff, (0, 0))
    for counter in hall.counters.values():
        if counter.staff == staff and counter.state == "paused":
            pauses, paused = pauses + 1, paused + now - counter.since
    return {
        "staff": staff,
        "served": len(done),
        "average_s": sum(stop.took for stop in done) / len(done) / 1000 if done else None,
        "judged": len(judged),
        "within": sum(stop.took <= services[stop.service].standard for stop in judged),
        "pauses": pauses,
        "paused_s": paused / 1000,
        "ratings": len(told),
        "satisfied": sum(score >= SATISFIED for score in told) / len(told) if told else None,
        "mean": sum(told) / len(told) if told else None,
        "unanswered": _unanswered(hall, staff),
    }


def _told_scores(hall: Hall, staff: str) -> list[int]:
    given = [t.rating for t in hall.tickets.values() if t.stay.staff == staff and t.rating is not None]
    given.sort(key=lambda rating: rating.at)
    return [rating.score for rating in given[: len(given) // GROUP * GROUP]]


def _unanswered(hall: Hall, staff: str) -> int:
    """In groups too: who has just said nothing is as little to be told as what somebody said."""
    silent = sum(ticket.rating_asked for ticket in hall.tickets.values() if ticket.stay.staff == staff)
    return silent // GROUP * GROUP
