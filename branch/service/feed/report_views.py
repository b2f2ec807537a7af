"""Views that are asked for, not pushed: how the branch is set up, a day's visits, the reasons of a call."""

from __future__ import annotations

from datetime import time
from typing import Any

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.offline.number_block import NumberBlock
from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.schedule import Schedule
from branch.domain.queueing import discipline
from branch.domain.tickets.ticket import Ticket, TicketStatus
from branch.service.feed.hall_views import View, Views, call_reason


def branch_view(
    plan: Plan, notices: dict[str, dict[str, str]], ticket_url: str, voice: View | None = None
) -> View:
    """What an app must know of the branch before it shows anything. ``ticket_url`` has ``{id}`` in it;
    ``voice`` is the section [voice]."""
    return {
        "name": dict(plan.name),
        "languages": list(plan.languages),
        "time_zone": plan.schedule.zone,
        "rule": {
            "name": plan.rule.name,
            "cap_s": plan.rule.cap // 1000,
            "most_passes": plan.rule.most_passes,
            "credit_s": {s.id: s.credit // 1000 for s in plan.segments.values()},
            "late_credit_s": plan.rule.late_credit // 1000 if plan.rule.name == "longest-wait" else 0,
        },
        "services": [
            {
                "id": s.id,
                "prefix": s.prefix,
                "names": dict(s.names),
                "hints": dict(s.hints),
                "segment": s.segment,
                "standard_s": s.standard // 1000,
                "wait_standard_s": s.wait_standard // 1000,
                "group": s.group,
                "documents": {language: list(texts) for language, texts in s.documents.items()},
                "self_service": dict(s.self_service),
                "hours": None if s.hours is None else [_spans(day) for day in s.hours.week],
                "special_hours": {} if s.hours is None else _special(s.hours),
                "quotas": [
                    {"from": q.start.isoformat("minutes"), "to": _end(q.end), "tickets": q.tickets}
                    for q in s.quotas
                ],
                "per_day": s.per_day,
                "steps": [{"id": step.id, "names": dict(step.names)} for step in s.steps],
            }
            for s in plan.services.values()
        ],
        "groups": [
            {"id": g.id, "names": dict(g.names), "hints": dict(g.hints), "group": g.group}
            for g in plan.groups.values()
        ],
        "segments": [
            {
                "id": s.id,
                "names": dict(s.names),
                "reasons": [{"id": r.id, "names": dict(r.names)} for r in s.reasons],
            }
            for s in plan.segments.values()
        ],
        "close_reasons": [{"id": r.id, "names": dict(r.names)} for r in plan.close_reasons],
        "counters": [
            {"number": c.number, "services": list(c.services), "direction": c.direction}
            for c in plan.counters.values()
        ],
        "hours": [_spans(day) for day in plan.schedule.week],
        "special_hours": _special(plan.schedule),
        "day_starts": plan.schedule.day_starts.isoformat("minutes"),
        "standards": {
            "rating_window_s": plan.rating_window // 1000,
            "undo_window_s": plan.undo_window // 1000,
            "recall_limit": plan.recall_limit,
            "park_reminder_s": plan.park_reminder // 1000,
        },
        "reasons": reasons_view(plan),
        "call_reasons": [{"id": r.id, "names": dict(r.names)} for r in plan.call_reasons],
        "notices": notices,
        "voice": voice or {},
        "ticket_url": ticket_url,
    }


def reasons_view(plan: Plan) -> list[View]:
    """What a customer may give as a reason for a score."""
    return [{"id": r.id, "scores": list(r.scores), "names": dict(r.names)} for r in plan.reasons]


def hints_view(plan: Plan) -> list[View]:
    """What tellers are reminded of; customers are not shown what is said of them."""
    return [{"service": h.service, "segment": h.segment, "text": dict(h.text)} for h in plan.hints]


def _special(schedule: Schedule) -> dict[str, list[list[str]]]:
    return {day.isoformat(): _spans(spans) for day, spans in schedule.special.items()}


def _spans(day: tuple[tuple[time, time], ...]) -> list[list[str]]:
    return [[start.isoformat("minutes"), _end(end)] for start, end in day]


def _end(end: time) -> str:
    return "24:00" if end == time.max else end.isoformat("minutes")


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
