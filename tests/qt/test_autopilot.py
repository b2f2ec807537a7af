"""The autopilot and its client: another thread stands for the other program."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from branch.client import autopilot_client as client
from branch.qt.driving import driver
from branch.qt.driving.autopilot import WISHES, Autopilot
from tests.harness.waiting import until
from tests.qt.conftest import Load

T = TypeVar("T")

SCREEN = """
objectName: "screen"
property int taps: 0
property bool late: false
Column {
    SecondaryButton { objectName: "one"; text: "One"; keyHint: "F2"; onClicked: root.taps += 1 }
    BaseText { objectName: "count"; text: "taps: " + root.taps }
    SecondaryButton { objectName: "late"; text: "Late"; visible: root.late; onClicked: root.late = false }
    TextInput { objectName: "field"; width: 100; focus: true }
}
"""


@pytest.fixture
def pilot(qapp: object) -> Iterator[Autopilot]:
    """An autopilot on any free port."""
    pilot = Autopilot("kiosk")
    yield pilot
    pilot.close()


@pytest.fixture
def away(qtbot: QtBot) -> Iterator[Callable[[Callable[[], T]], T]]:
    """Runs something in another thread while Qt goes on here."""
    with ThreadPoolExecutor(1) as pool:

        def run(work: Callable[[], T]) -> T:
            future: Future[T] = pool.submit(work)
            until(future.done)
            return future.result()

        yield run


def test_it_works_the_screen(
    load: Load,
    pilot: Autopilot,
    away: Callable[[Callable[[], object]], object],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window = load(SCREEN)
    QTimer.singleShot(300, window, lambda: window.setProperty("late", True))

    def story() -> None:
        with client.Autopilot(pilot.port) as app:
            app.tap("one")
            app.click("one", window="screen")
            app.key("F2")
            assert app.wait("count", equals="taps: 3") == "taps: 3"
            assert app.wait("count", contains="3") == "taps: 3"
            assert app.has("late") is False
            app.tap("late")
            app.wait("late", gone=True)
            app.type_text("a1")
            app.wait("field", equals="a1")
            assert app.text("one") == "One"
            assert "One" in app.texts()
            app.grab(tmp_path / "screen.png")
            assert app.ask("windows")["windows"] == [{"name": "screen", "size": [640, 480]}]

    away(story)
    assert (tmp_path / "screen.png").stat().st_size > 500


def test_it_says_what_cannot_be_done(
    load: Load, pilot: Autopilot, away: Callable[[Callable[[], object]], object]
) -> None:
    load(SCREEN)

    def story() -> None:
        with client.Autopilot(pilot.port, timeout=0.1) as app:
            for wish, reason in (
                ({"do": "tap", "item": "none"}, "tap: no visible item 'none'"),
                ({"do": "tap", "item": "one", "window": "other"}, "no visible window 'other'"),
                ({"do": "wait", "item": "count", "equals": "x"}, "'count' says 'taps: 0', not 'x'"),
                ({"do": "wait", "item": "count", "contains": "x"}, "without 'x'"),
                ({"do": "wait", "item": "count", "gone": True}, "'count' is still there"),
                ({"do": "tap"}, '"item" must be a string'),
                ({"do": "grab", "path": "/nowhere/at/all.png"}, "no picture could be saved"),
                ({"do": "dance"}, '"do" must be one of tap,'),
            ):
                with pytest.raises(client.AutopilotError, match=reason):
                    app.ask(**wish)

    away(story)


def test_what_is_not_json_is_answered(
    load: Load, pilot: Autopilot, away: Callable[[Callable[[], bytes]], bytes]
) -> None:
    load(SCREEN)

    def story() -> bytes:
        with socket.create_connection(("127.0.0.1", pilot.port), timeout=5) as raw:
            raw.sendall(b"hello\n[]\n")
            lines = raw.makefile("rb")
            return lines.readline() + lines.readline()

    answers = [json.loads(line) for line in away(story).splitlines()]
    assert [answer["ok"] for answer in answers] == [False, False]


def test_one_who_hangs_up_while_waiting_is_forgotten(
    load: Load, pilot: Autopilot, qtbot: QtBot, away: Callable[[Callable[[], object]], object]
) -> None:
    window = load(SCREEN)

    def hang_up() -> None:
        with socket.create_connection(("127.0.0.1", pilot.port), timeout=5) as raw:
            raw.sendall(b'{"do": "tap", "item": "late", "timeout": 30}\n')

    away(hang_up)

    def story() -> str:
        with client.Autopilot(pilot.port) as app:
            app.tap("one")
            return app.wait("count", equals="taps: 1")

    assert away(story) == "taps: 1"
    assert driver.find_all(window, "late") == []


def test_the_port_is_announced(pilot: Autopilot, capsys: pytest.CaptureFixture[str]) -> None:
    second = Autopilot("0")
    assert client.announced_port(["noise", *capsys.readouterr().out.splitlines()]) == second.port
    assert client.announced_port(["autopilot", "autopilot x"]) is None
    with pytest.raises(OSError, match="cannot listen"):
        Autopilot(str(second.port))
    second.close()


def test_the_client_and_the_app_know_the_same_wishes() -> None:
    text = Path(client.__file__).read_text(encoding="utf-8")
    assert [wish for wish in WISHES if not re.search(rf'ask\(\s*"{wish}"', text)] == ["windows"]


def test_two_hands_at_once_are_both_answered(load: Load, pilot: Autopilot, qtbot: QtBot) -> None:
    load(SCREEN)

    def tap_and_tap() -> int:
        with client.Autopilot(pilot.port, timeout=2) as hand:
            for _ in range(150):
                hand.tap("one")
                hand.text("count")
        return 150

    with ThreadPoolExecutor(2) as pool:
        hands = [pool.submit(tap_and_tap) for _ in range(2)]
        until(lambda: all(hand.done() for hand in hands))
    assert sum(hand.result() for hand in hands) == 300
