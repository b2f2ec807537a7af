"""Carried fields: what whoever asks says, and every message and state after that only carries on.

Such fields are declared once, in a base that the command, the event and the state share::

    @dataclass(frozen=True, kw_only=True)
    class TicketDetails:
        __slots__ = ()  # those who share it have the slots: two bases with some cannot be combined
        phone: str | None = None

The JSON of an event stays flat, so that a journal is read by programs of before and after.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any


def details_of(kind: type, source: object) -> dict[str, Any]:
    """Copy the fields of the base ``kind`` from one who shares it, as arguments for another."""
    return {name: getattr(source, name) for name in _names(kind)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
