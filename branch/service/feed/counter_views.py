"""Counters, and the queue of a counter, as each audience sees them."""

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
        ids = islice(discipline.queue_of(hall.waiting, self.plan, counter), _QUEUE_SHOWN)
        on_hold = [hall.tickets[ticket] for ticket in hall.on_hold]
        held = [t for t in on_hold if t.counter == number or t.service in counter.services]
        due = [ticket for ticket in held if ticket.reminded]
        held = [ticket for ticket in held if not ticket.reminded][-(_QUEUE_SHOWN - len(due)) :]
        held.sort(key=lambda ticket: ticket.status is TicketStatus.MISSED)  # parked ones are still here
        return {
            "waiting": sum(hall.waiting.waiting(service) for service in counter.services),
            "tickets": [self._row(hall.tickets[ticket], now) for ticket in ids],
            "held": [self._row(ticket, now) for ticket in due + held],
        }

    def _row(self, ticket: Ticket, now: int) -> QueuedTicket:
        service = self.plan.services.get(ticket.service)
        waited = max(0, now - ticket.issued_at)
        return {
            **self.staff_ticket(ticket),
            "waited_s": waited // 1000,
            "late": service is not None and waited > service.wait_standard,
            "remind_at": optional_text(ticket.remind_at, self.zone),
            "due": ticket.reminded,
        }


def held_by(hall: Hall, counter: Counter) -> Ticket | None:
    """The ticket at a counter."""
    return hall.tickets[counter.ticket] if counter.ticket else None
