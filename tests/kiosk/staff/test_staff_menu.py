"""The staff menu: seven taps and a PIN, what it does, and that no customer gets there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint

from branch.client.local_store import FOLDER_VARIABLE
from kiosk.staff import staff_menu
from tests.devices.printers.fake import be_quick
from tests.harness.branch import PIN, RunningService
from tests.harness.waiting import until
from tests.harness.window import timer
from tests.kiosk.conftest import Show
from tests.kiosk.paper.test_nobody_has_it import Fickle
from tests.kiosk.stage import Screen

CORNER = QPoint(40, 40)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody waits for paper, and what is remembered is this test's own."""
    be_quick(monkeypatch)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))


@pytest.fixture
def printer() -> Fickle:
    """What was printed."""
    return Fickle()


@pytest.fixture
def screen(service: RunningService, show: Show, printer: Fickle) -> Screen:
    """A live kiosk with a printer, at home."""
    screen = show(service, printer=printer)
    screen.at_home()
    return screen


def enter(screen: Screen, staff: str = "0312", pin: str = PIN) -> None:
    """Type the number and the PIN."""
    if not screen.has("staffKey-ok"):
        screen.drum(CORNER, staff_menu.TAPS)
    for digits in (staff, pin):
        for digit in digits:
            screen.tap(f"staffKey-{digit}")
        screen.tap("staffKey-ok")


def test_six_taps_are_none_and_seven_ask_for_the_pin(screen: Screen) -> None:
    screen.drum(CORNER, staff_menu.TAPS - 1)
    assert not screen.has("staffScreen")
    screen.drum(CORNER, 1)
    screen.wait("staffScreen")
    screen.tap("staffBack")
    screen.gone("staffScreen")
    screen.drum(QPoint(600, 1000), staff_menu.TAPS)
    assert not screen.has("staffScreen")


@pytest.mark.expects_log(r"WARNING branch\.service\.bootstrap: \w+ is locked at test kiosk")
def test_a_wrong_pin_is_told_and_five_lock_the_door(screen: Screen) -> None:
    for _ in range(5):
        enter(screen, pin="9999")
        until(lambda: screen.text("staffError") != "")
    wrong = screen.text("staffError")
    enter(screen)
    until(lambda: screen.text("staffError") not in ("", wrong), "the right PIN is too late")
    assert not screen.has("staffTest")


def test_a_test_print(screen: Screen, printer: Fickle) -> None:
    enter(screen)
    screen.tap("staffTest")
    screen.wait("staffTold", "已打印")
    assert [slip.number for slip in printer.slips] == ["TEST"]
    printer.fails = True
    screen.tap("staffTest")
    screen.wait("staffTold", "未能打印")


def test_a_test_scan_is_shown_and_does_nothing(screen: Screen) -> None:
    screen.drum(CORNER, staff_menu.TAPS)
    screen.wait("staffScreen")
    screen.kiosk.scanner.scanned.emit("K7M4QX2P")
    assert screen.text("staffError") == ""
    enter(screen)
    screen.wait("staffTest")
    screen.kiosk.scanner.scanned.emit("K7M4QX2P")
    screen.wait("staffTold", "已扫描：K7M4QX2P")
    screen.tap("staffBack")
    screen.at_home()


def test_closed_for_today_also_after_a_restart_and_open_tomorrow(
    screen: Screen, service: RunningService, show: Show
) -> None:
    enter(screen)
    screen.tap("staffShut")
    screen.tap("staffBack")
    screen.wait("shutScreen")
    again = show(service, printer=Fickle())
    again.wait("shutScreen")
    tomorrow = again.kiosk.link.now() + 86_400_000
    again.kiosk.link.now = lambda: tomorrow  # type: ignore[method-assign]
    again.kiosk.staff.changed.emit()
    again.gone("shutScreen")
    enter(screen)
    screen.tap("staffShut")
    screen.tap("staffBack")
    screen.at_home()


def test_without_the_service_those_enter_who_were_here_before(
    screen: Screen, service: RunningService
) -> None:
    enter(screen)
    screen.wait("staffTest")
    screen.tap("staffBack")
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    enter(screen, staff="0288")
    until(lambda: screen.text("staffError") != "")
    enter(screen)
    screen.wait("staffTest")
    screen.tap("staffLogTile")
    assert screen.text("staffLog")


def test_it_leaves_by_itself(screen: Screen) -> None:
    screen.drum(CORNER, staff_menu.TAPS)
    screen.wait("staffScreen")
    timer(screen.kiosk, "staff menu leaves").timeout.emit()
    screen.at_home()


def test_restart_ends_the_program_for_its_supervisor(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    enter(screen)
    screen.tap("staffRestart")
    until(lambda: ended == [staff_menu.RESTART_EXIT_CODE])
