"""The board speaks: every call once, in order, late ones not; and staff know when nothing is heard."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from branch.client.local_store import config_folder
from branch.qt.speech import Speech
from branch.voice.synth import Live
from branch.voice.voice_pack import Clips, Library
from display import board_voice as voices
from display.board_voice import BoardVoice
from tests.client.proxy import proxy
from tests.display.shown import Shown, branch_config, shown_board
from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until
from tests.voice.recording import RecordingPlayer, Tones, Wavs


class Spoken:
    """What a board has said."""

    def __init__(
        self, shown: Shown, *, at_once: bool = True, present: bool = True, live: Live | None = None
    ) -> None:
        self._heard: list[list[str]] = []
        self.player = RecordingPlayer(present=present, at_once=at_once)
        self.clips = Tones()
        places: list[Clips] = [self.clips] if live is None else [self.clips, live]
        self.speech = Speech(self.player, Library(places), live=live)
        self.voice = BoardVoice(shown.link, shown.board, self.speech, shown.clock.at)
        shown.window.setProperty("speech", self.speech)

    @property
    def calls(self) -> list[tuple[str, int]]:
        """Figures and counter of each call, as they were heard in Mandarin."""
        for sound, _ in self.player.played[len(self._heard) :]:
            names = [name for name in self.clips.heard(sound) if name.startswith("zh/")]
            self._heard.append([name.rpartition("/")[2] for name in names])
        return [(heard[0] + heard[1], int(heard[2])) for heard in self._heard if len(heard) == 3]


@contextmanager
def speaking(
    shown: Shown, *, at_once: bool = True, present: bool = True, live: Live | None = None
) -> Iterator[Spoken]:
    spoken = Spoken(shown, at_once=at_once, present=present, live=live)
    try:
        yield spoken
    finally:
        shown.window.setProperty("speech", None)
        spoken.voice.stop()


def read_kept(name: str) -> str:
    """What a file in the settings folder holds, empty if there is none."""
    path = config_folder() / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def alerts(hall: Hall) -> list[str]:
    return [alert["kind"] for alert in hall.desk.snapshot()["hall"]["alerts"]]


def test_a_call_and_its_recall_are_spoken(hall: Hall, shown: Shown) -> None:
    with speaking(shown, at_once=False) as spoken:
        (number,) = hall.take("A")
        hall.call(3)
        until(lambda: spoken.calls == [(number, 3)])
        assert spoken.speech.speaking, "media is mute now"
        spoken.player.finish()
        until(lambda: not spoken.speech.speaking)
        hall.desk.recall(3)
        until(lambda: spoken.calls == [(number, 3)] * 2)
        spoken.player.finish()


def test_a_storm_from_twenty_counters_is_spoken_call_by_call(tmp_path: Path, qapp: QGuiApplication) -> None:
    with running_service(tmp_path / "data", branch_config(counters=20), HandClock()) as service:
        hall = Hall(service)
        hall.open(*range(1, 21))
        with (
            shown_board(service.url, service.tokens["display"], pace=0.002) as shown,
            speaking(shown) as spoken,
        ):
            until(lambda: shown.link.live)
            hall.take(*["A"] * 500)
            called = []
            for n in range(500):
                counter = n % 20 + 1
                called.append((hall.call(counter)[0], counter))
                hall.finish(counter)
            until(lambda: len(spoken.calls) >= 500, seconds=60)
            assert spoken.calls == called
            assert [(number, counter) for number, counter, _ in shown.announced] == called
        hall.close()


def test_cuts_at_any_moment_make_nothing_be_said_twice_or_never(hall: Hall) -> None:
    dice = random.Random(4)
    with (
        proxy(hall.service.url, lambda: dice.choice((400, 1500, 4000, None))) as line,
        shown_board(line.url, hall.service.tokens["display"], heartbeat=0.5, pace=0.02) as shown,
        speaking(shown) as spoken,
    ):
        until(lambda: shown.link.known)
        hall.take(*["A"] * 40)
        called = []
        for n in range(40):
            counter = n % 8 + 1
            called.append((hall.call(counter)[0], counter))
            if dice.random() < 0.3:
                line.cut_all()
            heard = len(called)
            until(lambda heard=heard: len(spoken.calls) >= heard)  # type: ignore[misc]
            hall.finish(counter)
        assert line.cuts > 5
        assert spoken.calls == called


def test_what_is_heard_of_late_is_shown_but_not_spoken(
    hall: Hall, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speaking(shown) as spoken:
        monkeypatch.setattr(voices, "LATE_S", -1.0)  # everything is older than that
        hall.take("A", "A")
        late = hall.call(1)
        until(lambda: [number for number, _, _ in shown.announced] == late)
        monkeypatch.setattr(voices, "LATE_S", 20.0)
        (soon,) = hall.call(2)
        until(lambda: spoken.calls == [(soon, 2)])


def test_an_emergency_is_spoken_twice_and_before_those_who_wait(hall: Hall, shown: Shown) -> None:
    with speaking(shown, at_once=False) as spoken:
        hall.take("A", "A")
        first, second = hall.call(1)[0], hall.call(2)[0]
        until(lambda: spoken.calls == [(first, 1)] and spoken.speech.waiting == 1)
        hall.tells({"zh": "请立即离开", "en": "Please leave"}, level="emergency")
        until(lambda: spoken.speech.waiting == 2)
        for played in (2, 3, 4):
            spoken.player.finish()
            until(lambda played=played: len(spoken.player.played) == played)  # type: ignore[misc]  # bound now
        heard = [spoken.clips.heard(sound) for sound, _ in spoken.player.played]
        assert ["zh/prompt/attention" in names for names in heard] == [False, True, True, False]
        assert f"zh/number/{second[1:]}" in heard[3]
        spoken.player.finish()


def test_where_the_engine_is_what_is_written_of_an_emergency_is_spoken(
    hall: Hall, shown: Shown, tmp_path: Path
) -> None:
    said: list[str] = []
    with speaking(shown, live=Live(tmp_path, lambda: Wavs(said))) as spoken:
        hall.tells({"zh": "请立即离开！", "en": "Please leave."}, level="emergency")
        until(lambda: len(spoken.player.played) == 3)
        heard = [spoken.clips.heard(sound) for sound, _ in spoken.player.played]
        assert heard == [["chime", "zh/prompt/attention", "en/prompt/attention"], ["chime"], []]
        assert said == ["请立即离开！", "Please leave."]
        lengths = [sound.ms for sound, _ in spoken.player.played]
        assert lengths[1] > lengths[2] > 500, "two sentences with a breath between them, and again"


def test_what_cannot_be_spoken_of_an_emergency_is_on_the_board(
    hall: Hall, shown: Shown, tmp_path: Path
) -> None:
    with speaking(shown, live=Live(tmp_path, lambda: Wavs([]))) as spoken:
        hall.tells({"zh": "请立即离开！"}, level="emergency")
        until(lambda: len(spoken.player.played) == 3)
        heard = [spoken.clips.heard(sound) for sound, _ in spoken.player.played]
        assert heard[1:] == [["chime", "en/prompt/attention"], ["en/prompt/attention"]]


def test_an_emergency_that_is_over_is_not_spoken_any_more(hall: Hall, shown: Shown, tmp_path: Path) -> None:
    said, go_on = list[str](), threading.Event()

    def slow() -> Wavs:
        assert go_on.wait(30)
        return Wavs(said)

    with speaking(shown, live=Live(tmp_path, slow)) as spoken:
        notice = hall.tells({"en": "Please leave."}, level="emergency")
        until(lambda: len(spoken.player.played) == 1)
        hall.ends(notice)
        until(lambda: not shown.has("emergencyScreen"))
        go_on.set()
        until(lambda: said == ["Please leave."])
        hall.take("A")
        hall.call(1)
        until(lambda: len(spoken.calls) == 1)
        assert len(spoken.player.played) == 2


def test_in_a_day_that_runs_faster_a_call_is_spoken_only_when_there_is_time(
    tmp_path: Path, qapp: QGuiApplication
) -> None:
    with running_service(tmp_path / "data", branch_config(), HandClock(speed=4)) as service:
        hall = Hall(service)
        hall.open(1, 2)
        with (
            shown_board(service.url, service.tokens["display"]) as shown,
            speaking(shown, at_once=False) as spoken,
        ):
            until(lambda: shown.link.live)
            hall.take("A", "A")
            (first,) = hall.call(1)
            until(lambda: spoken.calls == [(first, 1)])
            hall.call(2)
            until(lambda: len(shown.announced) == 2)
            assert spoken.speech.waiting == 0
            spoken.player.finish()
        hall.close()


def test_without_a_device_the_board_shows_it_and_staff_are_told_until_it_is_back(
    hall: Hall, shown: Shown
) -> None:
    with speaking(shown, present=False) as spoken:
        spoken.voice.look()
        until(lambda: alerts(hall) == ["sound"])
        until(lambda: shown.has("soundSign"))
        hall.take("A")
        hall.call(1)
        until(lambda: len(shown.announced) == 1 and not spoken.speech.speaking)
        spoken.player.present = True
        spoken.voice.look()
        until(lambda: alerts(hall) == [])
        until(lambda: not shown.has("soundSign"))


def test_a_board_that_ends_leaves_no_alert_behind(hall: Hall, shown: Shown) -> None:
    with speaking(shown, present=False) as spoken:
        spoken.voice.look()
        until(lambda: "sound" in read_kept("display-alerts.json"))
        assert alerts(hall) == ["sound"]
    assert alerts(hall) == []


@pytest.mark.parametrize(
    ("setting", "spoken_languages"),
    [('order = "ticket-only"', {"en"}), ('quiet = ["09:00-10:00"]', set()), ("speak = false", set())],
)
def test_the_branchs_settings_are_kept(
    tmp_path: Path, qapp: QGuiApplication, setting: str, spoken_languages: set[str]
) -> None:
    key = setting.partition(" = ")[0]
    old = {"order": 'order = "listed"', "quiet": "quiet = []", "speak": "speak = true"}[key]
    with running_service(tmp_path / "data", branch_config({old: setting}), HandClock()) as service:
        hall = Hall(service)
        hall.open(1)
        with shown_board(service.url, service.tokens["display"]) as shown, speaking(shown) as spoken:
            until(lambda: shown.link.live)
            hall.kiosk.issue("A", language="en")
            hall.call(1)
            until(lambda: len(shown.announced) == 1)
            names = [name for sound, _ in spoken.player.played for name in spoken.clips.heard(sound)]
            assert {name[:2] for name in names if name != "chime"} == spoken_languages
        hall.close()


def test_the_morning_test_is_heard_once_a_day_before_opening(
    tmp_path: Path, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRANCHLINE_CONFIG_DIR", str(tmp_path / "settings"))
    clock = HandClock("2026-11-21T08:45:00+08:00")
    with running_service(tmp_path / "data", branch_config(), clock) as service:
        for heard in (1, 0):  # the second time the board was only started again
            with shown_board(service.url, service.tokens["display"]) as shown, speaking(shown) as spoken:
                until(lambda: shown.link.live and spoken.speech.state == "ready")
                spoken.voice.look()
                until(lambda: not spoken.speech.speaking)
                assert len(spoken.player.played) == heard
    assert "2026-11-21" in (tmp_path / "settings" / "display-sound.json").read_text(encoding="utf-8")
