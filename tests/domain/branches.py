"""The branch that the stories are set in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from branch.domain.plan.branch_plan import CounterPlan, Plan, Rule, RuleName, StaffPlan
from branch.domain.plan.services_offered import Segment, Service, Step
from branch.opening_hours import MINUTE, SECOND, Schedule
from branch.service.config.default_reasons import CALL_REASONS, CLOSE_REASONS, RATING_REASONS

ZONE = "Asia/Shanghai"
FRIDAY, SATURDAY, SUNDAY, MONDAY = "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"

_LONG_DAY = ((time(9), time(12)), (time(13), time(17)))
_HALF_DAY = ((time(9), time(12)),)

STEPS = (
    Step("greet", {"zh": "问候", "en": "Greet"}),
    Step("identity", {"zh": "身份核验", "en": "Check who it is"}),
)

PLAN = Plan(
    name={"zh": "测试支行", "en": "Test Branch"},
    services={
        "A": Service("A", "A", {"zh": "现金业务", "en": "Cash"}, standard=5 * MINUTE, steps=STEPS),
        "B": Service("B", "B", {"zh": "贷款业务", "en": "Loans"}, first=100, last=499, standard=20 * MINUTE),
        "C": Service("C", "C", {"zh": "外汇", "en": "Currency"}, first=7, last=9),
        "V": Service("V", "V", {"zh": "贵宾理财", "en": "Wealth"}, last=99, segment="vip"),
    },
    segments={
        "ordinary": Segment("ordinary", {"zh": "普通", "en": "Ordinary"}),
        "vip": Segment("vip", {"zh": "贵宾", "en": "VIP"}, credit=10 * MINUTE, rank=1, rate=1.5),
        "priority": Segment(
            "priority", {"zh": "优先", "en": "Priority"}, credit=5 * MINUTE, rank=2, rate=2.5
        ),
    },
    counters={
        1: CounterPlan(1, ("A", "B")),
        2: CounterPlan(2, ("A", "B", "C")),
        3: CounterPlan(3, ("B", "C")),
        4: CounterPlan(4, ("V", "A")),
    },
    schedule=Schedule(
        ZONE,
        week=(_LONG_DAY,) * 5 + (_HALF_DAY, ()),
        special={date(2026, 12, 25): (), date(2026, 12, 31): ((time(10), time(11)),)},
    ),
    rule=Rule(),
    languages=("zh", "en"),
    rating_window=30 * MINUTE,
    undo_window=10 * SECOND,
    recall_limit=3,
    requeue_places=2,
    requeue_limit=1,
    reprint_limit=2,
    park_reminder=10 * MINUTE,
    appointment_early=30 * MINUTE,
    appointment_late=15 * MINUTE,
    appointment_walk_in=0,
    offline_numbers=50,
    reasons=RATING_REASONS,
    close_reasons=CLOSE_REASONS,
    call_reasons=CALL_REASONS,
    staff={"li": StaffPlan("li", {"zh": "小李", "en": "Li"}), "wang": StaffPlan("wang", {})},
)


def ruled(name: RuleName = "longest-wait", **options: object) -> Plan:
    """The same branch under another rule; options are fields of `Rule`."""
    return replace(PLAN, rule=Rule(name, **options))  # type: ignore[arg-type]  # checked where it is used


def with_schedule(zone: str, week: tuple[tuple[tuple[time, time], ...], ...], **more: object) -> Plan:
    """The same branch at another place or at other hours."""
    return replace(PLAN, schedule=Schedule(zone, week, **more))  # type: ignore[arg-type]


def at(clock: str, day: str = FRIDAY, zone: str = ZONE) -> int:
    """The instant at which a clock of the branch shows ``clock`` ("09:30" or "09:30:15") on ``day``."""
    local = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone))
    return round(local.timestamp() * 1000)


def durations() -> Mapping[str, int]:
    """What the letters of "+90s" and "+5m" stand for, in ms."""
    return {"s": 1000, "m": MINUTE, "h": 60 * MINUTE}
