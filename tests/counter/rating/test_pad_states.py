"""The customer's window in every state: large enough, named, inside, uncut, legible; in both languages, with
large type and with high contrast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from branch.qt.driving import driver
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.rating.test_rating import passes, rated, serve
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.legible import pale
from tests.harness.waiting import until
from tests.kiosk.promises import broken, controls

LEAST = 64
"""Pixels, each way, of what a customer touches here."""

AAA = (7.0, 4.5)
"""WCAG's contrast for small and for large text, where high contrast was asked for."""


def tour(desk: Desk, hall: Hall, large: bool, contrast: bool) -> Iterator[str]:
    """Every state of the window one after the other; each is there when its name is given."""
    serve(desk, hall)
    for wanted, toggle in ((large, "ratingLarge"), (contrast, "ratingContrast")):
        if wanted:
            desk.pad.click(toggle)
    yield "asked"
    for score in range(1, 6):
        desk.pad.click(f"score-{score}")
        yield f"score {score}"
    desk.pad.click("ratingTag-1")
    yield "reason given"
    desk.speak_to_customer("zh")
    desk.pad.click("ratingWrite")
    yield "writing, nothing yet"
    for letter in "fuwuhenhao":
        desk.pad.click(f"key-{letter}")
    yield "writing pinyin"
    desk.pad.click("choice-0")
    desk.pad.click("key-switch")
    yield "writing English"
    desk.pad.click("key-done")
    yield "sentence written"
    desk.pad.click("ratingSend")
    desk.pad.wait("ratingThanks")
    yield "thanks"
    for code in ("already-rated", "rating-too-late"):
        desk.controller.pad.refuse(code)
        yield code


def tour_of_idle(desk: Desk, hall: Hall) -> Iterator[str]:
    """Between two customers."""
    yield "closed"
    desk.sign_in()
    yield "ready"
    hall.comes()
    desk.click("primaryButton")
    desk.pad.wait("idleNumber")
    yield "calling"
    desk.wait("primaryButton", "Start service")
    desk.click("primaryButton")
    desk.pad.wait("idleStatus", "正在办理")
    yield "serving"
    desk.click("parkButton")
    desk.pad.gone("idleNumber")
    hall.desk.pause(1)
    desk.pad.wait("idleStatus", "本窗口暂停服务,请稍候")
    yield "paused"


def faults(desk: Desk, state: str, contrast: bool = False) -> list[str]:
    """The promises that it breaks in a language."""
    found = []
    for code in ("zh", "en"):
        desk.speak_to_customer(code)
        told = broken(desk.pad.window, LEAST)
        if contrast:
            told += pale(desk.pad.window, *AAA)
        found += [f"{state} {code}: {fault}" for fault in told]
    desk.speak_to_customer("zh")
    return found


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("large", [False, True])
def test_every_state_of_a_rating_keeps_its_promises(
    open_desk: OpenDesk, hall: Hall, large: bool, contrast: bool
) -> None:
    desk = open_desk(rating_always=True)
    desk.sign_in()
    states = tour(desk, hall, large, contrast)
    assert [fault for state in states for fault in faults(desk, state, contrast)] == []


