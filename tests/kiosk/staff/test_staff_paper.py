"""What staff do about the paper: the printer is asked and quoted, and the last numbers come out again."""

from __future__ import annotations

from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from branch.client.local_store import FOLDER_VARIABLE
from branch.devices.printers import PrinterStatus, PrintResult, TicketSlip, make_printer
from tests.devices.printers.fake import FakePrinter, be_quick
from tests.harness.branch import RunningService
from tests.harness.waiting import until
from tests.kiosk.conftest import Show
from tests.kiosk.staff.test_staff_menu import enter
from tests.kiosk.stage import Screen


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody waits for paper, and what is remembered is this test's own."""
    be_quick(monkeypatch)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))


@pytest.fixture
def screen(service: RunningService, show: Show, fake: tuple[FakePrinter, str]) -> Screen:
    """A live kiosk with the fake printer."""
    screen = show(service, printer=make_printer(fake[1]))
    screen.at_home()
    return screen


def alerts(manager: Api) -> set[str]:
    """What the staff are told."""
    return {alert["kind"] for alert in manager.alerts()}


def test_after_a_new_roll_the_printer_is_quoted(
    screen: Screen, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    printer = fake[0]
    printer.paper_out = True
    enter(screen)
    screen.tap("staffPaper")
    screen.wait("staffTold", "打印机状态：缺纸")
    until(lambda: alerts(manager) == {"printer"})
    printer.paper_out, printer.paper_low = False, True
    screen.tap("staffPaper")
    screen.wait("staffTold", "打印机状态：纸将用尽")
    until(lambda: alerts(manager) == {"paper-low"})
    printer.paper_low = False
    screen.tap("staffPaper")
    screen.wait("staffTold", "打印机状态：有纸")
    until(lambda: alerts(manager) == set())
    printer.cover_open = True
    screen.tap("staffPaper")
    screen.wait("staffTold", "打印机状态：上盖未合")
    until(lambda: alerts(manager) == {"printer"})


def test_silence_is_no_paper_and_clears_nothing(
    screen: Screen, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    printer = fake[0]
    printer.paper_out = True
    enter(screen)
    screen.tap("staffPaper")
    until(lambda: alerts(manager) == {"printer"})
    printer.paper_out, printer.silent = False, True
    screen.tap("staffPaper")
    screen.wait("staffTold", "打印机无应答，无法确认是否有纸，请打印测试页")
    assert alerts(manager) == {"printer"}, "nobody knows that there is paper"
    screen.tap("staffTest")
    screen.wait("staffTold", "已发送；打印机不回应，是否出纸不得而知")
    until(lambda: alerts(manager) == set(), "it has taken a ticket")


class MutePrinter:
    """A printer that tells nothing but whether it can be reached."""

    name = "mute"

    def __init__(self) -> None:
        self.plugged = False

    def print(self, _: TicketSlip) -> PrintResult:
        """Print into the void."""
        return PrintResult(PrinterStatus.UNKNOWN, confirmed=False)

    def status(self) -> PrinterStatus:
        """All there is to know of it."""
        return PrinterStatus.UNKNOWN if self.plugged else PrinterStatus.OFFLINE

    def close(self) -> None:
        """Nothing is held."""


def test_a_mute_printer_that_is_plugged_in_again_is_well(
    service: RunningService, show: Show, manager: Api
) -> None:
    """What it never told it need not take back: being reached is all there is to know of it."""
    printer = MutePrinter()
    screen = show(service, printer=printer)
    until(lambda: alerts(manager) == {"printer"})
    printer.plugged = True
    screen.kiosk.prints.look_again()
    until(lambda: alerts(manager) == set())


def test_no_printer_is_said(service: RunningService, show: Show) -> None:
    screen = show(service)
    screen.at_home()
    enter(screen)
    for tile in ("staffPaper", "staffTest"):
        screen.tap(tile)
        screen.wait("staffTold", "未连接打印机")


def take(screen: Screen, letter: str) -> None:
    """A number of that service."""
    screen.tap(f"service-{letter}")
    screen.wait("paperLine", "请取走您的小票")
    screen.tap("thanksHome")
    screen.at_home()


def test_the_last_numbers_are_printed_again_as_copies(
    screen: Screen, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    enter(screen)
    screen.tap("staffTickets")
    screen.wait("staffNoTickets")
    screen.tap("staffBack")
    screen.tap("staffBack")
    screen.at_home()
    for letter in ("A", "A", "B"):
        take(screen, letter)
    enter(screen)
    screen.tap("staffTickets")
    assert screen.text("staffTicket-A002") == "A002 · 个人现金 · 09:30 · 补打"
    for count in (4, 5, 6):  # no limit for staff
        screen.tap("staffTicket-A002")
        until(lambda count=count: fake[0].tickets() == count)  # type: ignore[misc]  # bound now
        screen.wait("staffTold", "已打印")
        assert fake[0].wait_for_ticket(count).text.startswith("[ 补打 ]")
        assert "A002" in fake[0].wait_for_ticket(count).text
    manager.cancel(next(v["id"] for v in manager.visits()["visits"] if v["number"] == "B001"))
    screen.tap("staffTicket-B001")
    screen.wait("staffTold", "该号码已失效。")
    fake[0].paper_out = True
    screen.tap("staffTicket-A001")
    screen.wait("staffTold", "未能打印")


def test_without_the_service_only_what_it_does_not_know_is_printed(
    service: RunningService, show: Show, fake: tuple[FakePrinter, str], tmp_path: Path
) -> None:
    screen = show(service, printer=make_printer(fake[1]), outbox=tmp_path / "kiosk.sqlite")
    screen.at_home()
    until(lambda: bool(screen.kiosk.offline.left("V")), "numbers of the last service")
    take(screen, "A")
    enter(screen)
    screen.wait("staffTest")
    screen.tap("staffBack")
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    screen.wait("lostBanner")
    take(screen, "A")
    enter(screen)
    screen.tap("staffTickets")
    screen.tap("staffTicket-A001")
    screen.wait("staffTold", "无法连接网点服务")
    screen.tap("staffTicket-A950")
    until(lambda: fake[0].tickets() == 3)
    text = fake[0].wait_for_ticket(3).text
    assert text.startswith("[ 补打 ]\n[ 离线取号 ]")
    assert "A950" in text
