"""How a member of staff signs in at a counter, pauses, moves on and signs out."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.alerts.alert_rules import given_back
from branch.domain.counters.counter import (
    CloseCounter,
    Counter,
    CounterClosed,
    CounterOpened,
    CounterPaused,
    CounterResumed,
    OpenCounter,
    PauseCounter,
    ResumeCounter,
    TicketMoved,
)
from branch.domain.counters.counter_actions import clear_undo
from branch.domain.counters.guards import free, staffed
from branch.domain.counters.hold_messages import TicketRequeued
from branch.domain.counters.serving_messages import TicketRecalled
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, CounterEvent, Event, Events
from branch.domain.kernel.refusals import refusal
from branch.domain.tickets.ticket import TicketStatus


def open_counter(hall: Hall, command: OpenCounter, now: int) -> Events:
    """One person at one counter, one counter for one person. Opening it again changes nothing, so a
    session outlives the app that shows it; at another device it goes on there, and no longer where it was.
    Who is signed in elsewhere may move, see `moved`."""
    counter = hall.counter(command.counter)
    planned = hall.plan.counters.get(counter.number)
    if planned is None or (counter.state == "closed" and counter.number in hall.plan.kept.counters):
        raise refusal("unknown-counter", f"counter {counter.number} has left branch.toml")
    services = command.services or planned.services
    for service in services:
        hall.plan.service(service)
    if counter.state != "closed" and counter.staff != command.staff:
        raise refusal(
            "counter-taken", f"counter {counter.number} is staffed by somebody else", counter=counter.number
        )
    for other in hall.counters.values():
        if other.number != counter.number and other.staff == command.staff:
            if command.move:
                return moved(hall, other, counter, tuple(services), command.device, now)
            raise refusal(
                "staff-elsewhere",
                f"{command.staff} is signed in at counter {other.number}",
                staff=command.staff,
                counter=other.number,
            )
    same_device = command.device in (None, counter.device)
    if counter.state != "closed" and counter.services == tuple(services) and same_device:
        return ()
    return (
        CounterOpened(
            at=now,
            counter=counter.number,
            staff=command.staff,
            services=tuple(services),
            device=command.device,
        ),
    )


def close_counter(hall: Hall, command: CloseCounter, now: int) -> Events:
    """End of the session; not with a customer at the counter. Whoever was parked there and is given back has
    the old place again; what the teller had said to go to is everybody's again."""
    counter = hall.counter(command.counter)
    if counter.state == "closed":
        return ()
    free(hall, counter)
    held = [hall.tickets[ticket] for ticket in hall.on_hold] if command.give_back else []
    parked = [t for t in held if t.status is TicketStatus.PARKED and t.stay.counter == counter.number]
    return (
        *(TicketRequeued(at=now, ticket=ticket.id, since=ticket.place.queued_from) for ticket in parked),
        CounterClosed(at=now, counter=counter.number),
        *given_back(hall, (counter.staff,), now),
    )


def pause(hall: Hall, command: PauseCounter, now: int) -> Events:
    """Call nobody for a while; not with a customer at the counter."""
    counter = staffed(hall, command.counter)
    if counter.state == "paused" and counter.reason == command.reason:
        return ()
    free(hall, counter)
    back_at = None if command.duration is None else now + command.duration
    return (CounterPaused(at=now, counter=counter.number, reason=command.reason, back_at=back_at),)


def resume(hall: Hall, command: ResumeCounter, now: int) -> Events:
    """The pause is over."""
    counter = staffed(hall, command.counter)
    if counter.state == "open":
        return ()
    return (CounterResumed(at=now, counter=counter.number),)


