"""What a customer types by pinyin comes out as it was meant."""

from __future__ import annotations

import pytest

import assets
from counter.rating.pinyin import Candidate, candidates
from tools.fonts import CHINESE


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fuwuhenhao", "服务很好"),
        ("dengdetaijiule", "等得太久了"),
        ("xiexie", "谢谢"),
        ("taiduhenhao", "态度很好"),
        ("guiyuan", "柜员"),
        ("yinhang", "银行"),
        ("xian", "先"),
        ("nv", "女"),
        ("FuWu", "服务"),
    ],
)
def test_the_likeliest_is_first_or_near(typed: str, meant: str) -> None:
    offered = [candidate.text for candidate in candidates(typed)]
    assert meant in offered[:3], offered[:6]
    assert Candidate(meant, len(typed)) in candidates(typed)


def test_a_good_service_is_the_very_first() -> None:
    assert candidates("fuwuhenhao")[0] == Candidate("服务很好", 10)


def test_shorter_words_take_only_their_letters() -> None:
    assert Candidate("服务", 4) in candidates("fuwuhenhao")
    assert Candidate("西安", 4) in candidates("xian")


def test_an_unfinished_word_is_offered_whole() -> None:
    assert "服务" in [candidate.text for candidate in candidates("fuw")]


@pytest.mark.parametrize("typed", ["", "v", "iii", "1"])
def test_what_is_no_pinyin_offers_nothing(typed: str) -> None:
    assert candidates(typed) == []


def test_every_word_can_be_drawn_and_the_file_is_small() -> None:
    path = assets.ROOT / "pinyin" / "words.txt"
    drawn = {char for char in path.read_text("utf-8") if not char.isascii()}
    assert {char for char in drawn if ord(char) not in CHINESE} == set()
    assert len(drawn) > 6_700
    assert path.stat().st_size < 1_500_000
