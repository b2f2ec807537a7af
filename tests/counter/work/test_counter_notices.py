"""What the manager tells the hall, at the counter: a slim line, an emergency in full, and no button moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from branch.contract.times import to_text
from tests.counter.desks import Desk
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.timing import HandTime
from tests.harness.waiting import until

FRAUD = {"zh": "谨防电信诈骗", "en": "Beware of phone fraud"}
LEAVE = {"zh": "请立即离开大厅", "en": "Please leave the hall at once"}


def places(desk: Desk) -> list[QRectF]:
    """Where every button is."""
    names = ("primary", "recall", "transfer", "park", "missed", "callChosen", "pause", "signOut")
    items = [desk.find(f"{name}Button") for name in names]
    desk.settle()
    return [item.mapRectToScene(item.boundingRect()) for item in items]


def test_a_notice_is_a_line_until_it_ends(desk: Desk, hall: Hall) -> None:
    assert not desk.has("noticeLine")
    before = places(desk)
    posted = hall.tells(FRAUD)
    desk.wait("noticeLine", FRAUD["en"])
    assert places(desk) == before
    desk.languages.use("zh")
    desk.wait("noticeLine", FRAUD["zh"])
    hall.ends(posted)
    desk.gone("noticeLine")


def test_several_take_turns(hand: HandTime, desk: Desk, hall: Hall) -> None:
    for text in (FRAUD, {"en": "We close early today"}):
        hall.tells(text)
    seen = set()

    def both() -> bool:
        seen.add(desk.text("noticeLine"))
        hand.pass_seconds(1)
        return seen >= {FRAUD["en"], "We close early today"}

    until(both)


def test_it_runs_out_without_a_line(hand: HandTime, desk: Desk, hall: Hall, clock: HandClock) -> None:
    until_at = to_text(clock.now() + 60_000)
    hall.tells(FRAUD, until=until_at)
    desk.wait("noticeLine")
    hall.service.stop()
    desk.wait("staleBanner")
    hand.pass_seconds(59)
    assert desk.has("noticeLine")
    hand.pass_seconds(2)
    desk.gone("noticeLine")
    hall.service.start()


@pytest.mark.parametrize("wide", [False, True])
def test_an_emergency_is_seen_whatever_is_open_and_moves_no_button(
    desk: Desk, hall: Hall, wide: bool
) -> None:
    if wide:
        desk.resize(1000, 720)
    before = places(desk)
    desk.click("pauseButton")
    desk.wait("pausePanel")
    hall.tells(LEAVE, level="emergency")
    desk.wait("emergencyText", LEAVE["en"])
    assert places(desk) == before
    band, panel = desk.find("emergencyBand"), desk.find("pausePanel")
    desk.settle()
    bottom = band.mapRectToScene(band.boundingRect()).bottom()
    assert panel.mapRectToScene(panel.boundingRect()).top() >= bottom
    assert desk.cut() == []
    desk.languages.use("zh")
    desk.wait("emergencyText", LEAVE["zh"])


def test_the_strip_tells_an_emergency_too(desk: Desk, hall: Hall) -> None:
    desk.key("Ctrl+D")
    desk.wait("stripScreen")
    hall.tells(LEAVE, level="emergency")
    desk.wait("stripLine", LEAVE["en"])
