"""Every call of docs/protocol.md answers as it says there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.harness.branch import PIN
from tests.service.asking import COUNTER, STAFF_SEES, TICKET, Asker, is_problem


def instant(text: str) -> datetime:
    """An instant as the wire must carry it: RFC 3339, milliseconds, the branch's offset."""
    at = datetime.fromisoformat(text)
    assert text == at.isoformat(timespec="milliseconds")
    assert text.endswith("+08:00")
    return at


def test_a_ticket(asker: Asker) -> None:
    response = asker.post("/v1/tickets", {"service": "A"}, role="kiosk")
    ticket = response.json()
    assert response.status_code == 201
    assert set(ticket) == TICKET
    assert (ticket["number"], ticket["status"], ticket["ahead"]) == ("A001", "waiting", 0)
    assert (ticket["segment"], ticket["language"], ticket["channel"]) == ("ordinary", "zh", "kiosk")
    assert instant(ticket["issued_at"]).date().isoformat() == "2026-11-21"
    assert ticket["url"] == f"{asker.running.url}/t/{ticket['id']}"
    assert len(ticket["id"]) == 22
    assert asker.get(f"/v1/tickets/{ticket['id']}").json() == ticket


def test_a_ticket_with_everything_said(asker: Asker) -> None:
    ticket = asker.issue("B", language="en", segment="vip", phone="+8613800000000", channel="lobby")
    assert (ticket["language"], ticket["segment"], ticket["channel"]) == ("en", "vip", "lobby")
    assert "phone" not in ticket


def test_the_wait_is_told_once_somebody_serves(asker: Asker) -> None:
    assert asker.issue()["estimate"] is None
    asker.open()
    second = asker.issue()
    assert second["ahead"] == 1
    assert 0 <= second["estimate"]["low_s"] <= second["estimate"]["high_s"]


@pytest.mark.parametrize("ok", [True, False])
def test_printed(asker: Asker, ok: bool) -> None:
    ticket = asker.issue()
    path = f"/v1/tickets/{ticket['id']}/printed"
    answer = asker.answer(path, {"ok": ok, "reason": None if ok else "no paper"}, role="kiosk")
    assert answer["printed"] is ok
    assert set(answer) == TICKET


def test_cancel(asker: Asker) -> None:
    ticket = asker.issue()
    assert asker.answer(f"/v1/tickets/{ticket['id']}/cancel", role="kiosk")["status"] == "cancelled"


@pytest.mark.parametrize("aside", ["park", "no-show"])
def test_requeue(asker: Asker, aside: str) -> None:
    ticket = asker.issue()
    asker.open()
    assert asker.at(1, "next", aside)["status"] == {"park": "parked", "no-show": "missed"}[aside]
    again = asker.answer(f"/v1/tickets/{ticket['id']}/requeue", role="kiosk")
    assert (again["status"], again["number"]) == ("waiting", ticket["number"])


def test_a_counter_puts_back_and_takes_that_back(asker: Asker) -> None:
    ticket = asker.issue()
    asker.open()
    asker.at(1, "next", "no-show")
    again = asker.answer("/v1/counters/1/requeue", {"ticket": ticket["id"]})["ticket"]
    assert (again["status"], again["ahead"]) == ("waiting", 0)
    assert asker.at(1, "undo")["status"] == "missed"


def test_a_transfer_to_a_person(asker: Asker) -> None:
    ticket = asker.issue()
    asker.open()
    asker.at(1, "next")
    is_problem(asker.post("/v1/counters/1/transfer", {"staff": "0288"}), 409, "staff-not-here")
    is_problem(asker.post("/v1/counters/1/transfer", {"staff": "nobody"}), 404, "unknown-staff")
    asker.open(2, "0288")
    sent = asker.answer("/v1/counters/1/transfer", {"staff": "0288", "note": "knows the file"})["ticket"]
    assert (sent["for_counter"], sent["for_staff"], sent["note"]) == (2, "0288", "knows the file")
    assert (sent["number"], sent["issued_at"]) == (ticket["number"], ticket["issued_at"])
    why = asker.get(f"/v1/tickets/{ticket['id']}/why").json()
    assert (why["for_counter"], why["ahead"]) == (2, 0)
    state = asker.get(f"/t/{ticket['id']}/state", role=None).json()
    assert (state["for_counter"], state["ahead"]) == (2, 0)
    asker.answer("/v1/counters/2/pause")
    assert asker.get(f"/t/{ticket['id']}/state", role=None).json()["for_counter"] is None


