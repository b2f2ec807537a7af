"""Events as the journal keeps them: a type name and compact JSON of the fields.

A field that an old row lacks takes its default; a field that a newer program wrote is left out, also one of
what a row carries inside.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from branch.domain.events import EVENTS
from branch.domain.kernel.messages import Event
from branch.service.journal.journal_port import JournalReader
from branch.service.journal.storage_errors import StorageNewer
from branch.service.journal.typed_json import Decode, field_decoders, to_json


def to_record(event: Event) -> tuple[str, str]:
    """(type, JSON text) of an event; ``at`` is a column of its own and not repeated."""
    kind = type(event)
    data = {}
    for name, default in _DEFAULTS[kind]:
        value = getattr(event, name)
        if value != default:
            data[name] = value
    return kind.__name__, to_json(data)


def from_record(kind: str, at: int, text: str) -> Event:
    """The event again; raises StorageNewer for a type that this program does not know."""
    known = _KNOWN.get(kind)
    if known is None:
        raise _newer(kind)
    data: dict[str, Any] = json.loads(text)
    event, plain, made = known
    values = {name: data[name] for name in plain if name in data}
    for name, decode in made:
        if name in data:
            values[name] = decode(data[name])
    return event(at=at, **values)


def check_types(journal: JournalReader) -> None:
    """Make sure that this program knows every event of the newest day, before anything is begun that they
    would stop half-way; raises StorageNewer."""
    day = journal.latest_day()
    for kind in {row.type for row in journal.read_day(day)} if day is not None else ():
        if kind not in EVENTS:
            raise _newer(kind)


def _newer(kind: str) -> StorageNewer:
    return StorageNewer(f"the journal was written by a newer version: it holds events of type {kind!r}")


def _reading(kind: type[Event]) -> tuple[type[Event], list[str], list[tuple[str, Decode]]]:
    decoders = {name: decode for name, decode in field_decoders(kind).items() if name != "at"}
    plain = [name for name, decode in decoders.items() if decode is None]
    return kind, plain, [(name, decode) for name, decode in decoders.items() if decode is not None]


_KNOWN = {name: _reading(kind) for name, kind in EVENTS.items()}
"""By type name: the event, its fields that JSON has as they are, and the others."""

_DEFAULTS = {
    kind: [(field.name, field.default) for field in fields(kind) if field.name != "at"]
    for kind in EVENTS.values()
}
