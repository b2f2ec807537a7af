"""A teller's own figures: totals of their day, from which nobody can tell who gave which score."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.harness.branch import running_service
from tests.harness.clocks import OPEN_HOURS, HandClock
from tests.service.asking import Asker, is_problem

FIGURES = "/v1/counters/1/figures"


@pytest.fixture
def clock() -> HandClock:
    """One that stands still in between."""
    return HandClock(OPEN_HOURS, 0.0)


@pytest.fixture
def asker(tmp_path: Path, clock: HandClock) -> Iterator[Asker]:
    """The sample branch by that clock, 0312 at counter 1."""
    with running_service(tmp_path / "data", None, clock) as running, closing(Asker(running)) as asker:
        asker.open()
        yield asker


def serve(asker: Asker, clock: HandClock, minutes: float, service: str = "A", at: int = 1) -> str:
    """A customer, start to finish; the ticket's id."""
    ticket: str = asker.issue(service)["id"]
    asker.at(at, "next", "start")
    clock.pass_minutes(minutes)
    asker.at(at, "finish")
    return ticket


def rate(asker: Asker, ticket: str, score: int) -> None:
    """What the customer gives."""
    asker.answer(f"/v1/tickets/{ticket}/rating", {"score": score})


def own(asker: Asker, path: str = FIGURES) -> dict[str, Any]:
    """What the service says."""
    answer: dict[str, Any] = asker.get(path).json()
    return answer


def test_a_day_that_has_just_begun(asker: Asker) -> None:
    assert own(asker) == {
        "staff": "0312",
        "served": 0,
        "average_s": None,
        "judged": 0,
        "within": 0,
        "pauses": 0,
        "paused_s": 0,
        "ratings": 0,
        "satisfied": None,
        "mean": None,
        "unanswered": 0,
    }


def test_what_was_served_against_its_standard(asker: Asker, clock: HandClock) -> None:
    serve(asker, clock, 5)  # the standard of A, equal counts as kept
    serve(asker, clock, 8, "B")
    serve(asker, clock, 6.5)
    figures = own(asker)
    assert (figures["served"], figures["judged"], figures["within"]) == (3, 3, 2)
    assert figures["average_s"] == pytest.approx(6.5 * 60)


def test_a_finish_that_is_taken_back_counts_no_more(asker: Asker, clock: HandClock) -> None:
    serve(asker, clock, 3)
    asker.at(1, "undo")
    assert own(asker)["served"] == 0


def test_each_has_their_own_wherever_they_sat(asker: Asker, clock: HandClock) -> None:
    asker.open(2, "0288")
    serve(asker, clock, 2)
    serve(asker, clock, 4, at=2)
    asker.answer("/v1/counters/1/close")
    asker.open(3, "0312")
    serve(asker, clock, 6, "B", at=3)
    assert own(asker, "/v1/counters/3/figures")["average_s"] == pytest.approx(4 * 60)
    assert own(asker, "/v1/counters/2/figures")["served"] == 1


def test_who_passed_a_customer_on_has_not_served_them(asker: Asker, clock: HandClock) -> None:
    asker.issue()
    asker.open(2, "0288")
    asker.at(1, "next", "start")
    clock.pass_minutes(7)
    asker.answer("/v1/counters/1/transfer", {"counter": 2})
    asker.at(2, "next", "start")
    clock.pass_minutes(2)
    asker.at(2, "finish")
    assert own(asker)["served"] == 0
    assert own(asker, "/v1/counters/2/figures")["average_s"] == pytest.approx(2 * 60)


def test_pauses_count_with_the_one_that_lasts(asker: Asker, clock: HandClock) -> None:
    asker.answer("/v1/counters/1/pause", {"reason": "lunch"})
    clock.pass_minutes(20)
    asker.answer("/v1/counters/1/resume")
    clock.pass_minutes(5)
    asker.answer("/v1/counters/1/pause", {"reason": "other"})
    clock.pass_minutes(1)
    assert (own(asker)["pauses"], own(asker)["paused_s"]) == (2, 21 * 60)
    asker.answer("/v1/counters/1/close")
    clock.pass_minutes(9)
    asker.open(2)
    assert own(asker, "/v1/counters/2/figures")["paused_s"] == 21 * 60


def test_no_score_can_be_told_from_the_figures(asker: Asker, clock: HandClock) -> None:
    """They stand still but for every third rating: the difference is what three customers said together."""
    tickets = [serve(asker, clock, 1) for _ in range(7)]
    told = []
    for ticket, score in zip(tickets, (5, 1, 3, 4, 5, 5, 1), strict=True):
        rate(asker, ticket, score)
        figures = own(asker)
        told.append((figures["ratings"], figures["mean"], figures["satisfied"]))
    none, three, six = (0, None, None), (3, 3.0, 1 / 3), (6, 23 / 6, 4 / 6)
    assert told == [none, none, three, three, three, six, six]


def test_who_gave_no_rating_is_counted_three_at_a_time_too(asker: Asker, clock: HandClock) -> None:
    told = []
    for n in range(4):
        ticket = serve(asker, clock, 1)
        asker.answer(f"/v1/tickets/{ticket}/no-rating")
        told.append(own(asker)["unanswered"])
        if n == 3:
            rate(asker, ticket, 5)  # on the phone, after all
    assert told == [0, 0, 3, 3]
    assert own(asker)["unanswered"] == 3


def test_they_outlive_a_restart_and_not_the_day(asker: Asker, clock: HandClock) -> None:
    for score in (5, 5, 4):
        rate(asker, serve(asker, clock, 3), score)
    before = own(asker)
    asker.running.stop()
    asker.running.start()
    assert own(asker) == before
    assert before["mean"] == pytest.approx(14 / 3)
    clock.pass_minutes(24 * 60)
    asker.running.stop()
    asker.running.start()
    asker.open()
    assert own(asker)["served"] == 0


def test_who_signs_out_is_told_of_their_day(asker: Asker, clock: HandClock) -> None:
    serve(asker, clock, 4)
    before = own(asker)
    answer = asker.answer("/v1/counters/1/close", {"give_back": True}, key="once")
    assert (answer["state"], answer["figures"]) == ("closed", before)
    assert asker.answer("/v1/counters/1/close", {"give_back": True}, key="once") == answer
    assert asker.answer("/v1/counters/1/close")["figures"] is None


def test_where_nobody_is_signed_in_there_are_none(asker: Asker) -> None:
    is_problem(asker.get("/v1/counters/4/figures"), 409, "counter-not-open")
    is_problem(asker.get("/v1/counters/77/figures"), 404, "unknown-counter")
