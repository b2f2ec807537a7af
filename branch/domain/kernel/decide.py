"""decide(hall, command, now) -> events. Pure: it reads the hall and changes nothing.

Each feature has a table of its own that says which function answers which command; here they are one.
"""

from __future__ import annotations

from dataclasses import dataclass

from branch.domain.alerts import alert_rules
from branch.domain.alerts.alert_rules import forgotten
from branch.domain.appointments import booking_rules, check_in_rules
from branch.domain.appointments.check_in_rules import expired
from branch.domain.counters import (
    calling_rules,
    hold_rules,
    serving_rules,
    session_rules,
    transfer_rules,
    undo_rules,
)
from branch.domain.counters.hold_rules import reminders
from branch.domain.day import day_rules
from branch.domain.day.kept_rules import left_plan
from branch.domain.feedback import case_rules, rating_rules
from branch.domain.feedback.case_rules import passed
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Timer
from branch.domain.kernel.messages import Command, Events
from branch.domain.notices import notice_rules
from branch.domain.notices.notice_rules import run_out
from branch.domain.offline import number_block_rules
from branch.domain.offline.number_watch import watch_numbers
from branch.domain.tickets import paper_rules, ticket_rules

TIMERS: tuple[Timer, ...] = (expired, passed, run_out, reminders, forgotten, watch_numbers, left_plan)
"""Each function with what it watches over; their events are kept in this order."""


@dataclass(frozen=True, slots=True)
class RunTimers(Command):
    """Let happen what has become due."""


def run_timers(hall: Hall, _: RunTimers, now: int) -> Events:
    """Everything that has become due by ``now``; nothing before the first day."""
    if hall.day is None:
        return ()
    return tuple(event for timer in TIMERS for event in timer(hall, now))


DECIDERS: dict[type[Command], Decider] = {
    **alert_rules.DECIDERS,
    **booking_rules.DECIDERS,
    **check_in_rules.DECIDERS,
    **calling_rules.DECIDERS,
    **hold_rules.DECIDERS,
    **serving_rules.DECIDERS,
    **session_rules.DECIDERS,
    **transfer_rules.DECIDERS,
    **undo_rules.DECIDERS,
    **day_rules.DECIDERS,
    **case_rules.DECIDERS,
    **rating_rules.DECIDERS,
    **notice_rules.DECIDERS,
    **number_block_rules.DECIDERS,
    **paper_rules.DECIDERS,
    **ticket_rules.DECIDERS,
    RunTimers: run_timers,
}
"""Each command with the function that answers it."""


def decide(hall: Hall, command: Command, now: int) -> Events:
    """Say what happens when ``command`` is asked for at ``now`` (ms since the epoch).

    No events means there is nothing to change. Raises `branch.domain.kernel.refusals.Refusal`.
    """
    return DECIDERS[type(command)](hall, command, now)
