"""The driver touches what a person could touch, and nothing else."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from branch.qt.driving import driver
from branch.qt.driving.driver import DriverError
from tests.qt.conftest import Load

SCREEN = """
objectName: "screen"
property int taps: 0
Column {
    SecondaryButton { objectName: "one"; text: "One"; onClicked: root.taps += 1 }
    SecondaryButton { objectName: "off"; text: "Off"; enabled: false }
    SecondaryButton { objectName: "hidden"; text: "Hidden"; visible: false }
    Repeater { model: 2; SecondaryButton { required property int index
        objectName: "row" + index; text: "R" + index
        keyHint: "F" + (index + 2); onClicked: root.taps += 10 } }
    Item { objectName: "list"; width: 100; height: 50; clip: true
        SecondaryButton { objectName: "scrolled"; y: 60; text: "Scrolled" } }
    TextInput { objectName: "field"; width: 100; focus: true }
    BaseText { objectName: "rich"; textFormat: Text.StyledText; text: "wait <b>6</b>" }
    BaseText { objectName: "narrow"; width: 20; wrapMode: Text.NoWrap; text: "much too long" }
}
SecondaryButton { objectName: "outside"; x: 700; text: "Outside" }
Item { objectName: "glass"; opacity: 0; y: 300; SecondaryButton { objectName: "faded"; text: "Faded" } }
Item { objectName: "flat" }
SecondaryButton { objectName: "below"; y: 400; width: 200; height: 60; text: "Below" }
TouchCard { objectName: "sheet"; y: 380; width: 300; height: 100; text: "Above" }
Item { anchors.fill: parent }
"""


def test_touch_mouse_and_keys_reach_the_items(load: Load) -> None:
    window = load(SCREEN)
    driver.tap(driver.find(window, "one"))
    driver.click(driver.find(window, "one"))
    assert window.property("taps") == 2
    driver.tap(driver.find(window, "row1"))
    driver.key(window, "F2")
    assert window.property("taps") == 22


def test_typing(load: Load) -> None:
    window = load(SCREEN)
    driver.type_text(window, "A035-b\n")
    assert driver.find(window, "field").property("text") == "A035-b"
    with pytest.raises(DriverError, match="no key is called"):
        driver.key(window, "Nonsense")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("off", "'off' is not enabled"),
        ("outside", "'outside' is outside the window"),
        ("scrolled", "'scrolled' is scrolled out of sight"),
        ("faded", "no visible item 'faded'"),
        ("flat", "'flat' has no size"),
        ("below", "'below' is under 'sheet'"),
    ],
)
def test_what_cannot_be_touched_is_named(load: Load, name: str, reason: str) -> None:
    window = load(SCREEN)
    with pytest.raises(DriverError, match=reason):
        driver.tap(driver.find(window, name))


def test_what_is_not_there_is_named_with_what_is(load: Load) -> None:
    window = load(SCREEN)
    with pytest.raises(DriverError, match=r"no visible item 'hidden'; there are: .*'?one"):
        driver.find(window, "hidden")
    assert driver.find_all(window, "hidden") == []
    with pytest.raises(DriverError, match="no visible window 'other'; there are: 'screen'"):
        driver.window("other")
    assert driver.window() is driver.window("screen")


def test_reading(load: Load) -> None:
    window = load(SCREEN)
    said = driver.texts(window)
    assert said.index("One") < said.index("R0") < said.index("wait 6")
    assert "Hidden" not in said
    assert "Faded" not in said
    assert driver.text_of(driver.find(window, "rich")) == "wait 6"
    assert driver.text_of(driver.find(window, "list")) == "Scrolled"
    assert driver.cut_texts(window) == ["much too long"]


def test_what_has_just_appeared_is_touched_where_it_comes_to_be(load: Load) -> None:
    window = load("""
property string last: ""
property bool more: false
Column {
    SecondaryButton { objectName: "one"; text: "One"; visible: root.more; onClicked: root.last = "one" }
    SecondaryButton { objectName: "two"; text: "Two"; onClicked: root.last = "two" }
    SecondaryButton { objectName: "three"; text: "Three"; visible: root.more; onClicked: root.last = "three" }
}""")
    for name in ("one", "two", "three"):
        window.setProperty("more", False)
        window.setProperty("more", True)
        driver.tap(driver.find(window, name))
        assert window.property("last") == name


def test_pressed_is_seen_in_the_next_frame(load: Load, qtbot: QtBot) -> None:
    window = load('PrimaryButton { objectName: "go"; width: 200; height: 80; text: "Go" }')
    button = driver.find(window, "go")
    before = driver.grab(window).pixelColor(20, 40)
    point = driver.press(button)
    assert driver.grab(window).pixelColor(20, 40) != before
    driver.release(window, point)
    assert driver.grab(window).pixelColor(20, 40) == before
