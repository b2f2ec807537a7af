"""The thread hop: what comes from a real service reaches the GUI thread, and nothing else does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from branch.client.calls.service_api import Api
from branch.client.hall_view import staff_counters
from branch.client.responses import ServiceError
from branch.client.service_time import LEAST_PACED_MS
from branch.contract.refusals import Refusal
from branch.domain.kernel.refusals import CODES
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import TEXTS, UNREACHABLE, explain
from tests.harness.branch import PIN, RunningService, running_service
from tests.harness.clocks import HandClock
from tests.harness.waiting import until


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    """The sample branch, open."""
    with running_service(tmp_path / "data") as running:
        yield running


@pytest.fixture
def link(service: RunningService, qtbot: QtBot) -> Iterator[ServiceLink]:
    """A counter's link to it, live."""
    made = ServiceLink("counter", service.url, service.tokens["counter"], counter=1, heartbeat=0.5)
    made.start()
    until(lambda: made.property("live") and made.property("known"))
    yield made
    made.stop()


def test_what_is_asked_and_what_happens_arrive_in_the_gui_thread(
    link: ServiceLink, service: RunningService, qtbot: QtBot
) -> None:
    threads: set[threading.Thread] = set()
    link.changed.connect(lambda *_: threads.add(threading.current_thread()))
    answers: list[object] = []
    with qtbot.waitSignal(link.changed, check_params_cb=lambda _, event: event["type"] == "CounterOpened"):
        link.ask(lambda api: api.open_counter(1, "0312", PIN), done=answers.append)
    until(lambda: bool(answers))
    assert threads == {threading.main_thread()}
    assert staff_counters(link.view)[1]["staff"] == "0312"


def test_a_no_comes_back_as_the_refusal_it_is(link: ServiceLink, qtbot: QtBot) -> None:
    refused: list[Refusal | ServiceError] = []
    link.ask(lambda api: api.next(1), failed=refused.append)
    until(lambda: bool(refused))
    assert isinstance(refused[0], Refusal)
    assert refused[0].code == "counter-not-open"


def test_a_service_that_goes_and_comes_back_is_told_with_the_time(
    link: ServiceLink, service: RunningService, qtbot: QtBot
) -> None:
    service.stop()
    until(lambda: link.property("state") == "lost")
    assert link.property("since") in ("09:29", "09:30", "09:31")  # by the clock of the service, in its zone
    service.start()
    until(lambda: link.property("live"))


def test_a_token_that_is_not_known_is_said_plainly(service: RunningService, qtbot: QtBot) -> None:
    link = ServiceLink("kiosk", service.url, "nobody's", heartbeat=0.5)
    link.start()
    until(lambda: link.property("state") == "refused")
    link.stop()


def test_following_another_counter_gets_that_counters_queue(link: ServiceLink, qtbot: QtBot) -> None:
    link.ask(lambda api: api.issue("V"))
    with qtbot.waitSignal(link.snapshotTaken):
        link.follow_counter(4)
    until(
        lambda: link.view.queue is not None and [t["number"] for t in link.view.queue["tickets"]] == ["V001"]
    )


def test_a_bug_in_a_question_is_not_swallowed(link: ServiceLink, qtbot: QtBot) -> None:
    def broken(_: Api) -> None:
        raise ZeroDivisionError("a bug")

    with qtbot.captureExceptions() as caught:
        link.ask(broken)
        until(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_nothing_crosses_after_stop(service: RunningService, qtbot: QtBot) -> None:
    link = ServiceLink("counter", service.url, service.tokens["counter"], heartbeat=0.5)
    link.start()
    until(lambda: link.property("known"))
    heard: list[object] = []
    link.changed.connect(lambda *_: heard.append(1))
    link.ask(lambda api: api.issue("A"), done=heard.append)
    link.stop()
    qtbot.wait(50)  # a grace in which something wrong could still arrive
    assert heard == []


def test_time_on_screen_follows_a_simulated_day(tmp_path: Path, qtbot: QtBot) -> None:
    with running_service(tmp_path / "data", clock=HandClock(speed=100.0)) as service:
        link = ServiceLink("display", service.url, service.tokens["display"])
        link.start()
        until(lambda: link.property("known"))
        before = link.now()
        until(lambda: link.now() - before > 5_000)
        assert link.paced(8_000) == LEAST_PACED_MS
        assert link.paced(200) == 200
        assert link.paced(200_000) == 2_000
        link.stop()


def test_every_code_has_its_words(qapp: object) -> None:
    assert CODES.keys() <= TEXTS.keys()
    languages = Languages()
    for code in CODES:
        said = explain(languages, Refusal(code, "a detail for the log"))
        assert said
        assert "detail" not in said
    assert explain(languages, ServiceError("x")) == languages.text("Refusal", UNREACHABLE)
