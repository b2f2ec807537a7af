"""With the line frozen every action shows in the next frame that it is on its way, and the window goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from branch.qt.driving import driver
from tests.client.proxy import Proxy, proxy
from tests.counter.desks import Desk
from tests.harness.branch import PIN, RunningService
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

FRAME_MS = 1000 / 60


@dataclass(frozen=True)
class Act:
    """A press: the key, what must be so before, and the control that shows it is pending."""

    before: str
    keys: tuple[str, ...]
    control: str
    button: str


ACTS = {
    "call": Act("waiting", ("F2",), "primary", "primaryButton"),
    "call by Enter": Act("waiting", ("Return",), "primary", "primaryButton"),
    "start": Act("called", ("F2",), "primary", "primaryButton"),
    "finish": Act("serving", ("F2",), "primary", "primaryButton"),
    "recall": Act("called", ("F3",), "recall", "recallButton"),
    "transfer": Act("serving", ("F4", "B"), "transfer", "currentNumber"),
    "park": Act("serving", ("F5",), "park", "parkButton"),
    "no-show": Act("called", ("F6",), "no-show", "missedButton"),
    "pause": Act("free", ("F8", "1"), "pause", "pauseButton"),
    "undo": Act("called", ("F9",), "undo", "undoButton"),
    "sign out": Act("free", ("F12",), "signOut", "signOutButton"),
    "tick a step": Act("serving", ("D", "2"), "step-identity", "step-identity"),
    "why": Act("waiting", ("F1",), "why", "whyButton"),
}


@pytest.fixture
def line(service: RunningService) -> Iterator[Proxy]:
    """What the desk reaches the service through."""
    with proxy(service.url) as line:
        yield line


@pytest.fixture
def behind(line: Proxy, service: RunningService, hall: Hall, fonts: list[str]) -> Iterator[Desk]:
    """A desk behind it, signed in."""
    desk = Desk(line.url, service.tokens["counter"])
    desk.sign_in()
    yield desk
    line.let_in()
    desk.close()


def bring(desk: Desk, hall: Hall, before: str) -> None:
    """A customer, as far along as that."""
    if before == "free":
        return
    number = hall.comes()
    desk.wait("nextNumber", number)
    for meaning in {"called": ("Call next",), "serving": ("Call next", "Start service")}.get(before, ()):
        desk.wait("primaryButton", meaning)
        desk.click("primaryButton")
    if before != "waiting":
        desk.wait("primaryButton", {"called": "Start service"}.get(before, "Finish and ask for rating"))
    until(lambda: not desk.controller.runner.pending and not desk.controller.runner.holds("primary"))


@pytest.mark.parametrize("name", ACTS)
def test_every_action_is_pending_in_the_next_frame(behind: Desk, line: Proxy, hall: Hall, name: str) -> None:
    act, asker = ACTS[name], behind.controller.runner
    bring(behind, hall, act.before)
    line.hold_answers()
    for key in act.keys[:-1]:
        driver.key(behind.window, key)
        behind.settle()
    before = behind.grab()
    begun = time.monotonic()
    driver.key(behind.window, act.keys[-1])
    took_ms = (time.monotonic() - begun) * 1000
    assert asker.property("pending") == act.control  # at once, with no answer from anybody
    assert took_ms < 10 * FRAME_MS, f"the press took {took_ms:.0f} ms"  # a blocking call would take seconds
    assert behind.grab() != before, "nothing is seen of it"
    until(lambda: asker.property("slow"))
    assert behind.text("messageLine") == "Asking the branch service…"
    tick = behind.controller.work.current.property("elapsed")
    if act.before in ("called", "serving"):
        until(lambda: behind.controller.work.current.property("elapsed") != tick)  # the window goes on
    line.let_in()


@pytest.mark.parametrize("name", ["recall", "park", "no-show"])
def test_a_refusal_in_words_ends_it(behind: Desk, line: Proxy, hall: Hall, name: str) -> None:
    act, desk = ACTS[name], behind
    bring(desk, hall, act.before)
    said = {
        "recall": "This number has not been called.",
        "park": "There is nobody at this counter.",
        "no-show": "This number has not been called.",
    }
    desk.link._reader.stop()  # type: ignore[union-attr]  # the feed is slow to tell what a colleague does
    if name == "park":
        hall.desk.transfer(1, service="B")
    else:
        hall.desk.start(1)
    line.hold_answers()
    driver.key(desk.window, act.keys[-1])
    assert desk.controller.runner.property("pending") == act.control
    line.let_in()
    desk.wait("messageLine", said[name])
    assert desk.controller.runner.property("pending") == ""


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("call", "waiting"),
        ("start", "called"),
        ("finish", "serving"),
        ("park", "serving"),
        ("no-show", "called"),
        ("transfer", "serving"),
        ("tick a step", "serving"),
    ],
)
def test_every_action_that_can_be_taken_back_is_by_f9(desk: Desk, hall: Hall, name: str, after: str) -> None:
    act = ACTS[name]
    bring(desk, hall, act.before)
    number = desk.text("currentNumber") or desk.text("nextNumber")

    def stands() -> tuple[object, ...]:
        row = hall.visit(number)
        return row["status"], row["service"], row["counter"], row["steps"]

    before = stands()
    for key in act.keys:
        driver.key(desk.window, key)
        desk.settle()
    until(lambda: stands() != before)
    desk.wait("undoBar")
    until(lambda: not desk.controller.runner.pending)
    desk.key("F9")
    until(lambda: stands() == before)
    assert hall.status(number) == after
    desk.gone("undoBar")


def test_after_ten_seconds_nothing_is_offered(desk: Desk, hall: Hall, clock: HandClock) -> None:
    bring(desk, hall, "called")
    desk.wait("undoBar")
    clock.pass_seconds(10)
    desk.gone("undoBar")
    hall.desk.open_counter(2, "0288", PIN)
