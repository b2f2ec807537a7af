"""What a manager looks at first: the tiles, and what is worth a look. All of it from the day itself.

Nothing is held against yesterday or against a target that the branch has not set: the only standards are
those of its services.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from branch.analytics.report import report_words as formats
from branch.analytics.report.report_figures import busiest
from branch.analytics.report.report_model import DayFigures, share
from branch.analytics.report.report_words import Words

Tone = Literal["", "good", "late", "notice"]


@dataclass(frozen=True, slots=True)
class Tile:
    """One number with what it is held against, and what stands behind it."""

    label: str
    value: str
    unit: str
    lines: tuple[tuple[str, Tone], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence; ``late`` is beyond a standard, ``notice`` wants a look, ``good`` is neither."""

    text: str
    tone: Tone


def tiles(figures: DayFigures, words: Words) -> list[Tile]:
    """Served, mean wait, share within the standard, satisfaction, no-shows."""
    return [
        _served(figures, words),
        _wait(figures, words),
        _within(figures, words),
        _satisfied(figures, words),
        _missed(figures, words),
    ]


def _served(figures: DayFigures, words: Words) -> Tile:
    ends = figures.ends
    lines: tuple[tuple[str, Tone], ...] = ()
    if ends.customers:
        part = formats.percent(share(ends.served, ends.customers))
        lines = ((words("tile-served-of", customers=ends.customers, share=part), ""),)
    return Tile(words("tile-served"), str(ends.served), _unit(words, "people"), lines)


def _wait(figures: DayFigures, words: Words) -> Tile:
    waits = figures.waits
    lines: list[tuple[str, Tone]] = []
    if waits.standard_s is not None and waits.mean_s is not None:
        one = _one_standard(figures)
        key = "tile-wait-mixed" if one is None else "tile-wait-one"
        lines.append((words(key, n=formats.short_minutes(one or waits.standard_s)), ""))
        # Only if everybody who waited has a standard is the one mean comparable with the other.
        if waits.judged == waits.count:
            less = waits.standard_s - waits.mean_s
            told = words("tile-shorter" if less >= 0 else "tile-longer", n=formats.minutes(abs(less)))
            lines.append((told, "good" if less >= 0 else "late"))
    unit = _unit(words, "minutes") if waits.mean_s is not None else ""
    return Tile(words("tile-wait"), formats.minutes(waits.mean_s), unit, tuple(lines))


def _within(figures: DayFigures, words: Words) -> Tile:
    waits, one = figures.waits, _one_standard(figures)
    label = words("tile-within") if one is None else words("tile-within-one", n=formats.short_minutes(one))
    line: tuple[tuple[str, Tone], ...] = ()
    if waits.judged:
        told = words("tile-late", n=waits.late) if waits.late else words("tile-none-late")
        line = ((told, "late" if waits.late else "good"),)
    return Tile(label, formats.percent(waits.share), "", line)


def _satisfied(figures: DayFigures, words: Words) -> Tile:
    ratings = figures.ratings
    silent: tuple[tuple[str, Tone], ...] = ()
    if ratings.unanswered:
        silent = ((words("tile-unanswered", n=ratings.unanswered), ""),)
    if not ratings.count:
        return Tile(words("tile-satisfied"), formats.NONE, "", ((words("tile-no-ratings"), ""), *silent))
    return Tile(
        words("tile-satisfied"),
        formats.percent(ratings.satisfied),
        "",
        (
            (words("tile-ratings", count=ratings.count, rate=formats.percent(ratings.rate)), ""),
            (words("tile-score", score=formats.score(ratings.mean)), ""),
            *silent,
        ),
    )


def _missed(figures: DayFigures, words: Words) -> Tile:
    ends = figures.ends
    missed = words("tile-missed-1") if ends.missed == 1 else words("tile-missed-n", n=ends.missed)
    lines: list[tuple[str, Tone]] = [(missed, "")] if ends.customers else []
    if ends.left:
        lines.append((words("tile-left", n=ends.left), ""))
    return Tile(words("tile-missed"), formats.percent(share(ends.missed, ends.customers)), "", tuple(lines))


def _one_standard(figures: DayFigures) -> float | None:
    """The wait standard in seconds if the services in use have one in common."""
    found = {s.wait_standard_s for s in figures.services if s.waits.count}
    return found.pop() if len(found) == 1 else None


def _unit(words: Words, key: str) -> str:
    """What follows the number in that text: "分", "min", or nothing."""
    return words(key, n="").strip()


def notes(figures: DayFigures, words: Words) -> list[Note]:
    """What was beyond a standard first, then what else wants a look, then how busy it was."""
    found: list[Note] = []

    def note(tone: Tone, key: str, **values: object) -> None:
        found.append(Note(words(key, **values), tone))

    worst = max(figures.longest, key=lambda wait: wait.waited_s, default=None)
    if worst and worst.standard_s is not None and worst.waited_s > worst.standard_s:
        standard = formats.short_minutes(worst.standard_s)
        note(
            "late",
            "note-longest",
            number=worst.number,
            waited=formats.minutes(worst.waited_s),
            standard=standard,
        )
    late = max(figures.hours, key=lambda hour: hour.waits.late, default=None)
    if late and late.waits.late:
        hour = words.hour(late.hour)
        note("late", "note-late-hour", hour=hour, judged=late.waits.judged, late=late.waits.late)
    _slow(figures, words, note)
    if figures.waits.judged and not figures.waits.late:
        note("good", "note-good")
    if figures.ratings.unhappy:
        note("notice", "note-unhappy", n=figures.ratings.unhappy)
    cases = figures.cases
    if cases.opened:
        values = {"n": cases.opened, "resolved": cases.resolved, "in_time": cases.in_time}
        note("late" if cases.overdue else "notice", "note-cases", **values)
    if cases.overdue:
        note("late", "note-cases-overdue", n=cases.overdue)
    for all_of_them in figures.appointments[:1]:
        if all_of_them.unclaimed:
            note("notice", "note-unclaimed", n=all_of_them.unclaimed, booked=all_of_them.booked)
    if figures.ends.unfinished:
        note("notice", "note-unfinished", n=figures.ends.unfinished)
    busy = busiest(figures.hours)
    if busy:
        note("", "note-busiest", hour=words.hour(busy.hour), n=busy.ends.customers)
    return found


def _slow(figures: DayFigures, words: Words, note: Callable[..., None]) -> None:
    """The service that exceeded its standard most in proportion; the table names the others."""
    slow = [
        (service.times.mean_s / service.standard_s, service.times.mean_s, service.standard_s, service.id)
        for service in figures.services
        if service.times.mean_s is not None
        and service.standard_s
        and service.times.mean_s > service.standard_s
    ]
    if slow:
        _, mean, standard, worst = max(slow)
        values = {
            "service": words.service(worst),
            "mean": formats.minutes(mean),
            "standard": formats.short_minutes(standard),
        }
        note("late", "note-slow" if len(slow) == 1 else "note-slow-many", n=len(slow), **values)
