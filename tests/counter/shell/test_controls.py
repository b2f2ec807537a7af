"""Every control is large enough, has a name and a key; every text fits, in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from branch.qt.driving import driver
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.hall import Hall
from tests.harness.waiting import until

CONTROLS = ("QQuickAbstractButton", "QQuickTextField")
KEYED = ("primary", "recall", "transfer", "park", "missed", "callChosen", "pause", "signOut")


def controls(window: QQuickWindow) -> list[QQuickItem]:
    """All that can be touched in the window now."""
    driver.settle(window)
    return [i for i in driver.walk(window.contentItem()) if any(i.inherits(kind) for kind in CONTROLS)]


CUSTOMER = 64
"""Pixels, each way, of what a customer touches."""


def check(window: QQuickWindow, least: int = 48) -> int:
    """How many controls there are; each so large and named."""
    found = controls(window)
    for item in found:
        box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        name = item.objectName()
        assert name, "a control without a name for tests"
        assert box.height() >= least, f"{name} is {box.height()} high"
        assert box.width() >= least, f"{name} is {box.width()} wide"
        context = qmlContext(item)
        said = context is not None and QQmlProperty(item, "Accessible.name", context).read()
        assert said, f"{name} has no name to be said"
    return len(found)


def test_controls_are_large_and_named(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk()
    desk.wait("signInScreen")
    desk.resize(400, 720)
    assert check(desk.window) == 4 + 2 + 1 + 2
    desk.sign_in()
    numbers = [hall.comes() for _ in range(2)]
    desk.wait(f"queueRow-{numbers[1]}")
    assert check(desk.window) == len(KEYED) + 2 + 2 + 1 + 1
    desk.click("pauseButton")
    desk.wait("pausePanel")
    check(desk.window)
    desk.click("primaryButton")
    desk.wait("currentNumber")
    desk.click("transferButton")
    desk.wait("transferPanel")
    assert check(desk.window) == len(KEYED) + 1 + 1 + 2 + 4 + 3 + 2 + 2
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    desk.wait("primaryButton", "Finish and ask for rating")
    desk.key("D")
    desk.wait("detailPanel")
    assert check(desk.window) == len(KEYED) + 2 + 1 + 4 + 1 + 1 + 1
    desk.click("primaryButton")
    desk.pad.wait("score-1")
    desk.pad.click("score-1")
    assert check(desk.pad.window, CUSTOMER) == 5 + 4 + 1 + 2 + 2 + 1
    desk.pad.click("ratingWrite")
    desk.pad.wait("ratingWriting")
    assert check(desk.pad.window, CUSTOMER) == 26 + 4 + 5


def test_every_action_shows_its_key(desk: Desk, hall: Hall) -> None:
    for name in KEYED:
        assert re.fullmatch(r"F\d+", desk.find(f"{name}Button").property("keyHint"))
    keys = [desk.find(f"{name}Button").property("keyHint") for name in KEYED]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_is_cut_at_the_smallest_size(open_desk: OpenDesk, hall: Hall, language: str) -> None:
    desk = open_desk(language=language)
    desk.window.resize(400, 720)
    desk.wait("signInScreen")
    assert desk.cut() == []
    desk.sign_in()
    for segment in ("vip", "priority", "ordinary"):
        hall.comes("B", segment=segment)
    until(lambda: desk.controller.work.queue.model.rowCount() == 3)
    assert desk.cut() == []
    for step in ("primaryButton", "transferButton", "primaryButton", "primaryButton"):
        before = desk.controller.work.actions.property("primaryText")
        desk.click(step)
        if step == "primaryButton":
            until(lambda before=before: desk.text("primaryButton") != before)  # type: ignore[misc]
        assert desk.cut() == []
    desk.pad.click("score-1")
    for code in ("zh", "en"):
        desk.speak_to_customer(code)
        assert desk.pad.cut() == []
    desk.pad.click("ratingWrite")
    for letter in "nihao":
        desk.pad.click(f"key-{letter}")
    for code in ("zh", "en"):
        desk.speak_to_customer(code)
        assert desk.pad.cut() == []


def test_a_wide_window_puts_the_queue_beside(desk: Desk, hall: Hall) -> None:
    desk.resize(1000, 720)
    queue, card = desk.find("queueCard"), desk.find("currentCard")
    desk.settle()
    assert queue.mapToScene(queue.boundingRect().topLeft()).x() > card.x() + card.width()


def test_the_names_the_demo_works_with_are_there() -> None:
    folder = Path(__file__).resolve().parents[3] / "counter" / "qml" / "Counter"
    source = "\n".join(file.read_text(encoding="utf-8") for file in folder.glob("*.qml"))
    names = """
        counterWindow signInScreen signInCounter counterChoice- signInStaff signInPin signInButton signInError
        workScreen currentNumber elapsed primaryButton recallButton transferButton parkButton missedButton
        callChosenButton pauseButton undoBar undoButton transferPanel transferTo- transferToCounter-
        transferNote pausePanel pauseReason- queueList queueRow- heldRow- messageLine signOutButton
        ratingWindow ratingScreen score- ratingTag- ratingSend ratingThanks ratingIdle ratingCountdown
    """
    for name in names.split():
        assert f'"{name}' in source, name
