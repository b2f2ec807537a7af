"""Business days and clock times as instants: the domain's own codecs of time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def date_of(day: str) -> date:
    """The date of a business day such as 2026-11-21."""
    return date.fromisoformat(day)


def instant(on: date, at: time, zone: ZoneInfo) -> int:
    """The instant (ms) at which clocks of that zone show that time on that date; "24:00" is `time.max`."""
    if at == time.max:
        return round(datetime.combine(on + timedelta(days=1), time(0, 0), zone).timestamp() * 1000)
    return round(datetime.combine(on, at, zone).timestamp() * 1000)
