"""Numbers as people read them, the same in table, tile and plot."""

from __future__ import annotations

from datetime import date, datetime

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
