"""The texts of the clips, and how what a recogniser wrote is read; what needs no engine."""

from __future__ import annotations

import re

import pytest

from branch.commands.voice_packs import wanted
from branch.voice import phrases
from branch.voice.build import spoken_texts as texts
from branch.voice.build.measure import understood, written
from tests.harness.branch import sample_config


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_pack_has_every_clip_that_a_call_of_the_branch_can_need(language: str) -> None:
    clips = dict(wanted(sample_config(), language))
    for number, counter in (("A001", 1), ("V999", 4), ("C110", 20)):
        for one in ("yi", "yao"):
            for part in phrases.call(language, number, counter, one):
                assert any(name in clips for name in part.names)
    assert {f"{language}/prompt/{name}" for name in texts.prompts()} <= set(clips)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_line_of_a_clip_is_known_by_its_name(language: str) -> None:
    for name, line in wanted(sample_config(), language):
        assert texts.line_of(name) == line
    assert texts.line_of("zh/prompt/none") is None
    assert texts.line_of("fr/number/001") is None


def test_the_parts_of_a_mandarin_call_are_said_within_a_whole_one() -> None:
    for part in phrases.call("zh", "A035", 3):
        line = texts.line_of(part.names[0])
        assert line is not None
        said = f"{line.before}{line.text}{line.after}"
        assert re.fullmatch("各位顾客您好[，。]请，?[AB]。[零一二三四五六七八九]{3}号，到三号窗口。", said)


def test_numbers_are_said_as_people_say_them() -> None:
    assert [texts.chinese(n) for n in (1, 10, 12, 20, 35)] == ["一", "十", "十二", "二十", "三十五"]
    assert [texts.english(n) for n in (3, 12, 15, 18, 20, 35)] == [
        "three", "twelve", "fifteen", "eighteen", "twenty", "thirty five",
    ]  # fmt: skip
    assert dict(wanted(sample_config(), "zh"))["zh/yao/110"].text == "幺幺零号，"


@pytest.mark.parametrize(
    ("language", "text", "figures", "counter"),
    [
        ("zh", "请A零三五号到三号窗口。", "035", 3),
        ("zh", "請A035號,到12號窗口", "035", 12),
        ("zh", "请A零三五号到十二号窗口", "035", 12),
        ("zh", "请A零三号到二十号窗口", "03", 20),
        ("zh", "清雷零二三號 刀一號傳口", "023", 1),
        ("zh", "请B二四起号到十六号窗口。", "247", 16),
        ("zh", "请V零八以后到时期号传口", "081", 17),
        ("zh", "倾子 二腰繩號 到六號船口", "", None),
        ("zh", "清零零百二號 刀三號傳口", "2", 3),
        ("zh", "谢谢观看", "", None),
        ("en", "Ticket A zero three five, please go to counter three.", "035", 3),
        ("en", "Ticket A, 0-3-5. Please go to counter 12.", "035", 12),
        ("en", "Ticket A zero four, please go to counter twenty.", "04", 20),
        ("en", "Thank you.", "", None),
    ],
)
def test_what_was_heard_is_read_strictly(language: str, text: str, figures: str, counter: int | None) -> None:
    assert understood(text, language)[1:] == (figures, counter)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_call_as_it_is_written_is_read_as_that_call(language: str) -> None:
    letters, figures, counter = understood(written(language, "V", "170", 20), language)
    assert (letters[-1], figures, counter) == ("V", "170", 20)
