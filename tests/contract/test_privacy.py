"""Nobody's phone number, name or page leaves by a view that is not for it, whatever the hall."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.contract.basics import ROLES
from branch.domain import commands
from branch.domain import events as e
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.service.core.event_rows import entry_after
from branch.service.feed.branch_view import branch_info
from branch.service.feed.counter_views import held_by
from branch.service.feed.feed_entries import entry_data, to_json
from branch.service.feed.hall_views import Views
from branch.service.feed.visit_views import visit_row, why_view
from tests.domain.branches import FRIDAY, PLAN
from tests.domain.strategies import NAME, PHONE, STAFF, TICKETS, WORDS, lived_through
from tests.domain.strategies import commands as made_up

VIEWS = Views(PLAN, "http://branch.test")
COUNTERS = tuple(PLAN.counters)
HIDDEN_FROM: dict[str, tuple[str, ...]] = {
    "kiosk": (PHONE, NAME, WORDS, *TICKETS, *STAFF),
    "kiosk id": (PHONE, NAME, WORDS, *STAFF),
    "display": (PHONE, NAME, WORDS, *TICKETS, *STAFF),
    "counter": (PHONE, NAME, WORDS),
    "manager": (PHONE, NAME),
    "integration": (PHONE, NAME, WORDS, *STAFF),
}
HISTORIES = st.lists(made_up(), min_size=20, max_size=80)
QUIET = settings(derandomize=True, database=None, deadline=None, max_examples=60)


def check(role: str, value: Any) -> None:
    """Nothing hidden from that role is in the JSON."""
    text = to_json(value)
    found = [mark for mark in HIDDEN_FROM[role] if mark in text]
    assert not found, f"{role} is shown {found}"


@given(asked=HISTORIES)
@QUIET
def test_the_hall_as_each_role_sees_it(asked: list[commands.Command]) -> None:
    hall, _, now = lived_through(asked)
    for role in ROLES:
        check(role, VIEWS.hall(hall, role, now))
        check(role, VIEWS.queues(hall, now))
        for ticket in hall.tickets.values():
            check(role, VIEWS.audience(role).ticket(ticket))
        for counter in hall.counters.values():
            check(role, VIEWS.audience(role).counter(counter, held_by(hall, counter)))


@given(asked=HISTORIES)
@QUIET
def test_every_entry_of_the_feed(asked: list[commands.Command]) -> None:
    _, events, _ = lived_through(asked)
    hall = Hall(PLAN)
    for seq, event in enumerate(events, start=1):
        evolve(hall, event)
        entry = entry_after(hall, event, seq, FRIDAY)
        for role in ROLES:
            check(role, entry_data(entry, VIEWS, role))


@given(asked=HISTORIES)
@QUIET
def test_what_tellers_and_customers_ask_for(asked: list[commands.Command]) -> None:
    hall, _, now = lived_through(asked)
    for number in COUNTERS:
        check("counter", VIEWS.hall(hall, "counter", now, number))
    check("counter", VIEWS.queues(hall, now, COUNTERS))
    for ticket in hall.tickets.values():
        check("counter", VIEWS.ticket_now(hall, ticket, now, "counter"))
        check("counter", VIEWS.staff_ticket_now(hall, ticket, now))
        check("kiosk id", VIEWS.customer_ticket(hall, ticket, now))
        check("manager", visit_row(ticket, VIEWS, VIEWS.plan))
        check("display", why_view(hall, ticket, now))


@pytest.mark.parametrize("role", ["kiosk", "display"])
def test_a_screen_that_names_a_counter_is_shown_no_more(role: str) -> None:
    hall, _, now = lived_through([commands.IssueTicket(TICKETS[0], "A")])
    check(role, VIEWS.hall(hall, role, now, counter=1))


def test_the_branch_as_it_is_set_up() -> None:
    check("display", branch_info(PLAN, ticket_url="http://branch/t/{id}").to_json(for_staff=False))


def test_histories_do_hold_what_must_not_be_seen() -> None:
    """The search above would find it: the marks are in the events."""
    asked = [
        commands.IssueTicket(TICKETS[0], "A", phone=PHONE),
        commands.BookAppointment(TICKETS[1], TICKETS[1], "A", 10**13, phone=PHONE, name=NAME),
        commands.CallNext(1),
    ]
    hall, events, now = lived_through(list(asked))
    assert {type(event) for event in events} >= {e.TicketIssued, e.AppointmentBooked, e.TicketCalled}
    with pytest.raises(AssertionError, match="display is shown"):
        check("display", VIEWS.staff_ticket(hall.tickets[TICKETS[0]]))
    with pytest.raises(AssertionError, match="integration is shown"):
        check("integration", VIEWS.hall(hall, "counter", now))
