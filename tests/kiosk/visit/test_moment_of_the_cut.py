"""A tap at the very moment the network is cut, by real fingers and over a real line: whoever stands there has
one number, and the queue has that one and no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.client.proxy import Proxy, proxy
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Start
from tests.kiosk.offline.test_offline_tickets import Stack
from tests.kiosk.stage import Screen, kiosk_screen

FINGERS = {"one tap": 1, "a double tap": 2, "a storm": 20}
RECOVERS_S = 40.0
"""The link looks for its service again with pauses that grow."""


class Hand(Stack):
    """What a customer is handed."""

    @property
    def numbers(self) -> list[str]:
        """Of every slip there has been."""
        return [slip.number for slip in self.slips]


class Scene:
    """A kiosk whose line to its service can be cut."""

    def __init__(self, stack: ExitStack, service: RunningService, own: Path | None) -> None:
        self.service = service
        self.hand = Hand()
        self.line: Proxy = stack.enter_context(proxy(service.url))
        self.screen: Screen = stack.enter_context(
            kiosk_screen(self.line.url, service.tokens["kiosk"], printer=self.hand, outbox=own, shielded=True)
        )
        until(lambda: bool(self.screen.kiosk.link.live), "live")
        if own is not None:
            until(lambda: bool(self.screen.kiosk.offline.left("V")), "numbers of the last service")
        self.screen.at_home()

    def tap(self, times: int) -> None:
        """On the card of service A, without looking."""
        self.screen.drum(self.screen.place("service-A"), times)

    def issued(self) -> dict[str, str]:
        """Every number the service knows of, and how it stands."""
        with asking(self.service, "manager") as api:
            return {str(row["number"]): str(row["status"]) for row in api.visits()["visits"]}

    def cut(self) -> None:
        """Every line now, and nobody comes in again."""
        self.line.let_nobody_in()
        self.line.cut_all()

    def mend(self) -> None:
        """The line is there again, and the kiosk has found it."""
        self.line.let_in()
        until(lambda: bool(self.screen.kiosk.link.live), "live again", RECOVERS_S)

    def one_number(self) -> str:
        """The customer's: on the screen, on paper once, and alone in the queue."""
        self.screen.wait("thanksNumber")
        number = self.screen.text("thanksNumber")

        def waiting() -> list[str]:
            return [number for number, status in self.issued().items() if status == "waiting"]

        until(lambda: waiting() == [number], f"{number} alone: {self.issued()}", RECOVERS_S)
        until(lambda: self.hand.numbers == [number], f"{number} on paper: {self.hand.numbers}")
        return number


Make = Callable[..., Scene]


@pytest.fixture
def make(qapp: QGuiApplication, start: Start, tmp_path: Path) -> Iterator[Make]:
    with ExitStack() as stack:

        def begin(*, alone: bool) -> Scene:
            service = start()
            open_counters(service, 1, 2)
            return Scene(stack, service, tmp_path / "kiosk.sqlite" if alone else None)

        yield begin


@pytest.mark.parametrize("times", FINGERS.values(), ids=FINGERS)
def test_the_line_is_cut_before_the_question_leaves(make: Make, times: int) -> None:
    scene = make(alone=True)
    scene.cut()
    until(lambda: not scene.screen.kiosk.link.live, "seen; else the question leaves, and is taken back")
    scene.tap(times)
    scene.screen.wait("thanksNumber", "A950")
    scene.mend()
    assert scene.one_number() == "A950"
    assert list(scene.issued()) == ["A950"]


@pytest.mark.parametrize("times", FINGERS.values(), ids=FINGERS)
def test_the_answer_is_lost_after_the_service_gave_a_number(make: Make, times: int) -> None:
    """A001 is given and nobody hears of it: the customer has one of the kiosk's own, A001 is taken back."""
    scene = make(alone=True)
    scene.line.hold_answers()
    scene.tap(times)
    until(lambda: list(scene.issued()) == ["A001"], "given")
    scene.cut()
    scene.screen.wait("thanksNumber", "A950")
    scene.mend()
    assert scene.one_number() == "A950"
    assert scene.issued() == {"A001": "cancelled", "A950": "waiting"}


@pytest.mark.parametrize("times", FINGERS.values(), ids=FINGERS)
def test_the_line_breaks_and_is_there_again_at_once(make: Make, times: int) -> None:
    """The same question goes out again under its key, and is answered with the number that was given."""
    scene = make(alone=True)
    scene.line.hold_answers()
    scene.tap(times)
    until(lambda: list(scene.issued()) == ["A001"], "given")
    scene.line.cut_all()
    scene.line.let_in()
    scene.screen.wait("thanksNumber", "A001")
    assert scene.one_number() == "A001"
    assert scene.issued() == {"A001": "waiting"}


@pytest.mark.parametrize("times", FINGERS.values(), ids=FINGERS)
def test_a_kiosk_without_numbers_of_its_own_asks_again_for_the_same(make: Make, times: int) -> None:
    scene = make(alone=False)
    scene.line.hold_answers()
    scene.tap(times)
    until(lambda: list(scene.issued()) == ["A001"], "given")
    scene.cut()
    scene.screen.wait("refusedScreen", seconds=RECOVERS_S)
    scene.mend()
    scene.screen.tap("retry")
    scene.screen.wait("thanksNumber", "A001")
    assert scene.one_number() == "A001"
    assert scene.issued() == {"A001": "waiting"}


def test_a_customer_who_gave_up_leaves_no_number(make: Make) -> None:
    scene = make(alone=False)
    scene.line.hold_answers()
    scene.tap(1)
    until(lambda: list(scene.issued()) == ["A001"], "given")
    scene.cut()
    scene.screen.wait("refusedScreen", seconds=RECOVERS_S)
    scene.screen.tap("backHome")
    scene.mend()
    until(lambda: scene.issued() == {"A001": "cancelled"}, "taken back", RECOVERS_S)
    assert scene.hand.numbers == []


def test_customer_after_customer_while_the_line_comes_and_goes(make: Make) -> None:
    """Ten, the line cut at another moment of each tap: ten numbers, each in one hand and in the queue."""
    scene = make(alone=True)
    for turn in range(10):
        scene.screen.at_home()
        if turn % 3 == 0:
            scene.tap(2)
            scene.line.cut_all()
        elif turn % 3 == 1:
            scene.line.cut_all()
            scene.tap(2)
        else:
            scene.cut()
            scene.tap(2)
        scene.screen.wait("thanksNumber")
        until(lambda turn=turn: len(scene.hand.numbers) == turn + 1, "on paper")  # type: ignore[misc]  # bound now
        scene.screen.tap("thanksHome")
        scene.mend()
    held = Counter(scene.hand.numbers)
    assert set(held.values()) == {1}

    def waiting() -> set[str]:
        return {number for number, status in scene.issued().items() if status == "waiting"}

    until(lambda: waiting() == set(held), f"{held}: {scene.issued()}", RECOVERS_S)
