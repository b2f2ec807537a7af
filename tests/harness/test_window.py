"""The window of the tests finds what a person sees, reaches what a person could, says what is in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from tests.harness import waiting, window
from tests.harness.window import Window, stage

MAIN = """
import QtQuick
Window {
    id: root
    property int taps: 0
    property bool busy: false
    width: 400; height: 300; visible: true
    Text { objectName: "said"; text: "taps " + root.taps }
    Rectangle {
        objectName: "button"; y: 100; width: 100; height: 100; enabled: !root.busy
        MouseArea { anchors.fill: parent; onClicked: root.taps += 1 }
    }
    TextInput { objectName: "field"; y: 250; width: 100; focus: true }
    Timer { interval: 30; running: root.busy; onTriggered: root.busy = false }
}
"""


@pytest.fixture
def qml(tmp_path: Path) -> Path:
    """A QML module named Sample."""
    folder = tmp_path / "Sample"
    folder.mkdir()
    (folder / "Main.qml").write_text(MAIN, encoding="utf-8")
    (folder / "qmldir").write_text("module Sample\nMain 1.0 Main.qml\n", encoding="utf-8")
    return tmp_path


def test_it_is_seen_touched_clicked_and_typed_into(qapp: QGuiApplication, qml: Path) -> None:
    with stage(qml) as made:
        seen = Window(made.load("Sample", {}))
        assert (seen.has("button"), seen.has("none"), seen.text("none")) == (True, False, "")
        seen.tap("button")
        seen.click("button")
        seen.drum(seen.place("button"), 3)
        seen.drum(QPoint(300, 20), 1)
        seen.wait("said", "taps 5")
        seen.gone("none")
        seen.type("A035")
        seen.key("Backspace")
        assert seen.said() == ["taps 5", "A03"]
        seen.window.setVisible(False)
        assert (seen.said(), seen.has("button")) == ([], False)


def test_it_waits_until_a_person_could(qapp: QGuiApplication, qml: Path) -> None:
    with stage(qml) as made:
        seen = Window(made.load("Sample", {"busy": True}))
        seen.tap("button")
        seen.wait("said", "taps 1")


def test_what_never_comes_is_told_with_what_is_there(
    qapp: QGuiApplication, qml: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LOOK_AGAIN_S", 0.001)
    with stage(qml) as made:
        seen = Window(made.load("Sample", {}))
        with pytest.raises(AssertionError, match=r"'said' says 'taps 9'; there is \['taps 0'\]"):
            seen.wait("said", "taps 9", seconds=0.05)
        monkeypatch.setattr(window, "until", lambda met, what: waiting.until(met, what, 0.05))
        with pytest.raises(AssertionError, match="no visible item 'none'"):
            seen.tap("none")
