"""What commands and events have in common, whatever they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of all events."""

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
