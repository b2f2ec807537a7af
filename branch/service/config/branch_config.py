"""branch.toml, typed. Every mistake is told at once, each in one line that names the file and the key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from branch.domain.plan.branch_plan import Plan
from branch.service.config.app_sections import (
    CardSection,
    KioskSection,
    VoiceSection,
    card_mistakes,
    kiosk_mistakes,
)
from branch.service.config.appointment_sections import AppointmentsSection, SlotSection, slot_mistakes
from branch.service.config.branch_sections import (
    BranchHours,
    BranchSection,
    HoursSection,
    LimitsSection,
    RuleSection,
    SegmentSection,
    ServerSection,
)
from branch.service.config.counter_sections import (
    CounterAppSection,
    CounterSection,
    FeedbackSection,
    HintSection,
    RatingSection,
    StaffSection,
    counter_mistakes,
    hint_mistakes,
)
from branch.service.config.mending import mended
from branch.service.config.section_types import Names, Section, located, minutes_ms, seconds_ms, twice
from branch.service.config.service_sections import (
    CloseReasonSections,
    GroupSection,
    ServiceSection,
    group_mistakes,
    made_close_reasons,
    service_mistakes,
)


class ConfigError(Exception):
    """branch.toml cannot be used; the message has one line for each mistake.

    Attributes:
        rest: what is right in it, for those who look for more; None if nothing can be said.
        touched: the sections that ``rest`` has not whole.
    """

    def __init__(self, message: str, rest: BranchConfig | None = None, touched: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.rest = rest
        self.touched = frozenset(touched)


class BranchConfig(Section):
    """The whole file."""

    branch: BranchSection
    hours: BranchHours = HoursSection()
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
    devices: dict[str, Names] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        # What stands twice is told alone: half of the rest would only follow from it.
        wrong = list(self._twice()) or list(self._misfits())
        if wrong:
            raise located(wrong)
        return self

    def _twice(self) -> Iterator[str]:
        yield from twice("segments", [s.id for s in self.segments])
        yield from twice("groups", [g.id for g in self.groups])
        yield from twice("services", [s.id for s in self.services])
        yield from twice("counters", [c.number for c in self.counters])
        yield from twice("staff", [s.id for s in self.staff])
        yield from twice("close_reasons", [r.id for r in self.close_reasons or ()])

    def _misfits(self) -> Iterator[str]:
        services, segments = {s.id for s in self.services}, {s.id for s in self.segments}
        yield from counter_mistakes(self.counters, services)
        yield from slot_mistakes(self.slots, services)
        yield from kiosk_mistakes(self.kiosk, services)
        yield from card_mistakes(self.cards, self.segments)
        yield from hint_mistakes(self.hints, services, segments)
        yield from service_mistakes(self.services, {g.id for g in self.groups}, segments)
        yield from group_mistakes(self.groups, services)

    def plan(self) -> Plan:
        """The branch as the queue knows it."""
        limits = self.limits
        return Plan(
            name=self.branch.name,
            services={s.id: s.made(self.branch) for s in self.services},
            groups={g.id: g.made() for g in self.groups},
            segments={s.id: s.made() for s in self.segments},
            counters={c.number: c.made() for c in self.counters},
            schedule=self.hours.made(self.branch),
            rule=self.rule.made(),
            languages=self.branch.languages,
            rating_window=minutes_ms(limits.rating_minutes),
            undo_window=seconds_ms(limits.undo_seconds),
            recall_limit=limits.recalls,
            requeue_places=limits.requeue_places,
            requeue_limit=limits.requeue_times,
            reprint_limit=limits.reprints,
            park_reminder=minutes_ms(limits.park_minutes),
            appointment_early=minutes_ms(limits.appointment_early_minutes),
            appointment_late=minutes_ms(limits.appointment_late_minutes),
            appointment_walk_in=minutes_ms(limits.appointment_walk_in_minutes),
            offline_numbers=limits.offline_numbers,
            reasons=self.rating.offered,
            close_reasons=made_close_reasons(self.close_reasons),
            hints=tuple(hint.made() for hint in self.hints),
            slots=tuple(slot.made() for slot in self.slots),
            call_reasons=self.counter.offered,
            staff={s.id: s.made() for s in self.staff},
            feedback=self.feedback.made(),
        )


def load(path: Path) -> BranchConfig:
    """Read branch.toml; raises ConfigError."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # some editors put a mark before the text
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {getattr(error, 'strerror', None) or 'is not UTF-8 text'}") from error
    return parse(text, str(path))


def parse(text: str, name: str = "branch.toml") -> BranchConfig:
    """The same for a text; ``name`` is what errors call it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: {error}{_line_at(text, str(error))}") from error
    config, lines, touched = mended(BranchConfig, data)
    if lines or config is None:
        raise ConfigError("\n".join(f"{name}: {line}" for line in lines), config, touched)
    return config


def _line_at(text: str, error: str) -> str:
    """The line that TOML could not read, and the quotes of a word processor in it."""
    at = re.search(r"at line (\d+)", error)
    if at is None:
        return ""
    line = text.splitlines()[int(at[1]) - 1].strip()[:80] if int(at[1]) <= len(text.splitlines()) else ""
    quotes = '; quotes must be straight: "' if set(line) & set("“”‘’＂") else ""
    return f": {line}{quotes}"
