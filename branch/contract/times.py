"""Instants on the wire: RFC 3339 with milliseconds and an offset. Inside: ms since the epoch in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo


def to_text(at: int, zone: tzinfo = UTC) -> str:
    """2026-11-21T09:42:10.125+08:00 for an instant in ms."""
    return datetime.fromtimestamp(at / 1000, zone).isoformat(timespec="milliseconds")


def optional_text(at: int | None, zone: tzinfo = UTC) -> str | None:
    """The same, None for None."""
    return None if at is None else to_text(at, zone)


def from_text(text: str) -> int:
    """The instant in ms of an RFC 3339 text; raises ValueError, also when the offset is missing."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text!r} has no offset from UTC")
    return round(at.timestamp() * 1000)
