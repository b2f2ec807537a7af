"""Elderly mode speaks: through the real announcer, into a player that keeps what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from branch.contract.refusals import Refusal
from branch.qt.speech import ATTENTION, Speech
from branch.voice.voice_pack import Library
from kiosk.assist.spoken_guide import prompts
from kiosk.shell.kiosk_app import ASK_BEFORE_MS, IDLE_MS
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.harness.window import timer
from tests.kiosk.branches import with_groups
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen
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
        until(lambda: self.clips == list(clips), lambda: f"{clips} but {self.clips}")
        self._player.played.clear()

    def last(self, clip: str) -> None:
        """Until that is what was said last."""
        until(lambda: self.clips[-1:] == [clip], lambda: f"{clip} but {self.clips}")
        self._player.played.clear()


WithVoice = Callable[[RunningService], Heard]
NEEDED = 'documents = { zh = ["本人身份证"], en = ["Your ID card"] }'


@pytest.fixture
def with_voice(qapp: QGuiApplication, show: Show) -> Iterator[WithVoice]:
    """Shows a kiosk that speaks."""
    player, tones = RecordingPlayer(at_once=True), Tones()
    speech = Speech(player, Library([tones]))

    def begin(service: RunningService) -> Heard:
        screen = show(service, voice=speech)
        screen.at_home()
        return Heard(screen, player, tones)

    yield begin
    speech.close()


@pytest.fixture
def heard(service: RunningService, with_voice: WithVoice) -> Heard:
    """The sample's kiosk, which speaks."""
    return with_voice(service)


def test_every_prompt_is_one_that_there_is() -> None:
    import tomllib

    import assets

    known = tomllib.loads((assets.ROOT / "voices" / "prompts.toml").read_text(encoding="utf-8"))
    for name in {*prompts(), ATTENTION}:
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
    heard.screen.kiosk.visit.refuse(Refusal("quota-reached", ""))
    heard.next("zh/prompt/ask-our-staff")


def test_it_leads_to_an_appointment_by_phone_number(heard: Heard, service: RunningService) -> None:
    with asking(service, "integration") as api:
        api.book("B", "2026-11-21T09:45:00+08:00", phone="13800138000")
    heard.screen.tap("toggleElderly")
    heard.next("zh/prompt/choose-service")
    heard.screen.tap("appointmentCard")
    heard.next("zh/prompt/enter-booking-code")
    heard.screen.tap("byPhone")
    heard.next("zh/prompt/enter-phone-number")
    for digit in "13800138000":
        heard.screen.tap(f"digit-{digit}")
    heard.screen.tap("appointmentConfirm")
    heard.next("zh/prompt/choose-appointment")
    heard.screen.tap("found-09:45")
    heard.next("zh/yours/B", "zh/number/001", "zh/prompt/have-a-seat")


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


def test_every_step_has_its_words(start: Start, with_voice: WithVoice) -> None:
    service = start(edit=lambda text: with_groups(text).replace('id = "A"', 'id = "A"\n' + NEEDED))
    open_counters(service, 2)
    heard = with_voice(service)
    heard.screen.tap("toggleElderly")
    heard.next("zh/prompt/choose-service")
    heard.screen.tap("allServices")
    heard.next("zh/prompt/choose-service")
    heard.screen.tap("group-personal")
    heard.next("zh/prompt/choose-service")
    heard.screen.tap("service-A")
    heard.next("zh/prompt/read-notice")
    heard.screen.tap("briefConfirm")
    heard.next("zh/yours/A", "zh/number/001", "zh/prompt/have-a-seat")


def test_whoever_stands_there_for_long_is_asked(heard: Heard) -> None:
    heard.screen.tap("toggleElderly")
    heard.next("zh/prompt/choose-service")
    still_there = timer(heard.screen.kiosk, "still there?")
    assert still_there.interval() == 2 * IDLE_MS - ASK_BEFORE_MS
    still_there.timeout.emit()
    heard.next("zh/prompt/still-there")
    heard.screen.kiosk.give_up()
    still_there.timeout.emit()
    assert heard.clips == [], "nobody is there any more"


def test_without_the_service_it_sends_to_our_staff(heard: Heard, service: RunningService) -> None:
    heard.screen.tap("toggleElderly")
    heard.next("zh/prompt/choose-service")
    service.stop()
    heard.screen.wait("lostBanner")
    # A service that is about to end may let the kiosk in once more, which then says both once more.
    heard.last("zh/prompt/ask-our-staff")
    service.start()
    heard.screen.gone("lostBanner")
    heard.last("zh/prompt/choose-service")


def test_traditional_chinese_is_spoken_to_as_chinese(heard: Heard) -> None:
    heard.screen.kiosk.languages.use("zh-TW")
    heard.screen.tap("toggleElderly")
    heard.next("zh/prompt/choose-service")


def test_without_a_sound_device_all_goes_on(service: RunningService, show: Show) -> None:
    speech = Speech(RecordingPlayer(present=False), Library([Tones()]))
    screen = show(service, voice=speech)
    screen.at_home()
    screen.tap("toggleElderly")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    assert speech.state == "silent"
    speech.close()


def test_with_the_packs_that_come_along_it_is_heard(service: RunningService, show: Show) -> None:
    player = RecordingPlayer(at_once=True)
    speech = Speech(player)
    screen = show(service, voice=speech)
    screen.at_home()
    screen.tap("toggleElderly")
    until(lambda: [sound.ms > 1500 for sound, _ in player.played] == [True], "the choice is asked for")
    speech.close()
