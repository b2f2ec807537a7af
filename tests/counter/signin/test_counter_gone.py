"""The counter of this app leaves branch.toml: its customer is finished there, then the app says so."""

from __future__ import annotations

import pytest

from counter.shell.preferences import remember_counter
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import RunningService, sample_config
from tests.harness.hall import Hall
from tests.harness.waiting import until

pytestmark = pytest.mark.expects_log("WARNING branch.service.bootstrap: (counter|service)")

GONE = "This branch has no counter 1 any more. Please choose another."
COUNTER_1 = "[[counters]]\nnumber = 1\nservices = "


def leave_out_counter_1(service: RunningService) -> None:
    """Start the service again with a branch.toml that has no counter 1."""
    service.stop()
    service.config = sample_config({COUNTER_1: "[[counters]]\nnumber = 9\nservices = "})
    service.start()


def test_its_customer_is_finished_and_then_there_is_no_such_counter(
    desk: Desk, hall: Hall, service: RunningService
) -> None:
    number = hall.comes()
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    leave_out_counter_1(service)
    until(lambda: desk.line == "live")
    desk.wait("primaryButton", "Start service")
    desk.key("F2")
    until(lambda: hall.status(number) == "serving")
    desk.wait("primaryButton", "Finish and ask for rating")
    desk.key("F2")
    until(lambda: hall.status(number) == "served")
    assert desk.controller.session.number == 1
    hall.desk.close_counter(1)
    desk.wait("signInError", GONE)
    until(lambda: not desk.has("workScreen"))
    assert not desk.has("counterChoice-1")
    assert desk.has("counterChoice-2")


@pytest.mark.parametrize(
    ("language", "said"), [("en", GONE), ("zh", "本网点已没有 1 号窗口，请另选一个窗口。")]
)
def test_an_app_that_was_last_at_a_counter_that_is_gone_says_so(
    open_desk: OpenDesk, service: RunningService, language: str, said: str
) -> None:
    remember_counter(1)
    leave_out_counter_1(service)
    desk = open_desk(language=language)
    desk.wait("signInError", said)
    assert desk.has("signInScreen")
    assert not desk.has("counterChoice-1")
