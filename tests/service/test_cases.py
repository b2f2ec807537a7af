"""Feedback cases over HTTP: the manager's alone, told at once, kept over restarts and days."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.harness.branch import running_service
from tests.harness.clocks import OPEN_HOURS, HandClock
from tests.harness.waiting import until
from tests.service.asking import Asker, is_problem
from tests.service.listening import Feed

WORDS = "nobody-listened-q7x"
LETTER = {"channel": "letter", "text": WORDS, "by": "0288"}


@pytest.fixture
def clock() -> HandClock:
    """A clock that is moved on by hand."""
    return HandClock(OPEN_HOURS)


@pytest.fixture
def asker(tmp_path: Path, clock: HandClock) -> Iterator[Asker]:
    """The sample branch on that clock."""
    with running_service(tmp_path / "data", None, clock) as running:
        asker = Asker(running)
        yield asker
        asker.close()


def rate(asker: Asker, score: int = 1) -> dict[str, Any]:
    """Somebody is served and says so; the ticket."""
    ticket = asker.served()
    asker.answer(f"/v1/tickets/{ticket['id']}/rating", {"score": score, "tags": ["slow"], "comment": WORDS})
    return ticket


def heard_of(feed: Feed, service: str) -> bool:
    """Whether a ticket of that service has been told."""
    return any(event.data["ticket"]["service"] == service for event in feed.of("TicketIssued"))


def cases(asker: Asker, query: str = "") -> list[dict[str, Any]]:
    """What the manager gets."""
    answer = asker.get(f"/v1/cases{query}", role="manager")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["cases"]
    return found


def test_a_poor_rating_is_a_case_and_only_the_manager_is_told(asker: Asker) -> None:
    feeds = {role: Feed(asker.running, role) for role in ("kiosk", "display", "counter", "integration")}
    feeds["manager"] = Feed(asker.running, "manager")
    for feed in feeds.values():
        feed.__enter__()
    try:
        ticket = rate(asker)
        asker.issue("B")
        (case,) = cases(asker)
        for role, feed in feeds.items():
            feed.wait_for(partial(heard_of, feed, "B"))
            told = [event.data["case"] for event in feed.of("CaseOpened")]
            assert told == ([case] if role == "manager" else []), role
            alerts = [event.data["alert"]["id"] for event in feed.of("AlertRaised")]
            assert alerts == ([case["id"]] if role == "manager" else []), role
            if role != "manager":
                assert WORDS not in str([event.data for event in feed.events]), role
    finally:
        for feed in feeds.values():
            feed.__exit__(None, None, None)
    assert (case["state"], case["score"], case["tags"], case["text"]) == ("open", 1, ["slow"], WORDS)
    assert (case["number"], case["counter"], case["staff"]) == (ticket["number"], 1, "0312")
    assert asker.get(f"/v1/cases/{case['id']}", role="manager").json() == case


def test_a_case_from_hand_to_hand(asker: Asker) -> None:
    rate(asker)
    path = f"/v1/cases/{cases(asker)[0]['id']}"
    assert asker.answer(f"{path}/take", role="manager")["handler"] == "test manager"
    assert asker.answer(f"{path}/take", {"by": "0288"}, role="manager")["handler"] == "0288"
    asker.answer(f"{path}/note", {"text": "called back", "by": "0288"}, role="manager")
    assert [case["state"] for case in cases(asker, "?state=in-progress")] == ["in-progress"]
    done = asker.answer(f"{path}/resolve", {"text": "fee returned"}, role="manager", key="once")
    assert (done["state"], done["overdue"]) == ("resolved", False)
    assert asker.answer(f"{path}/resolve", {"text": "fee returned"}, role="manager", key="once") == done
    assert asker.snapshot()["hall"]["alerts"] == []
    is_problem(asker.post(f"{path}/resolve", role="manager"), 409, "case-resolved")
    assert cases(asker, "?state=open") == []
    again = asker.answer(f"{path}/reopen", {"text": "not so"}, role="manager")
    assert [note["did"] for note in again["notes"]] == [
        *("opened", "taken", "taken", "noted", "resolved", "reopened")
    ]
    asker.running.stop()
    asker.running.start()
    assert asker.get(path, role="manager").json() == again


def test_a_teller_hands_in_a_complaint_and_sees_no_more_of_it(asker: Asker) -> None:
    receipt = asker.answer("/v1/cases", LETTER, role="counter")
    assert set(receipt) == {"id", "state", "opened_at", "due_at"}
    (case,) = cases(asker)
    assert (case["channel"], case["text"], case["notes"][0]["by"]) == ("letter", WORDS, "0288")
    assert asker.answer("/v1/cases", {**LETTER, "channel": "email"}, role="manager")["text"] == WORDS
    for path in ("/v1/cases", f"/v1/cases/{case['id']}"):
        is_problem(asker.get(path, role="counter"), 403, "not-allowed")
    assert WORDS not in asker.get("/v1/snapshot?counter=1", role="counter").text


@pytest.mark.parametrize(
    "body", [{}, {"channel": "letter"}, {"channel": "pigeon", "text": "x"}, {"channel": "letter", "text": ""}]
)
def test_bad_complaints(asker: Asker, body: dict[str, Any]) -> None:
    is_problem(asker.post("/v1/cases", body, role="manager"), 422, "invalid")


def test_the_time_passes_though_nobody_asks(asker: Asker, clock: HandClock) -> None:
    rate(asker)
    with Feed(asker.running, "manager") as feed:
        clock.pass_minutes(60 * 24 * 5)  # five days are more than eight hours of opening
        feed.wait_for(lambda: feed.of("CaseOverdue"))
        assert [event.data["case"]["overdue"] for event in feed.of("CaseOverdue")] == [True]
        until(lambda: any(e.data["alert"]["kind"] == "feedback-late" for e in feed.of("AlertRaised")))


def test_a_past_day_shows_its_cases_as_they_stand_now(asker: Asker, clock: HandClock) -> None:
    rate(asker)
    (case,) = cases(asker)
    day = asker.snapshot()["hall"]["day"]
    assert asker.get("/v1/visits", role="manager").json()["cases"] == {
        "opened": 1,
        "resolved": 0,
        "in_time": 0,
        "overdue": 0,
    }
    asker.answer(f"/v1/cases/{case['id']}/resolve", role="manager")
    clock.pass_minutes(60 * 24 * 40)  # it is put away
    letter = asker.answer("/v1/cases", LETTER, role="manager")
    assert cases(asker) == [letter]
    is_problem(asker.get(f"/v1/cases/{case['id']}", role="manager"), 404, "unknown-case")
    (then,) = cases(asker, f"?day={day}")
    assert (then["id"], then["state"]) == (case["id"], "resolved")
    visits = asker.get(f"/v1/visits?day={day}", role="manager").json()
    assert visits["cases"] == {"opened": 1, "resolved": 1, "in_time": 1, "overdue": 0}
    is_problem(asker.get("/v1/cases?day=2001-01-01", role="manager"), 404, "unknown-day")