def test_two_services_in_one_visit(asker: Asker) -> None:
    ticket = asker.issue()
    asker.open()
    asker.at(1, "next", "start")
    chained = asker.answer("/v1/counters/1/then", {"services": ["B"]})["ticket"]
    assert (chained["status"], chained["then"]) == ("serving", ["B"])
    assert asker.answer("/v1/counters/1/then", {"services": ["B"]})["ticket"]["then"] == ["B"]
    is_problem(asker.post("/v1/counters/1/then", {"services": ["A"]}), 422, "invalid")
    is_problem(asker.post("/v1/counters/1/then", {"services": ["nothing"]}), 404, "unknown-service")
    state = asker.get(f"/t/{ticket['id']}/state", role=None).json()
    assert [names["en"] for names in state["then"]] == ["Accounts and cards"]
    on = asker.at(1, "finish")
    assert (on["status"], on["service"], on["then"], on["number"]) == ("waiting", "B", [], ticket["number"])
    is_problem(asker.post(f"/v1/tickets/{ticket['id']}/rating", {"score": 5}), 409, "ticket-not-served")
    asker.at(1, "next", "start", "finish")
    assert asker.post(f"/v1/tickets/{ticket['id']}/rating", {"score": 5}).status_code == 201
    (row,) = asker.get("/v1/visits", role="manager").json()["visits"]
    assert [done["service"] for done in row["served"]] == ["A", "B"]


def test_rating(asker: Asker) -> None:
    ticket = asker.served()
    path = f"/v1/tickets/{ticket['id']}/rating"
    body = {"score": 5, "tags": ["quick"], "comment": "谢谢", "source": "pad"}
    response = asker.post(path, body)
    assert response.status_code == 201
    rating = response.json()
    assert (rating["ticket"], rating["score"]) == ("A001", 5)
    instant(rating["at"])
    is_problem(asker.post(path, body), 409, "already-rated")


def test_why(asker: Asker) -> None:
    first, second = asker.issue(), asker.issue()
    waiting = asker.get(f"/v1/tickets/{second['id']}/why").json()
    assert (waiting["status"], waiting["called"], waiting["ahead"]) == ("waiting", None, 1)
    assert [other["number"] for other in waiting["against"]] == ["A001"]
    asker.open()
    asker.at(1, "next")
    called = asker.get(f"/v1/tickets/{first['id']}/why").json()
    assert called["called"]["reason"] == "longest-wait"
    assert called["called"]["rule"] == called["rule"] == "accumulating-priority"
    assert called["called"]["rate"] == 1.0
    assert [other["number"] for other in called["called"]["against"]] == []


def test_open_and_close_a_counter(asker: Asker) -> None:
    counter = asker.open(services=["B"])
    assert set(counter) == COUNTER
    assert (counter["number"], counter["state"], counter["staff"]) == (1, "open", "0312")
    assert counter["services"] == ["B"]
    paused = asker.answer("/v1/counters/1/pause", {"reason": "lunch"})
    assert (paused["state"], paused["reason"], paused["back_at"]) == ("paused", "lunch", None)
    is_problem(asker.post("/v1/counters/1/next"), 409, "counter-paused")
    assert asker.answer("/v1/counters/1/resume")["state"] == "open"
    assert asker.answer("/v1/counters/1/pause")["state"] == "paused"
    closed = asker.answer("/v1/counters/1/close")
    assert (closed["state"], closed["staff"]) == ("closed", None)
    is_problem(asker.post("/v1/counters/1/next"), 409, "counter-not-open")


