"""Which customer gave which score is nobody's business at the counter, in the hall or at the kiosk.

Two days that differ in the scores alone look the same to these roles, in every view and in the feed: what
cannot be told apart cannot be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.domain import commands
from branch.domain import events as e
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.service.core.event_rows import entry_after
from branch.service.feed.counter_views import GROUP, figures_view
from branch.service.feed.feed_entries import entry_data
from branch.service.feed.hall_views import Views
from branch.service.feed.visit_views import why_view
from tests.domain.branches import FRIDAY, PLAN
from tests.domain.strategies import STAFF, TICKETS, lived_through
from tests.domain.strategies import commands as made_up

VIEWS = Views(PLAN, "http://branch.test")
ROLES = ("kiosk", "display", "counter")
HISTORIES = st.lists(made_up(), min_size=20, max_size=60)
QUIET = settings(derandomize=True, database=None, deadline=None, max_examples=60)

SERVED = (
    commands.IssueTicket(TICKETS[0], "A"),
    commands.CallNext(1),
    commands.StartServing(1),
    commands.FinishServing(1),
)


def with_scores(asked: Sequence[commands.Command], turn: int) -> list[commands.Command]:
    """The same day, with every score another one."""
    return [
        replace(
            command, score=(command.score - 1 + turn) % 5 + 1, tags=("slow",) * turn, comment=f"word {turn}"
        )
        if isinstance(command, commands.RateTicket)
        else command
        for command in asked
    ]


def seen(asked: list[commands.Command], role: str) -> list[Any]:
    """All that a role is shown of that day: its hall, its tickets, its counters, why, and its feed."""
    hall, events, now = lived_through(asked)
    shown: list[Any] = [VIEWS.hall(hall, role, now, counter) for counter in (None, *PLAN.counters)]
    shown.append(VIEWS.queues(hall, now, tuple(PLAN.counters)))
    for ticket in hall.tickets.values():
        shown += [VIEWS.audience(role).ticket(ticket), VIEWS.staff_ticket_now(hall, ticket, now)]
        shown.append(VIEWS.ticket_now(hall, ticket, now, "kiosk"))
        shown.append(why_view(hall, ticket, now, hall.counters[1]))
    past = Hall(PLAN)
    for event in events:
        evolve(past, event)
        data = entry_data(entry_after(past, event, 0, FRIDAY), VIEWS, role)
        if data is not None:  # numbered 0: how many rows there are for others is not looked at
            shown.append(data)
    return shown


@pytest.mark.parametrize("role", ROLES)
@given(asked=HISTORIES, turn=st.integers(1, 4))
@QUIET
def test_days_that_differ_in_scores_alone_look_the_same(
    role: str, asked: list[commands.Command], turn: int
) -> None:
    assert seen(asked, role) == seen(with_scores(asked, turn), role)


def test_the_days_of_the_search_do_differ() -> None:
    """It would find something: the manager sees the one as unhappy and the other as happy."""
    asked = [*SERVED, commands.RateTicket(TICKETS[0], 1)]
    _, events, _ = lived_through(asked)
    assert {type(event) for event in events} >= {e.TicketRated, e.CaseOpened}
    assert seen(asked, "manager") != seen(with_scores(asked, 4), "manager")
    assert seen(asked, "counter") == seen(with_scores(asked, 4), "counter")


def test_the_teller_s_own_totals_do_not_tell_the_last_score() -> None:
    """The next score is in no total before others have come with it."""
    rated = [
        step
        for ticket in TICKETS[: GROUP - 1]
        for step in (
            *(commands.IssueTicket(ticket, "A"), commands.CallNext(1), commands.StartServing(1)),
            *(commands.FinishServing(1), commands.RateTicket(ticket, 5)),
        )
    ]
    one, _, now = lived_through(list(rated))
    other, _, _ = lived_through(with_scores(rated, 1))
    assert len([ticket for ticket in one.tickets.values() if ticket.rating]) == GROUP - 1
    assert figures_view(one, STAFF[0], now) == figures_view(other, STAFF[0], now)
