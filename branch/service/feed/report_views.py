"""Views that are asked for, not pushed: a day's visits, a block of numbers, the reasons of a call."""

from __future__ import annotations

from typing import Any

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.offline.number_block import NumberBlock
from branch.domain.queueing import discipline
from branch.domain.tickets.ticket import Ticket, TicketStatus
from branch.service.feed.hall_views import View, Views, call_reason


def block_view(hall: Hall, block: NumberBlock) -> View:
    """A block of numbers as its holder must know it: which are still to be given, and how they look."""
    kind = hall.plan.service(block.service)
    return {
        "id": block.id,
        "day": hall.day,
        "service": block.service,
        "numbers": {kind.number(n): n for n in range(block.first, block.last + 1) if n not in block.told},
    }


def visit_row(ticket: Ticket, views: Views) -> View:
    """One ticket of a day with its times and durations; waits count from arrival to the first call."""
    row = views.ticket(ticket)
    for name in ("url", "note", "for_counter", "steps_done", "stops"):
        row.pop(name)
    called = ticket.first_called_at
    row["first_called_at"] = None if called is None else views.time(called)
    row["waited_s"] = None if called is None else (called - ticket.issued_at) / 1000
    row["service_s"] = ticket.served_for / 1000 if ticket.status is TicketStatus.SERVED else None
    row["served"] = _served(ticket)
    row["staff"] = ticket.staff
    row["reason"] = ticket.why.get("reason") if ticket.why else None
    row["call_reason"] = call_reason(ticket)
    row["requeues"] = ticket.requeues
    service = views.plan.services.get(ticket.service)
    of = len(service.steps) if service is not None else 0
    row["steps"] = {"done": len(ticket.steps_done), "of": of} if of else None
    rating = ticket.rating
    row["rating"] = None if rating is None else {"score": rating.score, "tags": list(rating.tags)}
    row["unrated"] = ticket.unrated
    return row


def _served(ticket: Ticket) -> list[View]:
    """The services that were done in this visit, in order, with the time (s) for each over all its stops."""
    return [
        {
            "service": done.service,
            "counter": done.counter,
            "staff": done.staff,
            "service_s": sum(stop.took for stop in ticket.stops if stop.service == done.service) / 1000,
        }
        for done in ticket.stops
        if done.ended == "served"
    ]


def why_view(hall: Hall, ticket: Ticket, now: int, counter: Counter | None = None) -> dict[str, Any]:
    """Why a ticket was called when it was, or what stands between it and its call. With a ``counter`` also
    ``next``: whom that one would call now and why, which need not be the head of its list (the cap and the
    promise are looked at when calling)."""
    plan = hall.plan
    view: dict[str, Any] = {
        "number": ticket.number,
        "status": ticket.status.value,
        "rule": plan.rule.name,
        "cap_s": plan.rule.cap / 1000,
        "most_passes": plan.rule.most_passes,
    }
    if counter is not None:
        choice = discipline.choose(hall, counter, now)
        view["next"] = dict(choice.why) if choice else None
    if ticket.status is not TicketStatus.WAITING:
        return {**view, "called": dict(ticket.why) if ticket.why else None}
    before = discipline.first_of(hall.room, plan, ticket.service)
    return {
        **view,
        "called": None,
        "for_counter": ticket.for_counter,
        "ahead": discipline.ahead(hall, ticket),
        "passed": hall.passing.passed(ticket.service, ticket.since),
        "waited_s": (now - ticket.since) / 1000,
        "credit_s": discipline.credit(plan, ticket.lane) / 1000 if plan.rule.name == "longest-wait" else 0,
        "against": [
            discipline.weighed(plan, hall.tickets[other], now) for other in before if other != ticket.id
        ],
    }
