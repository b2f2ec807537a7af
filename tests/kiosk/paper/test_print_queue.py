"""Printing is part of the promise: paper, or the number across the whole screen and staff told."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from branch.client.calls.service_api import Api
from branch.devices.printers import (
    Logo,
    PngPrinter,
    PrinterOfflineError,
    PrinterStatus,
    PrintResult,
    TicketSlip,
    make_printer,
)
from tests.devices.printers.fake import FakePrinter, be_quick
from tests.devices.printers.slips import bank_logo
from tests.harness.branch import RunningService
from tests.harness.waiting import until
from tests.kiosk.conftest import Show


@pytest.fixture(autouse=True)
def quick_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for paper."""
    be_quick(monkeypatch)


class SlowPrinter:
    """Prints when it is told to, or fails."""

    name = "slow"

    def __init__(self) -> None:
        self.go = threading.Event()
        self.fails = False
        self.slips: list[TicketSlip] = []

    def print(self, slip: TicketSlip) -> PrintResult:
        """As slowly as the test wants."""
        self.slips.append(slip)
        assert self.go.wait(20)
        if self.fails:
            raise PrinterOfflineError("gone")
        return PrintResult(PrinterStatus.READY, confirmed=True)

    def status(self) -> PrinterStatus:
        """Ready."""
        return PrinterStatus.READY

    def close(self) -> None:
        """Let go."""
        self.go.set()


def printed(manager: Api) -> list[object]:
    """What the service knows about the paper of each ticket."""
    return [visit["printed"] for visit in manager.visits()["visits"]]


def test_the_ticket_comes_out_and_the_service_knows(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    screen = show(service, printer=make_printer(fake[1]))
    screen.at_home()
    screen.tap("service-A")
    screen.wait("paperLine", "请取走您的小票")
    receipt = fake[0].wait_for_ticket()
    text = "\n".join(line.text for line in receipt.lines)
    assert "A001" in text
    assert "个人现金" in text
    until(lambda: printed(manager) == [True])


def test_the_logo_is_on_the_ticket(
    service: RunningService, show: Show, fake: tuple[FakePrinter, str], tmp_path: Path
) -> None:
    logo = Logo(bank_logo(tmp_path))
    screen = show(service, printer=make_printer(fake[1]), logo=logo)
    screen.at_home()
    screen.tap("service-A")
    screen.wait("paperLine", "请取走您的小票")
    receipt = fake[0].wait_for_ticket()
    made = logo.on_width(576)
    assert receipt.picture.crop((0, 0, *made.size)).tobytes() == made.tobytes()
    assert receipt.lines[0].text == "人民路支行"


def test_no_paper_puts_the_number_across_the_screen(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    fake[0].paper_out = True
    screen = show(service, printer=make_printer(fake[1]))
    screen.at_home()
    screen.tap("service-A")
    screen.wait("printFailedNumber", "A001")
    until(lambda: printed(manager) == [False])
    screen.tap("noted")
    screen.at_home()
    fake[0].paper_out = False
    screen.tap("service-A")
    screen.wait("paperLine", "请取走您的小票")
    assert screen.text("thanksNumber") == "A002"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "小票已发往打印机，若未出票请记下号码"),
        ("en", "Sent to the printer. If no ticket comes out, please note your number"),
    ],
)
def test_a_silent_printer_is_not_taken_for_paper(
    service: RunningService, show: Show, fake: tuple[FakePrinter, str], language: str, said: str
) -> None:
    fake[0].silent = True
    screen = show(service, printer=make_printer(fake[1]), language=language)
    screen.at_home()
    screen.tap("service-A")
    screen.wait("paperLine", said)
    assert screen.text("thanksNumber") == "A001"
    assert "A001" in fake[0].wait_for_ticket().text


def test_a_slow_printer_holds_up_nobody(service: RunningService, show: Show, manager: Api) -> None:
    printer = SlowPrinter()
    screen = show(service, printer=printer)
    screen.at_home()
    screen.tap("service-A")
    screen.wait("paperLine", "正在打印小票…")
    until(lambda: len(printer.slips) == 1)
    frames = []
    screen.window.afterRendering.connect(lambda: frames.append(1))
    screen.window.update()
    QTest.qWait(50)
    assert frames, "the screen stood still while it printed"
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("service-B")
    screen.wait("thanksNumber", "B001")
    printer.go.set()
    screen.wait("paperLine", "请取走您的小票")
    until(lambda: printed(manager) == [True, True])


def test_paper_that_fails_after_its_customer_went_is_shown_at_home(
    service: RunningService, show: Show, manager: Api
) -> None:
    printer = SlowPrinter()
    printer.fails = True
    screen = show(service, printer=printer)
    screen.at_home()
    screen.tap("service-A")
    screen.tap("thanksHome")
    screen.wait("homeScreen")
    printer.go.set()
    screen.wait("printFailedNumber", "A001")
    until(lambda: printed(manager) == [False])


def test_paper_that_fails_while_the_next_one_is_served_is_shown_after(
    service: RunningService, show: Show
) -> None:
    printer = SlowPrinter()
    printer.fails = True
    screen = show(service, printer=printer)
    screen.at_home()
    screen.tap("service-A")
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("service-B")
    screen.wait("thanksNumber", "B001")
    printer.go.set()
    screen.wait("printFailedNumber", "B001")
    screen.tap("noted")
    screen.wait("printFailedNumber", "A001")
    screen.tap("noted")
    screen.at_home()


@pytest.mark.expects_log
def test_a_printer_with_a_bug_is_a_printer_that_failed(service: RunningService, show: Show) -> None:
    class Broken(SlowPrinter):
        def print(self, slip: TicketSlip) -> PrintResult:
            raise ZeroDivisionError

    screen = show(service, printer=Broken())
    screen.at_home()
    screen.tap("service-A")
    screen.wait("printFailedNumber", "A001")


def test_the_service_is_told_later_when_it_was_away(
    service: RunningService, show: Show, manager: Api
) -> None:
    printer = SlowPrinter()
    screen = show(service, printer=printer)
    screen.at_home()
    screen.tap("service-A")
    screen.wait("thanksScreen")
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    printer.go.set()
    screen.wait("paperLine", "请取走您的小票")
    until(lambda: len(screen.kiosk.reports) == 1, "told later")
    service.start()
    until(lambda: printed(manager) == [True])


def test_pictures_instead_of_paper(service: RunningService, show: Show, tmp_path: Path) -> None:
    screen = show(service, printer=PngPrinter(tmp_path))
    screen.at_home()
    screen.tap("language-en")
    screen.tap("togglePriority")
    screen.tap("service-A")
    screen.wait("paperLine", "Please take your ticket")
    assert (tmp_path / "A001.png").exists()
