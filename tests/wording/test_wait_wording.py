"""What paper, screens and phones say of a wait: one wording, never narrower than the figures."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branch.wording.wait_texts import WAIT_TEXTS
from branch.wording.wait_wording import ToldWait, plain, rounded, told

AT = datetime(2026, 11, 21, 10, 12, 10, tzinfo=timezone(timedelta(hours=8)))

USUAL = ToldWait(ahead=5, middle_s=700, top_s=1120, told_at=AT)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "zh",
            "前面 5 人|约 12 分钟|九成 19 分钟内|十位中有九位 19 分钟内叫到|约 10:25 叫到您|"
            "十位中有九位 10:32 前叫到",
        ),
        (
            "zh-TW",
            "前面 5 人|約 12 分鐘|九成 19 分鐘內|十位中有九位 19 分鐘內叫到|約 10:25 叫到您|"
            "十位中有九位 10:32 前叫到",
        ),
        (
            "en",
            "5 people ahead|about 12 min|9 in 10 within 19 min|9 in 10 are called within 19 min|"
            "your turn at about 10:25|9 in 10 are called by 10:32",
        ),
    ],
)
def test_a_wait_is_told_by_its_middle_and_its_top(language: str, said: str) -> None:
    words = told(language, USUAL)
    texts = (words.people, words.about, words.within, words.within_sentence, words.turn, words.by)
    assert [plain(text) for text in texts] == said.split("|")


@pytest.mark.parametrize(
    ("wait", "zh", "en"),
    [
        (ToldWait(ahead=0, middle_s=0, top_s=0), "马上叫号|", "any moment now|"),
        (ToldWait(ahead=0, middle_s=10, top_s=60), "马上叫号|", "any moment now|"),
        (
            ToldWait(ahead=1, middle_s=0, top_s=0),
            "约 1 分钟|九成 2 分钟内",
            "about 1 min|9 in 10 within 2 min",
        ),
        (
            ToldWait(ahead=0, middle_s=30, top_s=61),
            "约 1 分钟|九成 2 分钟内",
            "about 1 min|9 in 10 within 2 min",
        ),
        (
            ToldWait(ahead=9, middle_s=1_750, top_s=1_900),
            "约 29 分钟|九成 35 分钟内",
            "about 29 min|9 in 10 within 35 min",
        ),
        (
            ToldWait(ahead=30, middle_s=4_700, top_s=7_100),
            "约 1 小时 20 分钟|九成 2 小时内",
            "about 1 h 20 min|9 in 10 within 2 h",
        ),
        (ToldWait(ahead=3), "暂无窗口办理|", "No counter open|"),
        (ToldWait(ahead=3, top_s=840), "九成 14 分钟内|", "9 in 10 within 14 min|"),
    ],
    ids=["now", "next", "somebody ahead", "under a minute", "half an hour", "hours", "no counter", "older"],
)
def test_what_a_card_says(wait: ToldWait, zh: str, en: str) -> None:
    for language, said in (("zh", zh), ("en", en)):
        words = told(language, wait)
        assert f"{plain(words.about)}|{plain(words.within)}" == said


@pytest.mark.parametrize(
    ("ahead", "zh", "en", "ar"),
    [
        (0, "前面没有人", "No one ahead of you", "لا أحد أمامك"),
        (1, "前面 1 人", "1 person ahead", "شخص واحد أمامك"),
        (2, "前面 2 人", "2 people ahead", "شخصان أمامك"),
        (3, "前面 3 人", "3 people ahead", "3 أشخاص أمامك"),
        (11, "前面 11 人", "11 people ahead", "11 شخصًا أمامك"),
        (102, "前面 102 人", "102 people ahead", "102 شخص أمامك"),
        (103, "前面 103 人", "103 people ahead", "103 أشخاص أمامك"),
    ],
)
def test_people_are_counted_in_each_language(ahead: int, zh: str, en: str, ar: str) -> None:
    said = [plain(told(language, ToldWait(ahead=ahead)).people) for language in ("zh-CN", "en", "ar")]
    assert said == [zh, en, ar]


def test_a_wait_that_nobody_can_tell_is_open() -> None:
    assert told("zh", ToldWait(ahead=3)).by == "等候时间待定"
    assert told("en", ToldWait(ahead=3)).within_sentence == "wait not known yet"
    assert told("zh", ToldWait()).people == ""


def test_without_a_time_of_day_the_top_is_told_in_minutes() -> None:
    words = told("zh", ToldWait(ahead=5, middle_s=700, top_s=1120))
    assert words.turn == ""
    assert plain(words.by) == "十位中有九位 19 分钟内叫到"


def test_a_language_without_words_is_told_in_english() -> None:
    assert told("fr", USUAL) == told("en", USUAL)


@given(st.floats(0, 4 * 3600), st.floats(0, 4 * 3600), st.integers(0, 3599))
def test_a_promise_is_never_narrower_than_its_figures(middle_s: float, more_s: float, second: int) -> None:
    top_s = middle_s + more_s
    middle, top = rounded(middle_s, top_s)
    assert middle is not None
    assert top * 60 >= top_s
    assert 1 <= middle < top
    assert abs(middle * 60 - middle_s) <= max(60, 0.084 * middle_s)
    at = AT + timedelta(seconds=second)
    clock = told("zh", ToldWait(ahead=1, middle_s=middle_s, top_s=top_s, told_at=at)).by.split("*")[1]
    hour, minute = map(int, clock.split(":"))
    told_s = ((hour - at.hour) % 24 * 60 + minute - at.minute) * 60 - at.second
    assert told_s >= top_s


def test_every_language_has_every_sentence_with_its_places() -> None:
    places = {"minutes": "{m}", "hours": "{h}", "about": "{wait}", "within": "{wait}", "turn": "{clock}"}
    for texts in WAIT_TEXTS.values():
        for name, place in places.items():
            assert place in getattr(texts, name)
        assert texts.by.count("*") == texts.turn.count("*") == 2


def test_of_several_waits_the_least_and_the_most_are_told() -> None:
    waits = (
        ToldWait(ahead=2, middle_s=300, top_s=540),
        ToldWait(ahead=7, middle_s=700, top_s=1120),
        ToldWait(),
    )
    words = told("zh", *waits)
    assert [plain(text) for text in (words.people, words.about, words.within, words.turn)] == [
        *("前面 2–7 人", "约 5–12 分钟", "九成 19 分钟内", "")
    ]
    assert plain(told("en", *waits).people) == "2–7 people ahead"
    assert "\N{LEFT-TO-RIGHT ISOLATE}5–12\N{POP DIRECTIONAL ISOLATE}" in told("ar", *waits).about
    for middle_s, said in ((5_000, "about 5–85 min"), (11_000, "about 5 min – 3 h 5 min")):
        assert plain(told("en", waits[0], ToldWait(middle_s=middle_s, top_s=12_000)).about) == said
    assert told("zh", ToldWait(ahead=1), ToldWait(ahead=3)).about == "暂无窗口办理"