def test_a_visit_step_by_step(asker: Asker) -> None:
    asker.open()
    assert asker.answer("/v1/counters/1/next") == {"ticket": None}
    issued = asker.issue()
    called = asker.at(1, "next")
    assert (called["id"], called["status"], called["counter"]) == (issued["id"], "called", 1)
    assert set(called) == TICKET | STAFF_SEES
    is_problem(asker.post("/v1/counters/1/next"), 409, "counter-busy")
    assert asker.at(1, "recall")["recalls"] == 1
    assert asker.at(1, "start")["status"] == "serving"
    is_problem(asker.post("/v1/counters/1/recall"), 409, "ticket-not-called")
    finished = asker.at(1, "finish")
    assert finished["status"] == "served"
    assert instant(finished["called_at"]) <= instant(finished["started_at"])
    assert instant(finished["started_at"]) <= instant(finished["finished_at"])
    assert asker.at(1, "undo")["status"] == "serving"
    is_problem(asker.post("/v1/counters/1/undo"), 409, "nothing-to-undo")


def test_call_a_chosen_ticket(asker: Asker) -> None:
    _, second = asker.issue(), asker.issue()
    asker.open()
    answer = asker.answer("/v1/counters/1/call", {"ticket": second["id"], "reason": "in a hurry"})
    assert answer["ticket"]["number"] == "A002"


@pytest.mark.parametrize("to", [{"service": "C"}, {"counter": 2}, {"service": "B", "counter": 2}])
def test_transfer(asker: Asker, to: dict[str, Any]) -> None:
    asker.issue()
    asker.open()
    asker.open(2, "0288")
    asker.at(1, "next", "start")
    ticket = asker.answer("/v1/counters/1/transfer", {**to, "note": "needs a form"})["ticket"]
    assert (ticket["status"], ticket["number"], ticket["note"]) == ("waiting", "A001", "needs a form")
    assert ticket["service"] == to.get("service", "A")
    assert ticket["for_counter"] == to.get("counter")


def test_close_and_reopen_a_service(asker: Asker) -> None:
    closed = asker.answer("/v1/services/A/close", {"reason": "no cash"})
    assert closed == {"id": "A", "open": False, "reason": "no cash"}
    is_problem(asker.post("/v1/tickets", {"service": "A"}, role="kiosk"), 409, "service-closed")
    assert asker.answer("/v1/services/A/reopen", role="manager") == {"id": "A", "open": True, "reason": None}
    asker.issue()


def test_appointments(asker: Asker) -> None:
    body = {"service": "B", "starts_at": "2026-11-21T09:45:00+08:00", "phone": "13800000000", "name": "李"}
    response = asker.post("/v1/appointments", body, role="integration")
    made = response.json()
    assert response.status_code == 201
    assert made.pop("qr").startswith("BLA1"), "told once, to whoever books"
    assert set(made) == {
        *(
            "id",
            "code",
            "service",
            "segment",
            "starts_at",
            "status",
            "check_in_from",
            "check_in_until",
            "ticket",
        ),
        "place_kept_until",
    }
    assert made["starts_at"] == "2026-11-21T09:45:00.000+08:00"
    assert asker.get(f"/v1/appointments?code={made['code'].lower()}").json() == {"appointments": [made]}
    assert asker.get("/v1/appointments?phone=13800000000").json() == {"appointments": [made]}
    assert asker.get("/v1/appointments?phone=13800000001").json() == {"appointments": []}
    is_problem(asker.get("/v1/appointments"), 422, "invalid")
    checked = asker.post("/v1/appointments/check-in", {"code": made["code"]}, role="kiosk")
    assert checked.status_code == 201
    assert set(checked.json()) == TICKET
    assert checked.json()["appointment"] == made["starts_at"]
    again = asker.post("/v1/appointments/check-in", {"code": made["code"]}, role="kiosk")
    is_problem(again, 409, "appointment-used")


