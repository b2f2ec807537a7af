"""What all events have in common; the events themselves are in `branch.domain.events`."""

from __future__ import annotations

from dataclasses import dataclass


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
