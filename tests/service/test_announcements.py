"""What customers are told of their wait: the same everywhere, written down, and counted when it has held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from branch.contract.answers.visit_answers import AnnouncementCounts
from branch.contract.times import from_text
from branch.contract.wait_reading import wait_words
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.tickets.ticket import Place, Ticket
from branch.service.feed.announcement_views import announcements_of
from branch.wording.wait_wording import plain
from tests.harness.branch import running_service, sample_config
from tests.harness.clocks import HandClock
from tests.service.asking import Asker

TODAY, MONDAY = "2026-11-21", "2026-11-23"
WAIT = {"low_s": 240, "middle_s": 600, "high_s": 900}


@pytest.fixture
def clock() -> HandClock:
    return HandClock(standing=True)


@pytest.fixture
def asker(tmp_path: Path, clock: HandClock) -> Iterator[Asker]:
    with running_service(tmp_path, sample_config(), clock) as running:
        asker = Asker(running)
        yield asker
        asker.close()


def service_of(asker: Asker, service: str) -> dict[str, Any]:
    hall = asker.get("/v1/snapshot", role="display").json()["hall"]
    return next(one for one in hall["services"] if one["id"] == service)


def visits(asker: Asker, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = asker.get(f"/v1/visits{query}", role="manager").json()
    return found


def test_board_ticket_and_page_tell_the_same_wait(asker: Asker) -> None:
    """Counter 1 serves A and B, which are one queue there: five for A are ahead of the first for B."""
    asker.open(services=["A", "B"])
    asker.issue("A")
    asker.post("/v1/counters/1/next")
    for _ in range(5):
        asker.issue("A")
    told = service_of(asker, "B")
    assert (told["waiting"], told["ahead"]) == (0, 5)
    ticket = asker.issue("B")
    assert ticket["ahead"] == 5
    estimate = ticket["estimate"]
    assert {name: estimate[name] for name in WAIT} == told["estimate"]
    assert 0 <= estimate["low_s"] <= estimate["middle_s"] <= estimate["high_s"]
    issued = from_text(ticket["issued_at"])
    for name in ("middle", "high"):
        after = from_text(estimate[f"{name}_at"]) - issued
        assert after == pytest.approx(estimate[f"{name}_s"] * 1000, abs=500)
    page = asker.get(f"/t/{ticket['id']}/state", role=None).json()
    assert (page["ahead"], page["estimate"]) == (5, estimate)
    words = wait_words("zh", 5, estimate)
    assert page["told"]["people"]["zh"] == words.people == "前面 *5* 人"
    assert page["told"]["by"]["zh"] == words.by
    assert page["told"]["about"]["en"] == wait_words("en", 5, estimate).about


def test_what_was_told_is_written_down_with_the_ticket(asker: Asker, clock: HandClock) -> None:
    nobody = asker.issue("A")
    asker.open(services=["A", "B"])
    asker.post("/v1/counters/1/next")
    ticket = asker.issue("A")
    clock.put(f"{TODAY}T09:50:00+08:00")
    asker.post("/v1/counters/1/start")
    asker.post("/v1/counters/1/transfer", {"service": "B"})
    rows = {row["number"]: row["announced"] for row in visits(asker)["visits"]}
    assert rows[nobody["number"]] is None, "no counter was open: nobody could tell"
    assert rows[ticket["number"]] == {
        "service": "A",
        "ahead": ticket["ahead"],
        **{name: ticket["estimate"][name] for name in WAIT},
    }


def test_an_announcement_stays_with_the_service_that_it_was_made_for(asker: Asker) -> None:
    asker.open(services=["A", "B"])
    asker.issue("A")
    asker.post("/v1/counters/1/next")
    asker.post("/v1/counters/1/start")
    asker.post("/v1/counters/1/transfer", {"service": "B"})
    (row,) = visits(asker)["visits"]
    assert (row["service"], row["announced"]["service"]) == ("B", "A")


def test_the_day_says_how_its_announcements_held_also_when_it_is_over(asker: Asker, clock: HandClock) -> None:
    assert visits(asker)["announcements"] is None
    asker.open(services=["A", "B"])
    asker.issue("A")
    asker.post("/v1/counters/1/next")
    called = asker.issue("A", segment="priority")
    asker.issue("B")
    top = from_text(called["estimate"]["high_at"])
    clock.at = top
    asker.post("/v1/counters/1/start")
    asker.post("/v1/counters/1/finish")
    asker.post("/v1/counters/1/next")
    counts = visits(asker)["announcements"]
    assert (counts["announced"], counts["judged"], counts["within"]) == (3, 2, 2)
    late = called["estimate"]["high_s"] - called["estimate"]["middle_s"]
    assert counts["mae_s"] == pytest.approx(late / 2, abs=1)
    assert {name: held["judged"] for name, held in counts["services"].items()} == {"A": 2, "B": 0}
    told = {name: held["announced"] for name, held in counts["segments"].items()}
    assert told == {"ordinary": 2, "priority": 1}
    assert list(counts["hours"]) == ["9"]
    clock.put(f"{MONDAY}T09:30:00+08:00")
    asker.issue()
    over = visits(asker, f"?day={TODAY}")["announcements"]
    assert over["announced"] == 3
    assert visits(asker)["announcements"] is None


def ticket(number: str, waited_s: int | None, left_s: int | None = None, **more: Any) -> Ticket:
    """One that was told `WAIT` at five past nine, called and gone after so many seconds."""
    at = from_text(f"{TODAY}T09:05:00+08:00")
    facts: dict[str, Any] = {
        "segment": "ordinary",
        "issued_at": at,
        "first_called_at": None if waited_s is None else at + 1000 * waited_s,
        "finished_at": None if left_s is None else at + 1000 * left_s,
        "announced": WaitEstimate(low=240_000, middle=600_000, top=900_000, ahead=3, dry_run=0),
    }
    facts |= {"id": number, "number": number, "service": number[0], "language": "zh", "channel": "kiosk"}
    return Ticket(place=Place(at, 1), **(facts | more))


def counted(*tickets: Ticket) -> AnnouncementCounts:
    counts = announcements_of(tickets, ZoneInfo("Asia/Shanghai"))
    assert counts is not None
    return counts


def test_an_announcement_is_held_against_the_first_call() -> None:
    told = [ticket("A001", 600), ticket("A002", 900), ticket("A003", 901), ticket("A004", None)]
    counts = counted(*told, ticket("A005", 300, announced=None))
    assert (counts["announced"], counts["judged"], counts["within"]) == (4, 3, 2)
    assert counts["mae_s"] == pytest.approx((0 + 300 + 301) / 3)


def test_who_left_after_the_top_was_told_too_little() -> None:
    counts = counted(ticket("A001", None, 900), ticket("A002", None, 901), ticket("A003", 60, 100))
    assert (counts["announced"], counts["judged"], counts["within"]) == (3, 2, 1)


def test_a_day_without_announcements_has_no_figures() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    assert announcements_of([ticket("A001", 600, announced=None)], zone) is None
    assert announcements_of([], zone) is None


def test_hours_and_services_are_told_in_order() -> None:
    at = from_text(f"{TODAY}T10:00:00+08:00")
    later: dict[str, Any] = {"issued_at": at, "first_called_at": at + 60_000, "segment": "vip"}
    counts = counted(ticket("B001", 60), ticket("A001", 60), ticket("A002", 60, **later))
    assert (list(counts["services"]), list(counts["hours"])) == (["A", "B"], ["9", "10"])
    assert counts["segments"]["vip"] == {"announced": 1, "judged": 1, "within": 1, "mae_s": 540}


def test_without_counters_the_hall_counts_as_a_ticket_would(asker: Asker) -> None:
    """Three counters of the plan could serve A: who comes sixth has fewer ahead than wait."""
    for _ in range(5):
        asker.issue("A")
    told = service_of(asker, "A")
    assert (told["waiting"], told["estimate"]) == (5, None)
    assert told["ahead"] == asker.issue("A")["ahead"]


def test_the_page_says_what_it_is_told_in_words(asker: Asker) -> None:
    ticket = asker.issue("A")
    told = asker.get(f"/t/{ticket['id']}/state", role=None).json()["told"]
    assert plain(told["about"]["zh"]) == "暂无窗口办理"
    assert told["by"]["en"] == "wait not known yet"
    asker.open(services=["A"])
    asker.post("/v1/counters/1/next")
    assert asker.get(f"/t/{ticket['id']}/state", role=None).json()["told"] is None
