"""A ticket of ours that is held to the scanner: what is done for it, and what is said of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from branch.client.calls.service_api import Api
from branch.contract.answers.ticket_answers import IssuedTicket, TicketStatus
from branch.contract.refusals import Refusal
from kiosk.checkin import checkin_texts


@dataclass(frozen=True, slots=True)
class Found:
    """The ticket as it stands now; ``back`` if it had been missed and waits again."""

    ticket: IssuedTicket
    back: bool = False


def look_up(api: Api, ticket: str) -> Found:
    """Look up a ticket; a missed one is put back into the queue first, as often as the branch allows.

    Raises Refusal (unknown-ticket, requeue-limit) and ServiceError. Runs in a worker.
    """
    found = api.ticket(ticket)
    if found["status"] != "missed":
        return Found(found)
    try:
        return Found(api.requeue(ticket), back=True)
    except Refusal as error:
        if error.code != "ticket-not-on-hold":
            raise
        return Found(api.ticket(ticket))  # it has been put back, or called, in this moment


def words_of(status: TicketStatus) -> tuple[str, str]:
    """What is said of a ticket that does not wait, and what to do; %1 is its number, then its counter."""
    return _WORDS[status]


_WORDS: dict[TicketStatus, tuple[str, str]] = {
    "called": (checkin_texts.TICKET_CALLED, checkin_texts.GO_TO),
    "serving": (checkin_texts.TICKET_SERVING, checkin_texts.GO_TO),
    "parked": (checkin_texts.TICKET_PARKED, checkin_texts.WILL_BE_CALLED),
    "served": (checkin_texts.TICKET_SERVED, checkin_texts.NEW_NUMBER),
    "cancelled": (checkin_texts.TICKET_CANCELLED, checkin_texts.FRESH_NUMBER),
    "expired": (checkin_texts.TICKET_EXPIRED, checkin_texts.FRESH_NUMBER),
}
