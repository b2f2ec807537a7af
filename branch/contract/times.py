"""Times on the wire: the one place where their texts are read and written.

Instants are RFC 3339 with milliseconds and an offset; inside: ms since the epoch in UTC. Days are
"2026-11-21". Times of day are "09:00", and "24:00" for the last moment there is; inside: `datetime.time`, its
``max`` for that moment.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo


def to_text(at: int, zone: tzinfo = UTC) -> str:
    """2026-11-21T09:42:10.125+08:00 for an instant in ms."""
    return datetime.fromtimestamp(at / 1000, zone).isoformat(timespec="milliseconds")


def optional_text(at: int | None, zone: tzinfo = UTC) -> str | None:
    """The same, None for None."""
    return None if at is None else to_text(at, zone)


def from_text(text: str) -> int:
    """The instant in ms of an RFC 3339 text; raises ValueError, also when the offset is missing."""
    return ms_of(datetime_from_text(text))


def datetime_from_text(text: str, zone: tzinfo | None = None) -> datetime:
    """The instant of an RFC 3339 text, as the clocks of ``zone`` show it, or those of its own offset.

    Raises ValueError, also when the offset is missing.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text!r} has no offset from UTC")
    return at if zone is None else at.astimezone(zone)


def any_datetime_from_text(text: str) -> datetime:
    """The same for a text that may lack an offset: a row of an older version, or what a person has typed."""
    return datetime.fromisoformat(text)


def ms_of(at: datetime) -> int:
    """The instant in ms."""
    return round(at.timestamp() * 1000)


def optional_ms_of(at: datetime | None) -> int | None:
    """The same, None for None."""
    return None if at is None else ms_of(at)


def date_from_text(text: str) -> date:
    """The day of a text such as 2026-11-21; raises ValueError."""
    return date.fromisoformat(text)


def clock_text(at: time) -> str:
    """09:00 for a time of day, 24:00 for the last moment."""
    return "24:00" if at == time.max else at.isoformat("minutes")


def clock_from_text(text: str) -> time:
    """The time of day of such a text; raises ValueError, also for a time with an offset."""
    if text == "24:00":
        return time.max
    at = time.fromisoformat(text)
    if at.tzinfo is not None:
        raise ValueError(f"{text} has an offset; times are those of the branch's own zone")
    return at
