"""What the board tells beside the calls: where to walk, how long it takes, who was missed, and the rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from branch.contract.wait_reading import wait_words
from branch.wording.wait_wording import plain
from tests.display.shown import Shown, branch_config, shown_board
from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

SIGNED = {
    "[[counters]]\nnumber = 1\n": '[[counters]]\nnumber = 1\ndirection = "left"\n',
    "[[counters]]\nnumber = 3\n": '[[counters]]\nnumber = 3\ndirection = "up"\n',
}


@pytest.fixture
def signed(tmp_path: Path, qapp: QGuiApplication) -> Iterator[tuple[Hall, Shown]]:
    """A branch that has said where counters 1 and 3 are."""
    with (
        running_service(tmp_path / "data", branch_config(SIGNED), HandClock()) as service,
        closing(Hall(service)) as hall,
        shown_board(service.url, service.tokens["display"]) as shown,
    ):
        hall.open(1, 2, 3)
        until(lambda: shown.link.live)
        yield hall, shown


def test_an_arrow_shows_the_way_in_panel_and_list(signed: tuple[Hall, Shown]) -> None:
    hall, shown = signed
    hall.take("A", "A", "A")
    hall.call(1)
    until(lambda: shown.panel.get("direction") == "left")
    (arrow,) = shown.all("arrow-left")
    assert arrow.rotation() == 180
    hall.call(2)
    until(lambda: shown.panel.get("counter") == "2" and shown.look == "now")
    assert shown.panel["direction"] == ""
    (arrow,) = shown.all("arrow-left")
    assert arrow.height() < 80, "now in the list, beside its number"
    hall.call(3)
    until(lambda: shown.has("arrow-up"))
    for size in ((1280, 720), (1080, 1920), (3840, 2160)):
        shown.resize(*size)
        assert shown.cut() == [], size


def test_a_tile_tells_the_wait_of_who_comes_now(hall: Hall, shown: Shown) -> None:
    hall.take(*"AAAAAAAA" * 4, "B")
    until(lambda: sum(one["waiting"] for one in shown.link.view.services) == 33)
    until(lambda: shown.text("within-A").startswith("九成 "))

    def same() -> bool:
        state = next(one for one in shown.link.view.services if one["id"] == "A")
        words = wait_words("zh", state["ahead"], state["estimate"])
        said = [shown.text(f"{name}-A") for name in ("waiting", "wait", "within")]
        return said == [f"A {state['ahead']}", plain(words.about), plain(words.within)]

    until(same)
    assert int(shown.text("waiting-A").split()[1]) >= 32


def test_the_next_numbers_are_those_called_next(hall: Hall, shown: Shown) -> None:
    assert not shown.has("next")
    first, second, third = hall.take("A", "A", "A")
    (other,) = hall.take("B")
    until(lambda: shown.text("next").split() == [first, other, second, third])
    priority = hall.kiosk.issue("A", segment="priority")["number"]
    until(lambda: shown.text("next").split() == [priority, other, first, second])
    while expected := shown.text("next").split():
        (called,) = hall.call(1)
        assert called in expected[:2], "the head of its service"
        hall.finish(1)
        until(lambda: called not in shown.text("next").split())  # noqa: B023  # asked at once


def test_missed_numbers_stand_there_until_they_are_put_back(hall: Hall, shown: Shown) -> None:
    assert not shown.has("missed")
    hall.take("A", "A")
    first, second = hall.call(1, 2)
    hall.desk.no_show(1)
    until(lambda: shown.text("missed") == first)
    hall.desk.no_show(2)
    until(lambda: shown.text("missed").split() == [second, first])
    hall.desk.undo(2)
    until(lambda: shown.text("missed") == first)


RULE = 'name = "accumulating-priority"'


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        ({}, "等候久者先叫，优先客户按倍计时；后到者最多 5 位先于您", "at most 5 who came later go first"),
        ({"most_passes = 5": "most_passes = 0"}, "等候久者先叫，优先客户的等候按倍计时", "count more"),
        (
            {RULE: 'name = "longest-wait"'},
            "您的窗口最多先叫 5 位后到的客户",
            "at most 5 who came later first",
        ),
        (
            {RULE: 'name = "longest-wait"', "most_passes = 5": "most_passes = 0"},
            "等候满 30 分钟的客户优先叫号",
            "30 minutes is",
        ),
        ({RULE: 'name = "first-come"'}, "按取号先后顺序叫号", "order of arrival"),
        (
            {RULE: 'name = "strict-priority"', "most_passes = 5": "most_passes = 0"},
            "",
            "",
        ),
    ],
)
def test_the_rule_is_one_sentence_that_is_kept(
    tmp_path: Path, qapp: QGuiApplication, changes: dict[str, str], zh: str, en: str
) -> None:
    with (
        running_service(tmp_path / "data", branch_config(changes), HandClock()) as service,
        shown_board(service.url, service.tokens["display"]) as shown,
    ):
        until(lambda: shown.link.live and shown.has("boardScreen"))
        rule = shown.board.texts["rule"]  # type: ignore[index]
        assert rule["main"] == zh
        assert en in rule["second"]
        assert shown.text("rule") == zh
