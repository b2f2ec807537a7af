"""What the manager tells the hall, at the kiosk: a line that covers nothing, an emergency that covers all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from branch.qt.speech import Speech
from branch.voice.voice_pack import Library
from kiosk.staff.staff_menu import TAPS
from tests.devices.scanners.playing import type_keys
from tests.harness.branch import RunningService
from tests.harness.hall import asking
from tests.harness.waiting import until
from tests.harness.window import timer
from tests.kiosk.conftest import Show
from tests.kiosk.stage import Screen
from tests.kiosk.test_everyone_can_use_it import check
from tests.voice.recording import RecordingPlayer, Tones

FIRE = {
    "zh": "请立即从最近的出口有序离开大厅，不要使用电梯",
    "en": "Please leave by the nearest exit. Do not use the lift.",
}
HOUR = {"zh": "今日 15:00 起系统维护，暂停理财业务", "en": "Wealth management pauses at 15:00 today"}
USUAL = "查余额、打流水、改限额可在智能柜台自助办理"
ATTENTION = ("zh/prompt/attention", "en/prompt/attention")

Tell = Callable[..., str]


def says(screen: Screen, name: str, text: str) -> None:
    """Until that is what it says, line breaks that are forbidden left out."""
    until(lambda: screen.has(name) and screen.text(name).replace("\u2060", "") == text, f"{name}: {text}")


@pytest.fixture
def tell(service: RunningService) -> Iterator[Tell]:
    """The manager tells something (`tell(text=..., level=...)`) or ends it (`tell("/ID/end")`)."""
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {service.tokens['manager']}"

        def post(path: str = "", **body: Any) -> str:
            answer = session.post(f"{service.url}/v1/notices{path}", json=body or None, timeout=5)
            assert answer.status_code < 300, answer.text
            return str(answer.json()["id"])

        yield post


def test_the_line_stands_in_the_branchs_own_place_and_covers_nothing(screen: Screen, tell: Tell) -> None:
    assert screen.text("notice") == USUAL
    notice = tell(text=HOUR)
    says(screen, "notice", HOUR["zh"])
    screen.tap("language-en")
    says(screen, "notice", HOUR["en"])
    for toggle in ("Large", "Reach", "Priority"):
        screen.tap(f"toggle{toggle}")
        name = (
            "pageText" if toggle == "Large" else "notice"
        )  # large type leaves no room for a line of its own
        says(screen, name, HOUR["zh" if toggle != "Large" else "en"])
        check(screen)
        assert screen.cut() == []
        screen.tap(f"toggle{toggle}")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    screen.tap("thanksHome")
    screen.at_home()
    tell(f"/{notice}/end")
    screen.wait("notice", USUAL)


def test_a_long_line_stays_slim_and_is_told_in_turns(screen: Screen, tell: Tell) -> None:
    tell(text={"zh": "系统维护，" * 40, "en": "The system is being looked after. " * 12})
    until(lambda: "系统维护" in screen.text("notice"))
    for toggle, name in (
        ("Large", "notice"),
        ("Large", "pageText"),
        ("Reach", "notice"),
        ("Reach", "notice"),
    ):
        check(screen)
        assert screen.find(name).height() < 0.08 * screen.window.height()
        screen.tap(f"toggle{toggle}")
    pieces = screen.kiosk.notices.pieces()
    assert "".join(pieces) == "系统维护，" * 40
    assert len(pieces) > 4


def test_several_take_turns(screen: Screen, tell: Tell) -> None:
    tell(text={"zh": "甲"})
    tell(text={"zh": "乙"})
    screen.wait("notice")
    seen = set()
    screen.kiosk.link.paced = lambda ms: min(ms, 50)  # type: ignore[method-assign]
    timer(screen.kiosk, "notices").start(20)

    def both() -> bool:
        seen.add(screen.text("notice"))
        return seen >= {"甲", "乙"}

    until(both)


def test_an_emergency_takes_the_screen_until_it_is_lifted(
    shielded: Screen, service: RunningService, tell: Tell
) -> None:
    place = shielded.place("service-A")
    notice = tell(text=FIRE, level="emergency")
    says(shielded, "emergencyText", FIRE["zh"])
    says(shielded, "emergencyOthers", FIRE["en"])
    assert shielded.cut() == []
    check(shielded)
    shielded.drum(place, 5)
    with asking(service, "kiosk") as api:
        type_keys(shielded.window, api.issue("B")["url"])
    tell(f"/{notice}/end")
    shielded.gone("emergencyScreen")
    shielded.at_home()
    shielded.tap("service-A")
    shielded.wait("thanksNumber", "A001")


def test_one_language_is_said_to_everybody(screen: Screen, tell: Tell) -> None:
    screen.tap("language-en")
    tell(text={"zh": FIRE["zh"]}, level="emergency")
    says(screen, "emergencyText", FIRE["zh"])
    assert not screen.has("emergencyOthers")


def test_it_stands_over_a_ticket_and_a_closed_kiosk_but_lets_staff_in(screen: Screen, tell: Tell) -> None:
    screen.tap("service-A")
    screen.wait("thanksScreen")
    tell(text=FIRE, level="emergency")
    screen.wait("emergencyScreen")
    close_for_today(screen)
    screen.wait("shutScreen")
    screen.wait("emergencyScreen")
    screen.drum(QPoint(40, 40), TAPS)
    screen.wait("staffScreen")
    assert not screen.has("emergencyScreen")
    screen.tap("staffBack")
    screen.wait("emergencyScreen")
    close_for_today(screen)  # and open again


def close_for_today(screen: Screen) -> None:
    """What staff do in their menu."""
    screen.kiosk.staff.enter("menu")
    screen.kiosk.staff.closeToday()
    screen.kiosk.staff.leave()


def in_minutes(screen: Screen, minutes: float) -> str:
    """That time by the service's clock."""
    now = datetime.fromtimestamp(screen.kiosk.link.now() / 1000).astimezone()
    return (now + timedelta(minutes=minutes)).isoformat()


