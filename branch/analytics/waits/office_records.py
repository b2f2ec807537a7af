"""Recorded ticket queues of offices: snapshots of who was called, how many waited and how many counters were
open. Their dirt is left in: numbers that go backwards, no counter with people waiting, hours left out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from branch.analytics.replay.trace import ReplayError, recorded
from branch.opening_hours import MINUTE

COLUMNS = (
    *("office", "date", "minute", "queue", "called_letter", "called_number"),
    *("waiting", "open_counters", "published_minutes"),
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One queue of an office at one instant (ms of the day): the last number called, those who wait, the open
    counters. The latest ticket is the last number called and those who wait."""

    office: str
    day: str
    at: int
    queue: str
    called: int
    waiting: int
    counters: int


def read_snapshots(path: Path) -> list[Snapshot]:
    """All snapshots of a file, in the order of their instants; raises ReplayError."""
    with recorded(path) as file:
        rows = csv.DictReader(file, strict=True)
        try:
            found = list(_snapshots(rows, path.name))
        except csv.Error as error:
            raise ReplayError(f"{path.name}, line {rows.line_num}: {error}") from None
    if not found:
        raise ReplayError(f"{path.name}, line 2: there are no snapshots in this record")
    found.sort(key=lambda one: (one.day, one.at))
    return found


def _snapshots(rows: csv.DictReader[str], name: str) -> Iterator[Snapshot]:
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise ReplayError(f"{name}, line 1: the header must be {','.join(COLUMNS)}")
    for row in rows:
        try:
            if None in row or None in row.values():
                raise ValueError("the line has not as many fields as the header")
            yield Snapshot(
                office=row["office"],
                day=row["date"],
                at=_number(row, "minute") * MINUTE,
                queue=row["queue"],
                called=_number(row, "called_number"),
                waiting=_number(row, "waiting"),
                counters=_number(row, "open_counters"),
            )
        except ValueError as error:
            raise ReplayError(f"{name}, line {rows.line_num}: {error}") from None


def _number(row: Mapping[str, str | None], column: str) -> int:
    """A count, which some rows write as 2.0, and some leave out where there is none."""
    text = row[column] or "0"
    try:
        number = int(float(text))
    except (ValueError, OverflowError):
        raise ValueError(f"{column} is {text[:20]!r}, not a number") from None
    if number < 0:
        raise ValueError(f"{column} is {text[:20]}, less than nothing")
    return number
