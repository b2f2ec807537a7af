"""No number that nobody has: staff are told once, paper can be had again, a kiosk that died offers it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from branch.client.autopilot_client import Autopilot
from branch.client.calls.service_api import Api
from branch.client.local_store import FOLDER_VARIABLE
from branch.devices.printers import (
    Mark,
    PrinterOfflineError,
    PrinterStatus,
    PrintResult,
    TicketSlip,
    make_printer,
)
from kiosk.offline.offline_store import OfflineStore
from kiosk.paper import print_queue as paper
from kiosk.paper.delivery import UNPRINTED_MS
from tests.devices.printers.fake import FakePrinter, be_quick, on_network
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.timing import HandTime
from tests.harness.waiting import until
from tests.harness.window import timer
from tests.kiosk.conftest import Show
from tests.kiosk.shell.test_program import kiosk


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody waits for paper, and what is remembered is this test's own."""
    be_quick(monkeypatch)
    monkeypatch.setattr(paper, "WATCH_MS", 100)
    monkeypatch.setattr(paper, "WATCH_TROUBLE_MS", 100)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))


class Fickle:
    """A printer that is as the test says."""

    name = "fickle"

    def __init__(self) -> None:
        self.fails = False
        self.slips: list[TicketSlip] = []

    def print(self, slip: TicketSlip) -> PrintResult:
        """As it is."""
        if self.fails:
            raise PrinterOfflineError("off")
        self.slips.append(slip)
        return PrintResult(PrinterStatus.READY, confirmed=True)

    def status(self) -> PrinterStatus:
        """As it is."""
        return PrinterStatus.OFFLINE if self.fails else PrinterStatus.READY

    def close(self) -> None:
        """Nothing is held."""


def alerts(manager: Api) -> list[tuple[str, str | None]]:
    """The open ones, by kind, with their details."""
    hall: Any = manager.snapshot()["hall"]
    return sorted((alert["kind"], alert["detail"]) for alert in hall["alerts"])