def moved(
    hall: Hall, old: Counter, new: Counter, services: tuple[str, ...], device: str | None, now: int
) -> Events:
    """The session at ``old`` ends and one at ``new`` begins; the ticket at ``old`` comes along.

    A customer who is being served belongs to the person, not to the desk: refusing would leave somebody
    whose machine died at ``old`` with a service that only that machine can end. Its running time goes on.
    One who is called walks towards ``old``, so the number is called again for ``new``, and its calls are
    counted from there. Those who wait for ``old`` wait for their service, as after every sign-out.
    """
    assert old.staff is not None  # noqa: S101 - it was found by its staff
    events: list[Event] = [
        CounterClosed(at=now, counter=old.number),
        CounterOpened(at=now, counter=new.number, staff=old.staff, services=services, device=device),
    ]
    if old.ticket is not None:
        ticket = hall.tickets[old.ticket]
        events.append(TicketMoved(at=now, ticket=ticket.id, counter=new.number, from_counter=old.number))
        if ticket.status is TicketStatus.CALLED:
            events.append(TicketRecalled(at=now, ticket=ticket.id, counter=new.number))
    return tuple(events)


def _counter_opened(hall: Hall, event: CounterOpened) -> None:
    counter = hall.counters.get(event.counter) or Counter(event.counter, tuple(event.services))
    if (counter.staff, counter.services) == (event.staff, event.services) and counter.device != event.device:
        hall.counters[event.counter] = replace(counter, device=event.device)
        return
    hall.counters[event.counter] = replace(
        counter,
        state="open",
        staff=event.staff,
        services=tuple(event.services),
        reason=None,
        since=event.at,
        back_at=None,
        undo=None,
        device=event.device,
    )
    hall.waits.cycles.free(event.counter, event.at)
    hall.retarget_for_staff(event.staff)


def _counter_closed(hall: Hall, event: CounterClosed) -> None:
    _end_pause(hall, event)
    planned = hall.plan.counters.get(event.counter)
    services = planned.services if planned else hall.counters[event.counter].services
    hall.counters[event.counter] = Counter(event.counter, services, since=event.at)
    hall.waits.cycles.away(event.counter)
    hall.clear_target(event.counter)


def _counter_paused(hall: Hall, event: CounterPaused) -> None:
    _end_pause(hall, event)
    counter = hall.counters[event.counter]
    hall.counters[event.counter] = replace(
        counter, state="paused", reason=event.reason, since=event.at, back_at=event.back_at, undo=None
    )
    hall.waits.cycles.away(event.counter)
    hall.retarget_for_staff(counter.staff)


def _counter_resumed(hall: Hall, event: CounterResumed) -> None:
    _end_pause(hall, event)
    counter = hall.counters[event.counter]
    hall.counters[event.counter] = replace(counter, state="open", reason=None, since=event.at, back_at=None)
    hall.waits.cycles.free(event.counter, event.at)
    hall.retarget_for_staff(counter.staff)


def _end_pause(hall: Hall, event: CounterEvent) -> None:
    """Put a pause down to whoever has had it; one that goes on for another reason is two."""
    counter = hall.counters[event.counter]
    if counter.state == "paused" and counter.staff is not None:
        times, lasted = hall.pauses.get(counter.staff, (0, 0))
        hall.pauses[counter.staff] = (times + 1, lasted + event.at - counter.since)


def _moved(hall: Hall, event: TicketMoved) -> None:
    ticket = hall.tickets[event.ticket]
    place, stay = ticket.place, replace(ticket.stay, counter=event.counter, recalls=0)
    if place.for_counter is not None:
        place = replace(place, for_counter=event.counter)
    hall.put(replace(ticket, place=place, stay=stay))
    hall.waits.cycles.moved(event.from_counter, event.counter)
    clear_undo(hall, event.counter, ticket.id)


DECIDERS: Mapping[type[Command], Decider] = {
    OpenCounter: open_counter,
    CloseCounter: close_counter,
    PauseCounter: pause,
    ResumeCounter: resume,
}

FOLDS: Mapping[type[Event], Fold] = {
    TicketMoved: _moved,
    CounterOpened: _counter_opened,
    CounterClosed: _counter_closed,
    CounterPaused: _counter_paused,
    CounterResumed: _counter_resumed,
}
