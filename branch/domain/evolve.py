"""evolve(hall, event): the fold. Whatever happened, happened: nothing is refused here.

The table at the foot says which function takes in which event.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from branch.domain import events as e
from branch.domain.cases import restored as restored_case
from branch.domain.evolving_cases import FOLDS as CASE_FOLDS
from branch.domain.evolving_chains import FOLDS as CHAIN_FOLDS
from branch.domain.evolving_common import ASIDE, act, off, release
from branch.domain.evolving_counters import FOLDS as COUNTER_FOLDS
from branch.domain.evolving_holds import FOLDS as HOLD_FOLDS
from branch.domain.evolving_notices import FOLDS as NOTICE_FOLDS
from branch.domain.evolving_steps import FOLDS as STEP_FOLDS
from branch.domain.hall import Hall
from branch.domain.model import (
    AT_COUNTER,
    Alert,
    Appointment,
    Notice,
    NumberBlock,
    Pace,
    Rating,
    Reprint,
    Ticket,
    TicketStatus,
)


def evolve(hall: Hall, event: e.Event) -> None:
    """Take ``event`` into the state of ``hall``."""
    _FOLDS[type(event)](hall, event)


def _day_opened(hall: Hall, event: e.DayOpened) -> None:
    hall.reset_day(event.day)
    hall.paces = {service: Pace(*numbers) for service, numbers in event.paces.items()}
    hall.appointments = {fields["id"]: Appointment(**fields) for fields in event.appointments}
    hall.alerts = {fields["id"]: Alert(**fields) for fields in event.alerts}
    hall.cases = {fields["id"]: restored_case(fields) for fields in event.cases}
    hall.notices = {fields["id"]: Notice(**fields) for fields in event.notices}


def _day_closed(hall: Hall, event: e.DayClosed) -> None:
    """The next DayOpened clears; until then the day that ended can still be looked at."""


def _issued(hall: Hall, event: e.TicketIssued) -> None:
    ticket = Ticket(
        id=event.ticket,
        number=event.number,
        service=event.service,
        segment=event.segment,
        language=event.language,
        channel=event.channel,
        issued_at=event.issued_at or event.at,
        since=event.issued_at or event.at,
        order=len(hall.tickets),
        phone=event.phone,
        appointment=event.appointment,
        promised_at=event.promised_at,
        doubtful=event.doubtful,
        segment_reason=event.segment_reason,
        came_late=event.came_late,
        kiosk=event.kiosk,
        note=event.note,
    )
    if event.block is None:
        hall.given[event.service] = hall.given.get(event.service, 0) + 1
    else:
        block = hall.blocks[event.block]
        hall.blocks[block.id] = replace(block, told=block.told | {event.n})
    insort(hall.taken.setdefault(event.service, []), ticket.issued_at)
    hall.tickets[ticket.id] = ticket
    hall.room.add(ticket)


def _reserved(hall: Hall, event: e.NumbersReserved) -> None:
    hall.blocks[event.block] = NumberBlock(
        event.block, event.service, event.holder, event.first, event.last, event.at
    )


def _printed(hall: Hall, event: e.TicketPrinted) -> None:
    # Paper is no step of the visit, so it does not count as a change that an undo would trip over.
    hall.tickets[event.ticket] = replace(hall.tickets[event.ticket], printed=event.ok)
    hall.reprints = {key: one for key, one in hall.reprints.items() if one.ticket != event.ticket}


def _reprinted(hall: Hall, event: e.TicketReprinted) -> None:
    hall.reprints[event.reprint] = Reprint(event.reprint, event.ticket, event.kiosk, event.at)
    if event.by == "customer":
        ticket = hall.tickets[event.ticket]
        hall.tickets[event.ticket] = replace(ticket, reprints=ticket.reprints + 1)


def _cancelled(hall: Hall, event: e.TicketCancelled) -> None:
    _leave(hall, event.ticket, TicketStatus.CANCELLED, event.at)


def _expired(hall: Hall, event: e.TicketExpired) -> None:
    ticket = hall.tickets[event.ticket]
    _leave(hall, event.ticket, TicketStatus.EXPIRED, event.at)
    if ticket.status in AT_COUNTER and ticket.counter is not None:
        release(hall, ticket.counter, None)


def _leave(hall: Hall, ticket_id: str, status: TicketStatus, at: int) -> None:
    ticket = hall.tickets[ticket_id]
    if ticket.status is TicketStatus.WAITING:
        hall.room.remove(ticket)
    hall.put(replace(ticket, status=status, finished_at=at, remind_at=None, reminded=False))


def _rated(hall: Hall, event: e.TicketRated) -> None:
    rating = Rating(event.score, tuple(event.tags), event.comment, event.source, event.at)
    hall.tickets[event.ticket] = replace(hall.tickets[event.ticket], rating=rating, unrated=False)


def _not_rated(hall: Hall, event: e.RatingNotGiven) -> None:
    # As with a rating, the visit is over: an undo of its finish takes this back with it.
    hall.tickets[event.ticket] = replace(hall.tickets[event.ticket], unrated=True)


def _called(hall: Hall, event: e.TicketCalled) -> None:
    ticket = hall.tickets[event.ticket]
    if ticket.status is TicketStatus.WAITING:
        hall.room.remove(ticket)
    called = replace(
        ticket,
        status=TicketStatus.CALLED,
        counter=event.counter,
        staff=event.staff,
        for_staff=ticket.for_staff if ticket.for_staff == event.staff else None,
        called_at=event.at,
        first_called_at=ticket.first_called_at or event.at,
        started_at=None,
        recalls=0,
        why=event.why,
        remind_at=None,
        reminded=False,
    )
    hall.passing.called(hall.counters[event.counter].services, ticket.since)
    act(hall, event, "call", ticket, called, holds=True)
    hall.put_called_last(ticket.id)


def _recalled(hall: Hall, event: e.TicketRecalled) -> None:
    ticket = hall.tickets[event.ticket]
    hall.put(replace(ticket, recalls=ticket.recalls + 1, called_at=event.at))
    hall.put_called_last(ticket.id)
    release(hall, event.counter, event.ticket)


def _started(hall: Hall, event: e.ServingStarted) -> None:
    ticket = hall.tickets[event.ticket]
    serving = replace(ticket, status=TicketStatus.SERVING, started_at=event.happened_at or event.at)
    act(hall, event, "start", ticket, serving, holds=True)


def _finished(hall: Hall, event: e.ServingFinished) -> None:
    ticket = hall.tickets[event.ticket]
    ended = event.happened_at or event.at
    took = ended - (ticket.started_at or ended)
    served = replace(
        ticket, status=TicketStatus.SERVED, finished_at=ended, served_for=ticket.served_for + took
    )
    if event.by == "staff":  # what the day's end cut off says nothing about the pace
        hall.paces[ticket.service] = hall.paces.get(ticket.service, Pace()).with_sample(took)
    act(hall, event, "finish", ticket, served, holds=False)


def _transferred(hall: Hall, event: e.TicketTransferred) -> None:
    ticket = hall.tickets[event.ticket]
    sent = replace(
        off(ticket, event.at),
        service=event.service,
        for_counter=event.to_counter,
        for_staff=event.to_staff,
        then=ticket.then[1:] if ticket.then[:1] == (event.service,) else ticket.then,
        note=event.note if event.note is not None else ticket.note,
        transfers=ticket.transfers + 1,
        status=TicketStatus.WAITING,
        counter=None,
        staff=None,
    )
    act(hall, event, "transfer", ticket, sent, holds=False)
    hall.room.add(hall.tickets[ticket.id])


def _moved(hall: Hall, event: e.TicketMoved) -> None:
    ticket = hall.tickets[event.ticket]
    directed = event.counter if ticket.for_counter is not None else None
    hall.put(replace(ticket, counter=event.counter, for_counter=directed, recalls=0))
    release(hall, event.counter, ticket.id)


def _undone(hall: Hall, event: e.ActionUndone) -> None:
    now_at = hall.tickets[event.ticket]
    counter = hall.counters[event.counter]
    assert counter.undo is not None  # noqa: S101 - decide has seen it; a journal without it is damaged
    before = counter.undo.ticket
    if counter.undo.action == "call":
        hall.passing.taken_back(counter.services, before.since)
    if now_at.status is TicketStatus.WAITING:
        hall.room.remove(now_at)
    if counter.undo.action == "finish":
        took = now_at.served_for - before.served_for
        hall.paces[before.service] = hall.paces[before.service].without_sample(took)
    restored = replace(before, changes=now_at.changes, printed=now_at.printed, reprints=now_at.reprints)
    hall.put(restored)
    if restored.status is TicketStatus.WAITING:
        hall.room.add(restored)
    if counter.undo.action in ASIDE:  # whoever is at the counter was not part of it
        release(hall, event.counter, counter.ticket)
        return
    holds = restored.status in (TicketStatus.CALLED, TicketStatus.SERVING)
    release(hall, event.counter, restored.id if holds else None)


def _booked(hall: Hall, event: e.AppointmentBooked) -> None:
    hall.appointments[event.appointment] = Appointment(
        event.appointment,
        event.code,
        event.service,
        event.starts_at,
        event.phone,
        event.name,
        segment=event.segment,
        note=event.note,
        ref=event.ref,
    )


def _checked_in(hall: Hall, event: e.AppointmentCheckedIn) -> None:
    appointment = hall.appointments[event.appointment]
    hall.appointments[event.appointment] = replace(appointment, status="checked-in", ticket=event.ticket)


def _changed(hall: Hall, event: e.AppointmentChanged) -> None:
    hall.appointments[event.appointment] = replace(
        hall.appointments[event.appointment],
        code=event.code,
        service=event.service,
        starts_at=event.starts_at,
        phone=event.phone,
        name=event.name,
        segment=event.segment,
        note=event.note,
        status="booked",
    )


def _called_off(hall: Hall, event: e.AppointmentCancelled) -> None:
    appointment = hall.appointments[event.appointment]
    hall.appointments[event.appointment] = replace(appointment, status="cancelled")


def _unclaimed(hall: Hall, event: e.AppointmentExpired) -> None:
    appointment = hall.appointments[event.appointment]
    hall.appointments[event.appointment] = replace(appointment, status="expired")


_FOLDS: dict[type[e.Event], Callable[[Hall, Any], None]] = {
    e.DayOpened: _day_opened,
    e.DayClosed: _day_closed,
    e.TicketIssued: _issued,
    e.NumbersReserved: _reserved,
    e.TicketPrinted: _printed,
    e.TicketReprinted: _reprinted,
    e.TicketCancelled: _cancelled,
    e.TicketExpired: _expired,
    e.TicketRated: _rated,
    e.RatingNotGiven: _not_rated,
    e.TicketCalled: _called,
    e.TicketRecalled: _recalled,
    e.ServingStarted: _started,
    e.ServingFinished: _finished,
    e.TicketTransferred: _transferred,
    e.TicketMoved: _moved,
    e.ActionUndone: _undone,
    e.AppointmentBooked: _booked,
    e.AppointmentCheckedIn: _checked_in,
    e.AppointmentChanged: _changed,
    e.AppointmentCancelled: _called_off,
    e.AppointmentExpired: _unclaimed,
    **COUNTER_FOLDS,
    **NOTICE_FOLDS,
    **CASE_FOLDS,
    **CHAIN_FOLDS,
    **STEP_FOLDS,
    **HOLD_FOLDS,
}
"""Each event with the function that takes it in."""
