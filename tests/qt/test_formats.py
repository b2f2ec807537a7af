"""Dates, times, durations and ranges as people read them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from branch.qt.text import formats

SATURDAY = date(2026, 11, 21)


def test_days() -> None:
    assert formats.day("zh", SATURDAY) == "周六 11月21日"
    assert formats.day("en", SATURDAY) == "Sat 21 Nov"
    assert formats.long_day("zh", SATURDAY) == "2026年11月21日 周六"
    assert formats.long_day("en", SATURDAY) == "Saturday 21 November 2026"


def test_clock() -> None:
    assert formats.clock(datetime(2026, 11, 21, 9, 42, 59)) == "09:42"
    assert formats.clock(time(17)) == "17:00"


@pytest.mark.parametrize(("seconds", "said"), [(-3, "00:00"), (222.9, "03:42"), (3822, "1:03:42")])
def test_stopwatch(seconds: float, said: str) -> None:
    assert formats.stopwatch(seconds) == said


def test_a_share() -> None:
    assert formats.percent(0.984) == "98%"


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (20, "不到 1 分钟", "under a minute"),
        (420, "7 分钟", "7 min"),
        (3600, "1 小时", "1 h"),
        (3900, "1 小时 5 分钟", "1 h 5 min"),
    ],
)
def test_durations(seconds: int, zh: str, en: str) -> None:
    assert formats.duration("zh", seconds) == zh
    assert formats.duration("en", seconds) == en


def test_traditional_chinese() -> None:
    assert formats.day("zh-TW", date(2026, 11, 21)) == "週六 11月21日"
    assert formats.long_day("zh-TW", date(2026, 11, 21)) == "2026年11月21日 週六"
    assert formats.duration("zh-TW", 65 * 60) == "1 小時 5 分鐘"
    assert formats.duration("zh-TW", 5) == "不到 1 分鐘"
