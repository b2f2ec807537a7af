"""Every call of the client against the real service."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from branch.client.calls.service_api import Api, new_key
from branch.client.responses import Unauthorized
from branch.contract.refusals import Refusal
from tests.harness.branch import PIN, RunningService

Apis = Callable[[str], Api]


def test_a_visit_from_the_kiosk_to_the_rating(api_as: Apis) -> None:
    kiosk, counter = api_as("kiosk"), api_as("counter")
    ticket = kiosk.issue("A", language="zh", segment="vip", phone="13800000000")
    assert ticket["number"] == "A001"
    assert (ticket["status"], ticket["ahead"]) == ("waiting", 0)
    assert kiosk.printed(ticket["id"], ok=False, reason="paper-out")["printed"] is False
    assert counter.open_counter(1, "1001", PIN)["state"] == "open"
    assert counter.why(ticket["id"])["called"] is None

    called = counter.next(1)["ticket"]
    assert called is not None
    assert (called["number"], called["counter"], called["recalls"]) == ("A001", 1, 0)
    again = counter.recall(1)["ticket"]
    assert again is not None
    assert again["recalls"] == 1
    counter.start(1)
    done = counter.finish(1)["ticket"]
    assert done is not None
    assert done["status"] == "served"
    assert counter.rate(ticket["id"], 5, ["friendly"], "谢谢")["score"] == 5
    assert kiosk.ticket(ticket["id"])["status"] == "served"
    rows = api_as("manager").visits()
    assert [row["number"] for row in rows["visits"]] == ["A001"]


def test_the_other_actions_of_a_counter(api_as: Apis) -> None:
    kiosk, counter = api_as("kiosk"), api_as("counter")
    first, second, third = (kiosk.issue("A")["id"] for _ in range(3))
    counter.open_counter(1, "1001", PIN, ["A"])
    counter.open_counter(2, "1002", PIN)
    counter.call(1, second, "in a hurry")
    counter.undo(1)
    assert counter.ticket(second)["status"] == "waiting"
    counter.next(1)
    counter.no_show(1)
    assert counter.requeue(first)["status"] == "waiting"
    counter.call(1, first)
    counter.park(1)
    assert counter.ticket(first)["status"] == "parked"
    counter.call(1, first)
    sent = counter.transfer(1, service="B", note="wants a loan")["ticket"]
    assert sent is not None
    assert (sent["service"], sent["note"], sent["number"]) == ("B", "wants a loan", "A001")
    counter.call(1, second)
    counter.transfer(1, counter=2)
    assert counter.ticket(second)["for_counter"] == 2
    assert kiosk.cancel(third)["status"] == "cancelled"
    assert counter.pause(1, "lunch")["reason"] == "lunch"
    assert counter.resume(1)["state"] == "open"
    assert counter.close_counter(1)["state"] == "closed"


def test_nobody_waits(api_as: Apis) -> None:
    counter = api_as("counter")
    counter.open_counter(1, "1001", PIN)
    assert counter.next(1) == {"ticket": None}


def test_a_service_is_closed_and_reopened(api_as: Apis) -> None:
    api = api_as("counter")
    assert api.close_service("B", "no cash") == {"id": "B", "open": False, "reason": "no cash"}
    with pytest.raises(Refusal) as refused:
        api.issue("B")
    assert refused.value.code == "service-closed"
    assert api.reopen_service("B")["open"] is True


def test_an_appointment(api_as: Apis) -> None:
    integration, kiosk = api_as("integration"), api_as("kiosk")
    soon = datetime.now(UTC) + timedelta(minutes=5)
    booked = integration.book("A", soon.isoformat(), phone="13800000001", name="李", code="abcd")
    assert [a["id"] for a in kiosk.appointments(code="ABCD")] == [booked["id"]]
    assert [a["id"] for a in integration.appointments(phone="13800000001")] == [booked["id"]]
    assert [a["id"] for a in kiosk.find_appointments("13800000001")] == [booked["id"]]
    ticket = kiosk.check_in(phone="13800000001", appointment=booked["id"], language="en")
    assert ticket["appointment"] is not None
    with pytest.raises(Refusal, match="checked in") as refused:
        kiosk.check_in(code="abcd")
    assert refused.value.code == "appointment-used"


def test_what_the_branch_is(api_as: Apis, service: RunningService) -> None:
    display = api_as("display")
    assert display.branch().name["en"] == "Test Branch"
    snapshot = display.snapshot()
    assert snapshot["hall"]["queue"] is None
    assert snapshot["journal"] == display.health()["journal"]
    queue = api_as("counter").snapshot(counter=1)["hall"]["queue"]
    assert queue is not None
    assert queue["waiting"] == 0


def test_health_sends_no_token(service: RunningService) -> None:
    with Api(service.url, "not a token of this service") as stranger:
        assert stranger.health()["status"] == "ok"
        with pytest.raises(Unauthorized):
            stranger.branch()


def test_refusals_are_those_of_the_domain(api_as: Apis) -> None:
    api = api_as("kiosk")
    with pytest.raises(Refusal) as unknown:
        api.issue("Z")
    assert unknown.value.code == "unknown-service"
    with pytest.raises(Refusal) as forbidden:
        api.next(1)
    assert forbidden.value.code == "not-allowed"
    with pytest.raises(Refusal) as lost:
        api.ticket("a b?c#d%2e")
    assert lost.value.code == "unknown-ticket"
    with pytest.raises(Refusal) as wrong:
        api_as("counter").open_counter(1, "1001", "0000")
    assert wrong.value.code == "wrong-pin"


def test_one_key_is_one_ticket(api_as: Apis) -> None:
    """peers.md 10, 41: two taps on one button are two requests, and still one ticket."""
    kiosk, key = api_as("kiosk"), new_key()
    with ThreadPoolExecutor(8) as taps:
        tickets = [tap.result() for tap in [taps.submit(kiosk.issue, "A", key=key) for _ in range(8)]]
    assert {ticket["id"] for ticket in tickets} == {tickets[0]["id"]}
    assert kiosk.issue("A")["number"] == "A002"
    with pytest.raises(Refusal) as reused:
        kiosk.issue("B", key=key)
    assert reused.value.code == "key-reused"


def test_a_restart_between_two_calls_is_not_noticed(api_as: Apis, service: RunningService) -> None:
    kiosk = api_as("kiosk")
    first = kiosk.issue("A")
    service.stop()
    service.start()
    assert kiosk.ticket(first["id"])["number"] == first["number"]
