"""Dates, times, durations and ranges as people read them, in each language.

Here and not in QML: JavaScript loses the time zone, and what is said must be the same on ticket and screen.
Every function takes the language code first; one that is not known is said in English. Times are given in
the branch's own zone.
"""

from __future__ import annotations

from datetime import date, datetime, time

_DAYS_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_MONTHS_AR = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
_TRADITIONAL = str.maketrans({"周": "週", "钟": "鐘", "时": "時"})
EN_DASH = "\N{EN DASH}"


def is_chinese(language: str) -> bool:
    """Whether the language is one of the Chinese ones: zh, zh-TW."""
    return language.partition("-")[0] == "zh"


def _written(language: str, text: str) -> str:
    """Chinese in the characters that the language is written with."""
    return text.translate(_TRADITIONAL) if language == "zh-TW" else text


def weekday(language: str, number: int) -> str:
    """ "周六", "Sat", "السبت"; Monday is 0."""
    if language == "ar":
        return _DAYS_AR[number]
    return _written(language, _DAYS_ZH[number]) if is_chinese(language) else _DAYS_EN[number]


def day(language: str, on: date) -> str:
    """ "周六 11月21日", "Sat 21 Nov"."""
    if is_chinese(language):
        return f"{weekday(language, on.weekday())} {on.month}月{on.day}日"
    months = _MONTHS_AR if language == "ar" else _MONTHS_EN
    return f"{weekday(language, on.weekday())} {on.day} {months[on.month - 1]}"


def long_day(language: str, on: date) -> str:
    """ "2026年11月21日 周六", "Saturday 21 November 2026"."""
    if is_chinese(language):
        return f"{on.year}年{on.month}月{on.day}日 {weekday(language, on.weekday())}"
    return f"{_LONG_DAYS_EN[on.weekday()]} {on.day} {_LONG_MONTHS_EN[on.month - 1]} {on.year}"


def clock(at: datetime | time) -> str:
    """ "09:42": the same in every language, so that all signs in a hall agree."""
    return f"{at.hour:02}:{at.minute:02}"


def stopwatch(seconds: float) -> str:
    """ "03:42", "1:03:42": how long something has been going on."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def duration(language: str, seconds: float) -> str:
    """ "7 分钟", "1 小时 5 分钟", "不到 1 分钟"; "7 min", "1 h 5 min", "under a minute"."""
    chinese = is_chinese(language)
    total = int(seconds) // 60
    if total < 1:
        return _written(language, "不到 1 分钟") if chinese else "under a minute"
    hours, rest = divmod(total, 60)
    parts = [f"{hours} {'小时' if chinese else 'h'}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} {'分钟' if chinese else 'min'}")
    return _written(language, " ".join(parts))


def percent(share: float) -> str:
    """ "98%" for 0.98."""
    return f"{round(share * 100)}%"
