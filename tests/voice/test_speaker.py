"""What is played for what is said, with a player that records."""

from __future__ import annotations

from datetime import time

import pytest

from branch.contract.branch_info import BranchInfo, VoiceInfo
from branch.voice import phrases
from branch.voice.announcer import Announcement
from branch.voice.phrases import VoiceSettings
from branch.voice.sound_file import chime
from branch.voice.speaker import ClipSpeaker
from tests.voice.recording import RecordingPlayer, Tones


def speaker(player: RecordingPlayer, clips: Tones) -> ClipSpeaker:
    return ClipSpeaker(clips, player, hop=lambda call: call())


def a_call(number: str = "A035", counter: int = 3) -> Announcement:
    return Announcement(number, tuple(phrases.call(code, number, counter) for code in ("zh", "en")))


def test_a_call_is_a_chime_and_a_sentence_in_each_language() -> None:
    player, clips = RecordingPlayer(), Tones()
    speaking = speaker(player, clips)
    speaking.say(a_call())
    assert speaking.speaking
    (sound, percent), *_ = player.played
    parts = ("prefix/A", "number/035", "counter/3")
    assert clips.heard(sound) == ["chime", *(f"zh/{p}" for p in parts), *(f"en/{p}" for p in parts)]
    assert percent == 100
    player.finish()
    assert [speaking.speaking, speaking.state] == [False, "ready"]


def test_the_next_waits_until_the_first_is_over() -> None:
    player, clips = RecordingPlayer(), Tones()
    speaking = speaker(player, clips)
    for number in ("A001", "A002"):
        speaking.say(a_call(number))
    assert len(player.played) == 1
    player.finish()
    assert "zh/number/002" in clips.heard(player.played[1][0])


def test_half_a_sentence_is_never_said() -> None:
    player, clips = RecordingPlayer(), Tones(missing=["zh/prefix/A", "chime"])
    speaking = speaker(player, clips)
    heard = clips.heard(speaking.sound(a_call(), chimes=False))
    assert not [name for name in heard if name.startswith("zh")]
    assert "en/counter/3" in heard
    nothing = Announcement("x", (phrases.call("zh", "A035", 3),), chime=True)
    assert speaking.sound(nothing, chimes=False).ms >= chime().ms, "a call is a chime at least"


@pytest.mark.parametrize(
    ("number", "counter", "missing", "said"),
    [
        ("A035", 31, ["counter/31"], ["prefix/A", "number/035", "counter/board"]),
        ("VA035", 3, ["prefix/VA"], ["prefix/V", "letter/A", "number/035", "counter/3"]),
        ("A1035", 3, ["number/1035", "yao/1035"], ["prefix/A", "figure/yao", "number/035", "counter/3"]),
        ("A70", 3, ["number/70"], ["prefix/A", "figure/7", "number/0", "counter/3"]),
        ("A101", 3, ["yao/101", "yao/01"], ["prefix/A", "number/101", "counter/3"]),
    ],
)
def test_what_no_clip_has_is_put_together(
    number: str, counter: int, missing: list[str], said: list[str]
) -> None:
    clips = Tones(missing=[f"zh/{name}" for name in missing])
    call = Announcement(number, (phrases.call("zh", number, counter, "yao"),), chime=False)
    sound = speaker(RecordingPlayer(), clips).sound(call, chimes=False)
    assert clips.heard(sound) == [f"zh/{name}" for name in said]


def test_a_number_of_figures_alone_is_said_figure_by_figure() -> None:
    whole = [f"zh/{kind}/{n}" for n in ("1203", "203", "03") for kind in ("number", "yao")]
    clips = Tones(missing=whole)
    call = Announcement("A1203", (phrases.yours("zh", "A1203", "yao"),))
    heard = clips.heard(speaker(RecordingPlayer(), clips).sound(call, chimes=False))
    assert heard == ["zh/yours/A", "zh/figure/yao", "zh/figure/2", "zh/figure/0", "zh/number/3"]


def test_without_a_device_it_is_silent_and_goes_on() -> None:
    player, clips = RecordingPlayer(present=False), Tones()
    speaking = speaker(player, clips)
    speaking.say(a_call())
    assert (speaking.state, speaking.speaking, player.played) == ("silent", False, [])
    player.present = True
    speaking.probe()
    assert speaking.state == "ready"


def test_a_prompt_takes_the_place_of_the_one_before() -> None:
    player, clips = RecordingPlayer(), Tones()
    speaking = speaker(player, clips)
    speaking.prompt("choose-service", "zh")
    speaking.prompt("take-your-ticket", "zh")
    assert [clips.heard(sound) for sound, _ in player.played] == [
        ["zh/prompt/choose-service"],
        ["zh/prompt/take-your-ticket"],
    ]
    player.finish()
    assert not speaking.speaking


def test_numbers_are_split_where_their_figures_begin() -> None:
    assert [phrases.split(n) for n in ("A035", "VA1000", "7", "A")] == [
        ("A", "035"),
        ("VA", "1000"),
        ("", "7"),
        ("A", ""),
    ]


def settings_of(branch: dict[str, object]) -> VoiceSettings:
    return VoiceSettings.of_branch(BranchInfo.from_json(branch))


def test_one_is_read_as_the_branch_wishes() -> None:
    assert phrases.call("zh", "A110", 1, "yao")[1].names == ("zh/yao/110", "zh/number/110")
    assert phrases.call("zh", "A110", 1, "yi")[1].names == ("zh/number/110",)


@pytest.mark.parametrize(
    ("order", "ticket", "spoken"),
    [
        ("listed", "en", ("zh", "en")),
        ("ticket", "en", ("en", "zh")),
        ("ticket-only", "en", ("en",)),
        ("ticket-only", "fr", ("zh", "en")),
        ("ticket", None, ("zh", "en")),
    ],
)
def test_the_languages_of_a_call(order: str, ticket: str | None, spoken: tuple[str, ...]) -> None:
    settings = settings_of({"voice": {"languages": ["zh", "en"], "order": order}})
    assert settings.languages_for(ticket) == spoken


def test_volume_and_quiet_hours_by_the_time_of_day() -> None:
    volume = [{"from": "08:00", "percent": 80}, {"from": "12:00", "percent": 40}]
    quiet = [["12:00", "13:30"], ["22:00", "07:00"], ["18:00", "24:00"]]
    settings = settings_of({"voice": {"volume": volume, "quiet": quiet}})
    assert [settings.percent_at(time(h)) for h in (8, 11, 12, 23, 7)] == [80, 80, 40, 40, 40]
    assert [settings.quiet_at(time(h, 15)) for h in (11, 12, 13, 14, 19, 23, 3, 7)] == [
        False, True, True, False, True, True, True, False,
    ]  # fmt: skip


def test_a_branch_that_says_nothing_of_the_voice_has_the_defaults() -> None:
    settings = settings_of({"languages": ["en"]})
    assert (settings.voice, settings.languages) == (VoiceInfo(), ("en",))
    assert settings.percent_at(time(9)) == 100
