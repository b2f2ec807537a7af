"""evolve(hall, event): the fold. Whatever happened, happened: nothing is refused here.

Each feature has a table of its own that says which function takes in which event; here they are one.
"""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.alerts import alert_rules
from branch.domain.appointments import booking_rules, check_in_rules
from branch.domain.counters import (
    calling_rules,
    hold_rules,
    serving_rules,
    session_rules,
    transfer_rules,
    undo_rules,
)
from branch.domain.day import day_rules
from branch.domain.feedback import case_rules, rating_rules
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Fold
from branch.domain.kernel.messages import Event
from branch.domain.notices import notice_rules
from branch.domain.offline import number_block_rules
from branch.domain.tickets import paper_rules, ticket_rules
from branch.domain.tickets.ticket_messages import TicketIssued

FOLDS: Mapping[type[Event], Fold] = {
    **alert_rules.FOLDS,
    **booking_rules.FOLDS,
    **check_in_rules.FOLDS,
    **calling_rules.FOLDS,
    **hold_rules.FOLDS,
    **serving_rules.FOLDS,
    **session_rules.FOLDS,
    **transfer_rules.FOLDS,
    **undo_rules.FOLDS,
    **day_rules.FOLDS,
    **case_rules.FOLDS,
    **rating_rules.FOLDS,
    **notice_rules.FOLDS,
    **number_block_rules.FOLDS,
    **paper_rules.FOLDS,
    **ticket_rules.FOLDS,
}
"""Each event with the function that takes it in."""


def evolve(hall: Hall, event: Event) -> None:
    """Take ``event`` into the state of ``hall``."""
    FOLDS[type(event)](hall, event)
    if hall.kept_run is not None and not (
        isinstance(event, TicketIssued) and hall.kept_run.takes_in(hall.tickets[event.ticket], hall.plan)
    ):
        hall.kept_run = None
