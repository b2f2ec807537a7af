"""The teller's window looks the same whatever the customer has given: in every state, words and picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.counter.pictures import settled
from tests.harness.album import small
from tests.harness.branch import RunningService, running_service
from tests.harness.clocks import OPEN_HOURS, HandClock
from tests.harness.golden import difference
from tests.harness.hall import Hall
from tests.harness.waiting import until
from tests.service.asking import Asker
from tests.service.test_phone import page_of

Looks = dict[str, tuple[list[str], Image.Image]]
"""What is said and shown, by state."""


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    """A branch in which no time goes by, so that only what was given can differ."""
    with running_service(tmp_path / "data", None, HandClock(OPEN_HOURS, 0.0)) as running:
        yield running


def states(desk: Desk, hall: Hall, score: int, by: str) -> Iterator[str]:
    """A morning at the counter with a rating in it; each state is there when its name is given."""
    desk.sign_in()
    number = hall.comes()
    for meaning in ("Call next", "Start service", "Finish and ask for rating"):
        desk.wait("primaryButton", meaning)
        desk.click("primaryButton")
    desk.pad.wait(f"score-{score}")
    if by == "pad":
        desk.pad.click(f"score-{score}")
        yield "a face is chosen"
        desk.pad.click("ratingTag-1")
        desk.pad.click("ratingWrite")
        for key in "haode":
            desk.pad.click(f"key-{key}")
        yield "a sentence is written"
        desk.pad.click("key-done")
        desk.pad.click("ratingSend")
    else:
        asker = Asker(hall.service)
        ticket = hall.visit(number)
        asker.answer(page_of(ticket) + "/rating", {"score": score}, role=None)
        asker.close()
    until(lambda: hall.visit(number)["rating"])
    desk.controller.pad.dismiss()
    until(lambda: len(desk.controller.pad.outbox) == 0)
    desk.controller.work.figures.ask()  # as every minute
    yield "it is taken"
    for name in ("another waits", "called", "serving"):
        if name == "another waits":
            hall.comes()
            until(lambda: desk.controller.work.queue.model.rowCount() == 1)
        else:
            desk.wait("primaryButton", {"called": "Call next", "serving": "Start service"}[name])
            desk.click("primaryButton")
        yield name
    desk.click("parkButton")
    desk.wait("primaryButton", "Call next")
    yield "parked"
    desk.key("F1")
    yield "why next"
    desk.key("F8")
    desk.wait("pausePanel")
    yield "a pause is chosen"
    desk.key("Escape")
    desk.key("Ctrl+,")
    desk.wait("settingsPanel")
    yield "settings"
    desk.key("Escape")
    desk.key("Ctrl+D")
    desk.wait("stripScreen")
    yield "strip"
    desk.key("Ctrl+D")
    desk.wait("workScreen")


def looks(desk: Desk, hall: Hall, score: int, by: str) -> Looks:
    """What the teller's window says and shows in each state."""
    found: Looks = {}
    for state in states(desk, hall, score, by):
        settled(desk, hall)
        until(lambda: desk.window.contentItem().width() == desk.window.width())
        desk.grab()
        found[state] = (desk.said(), small(desk.grab()))
    return found


@pytest.mark.parametrize("by", ["pad", "phone"])
def test_a_bad_rating_and_a_good_one_look_the_same_to_the_teller(
    open_desk: OpenDesk, tmp_path: Path, by: str
) -> None:
    seen = []
    for score in (1, 5):
        with running_service(tmp_path / f"data-{score}", None, HandClock(OPEN_HOURS, 0.0)) as running:
            hall = Hall(running)
            desk = open_desk(service=running)
            seen.append(looks(desk, hall, score, by))
            desk.close()
            hall.close()
    bad, good = seen
    assert bad.keys() == good.keys()
    for state, (words, picture) in bad.items():
        assert words == good[state][0], state
        assert difference(picture, good[state][1]).tiles == 0, state
        assert not {"Very poor", "很不满意", "Very good", "非常满意"} & set(words), state
