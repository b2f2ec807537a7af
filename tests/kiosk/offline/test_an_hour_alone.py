"""The service is gone for an hour and back: what was given meanwhile, by real taps, is handed in once, in
order and with its true times, though the kiosk is started anew meanwhile and answers get lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from branch.contract.answers.visit_answers import VisitRow
from branch.qt.service_link import ServiceLink
from branch.service.journal.journal_database import journal_path
from tests.client.proxy import proxy
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Start
from tests.kiosk.stage import Screen, kiosk_screen
from tests.kiosk.visit.test_moment_of_the_cut import Hand

MINUTE = 60_000
GONE_AT, BACK_AT = "2026-11-21T09:30:00+08:00", "2026-11-21T10:31:00+08:00"
CUSTOMERS = [  # minutes after the service went, service, whether they go first
    (2, "A", False),
    (3, "B", False),
    (9, "A", True),
    (17, "C", False),
    (26, "A", False),
    (26, "B", True),
    (41, "A", False),
    (52, "V", False),
    (60, "B", False),
]

BROKEN = (450, 20_000, 400, 9_000, 300, 12_000, 700, 1_500, 500, 600)
"""Less than the answer to a ticket handed in, and lines that bear a snapshot; the last is used first."""


class HourHand:
    """The kiosk's clock, put forward by hand: every link that there is goes by it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ms = 0
        now = ServiceLink.now
        monkeypatch.setattr(ServiceLink, "now", lambda link: now(link) + self.ms)


@pytest.fixture
def hour(monkeypatch: pytest.MonkeyPatch) -> HourHand:
    return HourHand(monkeypatch)


def serve(screen: Screen, service: str, first: bool) -> str:
    """One customer, by taps; gives the number on the screen."""
    screen.at_home()
    if first:
        screen.tap("togglePriority")
    screen.tap(f"service-{service}")
    screen.wait("thanksNumber")
    number = screen.text("thanksNumber")
    screen.tap("thanksHome")
    return number


def ready(screen: Screen) -> None:
    until(lambda: bool(screen.kiosk.link.live), "live", 40)
    until(lambda: all(screen.kiosk.offline.left(name) for name in "ABCV"), "numbers")


def rows(service: RunningService) -> list[VisitRow]:
    with asking(service, "manager") as api:
        return api.visits()["visits"]


def events(folder: Path, kind: str) -> list[dict[str, object]]:
    """What the journal itself has of that kind, in its order."""
    with closing(sqlite3.connect(journal_path(folder))) as journal:
        kept = journal.execute("SELECT * FROM events ORDER BY seq").fetchall()
    found = [json.loads(next(c for c in row if isinstance(c, str | bytes) and "{" in str(c))) for row in kept]
    return [event for event, row in zip(found, kept, strict=True) if kind in row]


def test_an_hour_of_customers_is_handed_in_once_in_order_with_true_times(
    qapp: QGuiApplication, start: Start, tmp_path: Path, hour: HourHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = start(at=GONE_AT)
    open_counters(service, 1, 2)
    own, hand = tmp_path / "kiosk.sqlite", Hand()
    monkeypatch.setattr("kiosk.offline.offline_tickets.ALONE_MS", 300)
    given: list[tuple[str, int]] = []

    def let_in(screen: Screen, customers: list[tuple[int, str, bool]]) -> None:
        for minute, name, first in customers:
            hour.ms = minute * MINUTE
            given.append((serve(screen, name, first), screen.kiosk.link.now()))

    broken: list[int] = []
    """How many bytes of answers each new line carries before it breaks, while there are any."""
    with proxy(service.url, lambda: broken.pop() if broken else None) as line:

        def kiosk() -> Screen:
            return kiosk_screen(line.url, service.tokens["kiosk"], printer=hand, outbox=own)  # type: ignore[return-value]  # entered below

        with kiosk() as screen:  # type: ignore[attr-defined]  # a context manager
            ready(screen)
            service.stop()
            screen.wait("lostBanner")
            let_in(screen, CUSTOMERS[:5])
            until(lambda: screen.kiosk.pending.kept == 0, "all paper is out")
            at = screen.kiosk.link.now() - hour.ms
        monkeypatch.setattr(
            "branch.client.service_time.time.time_ns", lambda: at * 1_000_000
        )  # this machine's clock
        with kiosk() as screen:  # type: ignore[attr-defined]  # started anew, alone
            screen.wait("lostBanner")
            let_in(screen, CUSTOMERS[5:])
            hour.ms = 0
            service.hand.put(BACK_AT)
            broken += BROKEN
            service.start()
            until(lambda: len(rows(service)) == len(CUSTOMERS), "all of them", 60)
            ready(screen)
            until(lambda: screen.kiosk.offline.waiting == 0, "known to be in", 40)
            assert serve(screen, "A", False) == "A001", "the service goes on where it was"
            assert not broken, "every one of these lines was used,"
            assert line.cuts >= len(BROKEN) // 2, "and answers were lost in the middle"
    check(service, tmp_path / "data", hand, given)


def check(service: RunningService, data: Path, hand: Hand, given: list[tuple[str, int]]) -> None:
    """Once, in order, true: by the report, by the journal, and by what is in the customers' hands."""
    numbers = [number for number, _ in given]
    assert numbers == ["A950", "B950", "A951", "C950", "A952", "B951", "A953", "V950", "B952"]
    told = [row for row in rows(service) if row["number"] != "A001"]
    assert [row["number"] for row in told] == numbers
    for row, (number, at) in zip(told, given, strict=True):
        issued = datetime.fromisoformat(str(row["issued_at"]))
        assert abs(issued.timestamp() * 1000 - at) < 5_000, number
        assert row["status"] == "waiting"
        assert row["printed"] is True
    begun = datetime.fromisoformat(GONE_AT)
    for row, (minute, name, first) in zip(told, CUSTOMERS, strict=True):
        passed = datetime.fromisoformat(str(row["issued_at"])) - begun
        assert timedelta(minutes=minute) <= passed < timedelta(minutes=minute + 1)
        expected = "priority" if first else "vip" if name == "V" else "ordinary"
        assert row["segment"] == expected
    assert hand.numbers == [*numbers, "A001"]
    issued_events = [str(event["number"]) for event in events(data, "TicketIssued")]
    assert issued_events == [*numbers, "A001"], "each of them once in the journal"
    with asking(service, "counter") as api:
        called = []
        for _ in range(3):
            ticket = api.next(1)["ticket"]
            assert ticket is not None
            called.append(ticket["number"])
            api.start(1)
            api.finish(1)
    assert set(called) <= set(numbers), "who has waited for an hour is not passed by who came now"
