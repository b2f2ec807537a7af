"""Everything besides the big button: by mouse and by key, and taking it back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from branch.contract.times import datetime_from_text
from tests.counter.desks import Desk
from tests.harness.branch import PIN
from tests.harness.hall import Hall
from tests.harness.waiting import until


@pytest.fixture
def number(desk: Desk, hall: Hall) -> str:
    """A customer who has been called to counter 1."""
    number = hall.comes()
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    desk.wait("primaryButton", "Start service")
    return number


def press(desk: Desk, by: str, button: str, key: str) -> None:
    """By mouse or by key."""
    if by == "mouse":
        desk.click(button)
    else:
        desk.key(key)


BY = pytest.mark.parametrize("by", ["mouse", "key"])


@BY
def test_recall(desk: Desk, hall: Hall, number: str, by: str) -> None:
    press(desk, by, "recallButton", "F3")
    desk.wait("aside", "Recalled 1×")
    assert hall.visit(number)["recalls"] == 1


@BY
def test_after_the_last_recall_the_big_button_is_no_show(
    desk: Desk, hall: Hall, number: str, by: str
) -> None:
    for times in (1, 2, 3):
        press(desk, by, "recallButton", "F3")
        desk.wait("aside", f"Recalled {times}×")
        until(lambda: not desk.controller.runner.holds("recall"))
    desk.wait("primaryButton", "No-show")
    desk.wait("recallButton", "Start service")
    press(desk, by, "primaryButton", "F2")
    desk.wait(f"heldRow-{number}")
    assert (hall.status(number), hall.visit(number)["recalls"]) == ("missed", 3)
    desk.wait("primaryButton", "Call next")
    press(desk, by, "undoButton", "F9")
    desk.wait("primaryButton", "No-show")


@BY
def test_who_comes_after_the_last_recall_is_served(desk: Desk, hall: Hall, number: str, by: str) -> None:
    for _ in range(3):
        hall.desk.recall(1)
    desk.wait("recallButton", "Start service")
    press(desk, by, "recallButton", "F3")
    desk.wait("primaryButton", "Finish and ask for rating")
    desk.wait("recallButton", "Recall")
    assert hall.status(number) == "serving"


@BY
def test_missed_and_undone(desk: Desk, hall: Hall, number: str, by: str) -> None:
    press(desk, by, "missedButton", "F6")
    desk.wait(f"heldRow-{number}")
    assert hall.status(number) == "missed"
    desk.wait("undoText", f"{number} missed")
    press(desk, by, "undoButton", "F9")
    desk.wait("currentNumber", number)
    assert hall.status(number) == "called"
    desk.gone("undoBar")


@BY
def test_parked_and_undone(desk: Desk, hall: Hall, number: str, by: str) -> None:
    press(desk, by, "parkButton", "F5")
    desk.wait(f"heldRow-{number}")
    desk.wait("undoText", f"{number} parked")
    press(desk, by, "undoButton", "F9")
    desk.wait("currentNumber", number)


@BY
def test_transferred_to_a_service_and_undone(desk: Desk, hall: Hall, number: str, by: str) -> None:
    press(desk, by, "transferButton", "F4")
    desk.wait("transferPanel")
    press(desk, by, "transferTo-B", "B")
    there = f"{number} for Accounts and cards: No one ahead"
    until(lambda: desk.text("messageLine").startswith(there))
    desk.gone("currentNumber")
    desk.gone("transferPanel")
    assert (hall.visit(number)["service"], hall.status(number)) == ("B", "waiting")
    desk.wait("undoText", f"{number} transferred")
    press(desk, by, "undoButton", "F9")
    desk.wait("currentNumber", number)
    assert hall.visit(number)["service"] == "A"


def test_a_service_that_takes_nobody_says_why_in_the_choice(desk: Desk, hall: Hall, number: str) -> None:
    hall.desk.close_service("B", "maintenance")
    hall.desk.close_service("C")
    press(desk, "key", "transferButton", "F4")

    def name(service: str) -> str:
        return str(desk.wait(f"transferTo-{service}").property("text"))

    until(lambda: name("B") == "Accounts and cards · System maintenance")
    until(lambda: name("C") == "Business banking · closed for now")
    assert name("V") == "Wealth management"
    assert desk.cut() == []


@BY
def test_transferred_to_a_colleague_with_a_note(desk: Desk, hall: Hall, number: str, by: str) -> None:
    hall.desk.open_counter(2, "0288", PIN)
    press(desk, by, "transferButton", "F4")
    desk.wait("transferPanel")
    until(lambda: desk.wait("transferToCounter-2").isEnabled())
    assert not desk.wait("transferToCounter-3").isEnabled()
    if by == "mouse":
        desk.click("transferNote")
    else:
        desk.key("Tab")
    desk.type("bring the ID card 2\n")
    press(desk, by, "transferToCounter-2", "2")
    desk.gone("currentNumber")
    ticket = hall.desk.next(2)["ticket"]
    assert ticket is not None
    assert (ticket["number"], ticket["note"]) == (number, "bring the ID card 2")


def test_the_note_and_where_it_comes_from_are_on_the_card(desk: Desk, hall: Hall) -> None:
    hall.desk.open_counter(2, "0288", PIN)
    number = hall.comes("C")
    hall.desk.next(2)
    hall.desk.transfer(2, counter=1, note="sign here")
    desk.wait(f"queueRow-{number}")
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    desk.wait("currentNote", "sign here")
    assert "Transferred" in desk.said()


def test_escape_closes_the_panel(desk: Desk, hall: Hall, number: str) -> None:
    desk.key("F4")
    desk.wait("transferPanel")
    desk.key("Escape")
    desk.gone("transferPanel")
    desk.key("F4")
    desk.wait("transferPanel")
    desk.key("F4")
    desk.gone("transferPanel")
    assert desk.text("currentNumber") == number


@BY
def test_a_pause_says_when_it_ends(desk: Desk, hall: Hall, by: str) -> None:
    press(desk, by, "pauseButton", "F8")
    desk.wait("pausePanel")
    for _ in range(3):
        press(desk, by, "pauseMinutes-15", "M")  # thrice by the mouse: chosen, taken back, chosen
    press(desk, by, "pauseReason-lunch", "1")
    desk.wait("primaryButton", "Resume")
    state = hall.desk.snapshot()["hall"]["counters"][0]
    back = state["back_at"]
    assert back is not None
    assert datetime_from_text(back) - datetime_from_text(state["since"]) == timedelta(minutes=15)
    desk.wait("aside", f"Back at {back[11:16]}")
    press(desk, by, "primaryButton", "F2")
    desk.wait("primaryButton", "Call next")
    assert hall.desk.snapshot()["hall"]["counters"][0]["back_at"] is None


@BY
def test_pause_and_resume(desk: Desk, hall: Hall, by: str) -> None:
    press(desk, by, "pauseButton", "F8")
    desk.wait("pausePanel")
    press(desk, by, "pauseReason-lunch", "1")
    desk.wait("primaryButton", "Resume")
    desk.wait("currentTitle", "Paused · Lunch")
    state = hall.desk.snapshot()["hall"]["counters"][0]
    assert (state["state"], state["reason"]) == ("paused", "lunch")
    press(desk, by, "primaryButton", "F2")
    desk.wait("primaryButton", "Call next")
    desk.wait("pauseButton", "Pause")


def test_the_pause_key_resumes_too(desk: Desk, hall: Hall) -> None:
    hall.desk.pause(1, "a reason of its own")
    desk.wait("currentTitle", "Paused · a reason of its own")
    desk.key("F8")
    desk.wait("primaryButton", "Call next")


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_the_call_the_start_and_the_finish_can_be_taken_back(
    desk: Desk, hall: Hall, number: str, steps: int
) -> None:
    after = [("called", "waiting"), ("started", "called"), ("finished", "serving")]
    for meaning in ("Start service", "Finish and ask for rating")[: steps - 1]:
        desk.wait("primaryButton", meaning)
        desk.click("primaryButton")
    done, before = after[steps - 1]
    desk.wait("undoText", f"{number} {done}")
    desk.key("F9")
    until(lambda: hall.status(number) == before)
    desk.gone("undoBar")


def test_only_what_makes_sense_can_be_pressed(desk: Desk, hall: Hall) -> None:
    names = ("recall", "transfer", "park", "missed", "callChosen", "pause")

    def enabled() -> set[str]:
        return {name for name in names if desk.find(f"{name}Button").isEnabled()}

    assert enabled() == {"callChosen", "pause"}
    hall.comes()
    desk.click("primaryButton")
    desk.wait("currentNumber")
    assert enabled() == {"recall", "transfer", "park", "missed"}
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    desk.wait("primaryButton", "Finish and ask for rating")
    assert enabled() == {"transfer", "park"}


def test_a_refusal_is_said_in_words_and_goes_again(desk: Desk, hall: Hall, number: str) -> None:
    hall.desk.start(1)
    desk.controller.work.actions.act("recall")
    line = desk.wait("messageLine", "This number has not been called.")
    assert line.isVisible()
    desk.key("F5")
    desk.gone("messageLine")
    desk.wait(f"heldRow-{number}")