def test_every_state_between_two_customers_keeps_its_promises(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk(rating_always=True)
    desk.pad.wait("ratingIdle")
    until(lambda: desk.pad.window.contentItem().width() == desk.pad.window.width())
    assert [fault for state in tour_of_idle(desk, hall) for fault in faults(desk, state)] == []


def test_a_branch_with_long_reasons_has_them_all_in_sight(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk(rating_always=True)
    desk.sign_in()
    serve(desk, hall)
    long = {"zh": "柜员说明清楚而且非常耐心", "en": "Somebody explained it all"}
    reasons = tuple(replace(reason, names=long) for reason in desk.link.branch.reasons)
    desk.link.branch = replace(desk.link.branch, reasons=reasons)
    for score, toggle in ((1, ""), (5, "ratingLarge")):
        desk.pad.click(f"score-{score}")
        if toggle:
            desk.pad.click(toggle)
        assert faults(desk, toggle) == []
        assert len([c for c in controls(desk.pad.window) if c.objectName().startswith("ratingTag-")]) == 4


def test_what_one_customer_asked_for_is_not_left_to_the_next(desk: Desk, hall: Hall) -> None:
    serve(desk, hall)
    plain = desk.pad.grab()
    word = desk.pad.wait("ratingAbout")
    size = word.property("font").pixelSize()
    desk.pad.click("ratingLarge")
    desk.pad.click("ratingContrast")
    assert word.property("font").pixelSize() == round(size * 1.25)
    assert desk.pad.grab().pixelColor(2, 2).name() == "#ffffff"
    assert desk.grab().pixelColor(2, 2) == plain.pixelColor(2, 2)  # the teller's is as it was
    desk.pad.click("score-5")
    desk.pad.click("ratingSend")
    desk.pad.wait("ratingThanks")
    assert desk.pad.grab().pixelColor(2, 2).name() == "#ffffff"  # it is still theirs
    serve(desk, hall)
    assert word.property("font").pixelSize() == size
    assert desk.pad.grab().pixelColor(2, 2) == plain.pixelColor(2, 2)


def test_a_question_that_nobody_answers_leaves_nothing_either(
    desk: Desk, hall: Hall, clock: HandClock
) -> None:
    serve(desk, hall)
    passes(desk, hall, clock, 15)
    desk.pad.click("ratingContrast")
    desk.pad.wait("ratingCountdown", "20 秒后自动关闭")  # time to read it
    passes(desk, hall, clock, 21)
    until(lambda: not desk.pad.visible())
    assert not desk.controller.pad.reading.property("contrast")


def test_who_wants_to_say_nothing_need_not_wait(desk: Desk, hall: Hall) -> None:
    number = serve(desk, hall)
    desk.pad.click("ratingSkip")
    until(lambda: not desk.pad.visible())
    until(lambda: hall.visit(number)["unrated"])
    assert rated(hall, number) is None


# By the keyboard


@pytest.fixture
def keyed(desk: Desk, hall: Hall) -> Desk:
    """A counter whose customers have keys of their own, with a question."""
    desk.controller.customer_screen.giveKeyboard(True)
    serve(desk, hall)
    until(desk.pad.window.isActive)
    return desk


def asked_about(desk: Desk) -> str:
    """Whose service the question is about."""
    return desk.controller.pad.asked_about


def press(desk: Desk, *keys: str) -> None:
    """Press keys on the customer's keyboard."""
    for key in keys:
        driver.key(desk.pad.window, key)


def focused(desk: Desk) -> str:
    """Which control has the keyboard, and shows it."""
    item: QQuickItem = desk.pad.window.activeFocusItem()
    return item.objectName() if item.property("visualFocus") else ""


def test_tab_reaches_every_control_once_in_the_order_of_reading(keyed: Desk) -> None:
    press(keyed, "4")
    expected = [item.objectName() for item in controls(keyed.pad.window)]
    assert expected[:5] == [f"score-{score}" for score in range(1, 6)]
    assert expected[-1] == "ratingSend"
    found = []
    for _ in expected:
        press(keyed, "Tab")
        found.append(focused(keyed))
    assert found == expected
    press(keyed, "Tab")
    assert focused(keyed) == expected[0]
    press(keyed, "Backtab")
    assert focused(keyed) == expected[-1]


def test_a_rating_by_keys_alone(keyed: Desk, hall: Hall) -> None:
    number = asked_about(keyed)
    press(keyed, "3", "Tab", "Tab")
    assert focused(keyed) == "score-2"
    press(keyed, "Space")
    assert keyed.controller.pad.property("score") == 2
    press(keyed, *["Tab"] * 4)
    assert focused(keyed) == "ratingTag-0"
    press(keyed, "Return")
    while focused(keyed) != "ratingSend":
        press(keyed, "Tab")
    press(keyed, "Return")
    until(lambda: rated(hall, number) == {"score": 2, "tags": ["long-wait"]})
    until(keyed.window.isActive)  # the keyboard is the teller's again


def test_escape_says_nothing_at_all(keyed: Desk, hall: Hall) -> None:
    number = asked_about(keyed)
    press(keyed, "1", "Escape")
    until(lambda: not keyed.pad.visible())
    until(lambda: hall.visit(number)["unrated"])
    assert rated(hall, number) is None


def test_a_sentence_by_real_keys(keyed: Desk) -> None:
    writing = keyed.controller.pad.writing
    press(keyed, "5")
    while focused(keyed) != "ratingWrite":
        press(keyed, "Tab")
    press(keyed, "Return")
    keyed.pad.wait("ratingWriting")
    keyed.pad.type("nihao")
    assert writing.property("choices")[0] == "你好"
    press(keyed, "1", "Backspace", "Backspace")
    keyed.pad.type("henhao !")
    assert (writing.property("text"), writing.property("letters")) == ("很好！", "")
    press(keyed, "Backspace", "7")  # no candidate, and no mark of ours
    press(keyed, "Escape")
    keyed.pad.wait("ratingScreen")
    assert writing.property("text") == "很好"
    assert keyed.controller.pad.property("score") == 5


def test_what_cannot_wait_stays_the_teller_s(keyed: Desk, hall: Hall) -> None:
    number = hall.comes()
    keyed.wait("primaryButton", "Call next")
    press(keyed, "F2")
    keyed.wait("currentNumber", number)
    assert keyed.pad.has("ratingScreen")
    press(keyed, "F10")
    until(lambda: keyed.controller.alarms.property("lobby") == "sent")
    press(keyed, "F8")
    until(keyed.window.isActive)


def test_without_keys_of_their_own_the_keyboard_is_never_theirs(desk: Desk, hall: Hall) -> None:
    desk.activate()
    serve(desk, hall)
    desk.pad.click("score-5")
    assert desk.window.isActive()
    assert desk.pad.window.flags() & Qt.WindowType.WindowDoesNotAcceptFocus
