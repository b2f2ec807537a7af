"""Numbers given, told late and rated; and the names of what comes into being, which nobody can guess."""

from __future__ import annotations

import re
import secrets

from branch.contract.booking_codes import ALPHABET
from branch.contract.requests.hall_requests import PhoneRatingRequest, RatingRequest
from branch.contract.requests.ticket_requests import HandInRequest, TicketDetailsRequest, TicketRequest
from branch.contract.times import ms_of
from branch.domain import commands
from branch.domain.kernel.refusals import refusal


def new_id() -> str:
    """An id that nobody can guess: 128 bits."""
    return secrets.token_urlsafe(16)


def new_code() -> str:
    """A booking code of our own, as it is typed at a kiosk."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def issue(asked: TicketRequest, *, kiosk: str | None, phone_pattern: str) -> commands.IssueTicket:
    """Give a number. What is typed at a ``kiosk`` must look like a phone number; raises invalid."""
    if kiosk is not None and asked.phone and not re.fullmatch(phone_pattern, asked.phone):
        raise refusal("invalid", "this is no phone number")
    return commands.IssueTicket(
        ticket=new_id(),
        service=asked.service,
        channel=asked.channel,
        kiosk=kiosk,
        **_details(asked),
    )


def hand_in(
    block: str, told: HandInRequest, *, kiosk: str, proven: commands.ProvenBlock | None = None
) -> commands.HandInTicket:
    """Tell of a number of a block that was given without the service."""
    return commands.HandInTicket(
        ticket=told.ticket,
        block=block,
        n=told.n,
        issued_at=ms_of(told.issued_at),
        printed=told.printed,
        reason=told.reason,
        channel="kiosk",
        kiosk=kiosk,
        proven=proven,
        **_details(told),
    )


def _details(asked: TicketDetailsRequest) -> dict[str, str | None]:
    """What is only carried on, field by field as the command calls it."""
    return {name: getattr(asked, name) for name in TicketDetailsRequest.model_fields}


def source_of(role: str) -> str:
    """Where a rating was given, by the role of the token that it came with."""
    return "pad" if role == "counter" else role


def rate(ticket: str, rated: RatingRequest | PhoneRatingRequest, source: str) -> commands.RateTicket:
    """The customer's word on a service; from their phone it is of now."""
    pad = rated if isinstance(rated, RatingRequest) else None
    return commands.RateTicket(
        ticket=ticket,
        score=rated.score,
        tags=tuple(rated.tags),
        comment=rated.comment,
        source=source,
        given_at=pad.instant if pad else None,
    )
