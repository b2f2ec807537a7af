"""A board for one zone of the hall, and several side by side: each shows its own calls and no others."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from branch.contract.branch_info import NO_BRANCH, BranchInfo
from display.board.board import Board
from display.board.main_panel import Zone
from display.display_options import parse, service_list, zone_list
from tests.display.shown import Shown, shown_board
from tests.harness.hall import Hall
from tests.harness.waiting import until

ZONES = [("A", "C"), ("B",), ("V",)]
SIZES = [(1280, 720), (1920, 1080), (3840, 2160)]


@pytest.fixture
def zones(hall: Hall) -> Iterator[Shown]:
    """A board in three zones, up to date."""
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, size=(1280, 720), zones=ZONES) as shown:
        until(lambda: shown.link.live and shown.has("zonesScreen"))
        yield shown


def number_of(board: Board) -> object:
    """What the main panel of a zone shows."""
    return board.panel["number"]  # type: ignore[index]  # a map


def rows_of(board: Board) -> list[str]:
    """The numbers in a zone's list."""
    return [str(key) for key in board.rows.keys()]  # type: ignore[attr-defined]  # noqa: SIM118  # no dict


def test_each_zone_shows_its_own_calls(hall: Hall, zones: Shown) -> None:
    hall.take("A", "B", "C", "V")
    called = {number[0]: number for number in hall.call(1, 2, 3, 4)}
    cash, cards, wealth = zones.zones
    until(lambda: [number_of(one) for one in (cards, wealth)] == [called["B"], called["V"]])
    until(lambda: {number_of(cash), *rows_of(cash)} == {called["A"], called["C"]})
    assert rows_of(cards) == rows_of(wealth) == []
    hall.desk.no_show(next(n for n in range(1, 5) if hall_ticket(zones, n) == called["B"]))
    until(lambda: cards.texts["missed"] == called["B"])  # type: ignore[index]  # a map
    assert cash.texts["missed"] == ""  # type: ignore[index]  # a map


def hall_ticket(shown: Shown, counter: int) -> str | None:
    """The number that a counter holds."""
    ticket = shown.link.view.counters[counter]["ticket"]
    return None if ticket is None else ticket["number"]


def test_a_counter_may_work_for_two_zones(hall: Hall, zones: Shown) -> None:
    hall.take("A")
    (number,) = hall.call(1)
    until(lambda: number_of(zones.zones[0]) == number)
    hall.desk.transfer(1, service="B")
    until(lambda: number_of(zones.zones[0]) == "")
    (again,) = hall.call(1)
    assert again == number
    until(lambda: number_of(zones.zones[1]) == number)
    assert number_of(zones.zones[0]) == ""


def test_zones_are_whole_on_every_screen(hall: Hall, zones: Shown) -> None:
    hall.take(*"ABCVAB")
    hall.call(1, 2, 3, 4, 5, 6)
    until(lambda: all(number_of(one) for one in zones.zones))
    for size in SIZES:
        zones.resize(*size)
        assert zones.cut() == [], size
        columns = [place(zones.find(f"zone-{n}")) for n in range(len(ZONES))]
        assert not columns[0].intersects(columns[1])
        assert not columns[1].intersects(columns[2])
        for column, number in zip(columns, zones.all("mainNumber"), strict=True):
            assert column.contains(place(number)), size
    assert zones.text("zoneName") != ""
    assert zones.text("branchName") == "人民路支行"
    assert len(zones.all("rule")) == 1


def place(item: QQuickItem) -> QRectF:
    """Where it is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def test_a_board_for_one_zone_says_which(hall: Hall) -> None:
    with shown_board(hall.service.url, hall.service.tokens["display"], zones=[("B",)]) as shown:
        until(lambda: shown.link.live and shown.has("boardScreen"))
        assert shown.text("branchName") == "人民路支行 · 个人非现金"
        hall.take("A", "B")
        numbers = hall.call(1, 2)
        mine = next(number for number in numbers if number.startswith("B"))
        until(lambda: shown.announced)
        assert [number for number, _, _ in shown.announced] == [mine]
        assert shown.has("waiting-B")
        assert not shown.has("waiting-A")


def test_services_that_are_not_here(hall: Hall) -> None:
    with shown_board(hall.service.url, hall.service.tokens["display"], zones=[("X",)]) as shown:
        until(lambda: shown.text("waitingFor") == "本屏设置的业务在本网点不存在：X")


def test_the_command_line() -> None:
    options = parse(["--zones", "A,C/B/V"])
    assert options.zones == (("A", "C"), ("B",), ("V",))
    assert parse(["--services", "A, B"]).services == ("A", "B")
    with pytest.raises(argparse.ArgumentTypeError):
        service_list(" , ")
    for wrong in ("A", "A/B/C/D/E", "A//B"):
        with pytest.raises(argparse.ArgumentTypeError):
            zone_list(wrong)


def test_a_zone_of_a_branch_that_nobody_knows_yet() -> None:
    assert Zone(("A",)).is_here(NO_BRANCH)
    assert not Zone(("A",)).is_here(BranchInfo.from_json({"services": [{"id": "B"}]}))
