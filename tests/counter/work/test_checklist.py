"""The steps of the service standard: ticked by mouse and key, taken back, kept while the line is cut."""

from __future__ import annotations

import pytest

from branch.client.local_store import config_folder
from branch.contract.actions import Action
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.work.test_actions import BY, press
from tests.harness.hall import Hall
from tests.harness.waiting import until


@pytest.fixture
def number(desk: Desk, hall: Hall) -> str:
    """A customer who is served at counter 1."""
    return serve(desk, hall)


def serve(desk: Desk, hall: Hall, service: str = "A") -> str:
    number = hall.comes(service)
    desk.wait("nextNumber", number)
    desk.click("primaryButton")
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    desk.wait("primaryButton", "Finish and ask for rating")
    return number


def steps(hall: Hall, number: str) -> object:
    """What the day's rows say of that customer's steps."""
    return hall.visit(number)["steps"]


def ticked(desk: Desk) -> list[object]:
    return [row["step"] for row in desk.controller.work.checklist.model.rows() if row["done"]]  # type: ignore[index]  # dicts


def test_the_card_says_which_step_is_next(desk: Desk, hall: Hall, number: str) -> None:
    desk.wait("stepsLine", "Step 1/4 · Greet and ask")
    for line in (
        "Step 2/4 · Check identity",
        "Step 3/4 · Confirm and sign",
        "Step 4/4 · Remind and say goodbye",
    ):
        desk.key("S")
        desk.wait("stepsLine", line)
    desk.languages.use("zh")
    desk.wait("stepsLine", "步骤 4/4 提醒与送别")
    desk.languages.use("en")
    desk.key("S")
    desk.wait("stepsLine", "All 4 steps done")
    assert steps(hall, number) == {"done": 4, "of": 4}


@BY
def test_a_step_is_ticked_in_any_order_and_its_tick_taken_off(
    desk: Desk, hall: Hall, number: str, by: str
) -> None:
    press(desk, by, "detailsButton", "D")
    desk.wait("detailPanel")
    press(desk, by, "step-confirm", "3")
    until(lambda: ticked(desk) == ["confirm"])
    desk.wait("stepsLine", "Step 1/4 · Greet and ask")
    assert steps(hall, number) == {"done": 1, "of": 4}
    until(lambda: not desk.controller.runner.holds("step-confirm"))
    press(desk, by, "step-confirm", "3")
    until(lambda: ticked(desk) == [])
    assert steps(hall, number) == {"done": 0, "of": 4}
    press(desk, by, "detailClose", "Escape")
    desk.gone("detailPanel")


@BY
def test_a_tick_can_be_taken_back_and_so_can_taking_it_off(
    desk: Desk, hall: Hall, number: str, by: str
) -> None:
    desk.key("S")
    desk.wait("undoText", f"{number}: step ticked")
    press(desk, by, "undoButton", "F9")
    desk.wait("stepsLine", "Step 1/4 · Greet and ask")
    assert steps(hall, number) == {"done": 0, "of": 4}
    until(lambda: not desk.controller.runner.pending and not desk.controller.runner.holds("step-greet"))
    desk.key("S")
    desk.wait("stepsLine", "Step 2/4 · Check identity")
    until(lambda: not desk.controller.runner.holds("step-greet"))
    desk.controller.work.checklist.toggle("greet")
    desk.wait("undoText", f"{number}: tick taken off")
    press(desk, by, "undoButton", "F9")
    desk.wait("stepsLine", "Step 2/4 · Check identity")


def test_steps_wait_for_the_start(desk: Desk, hall: Hall) -> None:
    hall.comes()
    desk.wait("nextNumber")
    assert not desk.has("detailsButton")
    desk.click("primaryButton")
    desk.wait("primaryButton", "Start service")
    desk.key("D")
    desk.wait("detailPanel")
    assert not desk.wait("step-greet").isEnabled()
    desk.key("1")
    desk.key("S")
    until(lambda: not desk.controller.runner.pending)
    assert ticked(desk) == []


