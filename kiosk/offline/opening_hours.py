"""The opening hours as /v1/branch tells them, for when nobody else can say whether the branch is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from branch.domain.plan.schedule import Schedule

_Spans = tuple[tuple[time, time], ...]


def schedule_of(branch: Mapping[str, Any]) -> Schedule:
    """The schedule of a branch; raises KeyError or ValueError for what is none."""
    return Schedule(
        zone=str(branch["time_zone"]),
        week=tuple(_spans(day) for day in branch["hours"]),
        special={date.fromisoformat(day): _spans(spans) for day, spans in branch["special_hours"].items()},
        day_starts=time.fromisoformat(branch["day_starts"]),
    )


def takes(branch: Mapping[str, Any], service: str, now: int) -> bool:
    """Whether that service's own hours allow a ticket now; the branch's are another question."""
    services: list[dict[str, Any]] = branch.get("services", [])
    entry = next((one for one in services if one["id"] == service), {})
    if entry.get("hours") is None:
        return True
    return schedule_of({**branch, **entry}).phase(now) == "open"


def _spans(day: Sequence[Sequence[str]]) -> _Spans:
    return tuple((_time(start), _time(end)) for start, end in day)


def _time(text: str) -> time:
    return time.max if text == "24:00" else time.fromisoformat(text)
