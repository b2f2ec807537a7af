"""branch.toml, typed. A mistake is told in one line that names the file and the key."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, model_validator

from branch.domain.plan.branch_plan import Plan
from branch.domain.plan.counters_and_staff import CounterPlan, StaffPlan
from branch.domain.plan.rules import Feedback, Rule
from branch.domain.plan.schedule import HOUR, MINUTE, SECOND, Schedule
from branch.service.config.appointment_sections import AppointmentsSection
from branch.service.config.counter_sections import CounterAppSection
from branch.service.config.hall_sections import (
    BranchSection,
    CounterSection,
    FeedbackSection,
    Hours,
    LimitsSection,
    RatingSection,
    RuleSection,
    Section,
    SegmentSection,
    ServerSection,
    StaffSection,
    in_order,
    span,
)
from branch.service.config.hint_sections import HintSection, check_hints
from branch.service.config.kiosk_sections import CardSection, KioskSection, check_cards
from branch.service.config.service_sections import (
    DAYS,
    CloseReasonSections,
    GroupSection,
    ServiceSection,
    check_services,
    made_close_reasons,
)
from branch.service.config.slot_sections import SlotSection, check_slots
from branch.service.config.voice_sections import VoiceSection


class ConfigError(Exception):
    """branch.toml cannot be used; the message is one line."""


class BranchConfig(Section):
    """The whole file."""

    branch: BranchSection
    hours: dict[str, object] = Field(default_factory=dict)
    rule: RuleSection = RuleSection()
    segments: tuple[SegmentSection, ...] = (
        SegmentSection(id="ordinary", names={"zh": "普通", "en": "Ordinary"}),
    )
    groups: tuple[GroupSection, ...] = ()
    services: Annotated[tuple[ServiceSection, ...], Field(min_length=1)]
    counters: Annotated[tuple[CounterSection, ...], Field(min_length=1)]
    staff: tuple[StaffSection, ...] = ()
    close_reasons: CloseReasonSections | None = None
    hints: tuple[HintSection, ...] = ()
    limits: LimitsSection = LimitsSection()
    rating: RatingSection = RatingSection()
    counter: CounterAppSection = CounterAppSection()
    feedback: FeedbackSection = FeedbackSection()
    slots: tuple[SlotSection, ...] = ()
    appointments: AppointmentsSection = AppointmentsSection()
    notices: dict[str, dict[str, str]] = Field(default_factory=dict)
    service: ServerSection = ServerSection()
    voice: VoiceSection = VoiceSection()
    kiosk: KioskSection = KioskSection()
    cards: tuple[CardSection, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        _unique("segments", [s.id for s in self.segments])
        _unique("groups", [g.id for g in self.groups])
        _unique("services", [s.id for s in self.services])
        _unique("counters", [c.number for c in self.counters])
        _unique("staff", [s.id for s in self.staff])
        _unique("close_reasons", [r.id for r in self.close_reasons or ()])
        services = {s.id for s in self.services}
        for counter in self.counters:
            for service in counter.services:
                if service not in services:
                    raise ValueError(
                        f"counter {counter.number} names service {service!r}, which does not exist"
                    )
                if counter.services.count(service) > 1:
                    raise ValueError(f"counter {counter.number} names service {service!r} twice")
        check_slots(self.slots, services)
        self.kiosk.check([s.id for s in self.services])
        check_cards(self.cards, self.segments)
        check_hints(self.hints, services, {s.id for s in self.segments})
        check_services(self.services, self.groups, {s.id for s in self.segments})
        return self

    def plan(self) -> Plan:
        """The branch as the queue knows it."""
        limits = self.limits
        return Plan(
            name=self.branch.name,
            services={s.id: s.made(self.branch) for s in self.services},
            groups={g.id: g.made() for g in self.groups},
            segments={s.id: s.made() for s in self.segments},
            counters={c.number: CounterPlan(c.number, c.services, c.direction) for c in self.counters},
            schedule=self._schedule(),
            rule=Rule(
                self.rule.name,
                round(self.rule.cap_minutes * MINUTE),
                round(self.rule.appointment_credit_minutes * MINUTE),
                self.rule.service_order,
                self.rule.most_passes,
                self.rule.closing,
                round(self.rule.closing_margin_minutes * MINUTE),
                round(self.rule.late_credit_minutes * MINUTE),
            ),
            languages=self.branch.languages,
            rating_window=round(limits.rating_minutes * MINUTE),
            undo_window=round(limits.undo_seconds * SECOND),
            recall_limit=limits.recalls,
            requeue_places=limits.requeue_places,
            requeue_limit=limits.requeue_times,
            reprint_limit=limits.reprints,
            park_reminder=round(limits.park_minutes * MINUTE),
            appointment_early=round(limits.appointment_early_minutes * MINUTE),
            appointment_late=round(limits.appointment_late_minutes * MINUTE),
            appointment_walk_in=round(limits.appointment_walk_in_minutes * MINUTE),
            offline_numbers=limits.offline_numbers,
            reasons=self.rating.offered,
            close_reasons=made_close_reasons(self.close_reasons),
            hints=tuple(hint.made() for hint in self.hints),
            slots=tuple(slot.made() for slot in self.slots),
            call_reasons=self.counter.offered,
            staff={s.id: StaffPlan(s.id, s.public_name) for s in self.staff},
            feedback=Feedback(
                self.feedback.poor_score,
                round(self.feedback.answer_within_hours * HOUR),
                self.feedback.opening_hours,
                self.feedback.keep_days * 24 * HOUR,
            ),
        )

    def _schedule(self) -> Schedule:
        special = self.hours.get("special", {})
        unknown = set(self.hours) - {*DAYS, "special"}
        if unknown or not isinstance(special, dict):
            raise ConfigError(f"hours: {', '.join(sorted(unknown)) or 'special'} is not a day")
        return Schedule(
            zone=self.branch.time_zone,
            week=tuple(_hours(f"hours.{day}", self.hours.get(day, [])) for day in DAYS),
            special={
                _date(f"hours.special.{day}", day): _hours(f"hours.special.{day}", spans)
                for day, spans in special.items()
            },
            day_starts=self.branch.day_starts,
        )

    @property
    def zone(self) -> ZoneInfo:
        """The branch's time zone."""
        return ZoneInfo(self.branch.time_zone)


def load(path: Path) -> BranchConfig:
    """Read branch.toml; raises ConfigError in one line."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors put a mark before the text
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {getattr(error, 'strerror', None) or 'is not UTF-8 text'}") from error
    return parse(text, str(path))


def parse(text: str, name: str = "branch.toml") -> BranchConfig:
    """The same for a text; ``name`` is what errors call it."""
    try:
        config = BranchConfig.model_validate(tomllib.loads(text))
        config.plan()
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        raise ConfigError(f"{name}: {key + ': ' if key else ''}{message}") from error
    except ConfigError as error:
        raise ConfigError(f"{name}: {error}") from error
    return config


def _hours(key: str, spans: object) -> Hours:
    if not isinstance(spans, list):
        raise ConfigError(f'{key} must be a list such as ["09:00-17:00"]')
    try:
        return in_order(tuple(span(text) for text in spans))
    except ValueError as error:
        raise ConfigError(f"{key}: {error}") from error


def _date(key: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{key}: {text!r} is not a date such as 2027-01-01") from error


def _unique(section: str, ids: list[str] | list[int]) -> None:
    twice = next((one for one in ids if ids.count(one) > 1), None)  # type: ignore[arg-type]
    if twice is not None:
        raise ValueError(f"{section}: {twice} stands there twice")
