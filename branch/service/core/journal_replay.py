"""The hall as the journal has it: a day's rows, folded."""

from __future__ import annotations

from dataclasses import dataclass

from branch.domain.day.day_messages import DayOpened
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan
from branch.service.feed.feed_entries import Entry, entry_after
from branch.service.journal.journal_format import from_record
from branch.service.journal.journal_port import JournalReader

REPLAYED = 2_000
"""Entries of the current day that are kept at start, so that screens can resume across a restart."""


@dataclass(frozen=True, slots=True)
class Folded:
    """The hall, the day's last entries, and the instant of the newest row (0 when there is none)."""

    hall: Hall
    entries: list[Entry]
    at: int


def fold(journal: JournalReader, plan: Plan) -> Folded:
    """Read the newest day and no other: what outlives a day stands in its first row.

    What has happened is folded under the plan that it happened under; from now on the hall goes by ``plan``,
    which the journal is told of before anything else happens (`Hall.plan_hash` is the journal's).
    """
    hall = Hall(plan)
    entries: list[Entry] = []
    day = journal.latest_day()
    if day is None:
        return Folded(hall, entries, 0)
    rows = list(journal.read_day(day))
    keep_from = len(rows) - REPLAYED
    for index, row in enumerate(rows):
        event = from_record(row.type, row.at, row.data)
        evolve(hall, event)
        if index >= keep_from:
            entries.append(entry_after(hall, event, row.seq, day))
    if hall.day is None:
        raise ValueError(f"the journal's day {day} does not begin with {DayOpened.__name__}")
    hall.adopt(plan)
    return Folded(hall, entries, rows[-1].at)


def fold_day(journal: JournalReader, plan: Plan, day: str) -> Hall:
    """The hall of that day as it was at its end, under the plan of that day; under ``plan`` if the journal is
    so old that it tells of none."""
    hall = Hall(plan)
    for row in journal.read_day(day):
        evolve(hall, from_record(row.type, row.at, row.data))
    return hall
