"""The words of the report in its two languages, the branch's own names in the one that is read, and numbers.

A number is said the same in table, tile and plot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from branch.analytics.report.report_texts import TEXTS
from branch.analytics.report.visits import clean
from branch.contract.basics import Names
from branch.contract.branch_info import BranchInfo

NONE = "\N{EM DASH}"
"""What stands where there is no number."""

_DAYS_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def long_day(language: str, on: date) -> str:
    """ "2026年11月21日 周六", "Saturday 21 November 2026"."""
    if language == "zh":
        return f"{on.year}年{on.month}月{on.day}日 {_DAYS_ZH[on.weekday()]}"
    return f"{_DAYS_EN[on.weekday()]} {on.day} {_MONTHS_EN[on.month - 1]} {on.year}"


def clock(at: datetime | None) -> str:
    """ "09:42"."""
    return NONE if at is None else f"{at.hour:02}:{at.minute:02}"


def minutes(seconds: float | None) -> str:
    """Seconds as minutes without their unit: "6.2", "104" from a hundred on."""
    if seconds is None:
        return NONE
    value = seconds / 60
    return f"{value:.1f}" if value < 99.95 else f"{value:.0f}"


def short_minutes(seconds: float) -> str:
    """A standard: "10", "7.5"; no decimal that says nothing."""
    return f"{seconds / 60:.1f}".removesuffix(".0")


def percent(part: float | None) -> str:
    """ "93%"; one decimal near the ends, and never "100%" or "0%" unless it is all or none."""
    if part is None:
        return NONE
    if part in (0.0, 1.0):
        return f"{part:.0%}"
    if 0.01 <= part <= 0.99:
        return f"{part:.0%}"
    return f"{min(max(part, 0.001), 0.999):.1%}"


def ratio(value: float | None) -> str:
    """ "94%", "108%": one thing in terms of another, which unlike a share may exceed it."""
    return NONE if value is None else f"{value:.0%}"


def score(value: float | None) -> str:
    """A mean score: "4.6"."""
    return NONE if value is None else f"{value:.1f}"


@dataclass(frozen=True)
class Words:
    """All that is said in one language, "zh" or "en"."""

    language: str
    branch: str
    services: Mapping[str, str]
    segments: Mapping[str, str]
    call_reasons: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """The text of that key with its values filled in; raises KeyError for one that does not exist."""
        text = TEXTS[key][0 if self.language == "zh" else 1]
        return text.format(**values) if values else text

    def service(self, key: str) -> str:
        """What the branch calls a service; its id if the branch no longer has it."""
        return self.services.get(key) or key or NONE

    def segment(self, key: str) -> str:
        """What the branch calls a group of customers."""
        return self.segments.get(key) or key or NONE

    def reason(self, key: str) -> str:
        """Why a call was decided; the plain code if it is newer than this table. A teller's own reason
        stands after a colon."""
        kind, _, said = key.partition(":")
        words = [self.known("reason-", kind), self.call_reasons.get(said, said)]
        return " · ".join(word for word in words if word)

    def status(self, key: str) -> str:
        """How a visit ended."""
        return self.known("status-", key)

    def known(self, kind: str, key: str) -> str:
        """The text of a code that came with the data."""
        return self(kind + key) if kind + key in TEXTS else key or NONE

    def hour(self, hour: int) -> str:
        """ "09:00–10:00"."""
        return f"{hour:02}:00\N{EN DASH}{(hour + 1):02}:00"

    def minutes(self, seconds: float | None) -> str:
        """ "6.2 分", "6.2 min"."""
        return NONE if seconds is None else self("minutes", n=minutes(seconds))

    def standard(self, seconds: float) -> str:
        """ "标准 10 分", "standard 10 min"."""
        return self("standard", n=short_minutes(seconds))


def words_for(branch: BranchInfo, language: str) -> Words:
    """The words in ``language``; one that is not known is read in English."""
    chosen = "zh" if language.lower().startswith("zh") else "en"
    return Words(
        chosen,
        _name(branch.name, chosen),
        {service.id: _name(service.names, chosen) for service in branch.services},
        {segment.id: _name(segment.names, chosen) for segment in branch.segments},
        {reason.id: _name(reason.names, chosen) for reason in branch.call_reasons},
    )


def _name(names: Names, language: str) -> str:
    """In that language, else in the first there is."""
    return clean(str(names.get(language) or next((name for name in names.values() if name), "")))
