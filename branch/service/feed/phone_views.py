"""What a customer's phone is shown of the own ticket, and the numbers that a kiosk may give by itself."""

from __future__ import annotations

from branch.contract.answers.paper_answers import NumberBlock as NumberBlockView
from branch.contract.answers.ticket_answers import PublicTicket, TicketWait, WaitInWords
from branch.contract.wait_reading import told_wait
from branch.domain.kernel.hall import Hall
from branch.domain.offline.number_block import NumberBlock
from branch.domain.tickets.ticket import AT_COUNTER, Ticket, TicketStatus
from branch.service.feed.ticket_views import TicketViews, ticket_status
from branch.wording.wait_wording import told

PAGE_LANGUAGES = ("zh", "zh-TW", "en")
"""The languages that the page can speak."""


def public_ticket(hall: Hall, ticket: Ticket, now: int, views: TicketViews) -> PublicTicket:
    """The state of the ticket's page."""
    plan = hall.plan
    wait = views.wait_facts(hall, ticket, now)
    service = plan.services.get(ticket.service)
    at_counters = [hall.tickets[c.ticket] for c in hall.counters.values() if c.ticket]
    return {
        "branch": dict(plan.name),
        "service": dict(service.names) if service else dict.fromkeys(plan.languages, ticket.service),
        "serving": [
            {"number": t.number, "counter": t.stay.counter}
            for t in at_counters
            if t.service == ticket.service and t.status in AT_COUNTER and t.id != ticket.id
        ],
        "most_passes": plan.rule.most_passes,
        "promise": wait.get("promise", 0),
        "rule": plan.rule.name,
        "documents": {language: list(lines) for language, lines in service.documents.items()}
        if service
        else {},
        "doubtful": ticket.may_miss_closing,
        "rate": (
            ticket.status is TicketStatus.SERVED
            and ticket.rating is None
            and now - (ticket.finished_at or now) <= plan.rating_window
        ),
        "reasons": [{"id": r.id, "scores": list(r.scores), "names": dict(r.names)} for r in plan.reasons],
        "rated": ticket.rating is not None,
        "public_name": views.public_name(_whose(ticket)),
        "number": ticket.number,
        "status": ticket_status(ticket),
        "language": ticket.language,
        "ahead": wait["ahead"],
        "estimate": wait["estimate"],
        "told": _told(wait["ahead"], wait["estimate"]) if ticket.status is TicketStatus.WAITING else None,
        "counter": ticket.stay.counter,
        "then": [dict(plan.services[s].names) for s in ticket.next_services if s in plan.services],
        "for_counter": ticket.place.for_counter if ticket.status is TicketStatus.WAITING else None,
    }


def _told(ahead: int | None, estimate: TicketWait | None) -> WaitInWords:
    wait = told_wait(ahead, estimate)
    words = {language: told(language, wait) for language in PAGE_LANGUAGES}
    return {
        "people": {language: said.people for language, said in words.items()},
        "about": {language: said.about for language, said in words.items()},
        "turn": {language: said.turn for language, said in words.items()},
        "by": {language: said.by for language, said in words.items()},
    }


def _whose(ticket: Ticket) -> str | None:
    """The member of staff who has the customer, or who is waited for."""
    if ticket.status in AT_COUNTER:
        return ticket.stay.staff
    waited_for = ticket.status is TicketStatus.WAITING and ticket.place.for_counter is not None
    return ticket.place.for_staff if waited_for else None


def block_view(hall: Hall, block: NumberBlock) -> NumberBlockView:
    """A block of numbers as its holder must know it: which are still to be given, and how they look."""
    service = hall.plan.service(block.service)
    numbers = range(block.first, block.last + 1)
    return {
        "id": block.id,
        "day": hall.day,
        "service": block.service,
        "numbers": {block.number(n, service): n for n in numbers if n not in block.handed_in},
    }
