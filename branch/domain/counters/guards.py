"""What must be so at a counter for something to be done there; each gives what it found or refuses."""

from __future__ import annotations

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import AT_COUNTER, FINAL, Ticket, TicketStatus, ticket_refusal

LATE = 2_000
"""What is told within so many ms happened when it is told: a line takes its time too."""


def staffed(hall: Hall, number: int) -> Counter:
    """The counter with somebody signed in at it; raises unknown-counter or counter-not-open."""
    counter = hall.counter(number)
    if counter.state == "closed":
        raise refusal("counter-not-open", f"counter {number} is not open", counter=number)
    return counter


def free(hall: Hall, counter: Counter) -> None:
    """Nobody is at it; raises counter-busy."""
    if counter.ticket is not None:
        held = hall.tickets[counter.ticket]
        raise refusal(
            "counter-busy",
            f"counter {counter.number} has {held.number} ({held.status})",
            counter=counter.number,
            number=held.number,
            ticket_status=held.status.value,
        )


def ready(hall: Hall, number: int) -> Counter:
    """The counter, able to call: staffed, not paused, nobody at it."""
    counter = staffed(hall, number)
    free(hall, counter)
    if counter.state == "paused":
        raise refusal("counter-paused", f"counter {number} is paused", counter=number)
    return counter


def is_still_at(hall: Hall, named: str | None, number: int) -> None:
    """Whoever names the ticket has not heard of all that happened since: it must be that ticket, here."""
    if named is None:
        return
    ticket = hall.ticket(named)
    if ticket.status in FINAL:
        raise ticket_refusal("ticket-ended", ticket, f"{ticket.number} is {ticket.status}")
    if ticket.status in AT_COUNTER and ticket.stay.counter != number:
        raise ticket_refusal(
            "ticket-elsewhere", ticket, f"{ticket.number} is at counter {ticket.stay.counter}"
        )
    if ticket.status not in AT_COUNTER:
        raise ticket_refusal("ticket-not-serving", ticket, f"{ticket.number} is {ticket.status}")


def earlier(told: int | None, begin: int | None, now: int) -> int | None:
    """The instant that was told, no earlier than what it ends and no later than now; None for now itself."""
    if told is None or now - told < LATE:
        return None
    return max(told, begin or told)


def holding(hall: Hall, number: int, status: TicketStatus | None = None) -> tuple[Counter, Ticket]:
    """The counter and the ticket at it, in that status if one is asked for."""
    counter = staffed(hall, number)
    if counter.ticket is None:
        raise refusal("counter-idle", f"nobody is at counter {number}", counter=number)
    ticket = hall.tickets[counter.ticket]
    if status is not None and ticket.status is not status:
        raise ticket_refusal(f"ticket-not-{status.value}", ticket, f"{ticket.number} is {ticket.status}")
    return counter, ticket
