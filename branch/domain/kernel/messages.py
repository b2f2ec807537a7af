"""What commands, events and states have in common, whatever they are about.

Carried fields are what whoever asks says, and every message and state after that only carries on. They are
declared once, in a base that the command, the event and the state share::

    @dataclass(frozen=True, kw_only=True)
    class TicketDetails:
        __slots__ = ()  # those who share it have the slots: two bases with some cannot be combined
        phone: str | None = None

The JSON of an event stays flat, so that a journal is read by programs of before and after.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of all events.

    ``schema`` is that of the journal which a type came with. A new type needs the next one, so that a program
    which does not know it says so in one line instead of failing at some row.
    """

    schema: ClassVar[int] = 1

    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketEvent(Event):
    """Something happened to one ticket."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterEvent(Event):
    """Something happened at one counter."""

    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvent(Event):
    """Something happened to one feedback case."""

    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtCounter(TicketEvent):
    """Something happened to a ticket at a counter."""

    counter: int


Events = tuple[Event, ...]
"""What a decision says: the events that follow, in order."""


class Sparse:
    """Base of what an event carries of which only some fields are written down."""

    __slots__ = ()

    def told(self) -> Mapping[str, object]:
        """The fields that are written down, by name."""
        raise NotImplementedError


def details_of(kind: type, source: object) -> dict[str, Any]:
    """Copy the fields of the base ``kind`` from one who shares it, as arguments for another."""
    return {name: getattr(source, name) for name in _names(kind)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
