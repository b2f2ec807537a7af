"""The service is gone and the hall goes on: numbers of the kiosk's own, handed in once, with true times."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from branch.client.responses import Unreachable
from branch.contract.answers.visit_answers import VisitRow
from branch.devices.printers import PrinterStatus, PrintResult, TicketSlip
from branch.qt.driving import driver
from kiosk.offline.offline_store import OfflineStore, OfflineStoreError
from tests.harness.branch import RunningService
from tests.harness.clocks import instant
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen, kiosk_screen

RESERVED = 50


class Stack:
    """A printer that keeps the slips it was given, and stops when it is told to."""

    name = "stack"

    def __init__(self) -> None:
        self.slips: list[TicketSlip] = []

    def print(self, slip: TicketSlip) -> PrintResult:
        """Put it on the stack."""
        self.slips.append(slip)
        return PrintResult(PrinterStatus.READY, confirmed=True)

    def status(self) -> PrinterStatus:
        """Ready."""
        return PrinterStatus.READY

    def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where the kiosk keeps its numbers."""
    return tmp_path / "kiosk.sqlite"


@pytest.fixture
def printer() -> Stack:
    """What was printed."""
    return Stack()


@pytest.fixture
def kiosk(service: RunningService, show: Show, own: Path, printer: Stack) -> Screen:
    """A kiosk with numbers of its own for every service."""
    screen = show(service, outbox=own, printer=printer)
    ready(screen)
    return screen


def ready(screen: Screen) -> None:
    """Until it could do without the service."""
    services = list(screen.kiosk.link.branch.service_by_id)
    until(lambda: all(screen.kiosk.offline.left(name) for name in services), "numbers of every service")
    screen.at_home()


def take(screen: Screen, service: str, number: str) -> None:
    """One customer."""
    screen.at_home()
    screen.tap(f"service-{service}")
    screen.wait("thanksNumber", number)
    screen.tap("thanksHome")


def rows(service: RunningService) -> list[VisitRow]:
    """Today's tickets as the manager sees them."""
    with asking(service, "manager") as api:
        return api.visits()["visits"]


def test_numbers_go_on_without_the_service_and_are_handed_in(
    kiosk: Screen, service: RunningService, printer: Stack
) -> None:
    take(kiosk, "A", "A001")
    service.stop()
    kiosk.wait("lostBanner")
    since = str(kiosk.kiosk.link.since)
    banner = f"自 {since} 起与系统断开。 仍可取号，等候情况和预约签到待恢复后可用。"
    assert banner in kiosk.said()
    assert kiosk.text("pageTitle") == "请选择要办理的业务"
    assert not any("前面" in text for text in kiosk.said()), "stale counts"
    with pytest.raises(driver.DriverError, match="not enabled"):
        driver.tap(kiosk.find("appointmentCard"))
    take(kiosk, "A", "A950")
    take(kiosk, "B", "B950")
    kiosk.tap("togglePriority")
    take(kiosk, "A", "A951")
    until(lambda: len(printer.slips) == 4, "all of them on paper")
    assert [slip.number for slip in printer.slips] == ["A001", "A950", "B950", "A951"]
    assert [bool(slip.marks) for slip in printer.slips] == [False, True, True, True]
    assert printer.slips[1].wait is None
    service.start()
    until(lambda: len(rows(service)) == 4)
    numbers = [row["number"] for row in rows(service)]
    assert numbers == ["A001", "A950", "B950", "A951"]
    until(lambda: {row["printed"] for row in rows(service)} == {True}, "told of the paper")
    assert rows(service)[3]["segment"] == "priority"
    until(lambda: bool(kiosk.kiosk.link.live))
    kiosk.gone("lostBanner")
    take(kiosk, "A", "A002")
    assert len(rows(service)) == 5


