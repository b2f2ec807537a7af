"""Elderly mode speaks: through the real announcer, into a player that keeps what it is given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from branch.domain.errors import refusal
from branch.qt.speech import Speech
from branch.voice.pack import Library
from kiosk.prompts import SAID, WITH_NUMBER
from tests.kiosk.conftest import Show
from tests.kiosk.stage import Screen, until
from tests.running import RunningService
from tests.voice.recording import RecordingPlayer, Tones


class Heard:
    """A kiosk with a loudspeaker, and what came out of it."""

    def __init__(self, screen: Screen, player: RecordingPlayer, tones: Tones) -> None:
        self.screen, self._player, self._tones = screen, player, tones

    @property
    def clips(self) -> list[str]:
        """All clips so far, in order."""
        return [clip for sound, _ in self._player.played for clip in self._tones.heard(sound)]

    def next(self, *clips: str) -> None:
        """Until exactly these have been said since the last time."""
        until(lambda: self.clips == list(clips), f"{clips}")
        self._player.played.clear()


@pytest.fixture
def heard(qapp: QGuiApplication, service: RunningService, show: Show) -> Iterator[Heard]:
    """A kiosk that speaks."""
    player, tones = RecordingPlayer(at_once=True), Tones()
    speech = Speech(player, Library([tones]))
    screen = show(service, voice=speech)
    screen.at_home()
    yield Heard(screen, player, tones)
    speech.close()


def test_every_prompt_is_one_that_there_is() -> None:
    import tomllib

    import assets

    known = tomllib.loads((assets.ROOT / "voices" / "prompts.toml").read_text(encoding="utf-8"))
    for name in {*SAID.values(), *WITH_NUMBER.values(), "printing"}:
        assert {"zh", "en"} <= known[name].keys(), name


def test_it_leads_from_the_choice_to_the_seat(heard: Heard) -> None:
    heard.screen.tap("toggleElderly")
    heard.next("zh/prompt/choose-service")
    heard.screen.tap("service-A")
    heard.screen.wait("thanksNumber", "A001")
    heard.next("zh/yours/A", "zh/number/001", "zh/prompt/have-a-seat")


def test_it_speaks_the_language_of_the_screen(heard: Heard) -> None:
    heard.screen.tap("language-en")
    heard.screen.tap("toggleElderly")
    heard.next("en/prompt/choose-service")
    heard.screen.tap("language-zh")
    heard.next("zh/prompt/choose-service")
    heard.screen.tap("appointmentCard")
    heard.next("zh/prompt/enter-booking-code")
    heard.screen.kiosk.visit._refused(refusal("quota-reached", ""))
    heard.next("zh/prompt/ask-our-staff")


def test_nobody_else_is_spoken_to(heard: Heard) -> None:
    heard.screen.tap("service-A")
    heard.screen.tap("thanksHome")
    heard.screen.at_home()
    heard.screen.tap("toggleElderly")
    heard.next("zh/prompt/choose-service")
    heard.screen.tap("service-A")
    heard.screen.wait("thanksNumber", "A002")
    heard.next("zh/yours/A", "zh/number/002", "zh/prompt/have-a-seat")
    heard.screen.tap("thanksHome")
    heard.screen.at_home()
    assert heard.clips == [], "the next customer has asked for nothing"


def test_without_a_sound_device_all_goes_on(service: RunningService, show: Show) -> None:
    speech = Speech(RecordingPlayer(present=False), Library([Tones()]))
    screen = show(service, voice=speech)
    screen.at_home()
    screen.tap("toggleElderly")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    assert speech.state == "silent"
    speech.close()
