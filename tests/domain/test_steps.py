"""The steps of the service standard: ticked while somebody is served, kept by ticket and service."""

from __future__ import annotations

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from tests.domain.helpers import Story, called_in, did, given, issue, seat


def serving() -> Story:
    """One who is served at counter 1."""
    return given(issue("a"), seat(1, "li"), *called_in(1))


def test_a_tick_is_recorded_with_its_time_and_who_did_it() -> None:
    serving().when(c.TickStep(1, "identity")).then(
        did(
            e.StepTicked,
            ticket="a",
            counter=1,
            service="A",
            step="identity",
            staff="li",
            done=True,
            happened_at=None,
        )
    ).ticket("a", steps_done=("identity",))


def test_told_again_it_changes_nothing() -> None:
    serving().given(c.TickStep(1, "greet")).when(c.TickStep(1, "greet")).then()
    serving().when(c.TickStep(1, "greet", done=False)).then()


def test_a_tick_is_taken_off_again() -> None:
    story = serving().given(c.TickStep(1, "greet"), c.TickStep(1, "identity"))
    story.when(c.TickStep(1, "greet", done=False)).then(did(e.StepTicked, step="greet", done=False))
    story.ticket("a", steps_done=("identity",))


@pytest.mark.parametrize(
    ("history", "command", "code"),
    [
        ((), c.TickStep(3, "greet"), "counter-not-open"),
        ((seat(3),), c.TickStep(3, "greet"), "counter-idle"),
        ((), c.TickStep(1, "sing"), "unknown-step"),
        ((), c.TickStep(77, "greet"), "unknown-counter"),
        ((), c.TickStep(1, "greet", ticket="nobody"), "unknown-ticket"),
        ((c.FinishServing(1),), c.TickStep(1, "greet", ticket="a"), "ticket-ended"),
        ((c.ParkTicket(1),), c.TickStep(1, "greet", ticket="a"), "ticket-not-serving"),
        ((c.UndoLast(1),), c.TickStep(1, "greet"), "ticket-not-serving"),
    ],
)
def test_when_there_is_nothing_to_tick(
    history: tuple[c.Command, ...], command: c.TickStep, code: str
) -> None:
    serving().given(*history).when(command).refused(code)


def test_a_service_without_steps_has_none_to_tick() -> None:
    story = given(issue("a", "B"), seat(1), *called_in(1))
    story.when(c.TickStep(1, "greet")).refused("unknown-step")


def test_told_late_it_is_as_of_then_and_not_before_the_start() -> None:
    story = serving().given("+3m")
    started = story.hall.tickets["a"].stay.started_at
    assert started is not None
    then = story.now - 60_000
    story.when(c.TickStep(1, "greet", ticket="a", at=then)).then(did(e.StepTicked, happened_at=then))
    story.when(c.TickStep(1, "identity", ticket="a", at=started - 5_000)).then(
        did(e.StepTicked, happened_at=started)
    )


def test_ticks_stay_with_their_service_and_come_back_with_it() -> None:
    story = serving().given(c.TickStep(1, "greet"), c.TransferTicket(1, service="B"), *called_in(1))
    story.ticket("a", steps_done=())
    story.given(c.TransferTicket(1, service="A"), *called_in(1)).ticket("a", steps_done=("greet",))


def test_a_parked_customer_keeps_what_was_done() -> None:
    story = serving().given(c.TickStep(1, "greet"), c.ParkTicket(1), c.CallTicket(1, "a"))
    story.ticket("a", steps_done=("greet",))