def test_an_hour_later_the_times_are_true(
    start: Start, show: Show, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = start()
    screen = show(service, outbox=own)
    ready(screen)
    service.stop()
    screen.wait("lostBanner")
    take(screen, "A", "A950")
    link = screen.kiosk.link
    now = link.now
    monkeypatch.setattr(link, "now", lambda: now() + 3_600_000)
    take(screen, "A", "A951")
    monkeypatch.setattr(link, "now", now)
    service.hand.put("2026-11-21T10:30:10+08:00")
    service.start()
    until(lambda: len(rows(service)) == 2)
    first, second = (str(row["issued_at"])[:16] for row in rows(service))
    assert (first, second) == ("2026-11-21T09:30", "2026-11-21T10:30")
    with asking(service, "kiosk") as api:
        assert api.issue("A")["ahead"] == 2


def test_a_kiosk_that_starts_while_the_service_is_gone(
    service: RunningService, own: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kiosk_screen(service.url, service.tokens["kiosk"], outbox=own) as screen:
        until(lambda: bool(screen.kiosk.link.live))
        ready(screen)
        service.stop()
        screen.wait("lostBanner")
        take(screen, "A", "A950")
        at = screen.kiosk.link.now()
    monkeypatch.setattr("kiosk.offline.offline_tickets.ALONE_MS", 300)
    monkeypatch.setattr("branch.client.service_time.time.time_ns", lambda: at * 1_000_000)
    with kiosk_screen(service.url, service.tokens["kiosk"], outbox=own) as screen:
        screen.wait("lostBanner")
        screen.kiosk.link.enter("several", "East, West")  # strangers only
        assert screen.kiosk.offline.in_charge
        assert screen.text("pageTitle") == "请选择要办理的业务"
        take(screen, "A", "A951")
        service.start()
        until(lambda: [row["number"] for row in rows(service)] == ["A950", "A951"])
        screen.gone("lostBanner")


def test_a_tap_at_the_moment_of_the_cut_has_one_number(
    kiosk: Screen, service: RunningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The service gives A001 and its answer is lost: the customer holds A950, and A001 is nobody's."""
    issue = Api.issue

    def cut(api: Api, *arguments: object, **named: object) -> object:
        issue(api, *arguments, **named)  # type: ignore[arg-type]  # handed on
        raise Unreachable("the line was cut")

    monkeypatch.setattr(Api, "issue", cut)
    kiosk.tap("service-A")
    kiosk.wait("thanksNumber", "A950")
    monkeypatch.setattr(Api, "issue", issue)
    service.stop()
    until(lambda: not kiosk.kiosk.link.live)
    service.start()
    until(
        lambda: (
            sorted((row["number"], row["status"]) for row in rows(service))
            == [("A001", "cancelled"), ("A950", "waiting")]
        )
    )


def test_an_answer_that_does_not_come_is_not_waited_for(
    kiosk: Screen, service: RunningService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line is silent: the customer has a number after a moment, and what comes later is taken back."""
    go = threading.Event()
    issue = Api.issue

    def late(api: Api, *arguments: object, **named: object) -> object:
        assert go.wait(30)
        return issue(api, *arguments, **named)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(Api, "issue", late)
    monkeypatch.setattr("kiosk.visit.issuing.PATIENCE_MS", 200)
    kiosk.tap("service-A")
    kiosk.wait("thanksNumber", "A950")
    go.set()
    until(
        lambda: (
            sorted((row["number"], row["status"]) for row in rows(service))
            == [("A001", "cancelled"), ("A950", "waiting")]
        )
    )
    assert kiosk.text("thanksNumber") == "A950"


def test_after_hours_no_number_is_given(start: Start, show: Show, own: Path) -> None:
    service = start(at="2026-11-21T16:50:00+08:00")
    screen = show(service, outbox=own)
    ready(screen)
    closes = instant("2026-11-21T17:00:00+08:00")
    service.hand.at = closes - 1_000
    until(lambda: screen.kiosk.link.now() >= closes - 1_000)
    service.stop()
    screen.wait("lostBanner")
    screen.wait("closedTitle", "现在不营业")
    assert screen.has("lostBanner")


def test_numbers_that_are_used_up(start: Start, show: Show, own: Path) -> None:
    service = start(changes={"offline_numbers = 50": "offline_numbers = 2"})
    screen = show(service, outbox=own)
    ready(screen)
    service.stop()
    screen.wait("lostBanner")
    take(screen, "A", "A998")
    take(screen, "A", "A999")
    screen.at_home()
    assert not screen.kiosk.home.usable("A")
    assert "暂不可用" in screen.said()
    take(screen, "B", "B998")


@pytest.mark.expects_log
def test_a_service_that_does_not_know_our_numbers(
    kiosk: Screen, service: RunningService, tmp_path: Path
) -> None:
    """Its data is another's: the ticket stays on our disk with the reason, and the staff are told."""
    service.stop()
    kiosk.wait("lostBanner")
    with sqlite3.connect(tmp_path / "kiosk.sqlite") as db:
        db.execute("UPDATE numbers SET block = 'of-another-branch'")
    take(kiosk, "A", "A950")
    service.start()
    with asking(service, "manager") as api:
        until(lambda: bool(api.snapshot()["hall"].get("alerts")))
        (alert,) = api.snapshot()["hall"]["alerts"]
    assert (alert["kind"], alert["detail"]) == ("not-handed-in", "A950: unknown-block")
    assert kiosk.kiosk.offline.waiting == 0
    with sqlite3.connect(tmp_path / "kiosk.sqlite") as db:
        assert db.execute("SELECT state, code FROM tickets").fetchall() == [("refused", "unknown-block")]


@pytest.mark.expects_log
def test_a_disk_that_cannot_be_written_gives_no_number_that_could_be_lost(
    kiosk: Screen, service: RunningService, tmp_path: Path
) -> None:
    service.stop()
    kiosk.wait("lostBanner")
    with closing(sqlite3.connect(tmp_path / "kiosk.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # nobody else can write until it ends
        kiosk.tap("service-A")
        kiosk.wait("refusedText", "目前暂时无法取号")
    kiosk.tap("backHome")
    take(kiosk, "A", "A950")


def test_a_file_that_is_none_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite"
    path.write_bytes(b"this is no database at all, and never was" * 100)
    with pytest.raises(OfflineStoreError, match=r"^[^\n]*kiosk\.sqlite: file is not a database$"):
        OfflineStore(path)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OfflineStoreError, match=r"kiosk\.sqlite"):
        OfflineStore(tmp_path / "file" / "kiosk.sqlite")


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite"
    OfflineStore(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(OfflineStoreError, match="written by a newer version"):
        OfflineStore(path)


def test_the_outbox_keeps_what_it_gave_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite"
    outbox = OfflineStore(path)
    block = {"id": "b1", "day": "2026-11-21", "service": "A", "numbers": {"A950": 950, "A951": 951}}
    outbox.put(block)  # type: ignore[arg-type]  # a block as the service answers it
    given = outbox.give("2026-11-21", "A", 1_000, "en", "priority", "elderly")
    assert given is not None
    holder = outbox.holder
    outbox.close()
    outbox = OfflineStore(path)
    assert outbox.holder == holder
    assert outbox.kept() == [given]
    outbox.put(block)  # type: ignore[arg-type]  # the same one again
    assert outbox.left("2026-11-21") == {"A": 1}
    outbox.paper(given.id, False, "paper-out")
    now = outbox.ticket(given.id)
    assert now is not None
    assert (now.printed, now.reason) == (False, "paper-out")
    outbox.told(given.id)
    assert outbox.kept() == []
    assert outbox.give("2026-11-22", "A", 2_000) is None
    outbox.forget_before("2026-11-22")
    assert outbox.left("2026-11-21") == {}
    outbox.close()
