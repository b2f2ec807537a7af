"""Hurried hands, late answers and a feed that is faster or slower than they: no key ever seems dead."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from branch.client.caller import Caller
from branch.qt.driving import driver
from counter.shell.action_runner import DOUBLE_PRESS_MS
from tests.counter.desks import Desk
from tests.harness.hall import Hall
from tests.harness.waiting import until

CUSTOMERS = 12


class LateAnswers:
    """Answers to what counters ask come late: each after as many seconds as ``pick`` says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pick: Callable[[], float] = lambda: 0.0
        self.gate: threading.Event | None = None
        self._end = threading.Event()
        straight = Caller._post

        def late(caller: Caller, path: str, *rest: Any) -> Any:
            answer = straight(caller, path, *rest)
            if path.startswith("/v1/counters/1/"):
                if self.gate is not None:
                    self.gate.wait(30)
                self._end.wait(self.pick())
            return answer

        monkeypatch.setattr(Caller, "_post", late)

    def release(self) -> None:
        """No answer is late any more."""
        self._end.set()
        if self.gate is not None:
            self.gate.set()


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[LateAnswers]:
    """In time until told otherwise."""
    late = LateAnswers(monkeypatch)
    yield late
    late.release()


def test_a_hurried_day_loses_no_press_in_silence(desk: Desk, hall: Hall, answers: LateAnswers) -> None:
    chance = random.Random(5)
    answers.pick = lambda: chance.choice((0.0, 0.02, 0.1, 0.45))
    numbers = [hall.comes() for _ in range(2)]

    def come() -> None:
        numbers.extend(hall.comes() for _ in range(CUSTOMERS - 2))

    others = threading.Thread(target=come)
    others.start()
    silent = []
    asker = desk.controller.runner
    asker.double_press_ms = DOUBLE_PRESS_MS

    def served() -> int:
        return own["served"] if (own := desk.controller.work.figures.own) is not None else 0

    def press() -> bool:
        busy, slow, asked = asker.holds("primary"), asker.property("slow"), asker.questions
        meaning = desk.text("primaryButton")
        driver.key(desk.window, "F2")
        same = busy and not slow  # as the last one: the button is still down
        if not same and asker.questions == asked and not desk.text("messageLine"):
            silent.append((meaning, busy, slow))
        return served() >= CUSTOMERS

    desk.activate()
    until(press, lambda: f"{served()} were served")
    others.join()
    assert silent == []
    rows = hall.manager.visits()["visits"]
    assert sorted(row["number"] for row in rows if row["status"] == "served") == sorted(numbers)


def test_what_the_feed_tells_needs_no_answer(desk: Desk, hall: Hall, answers: LateAnswers) -> None:
    """An answer that is lost on its way holds nobody up: the feed has told that it is done."""
    number = hall.comes()
    desk.wait(f"queueRow-{number}")
    answers.gate = threading.Event()
    for status in ("called", "serving", "served"):
        desk.key("F2")
        until(lambda status=status: hall.status(number) == status)  # type: ignore[misc]  # a default
    answers.gate.set()
    desk.gone("currentNumber")
    assert desk.text("messageLine") == ""


def test_a_key_while_an_answer_is_overdue_says_so(desk: Desk, hall: Hall) -> None:
    hall.comes()
    desk.wait("nextNumber")
    answer = threading.Event()
    asker = desk.controller.runner
    asker.ask("x", lambda _api, _key: answer.wait(20))
    desk.wait("messageLine", "Asking the branch service…")
    for key in ("F2", "F3", "F6", "F8", "F2"):
        asker.hush()
        driver.key(desk.window, key)
        assert desk.text("messageLine").startswith("Key not taken")
    answer.set()
    until(lambda: not asker.pending)
    desk.click("primaryButton")
    desk.wait("currentNumber")


def test_a_key_that_makes_no_sense_now_says_why(desk: Desk, hall: Hall) -> None:
    desk.key("F3")
    desk.wait("messageLine", "Not possible: there is nobody at this counter.")
    hall.comes()
    desk.click("primaryButton")
    desk.wait("primaryButton", "Start service")
    desk.key("F8")
    desk.wait("messageLine", "Not possible: there is a customer at this counter.")
    desk.click("primaryButton")
    desk.wait("primaryButton", "Finish and ask for rating")
    desk.key("F3")
    desk.wait("messageLine", "Not possible: the service has been started.")


def test_the_second_of_two_keys_that_wait_is_not_taken_in_silence(desk: Desk, hall: Hall) -> None:
    answer, asked = threading.Event(), list[str]()
    asker = desk.controller.runner
    asker.ask("park", lambda _api, _key: answer.wait(20))
    asker.ask("recall", lambda _api, _key: asked.append("recall"))
    asker.ask("missed", lambda _api, _key: asked.append("missed"))
    assert desk.text("messageLine").startswith("Key not taken")
    answer.set()
    until(lambda: asked == ["recall"])


def test_a_key_that_waited_for_a_no_is_named_with_it(desk: Desk, hall: Hall, answers: LateAnswers) -> None:
    from branch.contract.refusals import Refusal

    answer = threading.Event()
    asker = desk.controller.runner

    def no(*_: object) -> None:
        answer.wait(20)
        raise Refusal("counter-idle", "nobody is there")

    asker.ask("park", no)
    asker.ask("recall", lambda api, key: api.recall(1, key=key))
    answer.set()
    desk.wait("messageLine", "There is nobody at this counter. The key pressed after it was not taken.")