def test_the_panel_goes_with_the_customer(desk: Desk, hall: Hall, number: str) -> None:
    desk.key("D")
    desk.wait("detailPanel")
    desk.key("F5")
    desk.gone("detailPanel")
    desk.wait("queueCard")


def test_a_service_without_steps_has_details_and_no_list(desk: Desk, hall: Hall) -> None:
    serve(desk, hall, "B")
    desk.wait("stepsLine", "Details")
    desk.click("detailsButton")
    desk.wait("detailHeading", "About this visit")


def test_the_keys_are_letters_while_a_note_is_written(desk: Desk, hall: Hall, number: str) -> None:
    desk.key("F4")
    desk.wait("transferPanel")
    desk.key("Tab")
    desk.type("SDsd1")
    assert desk.find("transferNote").property("text") == "SDsd1"
    assert ticked(desk) == []


def test_ticks_without_a_line_are_kept_and_sent_with_the_finish(desk: Desk, hall: Hall, number: str) -> None:
    hall.service.stop()
    desk.wait("staleBanner")
    desk.key("S")
    desk.wait("messageLine", f"No connection. The step of {number} is kept and sent later.")
    desk.wait("stepsLine", "Step 2/4 · Check identity")
    until(lambda: not desk.controller.runner.holds("step-greet"))
    desk.controller.work.checklist.toggle("farewell")
    until(lambda: ticked(desk) == ["greet", "farewell"])
    desk.controller.work.checklist.toggle("greet")
    desk.wait("stepsLine", "Step 1/4 · Greet and ask")
    assert (config_folder() / "counter-later.json").exists()
    desk.key("F2")
    desk.gone("currentNumber")
    hall.service.start()
    until(lambda: hall.status(number) == "served")
    assert steps(hall, number) == {"done": 1, "of": 4}
    until(lambda: not desk.controller.deferred.waits)
    assert not (config_folder() / "counter-later.json").exists()


def test_a_late_tick_does_not_take_the_rating_away(desk: Desk, hall: Hall, number: str) -> None:
    hall.service.stop()
    desk.wait("staleBanner")
    desk.key("S")
    until(lambda: ticked(desk) == ["greet"])
    hall.service.start()
    until(lambda: desk.link.live and not desk.controller.deferred.waits)
    desk.wait("stepsLine", "Step 2/4 · Check identity")
    desk.wait("primaryButton", "Finish and ask for rating")
    desk.key("F2")
    until(desk.pad.visible)


def test_a_kept_tick_outlives_the_app(desk: Desk, hall: Hall, number: str, open_desk: OpenDesk) -> None:
    hall.service.stop()
    desk.wait("staleBanner")
    desk.key("S")
    until(lambda: ticked(desk) == ["greet"])
    desk.close()
    hall.service.start()
    again = open_desk()
    again.sign_in()
    until(lambda: not again.controller.deferred.waits)
    again.wait("stepsLine", "Step 2/4 · Check identity")


def test_what_the_service_no_longer_has_is_refused_in_words(desk: Desk, hall: Hall, number: str) -> None:
    desk.controller.work.report.tell(Action.TICK, "step-x", "x")
    desk.wait("messageLine", "This service has no such step any more.")


def test_a_colleague_sees_the_ticks_of_a_ticket_that_moves(desk: Desk, hall: Hall, number: str) -> None:
    desk.key("S")
    desk.wait("stepsLine", "Step 2/4 · Check identity")
    hall.desk.park(1)
    desk.wait(f"heldRow-{number}")
    desk.click(f"heldRow-{number}")
    desk.click("callChosenButton")
    desk.wait("stepsLine", "Step 2/4 · Check identity")


def test_two_windows_of_one_person_agree(open_desk: OpenDesk, desk: Desk, hall: Hall, number: str) -> None:
    other = open_desk()
    other.sign_in()
    desk.key("S")
    other.wait("stepsLine", "Step 2/4 · Check identity")
