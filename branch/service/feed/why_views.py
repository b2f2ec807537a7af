"""Why a ticket was called when it was, or what stands between it and its call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from branch.contract.answers.why_answers import CallDecision, CallExplanation, WeighedTicket
from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.queueing import discipline
from branch.domain.tickets.ticket import Ticket, TicketStatus
from branch.service.feed.ticket_views import ticket_status


def why_view(hall: Hall, ticket: Ticket, now: int, counter: Counter | None = None) -> CallExplanation:
    """Why a ticket was called when it was, or what stands between it and its call. With a ``counter`` also
    ``next``: whom that one would call now and why, which need not be the head of its list (the cap and the
    promise are looked at when calling)."""
    plan = hall.plan
    view: CallExplanation = {
        "number": ticket.number,
        "status": ticket_status(ticket),
        "rule": plan.rule.name,
        "cap_s": plan.rule.cap / 1000,
        "most_passes": plan.rule.most_passes,
        "called": None,
    }
    if counter is not None:
        choice = discipline.choose(hall, counter, now)
        view["next"] = _decision(choice.why) if choice else None
    if ticket.status is not TicketStatus.WAITING:
        view["called"] = _decision(ticket.why) if ticket.why else None
        return view
    before = discipline.first_of(hall.room, plan, ticket.service)
    view["for_counter"] = ticket.for_counter
    view["ahead"] = discipline.ahead(hall, ticket)
    view["passed"] = hall.passing.passed(ticket.service, ticket.since)
    view["waited_s"] = (now - ticket.since) / 1000
    by_wait = plan.rule.name == "longest-wait"
    view["credit_s"] = discipline.credit(plan, ticket.lane) / 1000 if by_wait else 0
    view["against"] = [_weighed(hall, other, now) for other in before if other != ticket.id]
    return view


def _decision(why: Mapping[str, object]) -> CallDecision:
    """As the journal keeps it, which may be a row of an older version."""
    return cast("CallDecision", dict(why))


def _weighed(hall: Hall, ticket: str, now: int) -> WeighedTicket:
    return cast("WeighedTicket", discipline.weighed(hall.plan, hall.tickets[ticket], now))
