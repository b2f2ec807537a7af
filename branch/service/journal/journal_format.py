"""Events as the journal keeps them: a type name and compact JSON of the fields.

A field that an old row lacks takes its default; a field that a newer program wrote is left out, also one of
what a row carries inside.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from itertools import islice
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from branch.contract.times import clock_from_text, date_from_text
from branch.domain.events import EVENTS
from branch.domain.kernel.messages import Event, Sparse
from branch.service.journal.journal_port import JournalReader, Row
from branch.service.journal.storage_errors import StorageNewer

Decode = Callable[[Any], Any]

_READ_AT_ONCE = 500

_KEYS: Mapping[object, Decode] = {int: int, date: date_from_text}
"""How the key of an object becomes one of a mapping; a key of JSON is always text."""


def to_json(value: object) -> str:
    """Write compact JSON, Chinese left readable."""
    return _ENCODER.encode(value)


@cache
def decoder(hint: Any) -> Decode | None:
    """How a value of that type is made of what JSON knows; None where JSON knows it as it is."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional([one for one in inner if one is not NoneType])
    if origin is tuple:
        return _tuple(inner)
    if origin is frozenset:
        return frozenset
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*inner)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint is time:
        return clock_from_text
    return _object(hint) if is_dataclass(hint) and isinstance(hint, type) else None


def field_decoders(kind: type) -> dict[str, Decode | None]:
    """The fields of a dataclass, each with how its value is made."""
    hints = get_type_hints(kind)
    return {field.name: decoder(hints[field.name]) for field in fields(kind)}


def _optional(kinds: list[Any]) -> Decode | None:
    made = [decode for decode in map(decoder, kinds) if decode is not None]
    if not made:
        return None
    (decode,) = made
    return lambda value: None if value is None else decode(value)


def _tuple(inner: tuple[Any, ...]) -> Decode:
    decode, *others = map(decoder, inner)
    if inner[1:] == (Ellipsis,):
        return tuple if decode is None else lambda value: tuple(map(decode, value))
    each = [one or _as_it_is for one in (decode, *others)]
    return lambda value: tuple(read(one) for read, one in zip(each, value, strict=True))


def _as_it_is(value: Any) -> Any:
    return value


def _mapping(key: Any, of: Any) -> Decode | None:
    if key not in _KEYS and decoder(of) is None:
        return None
    read_key, read = _KEYS.get(key, _as_it_is), decoder(of) or _as_it_is
    return lambda value: {read_key(name): read(one) for name, one in value.items()}


def _object(kind: type) -> Decode:
    decoders: dict[str, Decode | None] = {}

    def read(value: Mapping[str, Any]) -> Any:
        if not decoders:  # not before a value comes, since a type may hold itself
            decoders.update(field_decoders(kind))
        known = ((name, decode) for name, decode in decoders.items() if name in value)
        return kind(**{name: decode(value[name]) if decode else value[name] for name, decode in known})

    return read


def _plain(value: object) -> object:
    if isinstance(value, Sparse):
        return value.told()
    if is_dataclass(value):
        return {field.name: _keyed(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON")


def _keyed(value: object) -> object:
    """A mapping with keys as JSON has them; anything else as it is."""
    if isinstance(value, Mapping) and any(isinstance(key, date) for key in value):
        return {key.isoformat(): one for key, one in value.items()}
    return value


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


ACTOR = "actor"
"""The key under which a row says who did it; no event has a field of that name."""


def to_record(event: Event) -> tuple[str, str]:
    """(type, JSON text) of an event; ``at`` is a column of its own and not repeated."""
    kind = type(event)
    data = {}
    for name, default in _DEFAULTS[kind]:
        value = getattr(event, name)
        if value != default:
            data[name] = value
    return kind.__name__, to_json(data)


def with_actor(text: str, actor: Mapping[str, str] | None) -> str:
    """The JSON text of an event, which says who did it."""
    if actor is None:
        return text
    return f'{text[:-1]}{"," if text != "{}" else ""}"{ACTOR}":{to_json(actor)}}}'


def actor_of(row: Row) -> Mapping[str, str] | None:
    """Who did it, as far as the row says."""
    found: Mapping[str, str] | None = json.loads(row.data).get(ACTOR) if f'"{ACTOR}":' in row.data else None
    return found


def from_record(kind: str, at: int, text: str) -> Event:
    """The event again; raises StorageNewer for a type that this program does not know."""
    return _event(kind, at, json.loads(text))


def events_of(rows: Iterable[Row]) -> Iterator[tuple[Row, Event]]:
    """Rows with their events, as `from_record` makes them; JSON is read a few hundred rows at a time, which
    is what a start with a long day waits for."""
    remaining = iter(rows)
    while page := list(islice(remaining, _READ_AT_ONCE)):
        try:
            texts = json.loads(f"[{','.join(row.data for row in page)}]")
        except ValueError:
            texts = []
        if len(texts) != len(page):  # one of them is damaged: say which
            texts = [json.loads(row.data) for row in page]
        for row, data in zip(page, texts, strict=True):
            yield row, _event(row.type, row.at, data)


def _event(kind: str, at: int, data: Mapping[str, Any]) -> Event:
    known = _KNOWN.get(kind)
    if known is None:
        raise _newer(kind)
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
    for kind in journal.types(day) if day is not None else ():
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
