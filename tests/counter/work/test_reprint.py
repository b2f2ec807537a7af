"""The teller has a ticket printed again: the chosen row's or the customer's, and is told what came of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from tests.client.recorder import reading
from tests.counter.desks import Desk
from tests.harness.hall import Hall
from tests.harness.waiting import until


@pytest.fixture
def kiosk(hall: Hall) -> Iterator[None]:
    """A kiosk with a printer follows the feed; its paper is played by `printed`."""
    with reading(hall.service.url, hall.service.tokens["kiosk"], prints=True) as (_, recorder):
        recorder.until_live()
        yield


def printed(hall: Hall, number: str, *, ok: bool = True) -> None:
    """The kiosk has been asked for that one, and tells of its paper."""
    until(lambda: any(one["ticket"]["number"] == number for one in hall.kiosk.reprints()))
    hall.kiosk.printed(str(hall.visit(number)["id"]), ok, None if ok else "paper-out")


def choose(desk: Desk, number: str) -> None:
    """By mouse."""
    desk.click(f"queueRow-{number}")
    desk.wait("reprintButton")


@pytest.mark.usefixtures("kiosk")
@pytest.mark.parametrize("by", ["mouse", "key"])
def test_the_chosen_row_is_printed_and_that_is_said(desk: Desk, hall: Hall, by: str) -> None:
    number = hall.comes()
    choose(desk, number)
    assert desk.cut() == []
    if by == "mouse":
        desk.click("reprintButton")
    else:
        desk.key("Ctrl+P")
    desk.wait("messageLine", f"{number} is being printed again at test kiosk.")
    printed(hall, number)
    desk.wait("messageLine", f"{number} has been printed again.")
    desk.languages.use("zh")
    desk.wait("messageLine", f"{number} 已补打。")
    assert hall.status(number) == "waiting"


@pytest.mark.usefixtures("kiosk")
def test_the_customer_at_the_counter_and_no_paper(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    until(lambda: not desk.controller.runner.pending)
    desk.key("Ctrl+P")
    desk.wait("messageLine", f"{number} is being printed again at test kiosk.")
    printed(hall, number, ok=False)
    desk.wait("messageLine", f"{number} was not printed: the kiosk has no paper or printer.")


@pytest.mark.usefixtures("kiosk")
def test_a_kiosk_that_says_nothing_is_told_too(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    choose(desk, number)
    desk.click("reprintButton")
    desk.wait("messageLine", f"{number} is being printed again at test kiosk.")
    patience = desk.controller.work.reprint.findChild(QTimer, "copy")
    assert patience is not None
    patience.timeout.emit()
    desk.wait("messageLine", f"The kiosk has not said whether {number} was printed: please look.")


def test_no_kiosk_and_no_paper_are_refused_in_words(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    choose(desk, number)
    desk.click("reprintButton")
    desk.wait("messageLine", "No kiosk with a printer is connected.")
    with reading(hall.service.url, hall.service.tokens["kiosk"], prints=True) as (_, recorder):
        recorder.until_live()
        hall.kiosk.raise_alert("printer", detail="paper-out")
        until(lambda: not desk.controller.runner.holds("reprint"))
        desk.click("reprintButton")
        desk.wait("messageLine", "No kiosk can print now: paper or printer.")


def test_without_a_number_it_says_how(desk: Desk, hall: Hall) -> None:
    desk.key("Ctrl+P")
    desk.wait("messageLine", "Choose a number first: its ticket is printed again.")
    assert not desk.has("reprintButton")
