"""Two counters and one customer; a service that goes and comes back; a machine that is not admitted."""

from __future__ import annotations

import pytest

from branch.qt.driving import driver
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.hall import Hall
from tests.harness.waiting import until


def test_one_customer_is_never_called_twice(open_desk: OpenDesk, hall: Hall) -> None:
    """Two tellers press at the same moment: it was an old defect of such systems."""
    desks = [open_desk(), open_desk()]
    for place, (desk, staff) in enumerate(zip(desks, ("0312", "0288"), strict=True), 1):
        desk.sign_in(place, staff)
    for _ in range(5):
        number = hall.comes()
        buttons = [desk.wait("primaryButton", "Call next") for desk in desks]
        until(lambda number=number: all(d.has(f"queueRow-{number}") for d in desks))  # type: ignore[misc]
        until(lambda buttons=buttons: all(button.isEnabled() for button in buttons))  # type: ignore[misc]
        for button in buttons:
            driver.click(button)
        until(lambda: all(not desk.controller.runner.pending for desk in desks))
        until(lambda: sorted(d.text("currentNumber") for d in desks) == ["", number])  # noqa: B023  # at once
        (lucky,) = [desk for desk in desks if desk.has("currentNumber")]
        (other,) = [desk for desk in desks if desk is not lucky]
        other.wait("messageLine", "Nobody is waiting.")
        lucky.wait("primaryButton", "Start service")
        lucky.click("missedButton")
        lucky.gone("currentNumber")


def test_a_line_that_is_lost_says_so_and_nothing_is_done(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    desk.wait(f"queueRow-{number}")
    hall.service.stop()
    banner = desk.wait("staleBanner")
    assert str(desk.link.property("since")) in driver.text_of(banner)
    desk.click("primaryButton")
    desk.wait("messageLine", "Not done: no connection to the branch service.")
    assert not desk.has("currentNumber"), "nobody is called without the service"
    assert not desk.controller.runner.pending
    hall.service.start()
    desk.gone("staleBanner")
    assert hall.status(number) == "waiting"
    desk.click("primaryButton")
    desk.wait("currentNumber", number)
    until(lambda: hall.status(number) == "called")


def test_a_call_made_while_we_were_cut_off_is_there_afterwards(desk: Desk, hall: Hall) -> None:
    number = hall.comes()
    desk.wait(f"queueRow-{number}")
    hall.service.stop()
    desk.wait("staleBanner")
    hall.service.start()
    hall.desk.next(1)
    desk.wait("currentNumber", number)
    desk.gone("staleBanner")


def test_signing_in_without_a_line_is_refused_in_words(open_desk: OpenDesk, hall: Hall) -> None:
    desk = open_desk()
    desk.wait("signInScreen")
    hall.service.stop()
    until(lambda: desk.line == "lost")
    desk.try_sign_in(1)
    desk.wait("signInError", "Not done: no connection to the branch service.")
    hall.service.start()


def test_a_machine_that_is_not_admitted_is_told_so(fonts: list[str], hall: Hall) -> None:
    desk = Desk(hall.service.url, "unknown")
    desk.wait("waitingFor", "This machine is not admitted yet")
    assert hall.service.url in desk.text("waitingDetail")
    desk.close()


@pytest.mark.parametrize(("state", "said"), [("searching", "Looking"), ("several", "More than one")])
def test_what_is_waited_for_is_said(fonts: list[str], state: str, said: str) -> None:
    desk = Desk("http://127.0.0.1:9", "")
    until(lambda: desk.line == "connecting")
    desk.wait("waitingFor", "Connecting to the branch service")
    desk.link.enter(state, "East, West")
    until(lambda: desk.text("waitingFor").startswith(said))
    desk.close()


def test_a_slow_answer_is_said_and_nothing_else_is_asked(desk: Desk, hall: Hall) -> None:
    import threading

    answer = threading.Event()
    desk.controller.runner.ask("recall", lambda _api, _key: answer.wait(10))
    desk.wait("messageLine", "Asking the branch service…")
    assert not desk.wait("primaryButton").isEnabled()
    assert not desk.wait("pauseButton").isEnabled()
    answer.set()
    desk.gone("messageLine")
    until(lambda: desk.wait("pauseButton").isEnabled())


def test_a_press_during_another_answer_waits_for_it(desk: Desk, hall: Hall) -> None:
    import threading

    answer, asked = threading.Event(), []
    asker = desk.controller.runner
    asker.ask("park", lambda _api, _key: answer.wait(10))
    asker.ask("recall", lambda _api, _key: asked.append("recall"))
    assert asked == []
    answer.set()
    until(lambda: asked == ["recall"])
