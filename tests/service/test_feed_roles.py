"""The live feed and the snapshot show to each role what it may see, and no more."""

from __future__ import annotations

import json

import pytest

from branch.contract.basics import ROLES
from tests.service.asking import Asker, is_problem
from tests.service.listening import Feed


def hear_up_to(feed: Feed, last: int) -> None:
    feed.wait_for(lambda: feed.ids()[-1:] == [last])


@pytest.mark.parametrize("role", ["kiosk", "display", "integration"])
def test_a_counters_queue_is_for_staff(asker: Asker, role: str) -> None:
    asker.issue()
    assert asker.snapshot(role, counter=1)["hall"]["queue"] is None
    with Feed(asker.running, role, "?counter=1") as feed:
        feed.wait_for(lambda: feed.of("QueuesChanged"))
        assert "queues" not in feed.of("QueuesChanged")[0].data


PHONE, NAME, COMMENT = "13812345678", "欧阳修", "a secret comment"


def a_full_day(asker: Asker) -> list[str]:
    """Something of everything; the ids of the tickets."""
    for starts, code in (("09:35", "CQ3522"), ("09:40", "CQ4422")):
        asker.answer(
            "/v1/appointments",
            {
                "service": "B",
                "starts_at": f"2026-11-21T{starts}:00+08:00",
                "phone": PHONE,
                "name": NAME,
                "code": code,
            },
            role="integration",
        )
    ids = [asker.issue("A", phone=PHONE)["id"] for _ in range(6)]
    ids.append(asker.answer("/v1/appointments/check-in", {"code": "CQ3522"}, role="kiosk")["id"])
    [second] = asker.get("/v1/appointments?code=CQ4422").json()["appointments"]
    asker.answer(f"/v1/appointments/{second['id']}/cancel", role="integration")
    for action, body in (("printed", {"ok": True}), ("printed", {"ok": False, "reason": "jam"})):
        asker.answer(f"/v1/tickets/{ids[0]}/{action}", body, role="kiosk")
    asker.open(1, "0312")
    asker.open(2, "0288")
    served = asker.at(1, "next", "recall", "start", "finish")
    asker.answer(f"/v1/tickets/{served['id']}/no-rating")
    asker.answer(f"/v1/tickets/{served['id']}/rating", {"score": 1, "comment": COMMENT})
    missed = asker.at(1, "next", "no-show")
    asker.answer(f"/v1/tickets/{missed['id']}/requeue")
    asker.at(1, "next", "park", "undo", "start")
    asker.answer("/v1/counters/1/steps", {"step": "greet"})
    asker.answer("/v1/counters/1/transfer", {"counter": 2, "note": "see the form"})
    asker.answer(f"/v1/tickets/{ids[5]}/cancel")
    asker.answer("/v1/services/C/close", {"reason": "system down"})
    asker.answer("/v1/services/C/reopen")
    asker.answer("/v1/counters/1/pause")
    asker.answer("/v1/counters/1/resume")
    asker.answer("/v1/counters/1/close")
    return ids


FEEDBACK = {"CaseOpened", "AlertRaised"}
MANAGEMENT = {"TicketRated", "RatingNotGiven", "AppointmentBooked", "AppointmentCancelled"}
UNSEEN = {
    "manager": set[str](),
    "integration": FEEDBACK,
    "counter": FEEDBACK | MANAGEMENT,
    "kiosk": FEEDBACK | MANAGEMENT | {"AppointmentCheckedIn", "StepTicked"},
    "display": FEEDBACK | MANAGEMENT | {"AppointmentCheckedIn", "StepTicked", "TicketPrinted"},
}


def test_each_role_sees_what_it_may(asker: Asker) -> None:
    ids = a_full_day(asker)
    last = asker.seq()
    every: dict[str, set[str]] = {}
    for role in sorted(ROLES):
        with Feed(asker.running, role, "?after=0") as feed:
            hear_up_to(feed, last)
            every[role] = {event.type for event in feed.rows()}
            told = json.dumps([event.data for event in feed.events], ensure_ascii=False)
        told += json.dumps(asker.snapshot(role), ensure_ascii=False)
        for secret in (PHONE, NAME, "CQ3522"):
            assert secret not in told, role
        # What the customer wrote is the manager's, in the case that the bad score has opened.
        assert (COMMENT in told) is (role == "manager"), role
        assert any(ticket in told for ticket in ids) is (role not in ("kiosk", "display")), role
        assert ("see the form" in told) is (role not in ("kiosk", "display")), role
        assert ('"0312"' in told) is (role in ("counter", "manager")), role
    for role, unseen in UNSEEN.items():
        assert every["manager"] - every[role] == unseen, role
    assert every["manager"] >= FEEDBACK | MANAGEMENT


def test_a_feed_that_is_not_for_the_asker(asker: Asker) -> None:
    is_problem(asker.get("/v1/events", role=None), 401, "unauthorized")
    answer = asker.get("/v1/events?after=99")
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