def test_staff_are_told_of_paper_once_and_when_it_is_mended(
    service: RunningService, show: Show, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    fake[0].paper_out = True
    show(service, printer=make_printer(fake[1]))
    until(lambda: alerts(manager) == [("printer", "paper-out")])
    asked = fake[0].questions
    until(lambda: fake[0].questions > asked + 6, "it is asked again and again")
    assert alerts(manager) == [("printer", "paper-out")]
    fake[0].paper_out, fake[0].paper_low = False, True
    until(lambda: alerts(manager) == [("paper-low", None)])
    fake[0].paper_low = False
    until(lambda: alerts(manager) == [])


def test_a_number_without_paper_is_an_alert_until_somebody_has_it(
    service: RunningService, show: Show, manager: Api
) -> None:
    printer = Fickle()
    printer.fails = True
    screen = show(service, printer=printer)
    screen.at_home()
    screen.tap("service-A")
    screen.wait("printFailedNumber", "A001")
    until(lambda: ("unprinted", "A001") in alerts(manager))
    screen.tap("noted")
    until(lambda: [kind for kind, _ in alerts(manager)] == ["printer"])


def test_a_number_that_nobody_noted_stays_an_alert(
    hand: HandTime, service: RunningService, show: Show
) -> None:
    printer = Fickle()
    printer.fails = True
    screen = show(service, printer=printer)
    screen.at_home()
    screen.tap("service-A")
    screen.wait("printFailedNumber", "A001")
    hand.pass_ms(UNPRINTED_MS)
    screen.at_home()
    printer.fails = False
    screen.tap("service-A")
    screen.wait("thanksNumber", "A002")
    with asking(service, "manager") as manager:
        until(lambda: alerts(manager) == [("unprinted", "A001")])


def test_each_number_without_paper_is_told_and_the_printer_once_more(
    hand: HandTime, service: RunningService, show: Show, manager: Api
) -> None:
    """Staff clear what is about the first customer; of the second they know nothing yet."""
    printer = Fickle()
    printer.fails = True
    screen = show(service, printer=printer)
    for number in ("A001", "A002"):
        screen.at_home()
        screen.tap("service-A")
        screen.wait("printFailedNumber", number)
        until(lambda: alerts(manager) == [("printer", "offline"), ("unprinted", number)])  # noqa: B023
        until(lambda: not screen.kiosk.troubles.untold)
        for alert in manager.alerts():
            manager.clear_alert(alert["id"])
        hand.pass_ms(UNPRINTED_MS)
    screen.at_home()
    screen.tap("service-A")
    screen.wait("printFailedNumber", "A003")
    until(lambda: alerts(manager) == [("printer", "offline"), ("unprinted", "A003")])
    screen.tap("noted")
    until(lambda: alerts(manager) == [("printer", "offline")])


def test_the_paper_can_be_had_again(service: RunningService, show: Show, manager: Api) -> None:
    printer = Fickle()
    printer.fails = True
    screen = show(service, printer=printer)
    screen.at_home()
    screen.tap("service-A")
    screen.wait("printFailedNumber", "A001")
    printer.fails = False
    screen.tap("printAgain")
    screen.wait("paperLine", "请取走您的小票")
    assert [(slip.number, slip.marks) for slip in printer.slips] == [("A001", (Mark.REPRINT,))]
    until(lambda: alerts(manager) == [])
    assert [visit["printed"] for visit in manager.visits()["visits"]] == [True]


def test_what_was_raised_before_a_restart_is_cleared_after_it(
    service: RunningService, show: Show, manager: Api
) -> None:
    printer = Fickle()
    printer.fails = True
    first = show(service, printer=printer)
    until(lambda: alerts(manager) == [("printer", "offline")])
    until(lambda: not first.kiosk.troubles.untold)
    timer(first.kiosk, "printer watch").stop()
    printer.fails = False
    show(service, printer=Fickle())
    until(lambda: alerts(manager) == [])


def test_trouble_while_the_service_is_away_is_told_when_it_is_back(
    service: RunningService, show: Show, manager: Api
) -> None:
    printer = Fickle()
    screen = show(service, printer=printer)
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    printer.fails = True
    until(lambda: screen.kiosk.troubles.has("printer"))
    service.start()
    until(lambda: alerts(manager) == [("printer", "offline")])


def test_a_kiosk_killed_between_ticket_and_paper_offers_the_paper(
    tmp_path: Path, service: RunningService, manager: Api, fake: tuple[FakePrinter, str]
) -> None:
    options = ("--service", service.url, "--token", service.tokens["kiosk"], "--autopilot", "0")
    dying = FakePrinter()
    dying.freezes_after = 60
    with (
        on_network(dying) as port,
        kiosk(tmp_path, *options, "--printer", f"tcp://127.0.0.1:{port}?mode=text") as process,
        Autopilot.of(process) as pilot,
    ):
        pilot.tap("service-A")
        pilot.wait("thanksNumber", equals="A001")
        until(lambda: dying.tickets() == 1, "the bytes are there, and nobody knows about the paper")
        process.kill()
        process.wait()
    with kiosk(tmp_path, *options, "--printer", fake[1]) as process, Autopilot.of(process) as pilot:
        pilot.wait("printFailedNumber", equals="A001", timeout=20)
        until(lambda: ("unprinted", "A001") in alerts(manager))
        pilot.tap("printAgain")
        pilot.wait("paperLine", equals="请取走您的小票")
        receipt = fake[0].wait_for_ticket()
        assert "A001" in receipt.text
        assert "补打" in receipt.text
        # A real kiosk also finds that the day of this test is not today.
        until(lambda: [kind for kind, _ in alerts(manager)] == ["clock"])
        until(lambda: [visit["printed"] for visit in manager.visits()["visits"]] == [True])
        process.kill()
        process.wait()
    with kiosk(tmp_path, *options, "--printer", fake[1]) as process, Autopilot.of(process) as pilot:
        pilot.wait("homeScreen", timeout=20)
        assert not pilot.has("printFailedScreen")


def test_a_ticket_that_was_served_meanwhile_is_not_offered(
    service: RunningService, show: Show, tmp_path: Path
) -> None:
    own = tmp_path / "kiosk.sqlite"
    with asking(service, "kiosk") as api:
        ticket = api.issue("A")
        api.cancel(ticket["id"])
    box = OfflineStore(own)
    box.begin_paper(dict(ticket), False, service.hand.now())
    box.close()
    screen = show(service, outbox=own, printer=Fickle())
    screen.at_home()
    until(lambda: screen.kiosk.pending.kept == 0)
    assert screen.has("homeScreen")


def test_a_database_of_the_version_before_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite"
    OfflineStore(path).close()
    with sqlite3.connect(path) as old:
        old.execute("DROP TABLE papers")
        for column in ("segment_reason", "phone"):
            old.execute(f"ALTER TABLE tickets DROP COLUMN {column}")
        old.execute("PRAGMA user_version = 1")
    old.close()
    box = OfflineStore(path)
    box.begin_paper({"id": "x", "number": "A001"}, True, 7)
    assert box.papers() == [({"id": "x", "number": "A001"}, True, 7)]
    box.close()


def test_a_printer_dying_mid_ticket_never_blocks_the_screen(
    service: RunningService, show: Show, manager: Api
) -> None:
    dying = FakePrinter()
    dying.dies_after = 300
    with on_network(dying) as port:
        screen = show(service, printer=make_printer(f"tcp://127.0.0.1:{port}?mode=text"))
        screen.at_home()
        screen.tap("service-A")
        screen.wait("printFailedNumber", "A001")
        until(lambda: ("printer", "printer-lost") in alerts(manager))
        screen.tap("noted")
        screen.at_home()
