"""Who did it is in the journal; a counter's token works its own counter; a kiosk closes no service alone."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from branch.domain.events import EVENTS
from branch.service.access.device_tokens import DeviceTokens
from branch.service.config.branch_config import parse
from branch.service.journal.journal_format import field_decoders
from tests.harness.branch import PIN, RunningService, running_service, small_toml
from tests.harness.clocks import HandClock
from tests.service.asking import Asker, is_problem


@pytest.fixture
def other(asker: Asker) -> str:
    """A second counter's token, as a role of the asker's."""
    with closing(DeviceTokens(asker.running.folder)) as store:
        asker.running.tokens["other"] = store.mint("counter", "other desk")
    return "other"


def rows(running: RunningService, kind: str | None = None) -> list[dict[str, Any]]:
    """What the journal has of each event, or of those of that type."""
    with closing(sqlite3.connect(running.folder / "journal.db")) as connection:
        found = connection.execute("SELECT type, data FROM events ORDER BY seq").fetchall()
    return [json.loads(data) for name, data in found if kind in (None, name)]


def actor(running: RunningService, kind: str) -> Any:
    """Who did the last event of that type."""
    return rows(running, kind)[-1].get("actor")


def test_no_event_has_a_field_of_that_name() -> None:
    assert not [name for name, kind in EVENTS.items() if "actor" in field_decoders(kind)]


def test_device_and_person_stand_with_every_event_of_a_command(running: RunningService, asker: Asker) -> None:
    ticket = asker.answer("/v1/tickets", {"service": "A"}, role="kiosk")
    asker.answer(f"/v1/tickets/{ticket['id']}/printed", {"ok": True}, role="kiosk")
    asker.open(1)
    asker.at(1, "next", "start", "finish")
    asker.answer(f"/v1/tickets/{ticket['id']}/rating", {"score": 1}, role="counter")
    asker.answer("/v1/counters/1/close")
    asker.answer("/v1/services/B/close", role="manager")
    kiosk = {"device": "test kiosk", "role": "kiosk"}
    teller = {"device": "test counter", "role": "counter", "person": "0312"}
    assert actor(running, "TicketIssued") == actor(running, "TicketPrinted") == kiosk
    for kind in ("CounterOpened", "TicketCalled", "ServingStarted", "ServingFinished", "CounterClosed"):
        assert actor(running, kind) == teller, kind
    for kind in ("TicketRated", "CaseOpened", "AlertRaised"):  # also what follows from it
        assert actor(running, kind) == teller, kind
    assert actor(running, "ServiceClosed") == {"device": "test manager", "role": "manager"}


def test_what_nobody_asked_for_names_nobody(running: RunningService, asker: Asker) -> None:
    asker.issue()
    assert actor(running, "DayOpened") is None


def test_a_phone_is_a_phone(running: RunningService, asker: Asker) -> None:
    ticket = asker.served()
    asker.answer(f"/t/{ticket['id']}/rating", {"score": 5}, role=None)
    assert actor(running, "TicketRated") == {"device": "phone", "role": "public"}


def test_the_manager_who_acts_at_a_counter_is_not_its_teller(running: RunningService, asker: Asker) -> None:
    asker.issue()
    asker.open(1)
    asker.answer("/v1/counters/1/next", role="manager")
    assert actor(running, "TicketCalled") == {"device": "test manager", "role": "manager"}


def test_the_manager_reads_it_in_the_feed_and_nobody_else_does(asker: Asker, running: RunningService) -> None:
    asker.open(1)
    for restarted in (False, True):
        if restarted:
            running.stop()
            running.start()
        for role in ("manager", "counter", "display", "kiosk", "integration"):
            with asker.stream("/v1/events?after=0", role=role) as stream:
                event = _first(stream, "CounterOpened")
            told = {"device": "test counter", "role": "counter", "person": "0312"}
            assert event.get("actor") == (told if role == "manager" else None), role


def _first(stream: Any, kind: str) -> dict[str, Any]:
    lines = stream.iter_lines(decode_unicode=True)
    for line in lines:
        if line == f"event: {kind}":
            found: dict[str, Any] = json.loads(next(lines).removeprefix("data: "))
            return found
    raise AssertionError(f"no {kind}")


@pytest.mark.parametrize("action", ["next", "recall", "undo", "pause", "close", "start", "finish", "park"])
def test_another_counters_token_is_told_so(asker: Asker, other: str, action: str) -> None:
    asker.issue()
    asker.open(1)
    refused = asker.post(f"/v1/counters/1/{action}", role=other)
    is_problem(refused, 403, "counter-elsewhere")
    assert refused.json()["counter"] == 1
    asker.open(2, "0288")
    is_problem(asker.post(f"/v1/counters/1/{action}", role=other), 403, "counter-elsewhere")


def test_it_reads_no_figures_and_takes_no_alert_there(asker: Asker, other: str) -> None:
    asker.open(1)
    is_problem(asker.get("/v1/counters/1/figures", role=other), 403, "counter-elsewhere")
    alert = asker.answer("/v1/alerts", {"kind": "lobby-manager"}, role="kiosk")
    taken = asker.post(f"/v1/alerts/{alert['id']}/take", {"counter": 1}, role=other)
    is_problem(taken, 403, "counter-elsewhere")


def test_the_session_goes_on_where_its_teller_signs_in_next(asker: Asker, other: str) -> None:
    """A PC that died is replaced by another, with a ticket at the counter."""
    asker.issue()
    asker.open(1)
    held = asker.at(1, "next", "start")
    body = {"staff": "0312", "pin": PIN}
    counter = asker.answer("/v1/counters/1/open", body, role=other)
    assert counter["ticket"]["id"] == held["id"]
    is_problem(asker.post("/v1/counters/1/finish"), 403, "counter-elsewhere")
    assert asker.answer("/v1/counters/1/finish", role=other)["ticket"]["status"] == "served"


def test_a_pause_lasts_over_that(asker: Asker, other: str) -> None:
    asker.open(1)
    asker.answer("/v1/counters/1/pause", {"reason": "lunch"})
    counter = asker.answer("/v1/counters/1/open", {"staff": "0312", "pin": PIN}, role=other)
    assert (counter["state"], counter["reason"]) == ("paused", "lunch")


def test_it_is_known_after_a_restart(running: RunningService, asker: Asker, other: str) -> None:
    asker.open(1)
    running.stop()
    running.start()
    is_problem(asker.post("/v1/counters/1/next", role=other), 403, "counter-elsewhere")
    asker.answer("/v1/counters/1/next")


def test_a_session_that_goes_into_a_new_day_is_its_devices_still(tmp_path: Path) -> None:
    clock = HandClock("2026-11-21T23:55:00+08:00", standing=True)
    with running_service(tmp_path, parse(small_toml()), clock) as running, closing(Asker(running)) as asker:
        with closing(DeviceTokens(running.folder)) as store:
            running.tokens["other"] = store.mint("counter", "other desk")
        asker.open(1, "1001")
        running.hand.pass_minutes(10)
        asker.issue()
        is_problem(asker.post("/v1/counters/1/next", role="other"), 403, "counter-elsewhere")
        asker.at(1, "next")
        told = {"device": "test counter", "role": "counter", "person": "1001"}
        assert actor(running, "TicketCalled") == told
        assert actor(running, "DayOpened") is None


def test_a_closed_counter_is_nobodys(asker: Asker, other: str) -> None:
    is_problem(asker.post("/v1/counters/1/next", role=other), 409, "counter-not-open")


@pytest.mark.parametrize(
    ("role", "said", "kept"),
    [("counter", "phone", "pad"), ("integration", "pad", "integration"), ("manager", "phone", "manager")],
)
def test_the_source_of_a_rating_is_who_sends_it(
    running: RunningService, asker: Asker, role: str, said: str, kept: str
) -> None:
    ticket = asker.served()
    asker.answer(f"/v1/tickets/{ticket['id']}/rating", {"score": 5, "source": said}, role=role)
    assert rows(running, "TicketRated")[-1].get("source", "pad") == kept


def test_so_is_that_of_a_question_without_an_answer(running: RunningService, asker: Asker) -> None:
    ticket = asker.served()
    asker.answer(f"/v1/tickets/{ticket['id']}/no-rating", role="integration")
    assert rows(running, "RatingNotGiven")[-1]["source"] == "integration"


def test_a_kiosk_closes_and_opens_a_service_with_a_pin_alone(running: RunningService, asker: Asker) -> None:
    for path in ("/v1/services/B/close", "/v1/services/B/reopen"):
        is_problem(asker.post(path, role="kiosk"), 403, "not-allowed")
        is_problem(asker.post(path, {"staff": "0312"}, role="kiosk"), 403, "not-allowed")
        is_problem(asker.post(path, {"staff": "0312", "pin": "0000"}, role="kiosk"), 403, "wrong-pin")
        asker.answer(path, {"staff": "0312", "pin": PIN}, role="kiosk", key=path)
    who = {"device": "test kiosk", "role": "kiosk", "person": "0312"}
    assert actor(running, "ServiceClosed") == actor(running, "ServiceReopened") == who


def test_a_retry_of_it_needs_the_pin_too(asker: Asker) -> None:
    body = {"staff": "0312", "pin": PIN, "reason": "cash"}
    first = asker.answer("/v1/services/B/close", body, role="kiosk", key="once")
    assert asker.answer("/v1/services/B/close", body, role="kiosk", key="once") == first
    is_problem(asker.post("/v1/services/B/close", role="kiosk", key="once"), 403, "not-allowed")


def test_others_close_a_service_as_before(asker: Asker) -> None:
    assert not asker.answer("/v1/services/B/close", {"reason": "cash"}, role="counter")["open"]
    assert asker.answer("/v1/services/B/reopen", role="manager")["open"]