def test_without_the_service_the_last_known_hold_and_run_out(
    screen: Screen, service: RunningService, tell: Tell
) -> None:
    tell(text=FIRE, level="emergency", until=in_minutes(screen, 5))
    tell(text=HOUR, until=in_minutes(screen, 30))
    screen.wait("emergencyScreen")
    service.stop()
    until(lambda: not screen.kiosk.link.live)
    assert screen.has("emergencyScreen")
    now = screen.kiosk.link.now() + 6 * 60_000
    screen.kiosk.link.now = lambda: now  # type: ignore[method-assign]
    screen.gone("emergencyScreen")
    says(screen, "notice", HOUR["zh"])
    later = now + 30 * 60_000
    screen.kiosk.link.now = lambda: later  # type: ignore[method-assign]
    screen.wait("notice", USUAL)


def test_one_for_later_begins_in_time(screen: Screen, tell: Tell) -> None:
    tell(text=HOUR, **{"from": in_minutes(screen, 10)})
    until(lambda: bool(screen.kiosk.link.view.notices))
    assert screen.text("notice") == USUAL
    later = screen.kiosk.link.now() + 11 * 60_000
    screen.kiosk.link.now = lambda: later  # type: ignore[method-assign]
    says(screen, "notice", HOUR["zh"])


def test_slides_show_the_line_and_give_way_to_an_emergency(
    service: RunningService, show: Show, tell: Tell, tmp_path: Path
) -> None:
    slides = tmp_path / "slides"
    slides.mkdir()
    Image.new("RGB", (108, 162), "#13212F").save(slides / "slide.png")
    screen = show(service, slides=slides)
    screen.at_home()
    screen.kiosk.screensaver.rest()
    screen.wait("idleNotice", USUAL)
    tell(text=HOUR)
    says(screen, "idleNotice", HOUR["zh"])
    tell(text=FIRE, level="emergency")
    screen.wait("emergencyScreen")


def test_a_voice_has_everybody_look_once_and_nothing_is_said_over_it(
    qapp: QGuiApplication, service: RunningService, show: Show, tell: Tell
) -> None:
    player, tones = RecordingPlayer(at_once=True), Tones()
    speech = Speech(player, Library([tones]))
    screen = show(service, voice=speech)
    screen.at_home()

    def clips() -> list[str]:
        return [clip for sound, _ in player.played for clip in tones.heard(sound)]

    speech.use(screen.kiosk.link.branch)
    notice = tell(text=FIRE, level="emergency")
    until(lambda: clips()[-4:] == [*ATTENTION, *ATTENTION], "said twice, in both languages")
    said = len(player.played)
    screen.kiosk.accessibility.toggleElderly()
    tell(text=HOUR)
    until(lambda: str(screen.kiosk.notices.line) != "")
    assert len(player.played) == said
    tell(f"/{notice}/end")
    until(lambda: clips()[-1] == "zh/prompt/choose-service")
    speech.close()
