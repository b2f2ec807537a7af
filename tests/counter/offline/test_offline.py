"""The line goes in the middle of a service: what is done meanwhile is kept, sent once, and never forced."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime

import pytest

from branch.client.hall_view import Changes
from branch.client.local_store import config_folder
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.times import from_text
from branch.qt.driving import driver
from branch.qt.text import formats
from counter.offline.deferred_actions import DeferredActions
from counter.shell.part import News
from tests.client.proxy import proxy
from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.branch import PIN, RunningService
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

CALL, START, FINISH = "Call next", "Start service", "Finish and ask for rating"


def bring(desk: Desk, hall: Hall, *meanings: str) -> str:
    """A customer, as far along as the presses on the big button bring them."""
    number = hall.comes()
    desk.wait(f"queueRow-{number}")
    for meaning in meanings:
        desk.wait("primaryButton", meaning)
        desk.key("F2")
    desk.wait("currentNumber", number)
    return number


def cut(desk: Desk, hall: Hall) -> None:
    """The service is gone, and the teller sees it."""
    hall.service.stop()
    desk.wait("staleBanner")


def finish_offline(desk: Desk, number: str) -> int:
    """F2 ends the service without a line; when that was."""
    desk.wait("primaryButton", FINISH)
    desk.key("F2")
    desk.wait("messageLine", f"No connection. The finish of {number} is kept and sent later.")
    at = desk.link.now()
    desk.gone("currentNumber")
    return at


def test_start_and_finish_without_a_line_are_sent_with_their_times(
    desk: Desk, hall: Hall, clock: HandClock
) -> None:
    number = bring(desk, hall, CALL)
    desk.wait("primaryButton", START)
    cut(desk, hall)
    desk.key("F2")
    desk.wait("messageLine", f"No connection. The start of {number} is kept and sent later.")
    started = desk.link.now()
    finished = finish_offline(desk, number)
    desk.wait("primaryButton", CALL)
    desk.key("F2")
    desk.wait("messageLine", "Not done: no connection to the branch service.")
    clock.pass_minutes(7)
    hall.service.start()
    until(lambda: hall.status(number) == "served")
    row = hall.visit(number)
    assert abs(from_text(str(row["started_at"])) - started) < 5_000
    assert abs(from_text(str(row["finished_at"])) - finished) < 5_000
    until(lambda: not desk.controller.deferred.waits)
    assert not (config_folder() / "counter-later.json").exists()
    assert not desk.pad.visible()  # the customer left minutes ago


def test_a_finish_that_was_sent_brings_the_ticket_back_for_no_moment(desk: Desk, hall: Hall) -> None:
    """The answer may come before the feed tells: a hand that presses F2 then would finish it once more."""
    number = bring(desk, hall, CALL, START)
    cut(desk, hall)
    finish_offline(desk, number)
    shown: list[object] = []
    desk.controller.work.current.changed.connect(
        lambda: shown.append(desk.controller.work.current.property("number"))
    )
    view = desk.link.view
    apply = view.apply
    held: list[BoardEvent] = []

    def hold(event: BoardEvent) -> Changes:
        held.append(event)
        return Changes()

    view.apply = hold  # type: ignore[method-assign]  # the feed is slow
    hall.service.start()
    desk.wait("messageLine", f"Sent: {number}, with its real time.")
    until(lambda: any(event.get("type") == "ServingFinished" for event in held))
    assert number not in shown
    view.apply = apply  # type: ignore[method-assign]
    for event in held:
        view.apply(event)
    for part in desk.controller.parts:
        part.refresh(News())
    desk.wait("primaryButton", CALL)
    assert number not in shown
    hall.comes()
    desk.key("F2")
    desk.wait("primaryButton", START)


def test_the_customers_window_shows_what_the_teller_has_done(open_desk: OpenDesk, hall: Hall) -> None:
    """Whoever was finished without a line has gone: the pad does not go on to say that they are served."""
    desk = open_desk(rating_always=True)
    desk.sign_in()
    number = bring(desk, hall, CALL, START)
    desk.pad.wait("idleNumber", number)
    desk.wait("primaryButton", FINISH)
    cut(desk, hall)
    finish_offline(desk, number)
    desk.pad.gone("idleNumber")
    hall.service.start()
    until(lambda: hall.status(number) == "served")


def test_the_line_breaks_during_the_finish(open_desk: OpenDesk, hall: Hall, service: RunningService) -> None:
    """The service finishes, its answer never comes: asked again later, it is the same finish."""
    with proxy(service.url) as line:
        desk = Desk(line.url, service.tokens["counter"])
        desk.sign_in()
        number = bring(desk, hall, CALL, START)
        desk.wait("primaryButton", FINISH)
        line.hold_answers()
        desk.key("F2")
        until(lambda: hall.status(number) == "served")
        line.cut_all()
        line.let_nobody_in()
        desk.wait("messageLine", f"No connection. The finish of {number} is kept and sent later.")
        desk.gone("currentNumber")
        line.let_in()
        until(lambda: desk.link.live and not desk.controller.deferred.waits)
        assert sum(row["number"] == number for row in hall.manager.visits()["visits"]) == 1
        assert hall.status(number) == "served"
        desk.close()


def test_what_is_kept_outlives_the_app(desk: Desk, hall: Hall, open_desk: OpenDesk) -> None:
    number = bring(desk, hall, CALL, START)
    desk.wait("primaryButton", FINISH)
    cut(desk, hall)
    finish_offline(desk, number)
    desk.close()
    kept = json.loads((config_folder() / "counter-later.json").read_text("utf-8"))
    assert [(step["action"], step["number"]) for step in kept["steps"]] == [("finish", number)]
    again = open_desk()
    hall.service.start()
    again.wait("signInScreen")
    until(lambda: hall.status(number) == "served")
    until(lambda: not again.controller.deferred.waits)


def test_the_day_has_ended_meanwhile(desk: Desk, hall: Hall, clock: HandClock) -> None:
    number = bring(desk, hall, CALL, START)
    desk.wait("primaryButton", FINISH)
    cut(desk, hall)
    finish_offline(desk, number)
    clock.pass_minutes(24 * 60)
    hall.service.start()
    said = f"{number} was changed while there was no connection: This number is not known today."
    desk.wait("signInScreen")
    until(lambda: desk.text("signInError").startswith(said), lambda: str(desk.said()))
    assert not desk.controller.deferred.waits


def test_the_ticket_is_elsewhere_meanwhile(desk: Desk, hall: Hall) -> None:
    """Another teller has it now: nothing of theirs is touched."""
    number = bring(desk, hall, CALL, START)
    desk.wait("primaryButton", FINISH)
    cut(desk, hall)
    finish_offline(desk, number)
    desk.link._api.close()  # type: ignore[union-attr]  # holds back what it would send, until the other has acted
    hall.service.start()
    until(lambda: desk.link.live)
    hall.desk.transfer(1, service="A")
    hall.desk.open_counter(2, "0288", PIN)
    assert hall.desk.next(2)["ticket"] is not None
    hall.desk.start(2)
    desk.link._api = type(hall.desk)(hall.service.url, hall.service.tokens["counter"])
    desk.wait(
        "messageLine",
        f"{number} was changed while there was no connection: "
        "This number is at another counter. That stands.",
    )
    assert hall.visit(number)["counter"] == 2
    assert hall.status(number) == "serving"


@pytest.mark.expects_log
def test_a_damaged_file_is_named_and_left_behind(desk: Desk, hall: Hall) -> None:
    (config_folder()).mkdir(parents=True, exist_ok=True)
    (config_folder() / "counter-later.json").write_text("{", "utf-8")
    assert not DeferredActions(desk.link).waits


def test_a_full_disk_is_said(desk: Desk, hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    number = bring(desk, hall, CALL, START)
    desk.wait("primaryButton", FINISH)
    cut(desk, hall)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    desk.key("F2")
    desk.wait("messageLine", "Kept only until the app ends: this machine's disk refuses.")
    monkeypatch.undo()
    hall.service.start()
    until(lambda: hall.status(number) == "served")


def test_the_running_time_goes_on_without_a_line(desk: Desk, hall: Hall) -> None:
    bring(desk, hall, CALL, START)
    desk.wait("primaryButton", FINISH)
    cut(desk, hall)
    shown = desk.text("elapsed")
    until(lambda: desk.text("elapsed") > shown)
    assert driver.text_of(desk.wait("staleBanner")).endswith(str(desk.link.property("since")))
    hall.service.start()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_app_started_without_a_line_shows_what_it_has_kept(
    open_desk: OpenDesk, hall: Hall, language: str
) -> None:
    """The finish, and the rating of the customer before; when the service is back both are sent."""
    desk = open_desk()
    desk.sign_in()
    first = bring(desk, hall, CALL, START)
    desk.wait("primaryButton", FINISH)
    desk.key("F2")
    desk.pad.wait("score-5")
    second = bring(desk, hall, CALL, START)
    desk.wait("primaryButton", FINISH)
    cut(desk, hall)
    desk.pad.click("score-5")
    desk.pad.click("ratingSend")
    at = formats.clock(datetime.fromtimestamp(finish_offline(desk, second) / 1000, UTC))
    desk.close()
    later = open_desk(language=language)
    said = {
        "en": (
            "Kept on this machine, sent when the service is back:",
            f"{second} finished at {at}",
            "1 customer's rating",
        ),
        "zh": ("已保存在本机，服务恢复后发送：", f"{second} 于 {at} 办理完成", "1 位客户的评价"),
    }
    later.wait("keptLine", "\n".join(said[language]))
    until(lambda: later.window.contentItem().width() == later.window.width())
    assert later.cut() == []
    hall.service.start()
    later.gone("keptLine")
    until(lambda: hall.status(second) == "served")
    until(lambda: hall.visit(first)["rating"] == {"score": 5, "tags": []})
    until(lambda: not later.controller.deferred.waits)
    assert not later.pad.visible()
