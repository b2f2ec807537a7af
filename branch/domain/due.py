"""What becomes due by the passing of time alone, with nobody asking.

The service asks for `PassTime` every second or so of its clock. A module of the domain that has deadlines
adds a function to `DUE`: from the hall and the instant to the events that are due. It is asked again and
again, so its events must make it fall silent (an expired appointment is no longer booked), and it must be
quick: it runs between two customers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from branch.domain import commands as c
from branch.domain import deciding_appointments as appointments
from branch.domain import deciding_cases as cases
from branch.domain import deciding_holds as holds
from branch.domain import deciding_notices as notices
from branch.domain import events as e
from branch.domain.hall import Hall

Due = Callable[[Hall, int], Iterable[e.Event]]

DUE: tuple[Due, ...] = (appointments.expired, cases.passed, notices.run_out, holds.reminders)
"""Each function with what it watches over; their events are kept in this order."""


def pass_time(hall: Hall, _: c.PassTime, now: int) -> tuple[e.Event, ...]:
    """Everything that has become due by ``now``; nothing before the first day."""
    if hall.day is None:
        return ()
    return tuple(event for due in DUE for event in due(hall, now))
