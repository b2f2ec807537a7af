"""A long day: two thousand calls pass through the controller, and what it keeps stays small."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QGuiApplication

from branch.contract.answers.feed_events import BoardEvent
from branch.contract.answers.hall_answers import BoardHall, BoardSnapshot
from branch.contract.answers.ticket_answers import BoardTicket
from branch.contract.branch_info import BranchInfo
from branch.qt.list_models import KeyedListModel
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from display.board.board import Board
from display.board.board_content import MOST_SLOTS
from display.board.board_texts import BoardTexts
from display.board.hall_clock import HallClock
from tests.display.board.test_board_content import counter, service
from tests.display.board.test_callout import call
from tests.harness.waiting import until

AT = "2026-11-21T09:00:00.000+08:00"


def event(kind: str, ticket: BoardTicket, holds: bool = True) -> BoardEvent:
    """An event of the feed about a ticket at its counter."""
    number = cast(int, ticket["counter"])
    return {"type": kind, "ticket": ticket, "counter": counter(number, ticket if holds else None)}


def snapshot() -> BoardSnapshot:
    """The hall in the morning."""
    hall: BoardHall = {
        "day": "2026-11-21",
        "at": AT,
        "phase": "open",
        "opens_at": None,
        "closes_at": None,
        "services": [service()],
        "counters": [counter(n) for n in range(1, 9)],
        "calls": [],
        "queue": None,
        "alerts": [],
        "notices": [],
    }
    return {"seq": 1, "at": AT, "journal": "j", "hall": hall}


def test_two_thousand_calls(qapp: QGuiApplication) -> None:
    languages = Languages()
    link = ServiceLink("display")
    words = BoardTexts(languages)
    clock = HallClock(link.now, words)
    board = Board(link, words, clock, paced=lambda _: 0)
    announced: list[str] = []
    board.announced.connect(lambda number, _counter, _again: announced.append(number))
    link.branch = BranchInfo(name={"zh": "支行"}, time_zone="Asia/Shanghai")
    link.take_snapshot(link.view, snapshot())
    numbers = [f"{'ABCV'[n % 4]}{n:04}" for n in range(2000)]
    for n, number in enumerate(numbers):
        ticket = call(number, n % 3600, counter=n % 8 + 1)
        link.take_event(link.view, event("TicketCalled", ticket))
        link.take_event(link.view, event("TicketStarted", {**ticket, "status": "serving"}))
        if n % 3:
            link.take_event(link.view, event("TicketServed", {**ticket, "status": "served"}, holds=False))
    until(lambda: len(announced) == 2000)
    assert announced == numbers
    rows = cast(KeyedListModel, board.rows)
    assert rows.rowCount() <= MOST_SLOTS
    assert len(link.view.calls) <= 12
    until(lambda: cast("dict[str, object]", board.panel)["look"] != "calling")
    board.stop()
    link.stop()
    languages.stop()
