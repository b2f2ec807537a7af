"""What no pack has is made once and kept; texts of the moment are made at once."""

from __future__ import annotations

import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

from branch.voice.build.spoken_texts import readable
from branch.voice.synth import Live, installed
from tests.voice.recording import Wavs


class Making:
    """Live clips, and what the engine has said for them."""

    def __init__(self, folder: Path) -> None:
        self.said: list[str] = []
        self.live = Live(folder, lambda: Wavs(self.said))

    def ask(self, *names: str) -> list[bool]:
        """Whether each is there at once."""
        return [self.live.find(name) is not None for name in names]

    def settled(self) -> None:
        """Until all that was asked for is made: it is made in turn."""
        done = threading.Event()
        self.live.say("zh/text/0", "好", "zh", lambda _: done.set())
        assert done.wait(10)
        self.said.remove("好")


def test_a_missing_clip_is_made_once_and_is_there_the_next_time(tmp_path: Path) -> None:
    first = Making(tmp_path)
    assert first.ask("zh/number/1035") == [False]
    first.ask("zh/number/1035")  # whether it is there yet or not
    first.settled()
    assert first.ask("zh/number/1035") == [True]
    assert first.said == ["一零三五号，"]
    first.live.close()
    second = Making(tmp_path)
    second.ask("zh/number/1035")
    second.settled()
    assert second.ask("zh/number/1035") == [True]
    assert second.said == [], "it was kept"
    second.live.close()


def test_a_kept_clip_that_is_damaged_is_made_again(tmp_path: Path) -> None:
    for _ in range(2):
        making = Making(tmp_path)
        making.ask("en/counter/31")
        making.settled()
        assert making.ask("en/counter/31") == [True]
        assert making.said == ["please go to counter thirty one."]
        making.live.close()
        for file in tmp_path.rglob("*.mp3"):
            file.write_bytes(b"no sound")


def test_what_is_no_sentence_of_ours_is_not_made(tmp_path: Path) -> None:
    making = Making(tmp_path)
    assert making.ask("chime", "zh/number/", "ar/prompt/closed") == [False] * 3
    making.settled()
    assert making.said == []
    making.live.close()
    assert making.ask("zh/number/1035") == [False], "closed, it makes nothing"


@pytest.mark.parametrize(("language", "ok"), [("en", True), ("fr", False)])
def test_a_text_of_the_moment_is_told_of_once_it_can_be_played(
    tmp_path: Path, language: str, ok: bool
) -> None:
    making, told = Making(tmp_path), SimpleQueue[bool]()
    making.live.say("x/text/1", "Leave.", language, told.put)
    assert told.get(timeout=10) is ok
    assert (making.live.find("x/text/1") is not None) is ok
    making.live.close()
    assert list(tmp_path.rglob("*.mp3")) == [], "what is written of the moment is not kept"


@pytest.mark.expects_log
def test_a_failing_engine_is_logged_and_nothing_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Wavs:
        raise RuntimeError("no memory")

    live, told = Live(tmp_path, broken), SimpleQueue[bool]()
    live.say("en/text/1", "Leave.", "en", told.put)
    assert told.get(timeout=10) is False
    assert "no memory" in caplog.text
    live.close()


@pytest.mark.parametrize(
    ("language", "written", "read"),
    [
        ("zh", "火警！请从2号、12号出口离开，拨打119。", "火警，请从二号，十二号出口离开，拨打幺幺九。"),
        (
            "en",
            "Fire! Leave by exit 2 (or 12); call 119.",
            "Fire! Leave by exit two, or twelve, call one one nine.",
        ),
        ("en", "Don’t use the lifts - keep calm", "Don't use the lifts, keep calm"),
    ],
)
def test_what_a_person_wrote_is_made_readable(language: str, written: str, read: str) -> None:
    assert readable(written, language) == read


def test_the_engine_itself_says_what_a_manager_may_write(tmp_path: Path) -> None:
    live = installed(tmp_path)
    if live is None:
        pytest.skip("the extra `voice` is not installed")
    written = {
        "zh": "火警！请立即从2号出口离开。",
        "en": "Fire alarm! Please leave by the exits; the ATMs are closed.",
    }
    told, done = list[bool](), threading.Event()
    for language, text in written.items():
        live.say(f"{language}/text/1", text, language, told.append)
    live.say("en/text/2", "Thank you.", "en", lambda _: done.set())
    assert done.wait(100)
    assert told == [True, True]
    for language in written:
        sound = live.find(f"{language}/text/1")
        assert sound is not None
        assert sound.ms > 1500
    live.close()
