"""The words of a ticket and where its lines break."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from branch.devices.printers import TicketSlip
from branch.devices.printers.line_breaks import balance, wrap
from branch.devices.printers.slip_texts import lines_of
from branch.wording.wait_wording import ToldWait, plain
from tests.devices.printers.slips import USUAL

WAITS = [
    # ahead, middle, top: zh, en
    (
        *(4, 480, 720),
        "前面 4 人 · 约 8 分钟 · 十位中有九位 09:55 前叫到",
        "4 people ahead · about 8 min · 9 in 10 are called by 09:55",
    ),
    (
        *(1, 300, 310),
        "前面 1 人 · 约 5 分钟 · 十位中有九位 09:49 前叫到",
        "1 person ahead · about 5 min · 9 in 10 are called by 09:49",
    ),
    (*(0, 0, 20), "前面没有人 · 马上叫号", "No one ahead of you · any moment now"),
    (
        *(6, None, None),
        "前面 6 人 · 暂无窗口办理 · 等候时间待定",
        "6 people ahead · No counter open · wait not known yet",
    ),
]


@pytest.mark.parametrize(("ahead", "middle", "top", "zh", "en"), WAITS)
def test_the_wait_is_told_honestly(ahead: int, middle: int | None, top: int | None, zh: str, en: str) -> None:
    wait = ToldWait(ahead=ahead, middle_s=middle, top_s=top, told_at=USUAL.issued_at)
    for language, expected in (("zh", zh), ("zh-CN", zh), ("en", en), ("ar", en)):
        said = lines_of(replace(USUAL, wait=wait, language=language)).wait
        assert plain(" · ".join(said)) == expected


def test_a_wait_that_nobody_knows_sends_eyes_to_the_screen() -> None:
    unknown = replace(USUAL, wait=None)
    assert lines_of(unknown).wait == ("请留意屏幕和广播叫号",)
    assert lines_of(replace(unknown, language="en")).wait == ("Please watch the screen for your number",)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"number": " "}, "number is empty"),
        ({"wait": ToldWait(ahead=-1)}, "ahead is -1"),
        ({"most_passes": 0}, "most_passes is 0"),
        ({"width_dots": 400}, "width_dots is 400"),
        ({"issued_at": datetime(2026, 11, 21)}, "no time zone"),
    ],
)
def test_a_slip_that_cannot_be_true_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        TicketSlip(**{**vars(USUAL), **change})


def test_the_promise_stands_on_the_ticket() -> None:
    assert lines_of(USUAL).promise is None
    promised = replace(USUAL, most_passes=5)
    assert lines_of(promised).promise == "公平承诺：您的窗口最多先叫 5 位后到的客户"
    english = lines_of(replace(promised, language="en", most_passes=1)).promise
    assert english == "Our promise: your counters call at most 1 who came later first"
    by_rate = lines_of(replace(promised, by_rate=True)).promise
    assert by_rate == "公平承诺：等候久者先叫，优先客户按倍计时；您的窗口最多先叫 5 位后到的客户"


def test_chinese_breaks_anywhere_but_not_before_a_comma() -> None:
    assert wrap("扫码看进度，离开也不过号", 5, len) == ["扫码看进", "度，离开也", "不过号"]
    assert wrap("（内含小字）号", 3, len) == ["（内含", "小字）", "号"]


def test_english_breaks_at_spaces_and_only_a_giant_word_is_broken() -> None:
    assert wrap("missed your call", 11, len) == ["missed your", "call"]
    assert wrap("a donaudampfschiff b", 6, len) == ["a", "donaud", "ampfsc", "hiff b"]


def test_even_lines_take_no_more_lines_than_filled_ones() -> None:
    text = "个人贷款及住房公积金组合贷款业务咨询与预约办理"
    filled, even = wrap(text, 20, len), balance(text, 20, len)
    assert [len(line) for line in filled] == [20, 3]
    assert [len(line) for line in even] == [12, 11]
    assert "".join(even) == text


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_makes_no_lines(text: str) -> None:
    assert balance(text, 10, len) == []