@pytest.mark.parametrize(
    ("starts_at", "code"),
    [("2026-11-21T11:00:00+08:00", "appointment-too-early"), ("2026-11-22T09:30:00+08:00", "wrong-day")],
)
def test_an_appointment_at_another_time(asker: Asker, starts_at: str, code: str) -> None:
    body = {"service": "B", "starts_at": starts_at, "phone": "13800000000", "code": "HARK42"}
    made = asker.answer("/v1/appointments", body, role="integration")
    by_phone = {"phone": "13800000000", "id": made["id"]}
    for asked in ({"code": "hark42"}, by_phone):
        answer = asker.post("/v1/appointments/check-in", asked)
        assert answer.json()["code"].endswith(code)
        assert answer.status_code == 409
    is_problem(asker.post("/v1/appointments/check-in", {"phone": "13800000000"}), 422, "invalid")
    is_problem(asker.post("/v1/appointments/check-in", {"code": "NBDYSZZ"}), 404, "unknown-appointment")
    is_problem(asker.post("/v1/appointments", body, role="integration"), 409, "code-taken")


def test_the_branch(asker: Asker) -> None:
    for role in ("kiosk", "display", "counter", "manager", "integration"):
        branch = asker.get("/v1/branch", role=role).json()
        assert branch["name"] == {"zh": "人民路支行", "en": "Renmin Road Branch"}
        assert [service["id"] for service in branch["services"]] == ["A", "B", "C", "V"]
        assert [counter["number"] for counter in branch["counters"]] == [1, 2, 3, 4]
        assert branch["hours"][5] == [["09:00", "17:00"]]
        assert branch["languages"] == ["zh", "en"]
        assert branch["standards"]["rating_window_s"] == 1800
        assert PIN not in str(branch)
        assert "0312" not in str(branch)


def test_the_days_visits(asker: Asker) -> None:
    ticket = asker.served()
    answer = asker.get("/v1/visits", role="manager").json()
    assert answer["day"] == "2026-11-21"
    (row,) = answer["visits"]
    assert (row["id"], row["staff"], row["reason"]) == (ticket["id"], "0312", "only")
    assert row["waited_s"] >= 0
    assert row["service_s"] >= 0
    assert asker.get("/v1/visits?day=2026-11-21", role="manager").json() == answer
    is_problem(asker.get("/v1/visits?day=2026-11-20", role="manager"), 404, "unknown-day")


def test_the_snapshot(asker: Asker) -> None:
    asker.issue()
    asker.open()
    asker.issue()
    asker.at(1, "next")
    shot = asker.snapshot("counter", counter=1)
    assert set(shot) == {"seq", "at", "journal", "hall"}
    hall = shot["hall"]
    assert set(hall) == {
        *("day", "at", "phase", "opens_at", "closes_at", "services", "counters", "calls", "queue", "alerts"),
        "notices",
    }
    assert (hall["day"], hall["phase"], hall["opens_at"]) == ("2026-11-21", "open", None)
    assert instant(hall["closes_at"]).hour == 17
    assert [call["number"] for call in hall["calls"]] == ["A001"]
    assert [ticket["number"] for ticket in hall["queue"]["tickets"]] == ["A002"]
    assert {service["id"]: service["waiting"] for service in hall["services"]}["A"] == 1
    assert asker.snapshot("display")["hall"]["queue"] is None


def test_health_needs_no_token(asker: Asker) -> None:
    health = asker.get("/v1/health", role=None).json()
    assert set(health) == {"status", "name", "journal", "seq", "day", "at", "speed"}
    assert (health["status"], health["seq"], health["day"], health["speed"]) == ("ok", 0, None, 1.0)
    asker.issue()
    assert asker.get("/v1/health", role=None).json()["day"] == "2026-11-21"
