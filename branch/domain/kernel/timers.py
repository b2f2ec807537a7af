"""What becomes due by the passing of time alone, with nobody asking.

The service asks for `RunTimers` every second or so of its clock. A feature that has deadlines adds a function
to `TIMERS`: from the hall and the instant to the events that are due. It is asked again and again, so its
events must make it fall silent (an expired appointment is no longer booked), and it must be quick: it runs
between two customers.
"""

from __future__ import annotations

from dataclasses import dataclass

from branch.domain.appointments.check_in_rules import expired
from branch.domain.counters.hold_rules import reminders
from branch.domain.feedback.case_rules import passed
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Timer
from branch.domain.kernel.messages import Command, Events
from branch.domain.notices.notice_rules import run_out

TIMERS: tuple[Timer, ...] = (expired, passed, run_out, reminders)
"""Each function with what it watches over; their events are kept in this order."""


@dataclass(frozen=True, slots=True)
class RunTimers(Command):
    """Let happen what has become due."""


def run_timers(hall: Hall, _: RunTimers, now: int) -> Events:
    """Everything that has become due by ``now``; nothing before the first day."""
    if hall.day is None:
        return ()
    return tuple(event for timer in TIMERS for event in timer(hall, now))
