"""When a branch, or one service of it, is open, by the clocks of its own time zone; and how long that is.

Plain arithmetic on business days and clock times, which the rules go by and a kiosk that is alone. Durations
and instants are in ms. Imports the standard library and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
"""In ms, like every duration of the domain."""

TimesOn = Callable[[date], Iterable[tuple[time, time]]]
"""The (from, to) clock times of a date."""

Phase = Literal["open", "opening-soon", "break", "closed"]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Opening hours in the branch's own time zone. ``week`` has, for Monday to Sunday, the (from, to)
    pairs of that day of the calendar; ``special`` overrides single dates (an empty tuple: closed all day).
    What lies before ``day_starts`` belongs to the business day before."""

    zone: str
    week: tuple[tuple[tuple[time, time], ...], ...]
    special: Mapping[date, tuple[tuple[time, time], ...]] = field(default_factory=dict)
    day_starts: time = time(0, 0)

    def day_of(self, now: int) -> str:
        """The business day that ``now`` belongs to, as 2026-11-21."""
        local = datetime.fromtimestamp(now / 1000, ZoneInfo(self.zone))
        day = local.date()
        if local.time() < self.day_starts:
            day -= timedelta(days=1)
        return day.isoformat()

    def opening(self, day: str) -> tuple[tuple[int, int], ...]:
        """The (from, to) instants at which the branch is open on that business day."""
        joined: list[tuple[int, int]] = []
        for start, end in self.spans(day, lambda on: self.special.get(on, self.week[on.weekday()])):
            if joined and joined[-1][1] == start:
                start = joined.pop()[0]
            joined.append((start, end))
        return tuple(joined)

    def spans(self, day: str, times_on: TimesOn) -> Iterator[tuple[int, int]]:
        """The (from, to) instants of that business day that lie within ``times_on`` their date."""
        zone, on, turn = ZoneInfo(self.zone), date_of(day), self.day_starts
        for start, end in times_on(on):
            if end > turn:
                yield instant(on, max(start, turn), zone), instant(on, end, zone)
        if turn > time(0):
            after = on + timedelta(days=1)
            for start, end in times_on(after):
                if start < turn:
                    yield instant(after, start, zone), instant(after, min(end, turn), zone)

    def closing(self, day: str) -> int | None:
        """When the hours of that business day end for the last time, beyond its turn where those of the next
        one join; None where there are none, and where they go on for a week."""
        hours = self.opening(day)
        if not hours:
            return None
        end, on = hours[-1][1], date_of(day)
        for step in range(1, 8):
            following = self.opening((on + timedelta(days=step)).isoformat())
            if not following or following[0][0] != end:
                return end
            end = following[0][1]
            if len(following) > 1:
                return end
        return None

    def is_open_across(self, day: str, following: str) -> bool:
        """Whether ``following`` is the business day after ``day``, and the branch is open when it begins."""
        return date_of(following) - date_of(day) == timedelta(days=1) and self.goes_on(day)

    def goes_on(self, day: str) -> bool:
        """Whether the branch is open when that business day turns into the next."""
        hours = self.opening(day)
        following = self.opening((date_of(day) + timedelta(days=1)).isoformat())
        return bool(hours) and bool(following) and hours[-1][1] == following[0][0]

    def phase(self, now: int) -> Phase:
        """Whether the branch takes customers now: open, opening-soon, break (lunch) or closed."""
        hours = self.opening(self.day_of(now))
        if any(start <= now < end for start, end in hours):
            return "open"
        if not hours or now >= hours[-1][1]:
            return "closed"
        return "opening-soon" if now < hours[0][0] else "break"

    def opens_at(self, now: int) -> int | None:
        """When it opens next on this business day; None if it does not."""
        return next((start for start, _ in self.opening(self.day_of(now)) if start > now), None)

    def closes_at(self, now: int) -> int | None:
        """When the hours that run now end; None outside them, and where they go on for a week."""
        day = self.day_of(now)
        hours = self.opening(day)
        end = next((end for start, end in hours if start <= now < end), None)
        return self.closing(day) if end is not None and end == hours[-1][1] else end


def after_open(schedule: Schedule, now: int, duration: int) -> int:
    """The instant (ms) at which the branch has been open for ``duration`` ms since ``now``.

    A branch that is not open for so long in the next year counts by the clock.
    """
    left = duration
    day = date_of(schedule.day_of(now))
    for step in range(_FAR):
        for start, end in schedule.opening((day + timedelta(days=step)).isoformat()):
            begin = max(start, now)
            if end - begin >= left:
                return begin + left
            left -= max(0, end - begin)
    return now + duration


_FAR = 400
"""Days that are looked through; a branch that is closed for longer is not waited for."""


def date_of(day: str) -> date:
    """The date of a business day such as 2026-11-21."""
    return date(int(day[:4]), int(day[5:7]), int(day[8:]))


def instant(on: date, at: time, zone: ZoneInfo) -> int:
    """The instant (ms) at which clocks of that zone show that time on that date; "24:00" is `time.max`."""
    if at == time.max:
        return round(datetime.combine(on + timedelta(days=1), time(0, 0), zone).timestamp() * 1000)
    return round(datetime.combine(on, at, zone).timestamp() * 1000)
