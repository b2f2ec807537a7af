"""Why a ticket was called when it was, or what stands between it and its call."""

from __future__ import annotations

from dataclasses import asdict
from typing import cast

from branch.contract.answers.why_answers import CallDecision, CallExplanation, WeighedTicket
from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.queueing import call_decision as queueing
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
        view["next"] = _decision(choice.decision) if choice else None
    if ticket.status is not TicketStatus.WAITING:
        view["called"] = _decision(ticket.decision) if ticket.decision else None
        return view
    before = discipline.first_of(hall.waiting, plan, ticket.service)
    view["for_counter"] = ticket.for_counter
    view["ahead"] = discipline.ahead(hall, ticket)
    view["passed"] = hall.overtakes.passed(ticket.service, ticket.queued_from)
    view["waited_s"] = (now - ticket.queued_from) / 1000
    by_wait = plan.rule.name == "longest-wait"
    view["credit_s"] = discipline.credit(plan, ticket.lane) / 1000 if by_wait else 0
    view["against"] = [_weighed(hall, other, now) for other in before if other != ticket.id]
    return view


def _decision(decision: queueing.CallDecision) -> CallDecision:
    """As the journal keeps it, which may be a row of an older version."""
    told = dict(decision.told())
    if decision.against is not None:
        told["against"] = [asdict(other) for other in decision.against]
    return cast("CallDecision", told)


def _weighed(hall: Hall, ticket: str, now: int) -> WeighedTicket:
    return cast("WeighedTicket", asdict(discipline.weighed(hall.plan, hall.tickets[ticket], now)))
