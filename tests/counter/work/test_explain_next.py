"""Why is this one next? Asked by mouse and by key, answered in both languages, and true."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from counter.shell.counter_texts import BranchNames
from counter.work.explain_next import sentence
from tests.counter.desks import Desk
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

LONGEST = {
    "number": "A002",
    "segment": "ordinary",
    "service": "A",
    "waited_s": 245.0,
    "reason": "longest-wait",
}
PRIORITY = LONGEST | {"segment": "priority", "credit_s": 600.0, "cap_s": 1800.0, "passed": 3}


def waiting(desk: Desk, count: int) -> None:
    until(lambda: desk.controller.work.queue.model.rowCount() == count)


def test_who_has_waited_longest(desk: Desk, hall: Hall, clock: HandClock) -> None:
    first = hall.comes()
    clock.pass_minutes(4.1)
    hall.comes()
    waiting(desk, 2)
    desk.click("whyButton")
    desk.wait("messageLine", f"{first} is next: the longest wait (4 min).")
    desk.languages.use("zh")
    desk.wait("messageLine", f"{first} 排在下一位：等候最久（4 分钟）。")


def test_the_key_tells_of_the_rate_and_the_next_call_is_that_one(
    desk: Desk, hall: Hall, clock: HandClock
) -> None:
    hall.comes()
    clock.pass_minutes(2.1)
    first = hall.comes("A", segment="priority")
    clock.pass_minutes(2.1)
    waiting(desk, 2)
    desk.key("F1")
    until(lambda: desk.text("messageLine").startswith(f"{first} is next: waited "))
    assert desk.text("messageLine").endswith(", which counts 2.5 times (Priority).")
    desk.click("primaryButton")
    desk.wait("currentNumber", first)
    desk.wait("whyButton")
    until(lambda: not desk.controller.runner.pending)
    desk.key("F1")  # also with a customer: the queue stands there
    until(lambda: " is next: nobody else waits for this counter." in desk.text("messageLine"))


def test_nobody_waits_and_nothing_is_asked(desk: Desk, hall: Hall) -> None:
    desk.wait("queueCard")
    assert not desk.has("whyButton")
    desk.controller.work.explain.ask()
    desk.wait("messageLine", "Nobody is waiting.")


@pytest.mark.parametrize(
    ("why", "english", "chinese"),
    [
        (
            LONGEST | {"reason": "only", "against": []},
            "nobody else waits for this counter.",
            "本窗口只有这一位在等。",
        ),
        (
            LONGEST | {"reason": "only", "against": [1]},
            "Cash comes first at this counter.",
            "优先",
        ),
        (PRIORITY | {"reason": "credit"}, "plus 10 min credit (Priority).", "另加优待 10 分钟（"),
        (PRIORITY | {"reason": "rate", "rate": 2.5}, "which counts 2.5 times (Priority).", "按 2.5 倍计（"),
        (LONGEST | {"reason": "rate", "rate": 1.0}, "which counts 1 times (Ordinary).", "（普通）"),
        (LONGEST | {"reason": "appointment"}, "the time of its appointment has come.", "预约时间已到"),
        (PRIORITY | {"reason": "priority"}, "goes first (Priority).", "优先办理"),
        (LONGEST | {"reason": "first-come"}, "came first.", "先到"),
        (PRIORITY | {"reason": "promise"}, "already passed by 3 who came later.", "3 位后来者"),
        (PRIORITY | {"reason": "cap"}, "has waited over 30 min, so goes before all.", "30 分钟"),
        (LONGEST | {"reason": "of a newer service"}, "comes first at this counter.", "优先"),
    ],
)
def test_each_reason_has_a_sentence(
    desk: Desk, hall: Hall, why: Mapping[str, Any], english: str, chinese: str
) -> None:
    names = BranchNames(desk.link.branch, desk.languages)
    said = sentence(why, names, desk.languages)
    assert said.startswith("A002 is next: ")
    assert said.endswith(english)
    desk.languages.use("zh")
    said = sentence(why, names, desk.languages)
    assert said.startswith("A002 排在下一位：")
    assert chinese in said
