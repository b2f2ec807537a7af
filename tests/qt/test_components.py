"""Every shared component loads, answers touch and keys, and fits in every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.qtbot import QtBot

from branch.qt.driving import driver
from branch.qt.image_providers import icon_names
from branch.qt.qt_app import QML_FOLDER
from branch.qt.text.languages import Languages
from tests.qt.conftest import Load

MODULE = QML_FOLDER / "Branchline"
SAMPLES = {
    "BaseText": 'BaseText { text: "等候 Waiting 6" }',
    "NumberText": 'NumberText { text: "A035"; width: 200; height: 60 }',
    "PrimaryButton": 'PrimaryButton { text: "Call next"; keyHint: "F2"; detail: "A036" }',
    "SecondaryButton": 'SecondaryButton { text: "Recall"; keyHint: "F3"; iconName: "bell" }',
    "TouchCard": 'TouchCard { text: "Cash"; width: 200; height: 120 }',
    "Panel": "Panel { width: 100; height: 60 }",
    "Tag": 'Tag { text: "VIP"; tone: "notice" }',
    "StatusDot": 'StatusDot { text: "Connected" }',
    "StaleBanner": 'StaleBanner { since: "14:32" }',
    "WaitingScreen": 'WaitingScreen { waitingFor: "Waiting for the service"; width: 500; height: 400 }',
    "EmergencyScreen": "EmergencyScreen { main: 'Leave'; second: '请离开'; secondName: 'x';"
    " width: 900; height: 900 }",
    "Face": "Face { rating: 1; width: 164; height: 208 }",
    "ProgressBarQuiet": "ProgressBarQuiet { value: 0.4; label: qsTranslate('Face', 'Good') }",
    "LanguageSwitch": "LanguageSwitch { languages: root.languages }",
    "FocusRing": "Rectangle { width: 80; height: 40; FocusRing { shown: true } }",
    "SlidePicture": "SlidePicture { width: 100; height: 60; color: Theme.text }",
    "Icon": 'Icon { name: "bell"; color: "#0B6E63"; width: 48; height: 48 }',
    "QrCode": 'QrCode { text: "A035"; width: 120; height: 120 }',
    "Slides": "Slides { show: root.slides; width: 100; height: 60; Tag { text: 'below' } }",
    "Stage": "Stage { designWidth: 1280; designHeight: 960; Rectangle { width: 1280; height: 10 } }",
}
CONTROLS = ("PrimaryButton", "SecondaryButton", "TouchCard", "Face")


def test_every_component_has_a_sample() -> None:
    listed = [line.split()[0] for line in (MODULE / "qmldir").read_text(encoding="utf-8").splitlines()[3:]]
    assert sorted(listed) == sorted(SAMPLES)
    assert sorted(file.stem for file in MODULE.glob("*.qml")) == sorted([*SAMPLES, "Look", "Theme"])


def colours(image: QImage) -> int:
    """How many colours a picture has, roughly; a blank one has one."""
    small = image.scaled(160, 120)
    return len({small.pixel(x, y) for x in range(160) for y in range(120)})


@pytest.mark.parametrize("name", SAMPLES)
def test_it_loads_and_is_drawn_in_every_language(
    load: Load, languages: Languages, engine: QQmlApplicationEngine, tmp_path: Path, name: str
) -> None:
    window = load(SAMPLES[name])
    theme: object = engine.singletonInstance("Branchline", "Theme")
    for code in ("en", "zh", "xx"):
        languages.use(code)
        for dark in (False, True):
            theme.setProperty("dark", dark)  # type: ignore[attr-defined]  # a QObject
            image = driver.grab(window)
            assert image.save(str(tmp_path / f"{name}-{code}-{'dark' if dark else 'light'}.png"))
            assert colours(image) > 1
            assert driver.cut_texts(window) == []


@pytest.mark.parametrize("name", CONTROLS)
def test_it_answers_touch_mouse_and_keyboard(load: Load, qtbot: QtBot, name: str) -> None:
    start, end = SAMPLES[name].split("{", 1)
    window = load(
        f"property int clicks: 0\n{start} {{ id: control; focus: true; onClicked: root.clicks += 1; {end}"
    )
    control = next(
        item
        for item in driver.walk(window.contentItem())
        if item.property("clicks") is None
        and item.objectName() in ("primaryButton", "secondaryButton", "touchCard", "face1")
    )
    driver.tap(control)
    driver.click(control)
    assert window.property("clicks") == 2
    control.forceActiveFocus()
    for keys in ("Return", "Space"):
        driver.key(window, keys)
    assert window.property("clicks") == 4


@pytest.mark.parametrize("name", [*CONTROLS, "LanguageSwitch"])
def test_pressing_shows_at_once(load: Load, name: str) -> None:
    window = load(SAMPLES[name])
    control = touchable(window)[-1]
    before = driver.grab(window)
    point = driver.press(control)
    assert driver.grab(window) != before
    driver.release(window, point)


def touchable(window: QQuickWindow) -> list[QQuickItem]:
    """The buttons of any kind in the window."""
    return [item for item in driver.walk(window.contentItem()) if item.inherits("QQuickAbstractButton")]


@pytest.mark.parametrize("name", [*CONTROLS, "LanguageSwitch"])
def test_controls_have_names_and_are_large_enough(
    load: Load, engine: QQmlApplicationEngine, name: str
) -> None:
    window = load(SAMPLES[name])
    theme: object = engine.singletonInstance("Branchline", "Theme")
    for touch in (48, 96):
        theme.setProperty("touch", touch)  # type: ignore[attr-defined]  # a QObject
        for item in touchable(window):
            assert item.objectName()
            assert item.property("text")
            assert item.implicitHeight() >= touch or item.height() >= touch


def test_a_key_is_a_press(load: Load) -> None:
    window = load(
        'property int clicks: 0\nPrimaryButton { text: "Go"; keyHint: "F2"; onClicked: root.clicks += 1 }'
    )
    driver.key(window, "F2")
    assert window.property("clicks") == 1
    touchable(window)[0].setProperty("enabled", False)
    driver.key(window, "F2")
    assert window.property("clicks") == 1


def test_the_switch_switches(load: Load, languages: Languages) -> None:
    window = load(SAMPLES["LanguageSwitch"])
    driver.tap(driver.find(window, "language-zh"))
    assert languages.code == "zh"


def test_a_number_is_shrunk_and_never_cut(load: Load) -> None:
    window = load('NumberText { text: "A0356789"; width: 120; height: 40; largest: 200 }')
    assert driver.cut_texts(window) == []


def test_the_stale_banner_takes_no_room_when_all_is_well(load: Load) -> None:
    window = load('property string since: ""\nStaleBanner { since: root.since; width: 400 }')
    assert driver.texts(window) == []
    window.setProperty("since", "14:32")
    assert driver.texts(window) == ["Not updated since 14:32 · reconnecting"]


def test_the_stage_fits_and_fills(load: Load) -> None:
    window = load(
        'Stage { designWidth: 1280; designHeight: 720; Rectangle { objectName: "far"; x: 1180; y: 620; '
        "width: 100; height: 100 } }"
    )
    far = driver.find(window, "far")
    corner = far.mapToScene(far.boundingRect().bottomRight())
    assert (corner.x(), corner.y()) == (640, 360)


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn_in_its_colour(load: Load, name: str) -> None:
    window = load(f'Icon {{ name: "{name}"; color: "#0B6E63"; width: 96; height: 96 }}')
    image = driver.grab(window)
    assert any(image.pixelColor(x, y).name() == "#0b6e63" for x in range(96) for y in range(96))


@pytest.mark.expects_log
def test_an_icon_that_is_not_there_is_logged(load: Load) -> None:
    driver.grab(load('Icon { name: "nothing" }'))
