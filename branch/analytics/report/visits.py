"""Rows of ``GET /v1/visits`` and the branch's own facts as typed values.

A report is made long after the day, also from rows that an older version wrote. Therefore a field that is
missing or makes no sense is None here, and the figures leave it out, rather than that the report fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from math import isfinite
from typing import Any
from zoneinfo import ZoneInfo

from branch.contract.branch_info import BranchInfo
from branch.contract.times import any_datetime_from_text

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """One service that was done in a visit, and how long it took."""

    service: str
    service_s: float | None


@dataclass(frozen=True, slots=True)
class Visit:
    """One customer's visit; times in the branch's zone, durations in seconds.

    ``waited_s`` is from arrival to the first call, ``service_s`` the time at the counter of those served,
    ``score`` is 1 (very bad) to 5 (very good), ``unrated`` whether they were asked and gave none.
    ``done`` are the services of the visit, ``standard`` is that of its service on its day (None: not told).
    ``all_steps`` is whether every step of the service standard was ticked, None for a service without steps.
    """

    number: str
    service: str
    segment: str
    status: str
    counter: int | None
    issued_at: datetime | None
    called_at: datetime | None
    finished_at: datetime | None
    waited_s: float | None
    service_s: float | None
    reason: str | None
    score: int | None
    unrated: bool
    all_steps: bool | None
    done: tuple[Done, ...] = ()
    standard: Standard | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """What the branch promises for a service, in seconds."""

    service_s: float | None
    wait_s: float | None


@dataclass(frozen=True, slots=True)
class Branch:
    """What the figures need of ``GET /v1/branch``."""

    zone: tzinfo | None
    standards: Mapping[str, Standard]
    segments: tuple[str, ...]
    counters: tuple[int, ...]


def read_branch(branch: BranchInfo) -> Branch:
    """The standards by service, and what there is, in the branch's own order."""
    return Branch(
        _zone(branch.time_zone),
        {s.id: Standard(_standard(s.standard_s), _standard(s.wait_standard_s)) for s in branch.services},
        tuple(s.id for s in branch.segments),
        tuple(c.number for c in branch.counters),
    )


def of_the_day(branch: Branch, visits: Iterable[Visit]) -> Branch:
    """The same with the standards of the day as its visits tell them: today's are nothing to a day of
    before."""
    then = {visit.service: visit.standard for visit in visits if visit.standard is not None}
    return replace(branch, standards={**branch.standards, **then})


def read_visits(rows: Iterable[Json], zone: tzinfo | None) -> list[Visit]:
    """One visit for every row, in the order of the rows."""
    return [_visit(row, zone) for row in rows]


def _visit(row: Json, zone: tzinfo | None) -> Visit:
    rating = row.get("rating")
    score = _whole(rating.get("score")) if isinstance(rating, Mapping) else None
    steps = row.get("steps")
    done, of = (
        (_whole(steps.get("done")), _whole(steps.get("of"))) if isinstance(steps, Mapping) else (None, None)
    )
    return Visit(
        number=_text(row.get("number")) or "",
        service=_text(row.get("service")) or "",
        segment=_text(row.get("segment")) or "",
        status=_text(row.get("status")) or "",
        counter=_whole(row.get("counter")),
        issued_at=_time(row.get("issued_at"), zone),
        called_at=_time(row.get("first_called_at"), zone),
        finished_at=_time(row.get("finished_at"), zone),
        waited_s=_seconds(row.get("waited_s")),
        service_s=_seconds(row.get("service_s")),
        done=_done(row),
        reason=_reason(_text(row.get("reason")), _text(row.get("call_reason"))),
        score=score if score is not None and 1 <= score <= 5 else None,
        unrated=row.get("unrated") is True,
        all_steps=done >= of if done is not None and of else None,
        standard=_told_standard(row),
    )


def _reason(reason: str | None, said: str | None) -> str | None:
    """Why its last call was decided, with what the teller who chose it said."""
    return f"{reason}:{said}" if reason == "chosen" and said else reason


def _done(row: Json) -> tuple[Done, ...]:
    """The services that were done; a row of an older version tells of the last one alone."""
    served = row.get("served")
    if not isinstance(served, list):
        last = Done(_text(row.get("service")) or "", _seconds(row.get("service_s")))
        return (last,) if row.get("status") == "served" else ()
    known = [entry for entry in served if isinstance(entry, Mapping)]
    return tuple(Done(_text(e.get("service")) or "", _seconds(e.get("service_s"))) for e in known)


def _told_standard(row: Json) -> Standard | None:
    """None for a row of an older version."""
    if "standard_s" not in row:
        return None
    told = (_seconds(row.get(name)) for name in ("standard_s", "wait_standard_s"))
    service_s, wait_s = (seconds or None for seconds in told)
    return Standard(service_s, wait_s)


def _standard(seconds: int) -> float | None:
    return _seconds(seconds) if seconds else None


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return None


def clean(text: str) -> str:
    """``text`` without the characters no page may hold, even escaped (XML 1.0, production 2)."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def _text(value: object) -> str | None:
    return clean(value) if isinstance(value, str) and value else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


_CENTURY_S = 3.2e9
"""No duration of a visit: what is longer is a fault of the row, and sums of such rows would overflow."""


def _seconds(value: object) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        return None
    return float(value) if 0 <= value <= _CENTURY_S else None


def _time(value: object, zone: tzinfo | None) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        at = any_datetime_from_text(value)
        if not 1970 <= at.year <= 2200:
            return None
        if at.tzinfo is None:
            return at.replace(tzinfo=zone) if zone else None
        return at.astimezone(zone) if zone else at
    except (ValueError, OverflowError):
        return None
