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
    LeaveGap,
    NumberBlock,
    NumbersReserved,
    NumbersSkipped,
    ReserveNumbers,
)
from branch.domain.offline.number_watch import MOST_FORGOTTEN, forgotten_blocks, seen_twice
from branch.domain.plan.services_offered import Service
from branch.domain.tickets.free_numbers import last_number, next_number
from branch.domain.tickets.ticket import Ticket, TicketDetails
from branch.domain.tickets.ticket_messages import TicketIssued, TicketPrinted

SHARE = 10
"""A block is at most one part in so many of a service's range: a quota of a few must not lie idle in it."""

GAP, BLOCKS = 300, 6
"""After a restore: so many numbers, and so many blocks, may have been given that nothing tells of."""

_PLACES = 1_000
"""So many places in the order of issue belong to each ticket: more than there are numbers in a block."""


def reserve(hall: Hall, command: ReserveNumbers, now: int) -> Events:
    """A holder that still has half a block keeps it; else it gets the next one.

    A device that comes under ever new names, since it forgets its settings, gets no more after some; and all
    blocks together leave half of the range to those who come while there is a line. None is set aside of a
    service with quotas: a kiosk that cannot ask cannot count what others give.
    """
    kind = hall.plan.offered(command.service)
    twice = seen_twice(hall, command, now)
    if current_block(hall, command.service, command.holder) is not None:
        return twice
    if len(forgotten_blocks(hall, kind.id, command.device, command.holder)) > MOST_FORGOTTEN:
        raise refusal(
            "quota-reached",
            f"too many numbers of service {command.service} lie aside for this device already",
            service=command.service,
            closed_by="quota",
            opens_at=None,
        )
    if kind.counted:
        raise refusal(
            "quota-reached",
            f"the numbers of service {command.service} are counted by the service",
            service=command.service,
            closed_by="quota",
            opens_at=None,
        )
    count = _block_size(hall, kind)
    last = last_number(hall, command.service)
    first = last - count + 1
    given = hall.numbers_of.get(kind.prefix, ())
    while held := [n for n in range(first, last + 1) if n in given]:
        last = held[0] - 1
        first = last - count + 1
    following = next_number(hall, command.service)
    half = kind.first + (kind.last - kind.first + 1) // 2
    if count == 0 or following is None or first < max(half, following):
        raise refusal(
            "quota-reached",
            f"service {command.service} has no numbers to set aside",
            service=command.service,
            closed_by="quota",
            opens_at=None,
        )
    return (
        *twice,
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


def _block_size(hall: Hall, service: Service) -> int:
    return min(hall.plan.offline_numbers, (service.last - service.first + 1) // SHARE)


def current_block(hall: Hall, service: str, holder: str) -> NumberBlock | None:
    """The newest block of that holder, if at least half of its numbers are still to be given."""
    held = [b for b in hall.blocks.values() if (b.service, b.holder) == (service, holder)]
    if not held or held[-1].left * 2 < held[-1].last - held[-1].first + 1:
        return None
    return held[-1]


def hand_in(hall: Hall, command: HandInTicket, now: int) -> Events:
    """Somebody holds this number already, so nothing that has changed since refuses it: not a branch or a
    service that is closed now, not a language, segment or reason that is no more, nor a journal that was
    restored. It takes the place of its true time, as far as that can be known."""
    proven = command.proven
    if command.block in hall.blocks or proven is None or proven.day != hall.day:
        return _handed_in(hall, hall.block(command.block), command, now)
    again = NumbersReserved(
        at=now,
        block=command.block,
        first=proven.first,
        last=proven.last,
        prefix=proven.prefix,
        digits=proven.digits,
        reserved_at=min(proven.reserved_at, now),
        **details_of(BlockDetails, proven),
    )
    return (again, *_handed_in(hall, _block(again), command, now))


def _handed_in(hall: Hall, block: NumberBlock, command: HandInTicket, now: int) -> Events:
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


def leave_gap(hall: Hall, command: LeaveGap, now: int) -> Events:
    """As many numbers are left out as the last one given says. Where that is not known: `GAP`, and `BLOCKS`
    at the end of the range, or half of what there is, so that there are numbers for the rest of the day."""
    if command.day != hall.day:
        return ()
    events = []
    for service in hall.plan.services.values():
        upcoming = service.first + hall.numbers_issued.get(service.id, 0)
        last = last_number(hall, service.id)
        left = max(0, last - upcoming + 1)
        given = command.given.get(service.id)
        if given is not None or command.exact:
            count = min(left, max(0, (given or 0) - upcoming + 1))
        else:
            count = min(GAP, left // 2)
        if service.id in command.set_aside or command.exact:
            end = min(last, command.set_aside.get(service.id, last + 1) - 1)
        else:
            end = last - min(BLOCKS * _block_size(hall, service), (left - count) // 2)
        if count or end < last:
            through = upcoming + count - 1
            events.append(NumbersSkipped(at=now, service=service.id, count=count, through=through, last=end))
    return tuple(events)


def _block(event: NumbersReserved) -> NumberBlock:
    at = event.at if event.reserved_at is None else event.reserved_at
    details = details_of(BlockDetails, event)
    return NumberBlock(
        event.block, event.first, event.last, at, prefix=event.prefix, digits=event.digits, **details
    )


def _reserved(hall: Hall, event: NumbersReserved) -> None:
    hall.blocks[event.block] = _block(event)


def _skipped(hall: Hall, event: NumbersSkipped) -> None:
    hall.numbers_issued[event.service] = hall.numbers_issued.get(event.service, 0) + event.count
    hall.last_numbers[event.service] = event.last
    kind = hall.plan.services.get(event.service)
    if kind is not None:  # nor by another service that gets the prefix
        skipped = range(event.through - event.count + 1, event.through + 1)
        hall.numbers_of.setdefault(kind.prefix, set()).update(skipped)


DECIDERS: Mapping[type[Command], Decider] = {
    ReserveNumbers: reserve,
    HandInTicket: hand_in,
    LeaveGap: leave_gap,
}

FOLDS: Mapping[type[Event], Fold] = {
    NumbersReserved: _reserved,
    NumbersSkipped: _skipped,
}
