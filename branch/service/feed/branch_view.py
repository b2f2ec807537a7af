"""The branch as GET /v1/branch describes it: its plan, and what branch.toml says to the apps alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from branch.contract.basics import Names
from branch.contract.branch_info import (
    BranchInfo,
    CounterInfo,
    GroupInfo,
    KioskInfo,
    NamedChoice,
    QuotaInfo,
    RatingReason,
    RuleInfo,
    SegmentInfo,
    ServiceInfo,
    StandardsInfo,
    TellerHintInfo,
    VoiceInfo,
)
from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.services_offered import NamedReason, Service, Step


def branch_info(
    plan: Plan,
    *,
    ticket_url: str,
    appointment_key: str = "",
    notices: Mapping[str, Names] | None = None,
    voice: VoiceInfo | None = None,
    kiosk: KioskInfo | None = None,
    devices: Mapping[str, Names] | None = None,
) -> BranchInfo:
    """Describe a branch. ``ticket_url`` has ``{id}`` in it; ``notices`` are its standing texts by place."""
    return BranchInfo(
        name=plan.name,
        languages=plan.languages,
        time_zone=plan.schedule.zone,
        rule=_rule(plan),
        services=tuple(_service(one, kept=one.id in plan.kept.services) for one in plan.services.values()),
        groups=tuple(
            GroupInfo(id=g.id, names=g.names, hints=g.hints, group=g.group) for g in plan.groups.values()
        ),
        segments=tuple(
            SegmentInfo(id=s.id, names=s.names, reasons=_choices(s.reasons), kept=s.id in plan.kept.segments)
            for s in plan.segments.values()
        ),
        close_reasons=_choices(plan.close_reasons),
        counters=tuple(
            CounterInfo(
                number=c.number,
                services=c.services,
                direction=c.direction,
                kept=c.number in plan.kept.counters,
            )
            for c in plan.counters.values()
        ),
        hours=plan.schedule.week,
        special_hours=plan.schedule.special,
        day_starts=plan.schedule.day_starts,
        standards=StandardsInfo(
            rating_window_s=plan.rating_window // 1000,
            undo_window_s=plan.undo_window // 1000,
            recall_limit=plan.recall_limit,
            park_reminder_s=plan.park_reminder // 1000,
        ),
        reasons=tuple(RatingReason(id=r.id, scores=r.scores, names=r.names) for r in plan.reasons),
        call_reasons=_choices(plan.call_reasons),
        notices=notices or {},
        voice=voice or VoiceInfo(),
        ticket_url=ticket_url,
        hints=tuple(TellerHintInfo(service=h.service, segment=h.segment, text=h.text) for h in plan.hints),
        kiosk=kiosk or KioskInfo(),
        appointment_key=appointment_key,
        devices=devices or {},
    )


def _rule(plan: Plan) -> RuleInfo:
    rule = plan.rule
    return RuleInfo(
        name=rule.name,
        cap_s=rule.cap // 1000,
        most_passes=rule.most_passes,
        credit_s={s.id: s.credit // 1000 for s in plan.segments.values()},
        late_credit_s=rule.late_credit // 1000 if rule.name == "longest-wait" else 0,
        rates={s.id: s.rate for s in plan.segments.values()} if rule.name == "accumulating-priority" else {},
    )


def _service(service: Service, *, kept: bool) -> ServiceInfo:
    hours = service.hours
    return ServiceInfo(
        id=service.id,
        prefix=service.prefix,
        names=service.names,
        hints=service.hints,
        segment=service.segment,
        standard_s=service.standard // 1000,
        wait_standard_s=service.wait_standard // 1000,
        group=service.group,
        documents=service.documents,
        self_service=service.self_service,
        hours=None if hours is None else hours.week,
        special_hours={} if hours is None else hours.special,
        quotas=tuple(QuotaInfo(start=q.start, end=q.end, tickets=q.tickets) for q in service.quotas),
        per_day=service.per_day,
        steps=_choices(service.steps),
        kept=kept,
    )


def _choices(reasons: Iterable[NamedReason | Step]) -> tuple[NamedChoice, ...]:
    return tuple(
        NamedChoice(id=one.id, names=one.names, kept=isinstance(one, NamedReason) and one.kept)
        for one in reasons
    )
