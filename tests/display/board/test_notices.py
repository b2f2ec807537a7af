"""What the manager tells the hall, on a real board."""

from __future__ import annotations

from typing import Literal

from branch.client.calls.staff_calls import holding
from branch.contract.answers.hall_answers import Notice
from tests.display.shown import Shown, shown_board
from tests.harness.hall import Hall
from tests.harness.waiting import until

FIRE = {
    "zh": "请立即从最近的出口有序离开大厅,不要使用电梯",
    "en": "Please leave by the nearest exit. Do not use the lift.",
}
HOUR = {"zh": "今日 15:00 起系统维护,暂停理财业务", "en": "Wealth management pauses at 15:00 today"}


def test_an_emergency_takes_the_board_until_it_is_ended(hall: Hall, shown: Shown) -> None:
    begun: list[dict[str, str]] = []
    ended: list[bool] = []
    shown.board.emergency_begun.connect(begun.append)
    shown.board.emergency_ended.connect(lambda: ended.append(True))
    notice = hall.tells(FIRE, level="emergency")
    until(lambda: shown.has("emergencyScreen"))
    assert shown.text("emergencyText") == FIRE["zh"]
    assert shown.text("emergencySecond") == FIRE["en"]
    for size in ((1280, 720), (1080, 1920), (3840, 2160)):
        shown.resize(*size)
        assert shown.cut() == []
    # Calls go on behind it, and are there when it is over.
    hall.take("A")
    hall.call(3)
    until(lambda: len(shown.announced) == 1)
    hall.ends(notice)
    until(lambda: not shown.has("emergencyScreen"))
    assert (begun, ended) == ([FIRE], [True])
    assert shown.has("boardScreen")


def test_a_board_that_starts_in_an_emergency_shows_it(hall: Hall) -> None:
    hall.tells({"zh": FIRE["zh"]}, level="emergency")
    with shown_board(hall.service.url, hall.service.tokens["display"], ("en",)) as shown:
        until(lambda: shown.has("emergencyScreen"))
        # What is not said in a language is said in the one there is.
        assert shown.text("emergencyText") == FIRE["zh"]


def test_a_notice_stands_before_the_usual_line(hall: Hall, shown: Shown) -> None:
    notice = hall.tells(HOUR)
    texts = shown.board.texts
    until(lambda: str(shown.board.texts["notice"]["main"]).startswith(HOUR["zh"]))  # type: ignore[index]  # a dict
    hall.ends(notice)
    until(lambda: shown.board.texts == texts)


def notice(
    name: str, since: int, until: int | None = None, level: Literal["info", "emergency"] = "info"
) -> Notice:
    """A notice with its times in minutes of an hour."""
    at = "2026-11-24T09:{:02}:00+08:00"
    return {
        "id": name,
        "level": level,
        "text": {"zh": name},
        "from": at.format(since),
        "until": None if until is None else at.format(until),
    }


def test_a_notice_holds_from_and_until_its_times() -> None:
    nine = 1795482000000
    some = [
        notice("a", 0, 10),
        notice("b", 5),
        notice("x", 3, 6, "emergency"),
        notice("y", 4, 5, "emergency"),
    ]

    def at(minute: int) -> tuple[str, str]:
        alarm, lines = holding(some, nine + minute * 60_000)
        return alarm["id"] if alarm else "", "".join(line["id"] for line in lines)

    assert [at(n) for n in (0, 3, 4, 5, 6, 10)] == [
        ("", "a"), ("x", "a"), ("y", "a"), ("x", "ab"), ("", "ab"), ("", "b"),
    ]  # fmt: skip


def test_a_call_heard_late_says_how_late(hall: Hall, shown: Shown) -> None:
    late: list[float] = []
    shown.board.announced.connect(lambda *_: late.append(shown.board.lateness))
    hall.take("A")
    hall.call(3)
    until(lambda: len(late) == 1)
    assert 0 <= late[0] < 20
