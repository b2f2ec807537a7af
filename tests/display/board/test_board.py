"""The board on a real service: every call is shown, once, in order, and nothing that is not so."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from branch.contract.answers.ticket_answers import BoardTicket
from branch.qt.text.languages import Languages
from display.board.board_texts import BoardTexts
from display.board.main_panel import panel_of, row_of
from tests.display.shown import Shown, shown_board
from tests.harness.hall import Hall
from tests.harness.waiting import until


def called(shown: Shown) -> list[str]:
    """The numbers that have had the main panel, in order."""
    return [number for number, _, _ in shown.announced]


def test_a_call_is_large_with_its_counter(hall: Hall, shown: Shown) -> None:
    assert not shown.has("mainNumber")
    (number,) = hall.take("A")
    hall.call(3)
    until(lambda: shown.text("mainNumber") == number)
    assert shown.text("mainCounter") == "3"
    assert shown.look == "calling"
    assert not shown.has("recallMark")
    assert shown.listed() == [], "it stands there large already"
    panel = shown.find("mainPanel")
    assert "3" in shown.text("mainPanel")
    assert shown.find("mainNumber").height() > panel.height() / 3
    until(lambda: shown.look == "now")
    hall.serve(3)
    until(lambda: shown.look == "calm")
    assert shown.text("mainNumber") == number


def test_three_at_the_same_moment_are_all_shown(hall: Hall, shown: Shown) -> None:
    hall.take("A", "A", "A")
    numbers = hall.call(1, 2, 3)
    until(lambda: shown.text("mainNumber") == numbers[0])
    until(lambda: shown.listed() == numbers[::-1])
    assert all(shown.has(f"callRow-{number}") for number in numbers)
    large: list[str] = []

    def follow() -> bool:
        text = shown.text("mainNumber")
        if not large or large[-1] != text:
            large.append(text)
        return shown.look == "now"

    until(follow)
    assert large == numbers
    assert called(shown) == numbers
    assert shown.listed() == numbers[1::-1], "the newest stays large, the others in the list"
    assert [counter for _, counter, _ in shown.announced] == [1, 2, 3]


def test_a_storm_is_shown_call_by_call(hall: Hall, shown: Shown) -> None:
    shown.pace.share = 0.04
    hall.take(*["A"] * 60)
    numbers = []
    for n in range(60):
        counter = n % 8 + 1
        numbers += hall.call(counter)
        hall.finish(counter)
    until(lambda: len(called(shown)) == 60)
    assert called(shown) == numbers
    until(lambda: shown.look == "calm")
    assert shown.text("mainNumber") == numbers[-1]
    assert shown.listed() == numbers[-2:-6:-1]


def test_a_recall_is_marked(hall: Hall, shown: Shown) -> None:
    hall.take("A", "A")
    first, second = hall.call(1, 2)
    until(lambda: called(shown) == [first, second])
    hall.desk.recall(1)
    until(lambda: shown.text("mainNumber") == first and shown.has("recallMark"))
    assert shown.text("recallMark") == "再次呼叫 Called again"
    assert shown.announced[-1] == (first, 1, True)
    until(lambda: shown.look == "now")
    assert shown.listed() == [second], "no number stands there twice"


def test_a_promised_number_says_so(hall: Hall, shown: Shown) -> None:
    """So that nobody wonders why a later-comer is called first."""
    (walk_in,) = hall.take("A")
    promised = hall.by_appointment("A")
    hall.service.hand.pass_minutes(15)
    assert hall.call(1, 2) == [promised, walk_in]
    until(lambda: shown.text("mainNumber") == promised and shown.has("promisedMark"))
    assert shown.text("promisedMark") == "预约 Appointment"
    until(lambda: shown.text("mainNumber") == walk_in)
    assert not shown.has("promisedMark")
    until(lambda: shown.has(f"promise-{promised}"))
    assert not shown.has(f"promise-{walk_in}")
    assert "预约" in str(shown.find(f"callRow-{promised}").property("spoken"))
    hall.desk.recall(1)
    until(lambda: shown.text("mainNumber") == promised and shown.has("recallMark"))
    assert shown.text("promisedMark") == "预约", "both fit beside each other"


def test_who_came_too_late_for_the_promise_is_called_like_a_walk_in(qapp: QGuiApplication) -> None:
    languages = Languages(current="en")
    words = BoardTexts(languages)
    call: BoardTicket = {
        "number": "B001",
        "service": "B",
        "segment": "ordinary",
        "language": "zh",
        "status": "called",
        "counter": 2,
        "called_at": "2026-11-21T10:20:00+08:00",
        "recalls": 0,
        "appointment": "2026-11-21T10:00:00+08:00",
        "came_late": False,
    }
    kept, late = (panel_of({**call, "came_late": late}, "now", words, {}) for late in (False, True))
    assert kept["promisedText"] == "预约 Appointment"
    assert late["promisedText"] == ""
    rows = [
        row_of({**call, "came_late": late}, words, {}, on_stage=None, stale=False)["promised"]
        for late in (False, True)
    ]
    assert rows == ["预约", ""]
    languages.stop()


def test_a_call_that_is_undone_leaves(hall: Hall, shown: Shown) -> None:
    hall.take("A", "A")
    first, second = hall.call(1, 2)
    until(lambda: called(shown) == [first, second])
    hall.desk.undo(2)
    until(lambda: shown.text("mainNumber") == first)
    assert shown.listed() == []
    hall.desk.undo(1)
    until(lambda: not shown.has("mainNumber"))
    assert hall.call(4) == [first]
    until(lambda: shown.text("mainCounter") == "4")


def test_a_missed_call_leaves_and_comes_back_when_that_was_a_mistake(hall: Hall, shown: Shown) -> None:
    hall.take("A", "A")
    first, second = hall.call(1, 2)
    until(lambda: shown.listed() == [first] and shown.panel["number"] == second)
    hall.desk.no_show(1)
    until(lambda: shown.listed() == [])
    hall.desk.no_show(2)
    until(lambda: not shown.has("mainNumber"))
    hall.desk.undo(1)
    until(lambda: shown.text("mainNumber") == first)
    assert called(shown) == [first, second], "it is no new call"


def test_who_is_sent_on_waits_again_and_is_not_on_the_board(hall: Hall, shown: Shown) -> None:
    hall.take("A")
    (number,) = hall.call(1)
    hall.serve(1)
    until(lambda: shown.look == "calm")
    hall.desk.transfer(1, service="B")
    until(lambda: not shown.has("mainNumber"))
    assert hall.call(5) == [number]
    until(lambda: shown.text("mainCounter") == "5")


def test_the_counts_follow(hall: Hall, shown: Shown) -> None:
    until(lambda: shown.text("waiting-A") == "A 0")
    hall.take("A", "A", "B")
    until(lambda: told(shown, "A") == (2, "A 3"), "A and B are one queue at the counters that serve both")
    hall.call(1)
    until(lambda: told(shown, "A") == (1, "A 2"))


def told(shown: Shown, service: str) -> tuple[int, str]:
    """How many wait for it, and what its tile says of who comes now."""
    waiting = next((one["waiting"] for one in shown.link.view.services if one["id"] == service), -1)
    return waiting, shown.text(f"waiting-{service}")


def test_the_frame(shown: Shown) -> None:
    until(lambda: shown.has("noticeBar"))
    assert "谨防电信诈骗" in shown.text("noticeBar")
    assert "phone fraud" in shown.text("noticeBar")
    assert shown.text("clock") == "09:30"
    assert shown.text("branchName") == "人民路支行"
    assert not shown.has("staleBanner")
    assert not shown.has("recallMark")


def test_more_who_are_awaited_than_rows_are_all_there(hall: Hall, shown: Shown) -> None:
    hall.take(*["A"] * 8)
    numbers = hall.call(*range(1, 9))
    until(lambda: len(called(shown)) == 8 and shown.look == "now")
    assert shown.listed() == numbers[-2::-1]
    shown.settle()
    assert all(shown.has(f"callRow-{number}") for number in numbers[:-1])
    assert shown.cut() == []


def test_who_is_at_the_counter_leaves_where_the_hall_wants_it(hall: Hall) -> None:
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, arrived_leave=True) as shown:
        until(lambda: shown.link.live)
        hall.take(*"AAA")
        first, second, third = hall.call(1, 2, 3)
        until(lambda: len(shown.announced) == 3 and shown.look == "now")
        assert {*shown.listed(), shown.panel["number"]} == {first, second, third}
        hall.serve(1)
        until(lambda: shown.listed() == [second])
        hall.serve(3)
        until(lambda: shown.panel["number"] == second and shown.listed() == [])
        hall.serve(2)
        until(lambda: shown.look == "idle")
