"""Decisions about blocks: numbers set aside for a kiosk to give while it cannot ask, and told of later.

Blocks are taken from the end of a service's range, so that what is given without the service is told apart
at a glance and never meets a number that the service gives meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events, details_of
from branch.domain.kernel.refusals import refusal
from branch.domain.offline.number_block import (
    BlockDetails,
    HandInTicket,
    NumberBlock,
    NumbersReserved,
    ReserveNumbers,
)
from branch.domain.tickets.ticket import Ticket, TicketDetails
from branch.domain.tickets.ticket_messages import TicketIssued, TicketPrinted

SHARE = 10
"""A block is at most one part in so many of a service's range: a quota of a few must not lie idle in it."""

_PLACES = 1_000
"""So many places in the order of issue belong to each ticket: more than there are numbers in a block."""


def reserve(hall: Hall, command: ReserveNumbers, now: int) -> Events:
    """A holder that still has half a block keeps it; else it gets the next one.

    None is set aside of a service with quotas: a kiosk that cannot ask cannot count what others give.
    """
    kind = hall.plan.service(command.service)
    if current_block(hall, command.service, command.holder) is not None:
        return ()
    if kind.counted:
        raise refusal(
            "quota-reached",
            f"the numbers of service {command.service} are counted by the service",
            service=command.service,
            closed_by="quota",
            opens_at=None,
        )
    count = min(hall.plan.offline_numbers, (kind.last - kind.first + 1) // SHARE)
    last = hall.last_number(command.service)
    first = last - count + 1
    if count == 0 or first < kind.first + hall.numbers_issued.get(command.service, 0):
        raise refusal(
            "quota-reached",
            f"service {command.service} has no numbers to set aside",
            service=command.service,
            closed_by="quota",
            opens_at=None,
        )
    return (
        NumbersReserved(
            at=now,
            block=command.block,
            first=first,
            last=last,
            prefix=kind.prefix,
            digits=kind.digits,
            **details_of(BlockDetails, command),
        ),
    )


def current_block(hall: Hall, service: str, holder: str) -> NumberBlock | None:
    """The newest block of that holder, if at least half of its numbers are still to be given."""
    held = [b for b in hall.blocks.values() if (b.service, b.holder) == (service, holder)]
    if not held or held[-1].left * 2 < held[-1].last - held[-1].first + 1:
        return None
    return held[-1]


def hand_in(hall: Hall, command: HandInTicket, now: int) -> Events:
    """Somebody holds this number already, so nothing that has changed since refuses it: not a branch or a
    service that is closed now, not a language, segment or reason that is no more. It takes the place of its
    true time, as far as that can be known."""
    block = hall.block(command.block)
    if command.ticket in hall.tickets:
        return ()
    if not block.first <= command.n <= block.last:
        raise refusal("invalid", f"number {command.n} is not in this block")
    if command.n in block.handed_in:
        raise refusal("number-given", f"number {command.n} of this block is another ticket's")
    plan = hall.plan
    kind = plan.service(block.service)
    segment, language = command.segment, command.language
    if segment is None or segment not in plan.segments:
        segment = kind.segment or plan.default_segment
    reasons = {reason.id for reason in plan.segment(segment).reasons if segment == command.segment}
    language = (plan.language_of(language) if language else None) or plan.languages[0]
    details = details_of(TicketDetails, command)
    issued = TicketIssued(
        at=now,
        ticket=command.ticket,
        number=block.number(command.n, kind),
        n=command.n,
        service=kind.id,
        segment=segment,
        language=language,
        block=block.id,
        issued_at=_given_at(block, command.n, command.issued_at, now),
        **details | ({} if command.segment_reason in reasons else {"segment_reason": None}),
    )
    if command.printed is None:
        return (issued,)
    return (
        issued,
        TicketPrinted(at=now, ticket=command.ticket, ok=command.printed, reason=command.reason),
    )


def _given_at(block: NumberBlock, n: int, told: int, now: int) -> int:
    """When a number was given, whatever clock the kiosk went by: between the reservation and now, not before
    a lower number of its block and not after a higher one."""
    earlier = (at for other, at in block.handed_in.items() if other < n)
    later = (at for other, at in block.handed_in.items() if other > n)
    return min(max(block.reserved_at, min(told, now), *earlier), min(later, default=now))


def issue_index(hall: Hall, block: NumberBlock | None, n: int) -> int:
    """The place of the next ticket in the order of issue, which tells apart those of one instant. Numbers of
    a block stand where the first of them stood that was told, in the order in which the kiosk gave them."""
    if block is None:
        return len(hall.tickets) * _PLACES
    return _first_index(hall, block) + n - block.first


def note_handed_in(hall: Hall, block: NumberBlock, ticket: Ticket, n: int) -> None:
    """Note that ``n`` is that ticket's, of which nobody has known until now."""
    hall.blocks[block.id] = replace(
        block,
        handed_in={**block.handed_in, n: ticket.issued_at},
        issue_index=_first_index(hall, block),
    )
    hall.overtakes.told_late(ticket)


def _first_index(hall: Hall, block: NumberBlock) -> int:
    return block.issue_index if block.handed_in else len(hall.tickets) * _PLACES


def _reserved(hall: Hall, event: NumbersReserved) -> None:
    details = details_of(BlockDetails, event)
    hall.blocks[event.block] = NumberBlock(
        event.block, event.first, event.last, event.at, prefix=event.prefix, digits=event.digits, **details
    )


DECIDERS: Mapping[type[Command], Decider] = {
    ReserveNumbers: reserve,
    HandInTicket: hand_in,
}

FOLDS: Mapping[type[Event], Fold] = {
    NumbersReserved: _reserved,
}
