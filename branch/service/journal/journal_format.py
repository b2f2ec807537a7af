"""Events as the journal keeps them: a type name and compact JSON of the fields.

A field that an old row lacks takes its default; a field that a newer program wrote is left out.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from branch.domain.events import EVENTS
from branch.domain.kernel.messages import Event


def to_record(event: Event) -> tuple[str, str]:
    """(type, JSON text) of an event; ``at`` is a column of its own and not repeated."""
    kind = type(event)
    data = {}
    for name, default in _FIELDS[kind.__name__]:
        value = getattr(event, name)
        if value != default:
            data[name] = value
    return kind.__name__, _ENCODER.encode(data)


def from_record(kind: str, at: int, text: str) -> Event:
    """The event again; raises ValueError for a type this program does not know."""
    if kind not in EVENTS:
        raise ValueError(f"the journal holds an event of unknown type {kind!r}")
    data: dict[str, Any] = json.loads(text)
    known = {name: data[name] for name, _ in _FIELDS[kind] if name in data}
    for name in _TUPLES & known.keys():
        known[name] = tuple(known[name])
    return EVENTS[kind](at=at, **known)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TUPLES = {"services", "then", "tags", "appointments", "alerts", "cases", "notices"}
_FIELDS: dict[str, list[tuple[str, Any]]] = {
    name: [(field.name, field.default) for field in fields(kind) if field.name != "at"]
    for name, kind in EVENTS.items()
}
