"""The visits of a day, one row each, as reports are made of them; and why a ticket was called when it was."""

from __future__ import annotations

from typing import cast

from branch.contract.answers.ticket_answers import Announcement
from branch.contract.answers.visit_answers import (
    CallDecision,
    CallExplanation,
    GivenRating,
    ServedService,
    ServiceTime,
    StepCount,
    VisitRow,
    WeighedTicket,
)
from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.services_offered import Service
from branch.domain.queueing import call_decision as queueing
from branch.domain.queueing import discipline
from branch.domain.queueing.estimate import Forecast
from branch.domain.tickets.ticket import Ticket, TicketStatus
from branch.service.feed.announcement_views import first_service
from branch.service.feed.hall_views import Views
from branch.service.feed.ticket_views import ticket_status, wait_band


def visit_row(ticket: Ticket, views: Views, plan: Plan) -> VisitRow:
    """One ticket of a day with its times and durations; waits count from arrival to the first call. ``plan``
    is that of the day, whose standards it is held against."""
    service = plan.services.get(ticket.service)
    known = views.staff_ticket(ticket)
    called = ticket.first_called_at
    return {
        "id": known["id"],
        "number": known["number"],
        "service": known["service"],
        "segment": known["segment"],
        "language": known["language"],
        "status": known["status"],
        "channel": known["channel"],
        "issued_at": known["issued_at"],
        "counter": known["counter"],
        "then": known["then"],
        "called_at": known["called_at"],
        "started_at": known["started_at"],
        "finished_at": known["finished_at"],
        "recalls": known["recalls"],
        "transfers": known["transfers"],
        "printed": known["printed"],
        "doubtful": known["doubtful"],
        "appointment": known["appointment"],
        "came_late": known["came_late"],
        "for_staff": known["for_staff"],
        "segment_reason": known["segment_reason"],
        "out_of_turn": known["out_of_turn"],
        "call_reason": known["call_reason"],
        "first_called_at": None if called is None else views.time(called),
        "waited_s": None if called is None else (called - ticket.issued_at) / 1000,
        "service_s": ticket.served_for / 1000 if ticket.status is TicketStatus.SERVED else None,
        "served": _served(ticket),
        "staff": ticket.stay.staff,
        "reason": ticket.stay.decision.reason if ticket.stay.decision else None,
        "requeues": ticket.requeues,
        "steps": _steps(ticket, service),
        "standard_s": None if service is None else service.standard // 1000,
        "wait_standard_s": None if service is None else service.wait_standard // 1000,
        "rating": _rating(ticket),
        "unrated": ticket.rating_asked,
        "announced": _announced(ticket),
    }


def _announced(ticket: Ticket) -> Announcement | None:
    """The wait that was told with the number, for the service that it was issued for."""
    announced = ticket.announced
    if announced is None:
        return None
    return {"service": first_service(ticket), "ahead": announced.ahead, **wait_band(announced)}


def _steps(ticket: Ticket, service: Service | None) -> StepCount | None:
    steps = [step.id for step in service.steps] if service is not None else []
    return {"done": len({*steps} & {*ticket.steps_done}), "of": len(steps)} if steps else None


def _rating(ticket: Ticket) -> GivenRating | None:
    rating = ticket.rating
    return None if rating is None else {"score": rating.score, "tags": list(rating.tags)}


def _served(ticket: Ticket) -> list[ServedService]:
    """The services that were done in this visit, in order, with the time (s) for each over all its stays."""
    return [
        {
            "service": done.service,
            "counter": done.counter,
            "staff": done.staff,
            "service_s": sum(stay.took for stay in ticket.stays if stay.service == done.service) / 1000,
        }
        for done in ticket.stays
        if done.ended == "served"
    ]


def service_times_view(hall: Hall) -> dict[str, ServiceTime]:
    """How long each service has taken on the day of that hall, by service."""
    return {
        service: {"n": times.n, "mean_s": times.mean / 1000, "deviation_s": times.deviation / 1000}
        for service, times in sorted(hall.service_times.items())
    }


def why_view(hall: Hall, ticket: Ticket, now: int, counter: Counter | None = None) -> CallExplanation:
    """Why a ticket was called when it was, or what stands between it and its call. With a ``counter`` also
    ``next``: whom that one would call now and why."""
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
        view["called"] = _decision(ticket.stay.decision) if ticket.stay.decision else None
        return view
    before = discipline.first_of(hall, ticket.service, now)
    view["for_counter"] = ticket.place.for_counter
    view["ahead"] = Forecast(hall, now).ahead(ticket)
    view["passed"] = hall.overtakes.passed(ticket.id)
    view["waited_s"] = (now - ticket.place.queued_from) / 1000
    own = discipline.weighed(plan, ticket, now)
    view["credit_s"] = own.credit_s
    if own.rate is not None:
        view["rate"] = own.rate
    view["against"] = [_weighed(hall, other, now) for other in before if other != ticket.id]
    return view


def _decision(decision: queueing.CallDecision) -> CallDecision:
    """As the journal keeps it, which may be a row of an older version."""
    told = dict(decision.told())
    if decision.against is not None:
        told["against"] = [dict(other.told()) for other in decision.against]
    return cast("CallDecision", told)


def _weighed(hall: Hall, ticket: str, now: int) -> WeighedTicket:
    return cast("WeighedTicket", dict(discipline.weighed(hall.plan, hall.tickets[ticket], now).told()))
