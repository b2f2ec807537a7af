"""How the waits that a day's customers were told held."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from math import fsum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from branch.contract.answers.visit_answers import AnnouncementCounts, HeldAnnouncements
from branch.domain.tickets.ticket import Ticket


class _Told(NamedTuple):
    """A wait that was told, and what became of it (s); ``left_s`` is when somebody went uncalled."""

    service: str
    segment: str
    hour: int
    middle_s: int
    high_s: int
    waited_s: float | None
    left_s: float | None


def announcements_of(tickets: Iterable[Ticket], zone: ZoneInfo) -> AnnouncementCounts | None:
    """In all, by service, by segment and by the hour of arrival in ``zone``; None where nobody was told a
    wait, as on the days before waits were written down.

    Whoever was called is held against what they were told. Whoever left uncalled counts as soon as their top
    had passed by then: what they were told did not hold, however long they would have waited.
    """
    return _counts([told for ticket in tickets if (told := _of_ticket(ticket, zone)) is not None])


def _of_ticket(ticket: Ticket, zone: ZoneInfo) -> _Told | None:
    announced, called, left = ticket.announced, ticket.first_called_at, ticket.finished_at
    if announced is None:
        return None
    return _Told(
        first_service(ticket),
        ticket.segment,
        datetime.fromtimestamp(ticket.issued_at / 1000, zone).hour,
        round(announced.middle / 1000),
        round(announced.top / 1000),
        None if called is None else (called - ticket.issued_at) / 1000,
        None if left is None else (left - ticket.issued_at) / 1000,
    )


def first_service(ticket: Ticket) -> str:
    """The service that it was issued for, from which it may have been sent on."""
    return ticket.stays[0].service if ticket.stays else ticket.service


def _counts(told: list[_Told]) -> AnnouncementCounts | None:
    if not told:
        return None
    return {
        **_held(told),
        "services": _by(told, lambda one: one.service),
        "segments": _by(told, lambda one: one.segment),
        "hours": {str(hour): _held([one for one in told if one.hour == hour]) for hour in _hours(told)},
    }


def _hours(told: list[_Told]) -> list[int]:
    return sorted({one.hour for one in told})


def _by(told: list[_Told], key: Callable[[_Told], str]) -> dict[str, HeldAnnouncements]:
    groups: dict[str, list[_Told]] = {}
    for one in told:
        groups.setdefault(key(one), []).append(one)
    return {name: _held(groups[name]) for name in sorted(groups)}


def _held(told: list[_Told]) -> HeldAnnouncements:
    called = [(one.waited_s, one) for one in told if one.waited_s is not None]
    gone = sum(one.waited_s is None and one.left_s is not None and one.left_s > one.high_s for one in told)
    return {
        "announced": len(told),
        "judged": len(called) + gone,
        "within": sum(waited <= one.high_s for waited, one in called),
        "mae_s": fsum(abs(waited - one.middle_s) for waited, one in called) / len(called) if called else None,
    }
