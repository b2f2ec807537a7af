"""Tickets as each audience sees them: one builder for each type of `branch.contract.answers.ticket_answers`.

What a builder's type has not is not told, and that is all there is to privacy here. Phone numbers and names
are in no type at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from branch.contract.answers import ticket_answers as t
from branch.contract.basics import Names
from branch.contract.times import optional_text, to_text
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.estimate import Forecast
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.tickets.ticket import CounterStay, Ticket, TicketStatus

_STATUS: Mapping[TicketStatus, t.TicketStatus] = {
    TicketStatus.WAITING: "waiting",
    TicketStatus.CALLED: "called",
    TicketStatus.SERVING: "serving",
    TicketStatus.PARKED: "parked",
    TicketStatus.MISSED: "missed",
    TicketStatus.SERVED: "served",
    TicketStatus.CANCELLED: "cancelled",
    TicketStatus.EXPIRED: "expired",
}

_NowView = Callable[[Ticket, t.WaitFacts], t.CustomerTicket | t.TicketNow]


class TicketViews:
    """Makes the views of one branch's tickets. ``base_url`` is where phones reach the service."""

    def __init__(self, plan: Plan, base_url: str) -> None:
        self.plan = plan
        self.zone = ZoneInfo(plan.schedule.zone)
        self._base_url = base_url.rstrip("/")
        self._now: Mapping[str, _NowView] = {
            "kiosk": self._customer_ticket,
            "counter": self._ticket_now,
            "manager": self._ticket_now,
            "integration": self._ticket_now,
        }

    def time(self, at: int) -> str:
        """An instant in the branch's own offset."""
        return to_text(at, self.zone)

    def move(self, base_url: str) -> None:
        """Send phones to another address from now on."""
        self._base_url = base_url.rstrip("/")

    def ticket_url(self, ticket_id: str) -> str:
        """Where the customer's phone follows a ticket."""
        return f"{self._base_url}/t/{ticket_id}"

    def public_name(self, staff: str | None) -> Names | None:
        """What customers may read of one of the staff, by language; None where the branch names nobody."""
        person = self.plan.staff.get(staff) if staff is not None else None
        return dict(person.public_name) if person is not None and person.public_name else None

    def board_ticket(self, ticket: Ticket) -> t.BoardTicket:
        """For the hall display."""
        return {
            "number": ticket.number,
            "service": ticket.service,
            "segment": ticket.segment,
            "language": ticket.language,
            "status": ticket_status(ticket),
            "counter": ticket.stay.counter,
            "called_at": optional_text(ticket.stay.called_at, self.zone),
            "recalls": ticket.stay.recalls,
            "appointment": self._promised_time(ticket),
            "came_late": ticket.came_late,
        }

    def kiosk_ticket(self, ticket: Ticket) -> t.KioskTicket:
        """For a kiosk's hall and feed."""
        return {**self.board_ticket(ticket), "printed": ticket.paper.printed}

    def integration_ticket(self, ticket: Ticket) -> t.IntegrationTicket:
        """For other programs of the bank: all that does not change by itself, but what only staff see."""
        zone = self.zone
        return {
            "id": ticket.id,
            "number": ticket.number,
            "service": ticket.service,
            "segment": ticket.segment,
            "language": ticket.language,
            "status": ticket_status(ticket),
            "channel": ticket.channel,
            "issued_at": to_text(ticket.issued_at, zone),
            "counter": ticket.stay.counter,
            "for_counter": ticket.place.for_counter,
            "then": list(ticket.next_services),
            "called_at": optional_text(ticket.stay.called_at, zone),
            "started_at": optional_text(ticket.stay.started_at, zone),
            "finished_at": optional_text(ticket.finished_at, zone),
            "recalls": ticket.stay.recalls,
            "transfers": ticket.transfers,
            "printed": ticket.paper.printed,
            "note": ticket.note,
            "doubtful": ticket.may_miss_closing,
            "url": self.ticket_url(ticket.id),
            "appointment": self._promised_time(ticket),
            "came_late": ticket.came_late,
        }

    def staff_ticket(self, ticket: Ticket) -> t.StaffTicket:
        """For counters and the manager."""
        return {
            **self.integration_ticket(ticket),
            "for_staff": ticket.place.for_staff,
            "segment_reason": ticket.segment_reason,
            "out_of_turn": out_of_turn(ticket),
            "call_reason": call_reason(ticket),
            "steps_done": list(ticket.steps_done),
            "stops": [self._stay(stay) for stay in ticket.stays],
        }

    def ticket_now(self, hall: Hall, ticket: Ticket, now: int, role: str) -> t.CustomerTicket | t.TicketNow:
        """For whoever asks by its id: with who is ahead and how long it will take, while it waits.

        Raises not-allowed for a role that tickets are not told to.
        """
        view = self._now.get(role)
        if view is None:
            raise refusal("not-allowed", f"role {role} is told of no ticket")
        return view(ticket, self.wait_facts(hall, ticket, now))

    def staff_ticket_now(self, hall: Hall, ticket: Ticket, now: int) -> t.StaffTicketNow:
        """The same for the counter that has just done something with it."""
        return {**self.staff_ticket(ticket), **self.wait_facts(hall, ticket, now)}

    def customer_ticket(self, hall: Hall, ticket: Ticket, now: int) -> t.CustomerTicket:
        """The same for a kiosk."""
        return self._customer_ticket(ticket, self.wait_facts(hall, ticket, now))

    def wait_facts(self, hall: Hall, ticket: Ticket, now: int) -> t.WaitFacts:
        """What of its wait is told now; of one that has been called only the promise."""
        ahead, estimate = 0, None
        if ticket.status is TicketStatus.WAITING:
            ahead, estimate = self._wait(hall, ticket, now)
        return {"promise": told_promise(self.plan, ticket), "ahead": ahead, "estimate": estimate}

    def _wait(self, hall: Hall, ticket: Ticket, now: int) -> tuple[int, t.TicketWait | None]:
        # What is told with the number is what is journaled with it.
        estimate = ticket.announced if now == ticket.issued_at and not ticket.changes else None
        if estimate is None:
            forecast = Forecast(hall, now)
            estimate = forecast.for_ticket(ticket)
            if estimate is None:
                return forecast.ahead(ticket), None
        return estimate.ahead, {
            **wait_band(estimate),
            "middle_at": self.time(now + estimate.middle),
            "high_at": self.time(now + estimate.top),
        }

    def _ticket_now(self, ticket: Ticket, wait: t.WaitFacts) -> t.TicketNow:
        return {**self.integration_ticket(ticket), **wait}

    def _customer_ticket(self, ticket: Ticket, wait: t.WaitFacts) -> t.CustomerTicket:
        """What staff note about a customer is not for the kiosk."""
        return {**self.integration_ticket(ticket), "note": None, **wait}

    def _stay(self, stay: CounterStay) -> t.CounterStay:
        return {
            "at": self.time(stay.at),
            "service": stay.service,
            "counter": stay.counter,
            "ended": stay.ended,
            "took_s": stay.took / 1000,
            "note": stay.note,
        }

    def _promised_time(self, ticket: Ticket) -> str | None:
        return None if ticket.promise is None else optional_text(ticket.promise.appointment_at, self.zone)


def ticket_status(ticket: Ticket) -> t.TicketStatus:
    """Where it stands, in the words of the protocol."""
    return _STATUS[ticket.status]


def told_promise(plan: Plan, ticket: Ticket) -> int:
    """The promise that its customer is told, 0 for none: it cannot be held for a number that was told late,
    and other counters are seen to pass one that waits for a counter or a person."""
    return 0 if ticket.told_late or ticket.place.for_counter is not None else plan.rule.most_passes


def call_reason(ticket: Ticket) -> str | None:
    """Why a teller chose it, if one did and said so."""
    decision = ticket.stay.decision
    return decision.note if decision is not None and decision.reason == "chosen" else None


def out_of_turn(ticket: Ticket) -> bool:
    """Whether its last call was before its turn; who was missed or parked had theirs."""
    decision = ticket.stay.decision
    if decision is None or decision.reason != "chosen":
        return False
    return decision.was == "waiting" and decision.turn != ticket.number


def wait_band(estimate: WaitEstimate) -> t.WaitBand:
    """A wait in seconds."""
    return {
        "low_s": round(estimate.low / 1000),
        "middle_s": round(estimate.middle / 1000),
        "high_s": round(estimate.top / 1000),
    }
