"""The types of the contract are those that the service makes: every key of every view, for every role."""

from __future__ import annotations

from typing import cast

import pytest

from branch.contract.answers.answer_table import ANSWERS
from branch.contract.answers.feed_events import CARRIED
from branch.contract.answers.hall_answers import BoardHall
from branch.contract.answers.ticket_answers import CustomerTicket, StaffTicketNow, TicketNow
from branch.contract.basics import ROLES, STAFF_ROLES
from branch.contract.conformity import event_faults, faults
from branch.domain.kernel.evolve import FOLDS
from tests.client.walks import Walk


@pytest.mark.parametrize("role", ROLES)
def test_the_views_of_a_role(role: str) -> None:
    walk = Walk(2)
    for entries in walk.steps(250):
        for entry in entries:
            event = walk.event(entry, role)
            assert event is None or event_faults(event, role) == []
    snapshot = ANSWERS["GET /v1/snapshot"].types[role]
    assert list(faults(walk.snapshot(role, 2), snapshot)) == []
    assert list(faults(walk.snapshot(role), snapshot)) == []
    assert event_faults(walk.counts(None), role) == []
    if role in STAFF_ROLES:
        assert event_faults(walk.counts(2), role) == []


def test_the_answers_about_tickets() -> None:
    walk = Walk(3)
    for _ in walk.steps(100):
        pass
    for ticket in walk.hall.tickets.values():
        for role in ("counter", "manager", "integration"):
            assert list(faults(walk.views.ticket_now(walk.hall, ticket, walk.now, role), TicketNow)) == []
        theirs = walk.views.ticket_now(walk.hall, ticket, walk.now, "kiosk")
        assert list(faults(theirs, CustomerTicket)) == []
        teller = walk.views.staff_ticket_now(walk.hall, ticket, walk.now)
        assert list(faults(teller, StaffTicketNow)) == []


def test_every_type_of_events_is_described() -> None:
    journaled = {kind.__name__ for kind in FOLDS}
    assert journaled == CARRIED.keys() - {"QueuesChanged", "reset"}


def test_a_shape_with_a_fault_is_found() -> None:
    hall = cast("dict[str, object]", Walk(1).snapshot("display")["hall"])
    assert list(faults({**hall, "phase": "asleep"}, BoardHall, "hall")) == [
        "hall.phase: 'asleep' is no Literal['open', 'opening-soon', 'break', 'closed']"
    ]
    assert list(faults({**hall, "mood": 1}, BoardHall, "hall")) == ["hall: ['mood'] unknown"]
