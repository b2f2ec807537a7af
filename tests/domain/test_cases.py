"""Feedback cases: opened by unhappy customers, answered in time or not, not lost at midnight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.plan.branch_plan import Feedback
from branch.opening_hours import HOUR, MINUTE, after_open
from tests.domain.branches import FRIDAY, MONDAY, PLAN, SATURDAY, SUNDAY, at, with_schedule
from tests.domain.helpers import Story, did, given, issue, seat, served_in

ROUND_THE_CLOCK = replace(PLAN, feedback=Feedback(answer_within=2 * HOUR, opening_hours=False))
PAPER = c.OpenCase("x", "paper", "the form was missing", "teller 1", "A001")


def unhappy(score: int = 2, plan: object = ROUND_THE_CLOCK) -> Story:
    """Ticket a has been served at counter 1 and rated, at nine o'clock or so."""
    rating = c.RateTicket("a", score, tags=("slow",), comment="too slow", source="phone")
    steps = (issue("a"), seat(1), *served_in(1), rating)
    return given(*steps, plan=plan)  # type: ignore[arg-type]  # a Plan


def only_case(story: Story) -> str:
    """The one there is."""
    (case,) = story.hall.cases
    return case


def test_a_poor_score_opens_a_case_and_tells_the_manager() -> None:
    story = unhappy()
    case = story.hall.cases[only_case(story)]
    assert (case.state, case.channel, case.score, case.tags) == ("open", "phone", 2, ("slow",))
    assert (case.ticket, case.number, case.service) == ("a", "A001", "A")
    assert (case.counter, case.staff, case.text) == (1, "teller1", "too slow")
    assert case.due_at == case.opened_at + 2 * HOUR
    assert [(a.kind, a.counter, a.detail) for a in story.hall.alerts.values()] == [("feedback", 1, "A001")]
    assert case.alerts[0] in story.hall.alerts


@pytest.mark.parametrize("score", [3, 4, 5])
def test_a_fair_score_opens_none(score: int) -> None:
    assert unhappy(score).hall.cases == {}


@pytest.mark.parametrize(("poor", "score", "opened"), [(0, 1, 0), (3, 3, 1), (1, 2, 0)])
def test_the_branch_sets_which_score_is_poor(poor: int, score: int, opened: int) -> None:
    assert len(unhappy(score, replace(PLAN, feedback=Feedback(poor_score=poor))).hall.cases) == opened


def test_two_unhappy_customers_of_one_counter_are_two_cases_with_two_alerts() -> None:
    story = unhappy().given(issue("b"), *served_in(1), c.RateTicket("b", 1, source="phone"))
    assert len(story.hall.cases) == len(story.hall.alerts) == 2


def test_a_complaint_on_paper_knows_what_its_ticket_knows() -> None:
    story = given(issue("a"), seat(1), *served_in(1))
    known = {"channel": "paper", "ticket": "a", "service": "A", "at_counter": 1, "staff": "teller1"}
    story.when(PAPER).then(
        did(e.CaseOpened, case="x", by="teller 1", text="the form was missing", **known),
        did(
            e.AlertRaised,
            alert="x",
            kind="feedback",
            source="complaint by paper",
            at_counter=1,
            detail="A001",
        ),
    )


def test_a_complaint_about_nobody_in_particular() -> None:
    given().when(c.OpenCase("x", "letter", "no seats", "li", service="B")).then(
        did(e.CaseOpened, ticket=None, service="B", at_counter=None, staff=None), did(e.AlertRaised)
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.OpenCase("x", "pigeon", "coo", "li"), "invalid"),
        (PAPER, "unknown-ticket"),
        (c.OpenCase("x", "paper", "-", "li", service="Z"), "unknown-service"),
        (c.OpenCase("x", "paper", "-", "li", counter=77), "unknown-counter"),
        (c.TakeCase("x", "li"), "unknown-case"),
        (c.NoteCase("x", "li", "-"), "unknown-case"),
        (c.ResolveCase("x", "li"), "unknown-case"),
        (c.ReopenCase("x", "li"), "unknown-case"),
    ],
)
def test_what_is_refused(command: c.Command, code: str) -> None:
    given().when(command).refused(code)


def test_a_case_is_taken_noted_and_resolved() -> None:
    story = unhappy()
    case = only_case(story)
    story.when(c.TakeCase(case, "wang")).then(did(e.CaseTaken, by="wang"))
    story.when(c.TakeCase(case, "wang")).then()
    story.when(c.TakeCase(case, "zhao")).then(did(e.CaseTaken, by="zhao"))
    story.when(c.NoteCase(case, "zhao", "called back")).then(did(e.CaseNoted, text="called back"))
    story.when(c.ResolveCase(case, "zhao", "fee returned")).then(
        did(e.CaseResolved, by="zhao", text="fee returned"), did(e.AlertCleared, by="zhao", kind="feedback")
    )
    done = story.hall.cases[case]
    assert (done.state, done.handler, done.resolved_at, done.in_time) == ("resolved", "zhao", story.now, True)
    assert [(note.did, note.by) for note in done.notes] == [
        *(("opened", None), ("taken", "wang"), ("taken", "zhao")),
        *(("noted", "zhao"), ("resolved", "zhao")),
    ]
    assert story.hall.alerts == {}
    story.when(c.ResolveCase(case, "li")).refused("case-resolved")
    story.when(c.TakeCase(case, "li")).refused("case-resolved")
    story.when(c.NoteCase(case, "li", "said thanks")).then(did(e.CaseNoted))


def test_a_resolved_case_may_be_opened_again_with_a_new_time() -> None:
    story = unhappy()
    case = only_case(story)
    story.when(c.ReopenCase(case, "li")).refused("case-not-resolved")
    story.given(c.ResolveCase(case, "li"), "+3h")
    story.when(c.ReopenCase(case, "li", "not so")).then(
        did(e.CaseReopened, due_at=story.now + 2 * HOUR), did(e.AlertRaised, kind="feedback")
    )
    again = story.hall.cases[case]
    assert (again.state, again.handler, again.resolved_at, again.in_time) == ("open", None, None, None)


def test_a_time_that_passes_is_told_once_and_cleared_with_the_case() -> None:
    story = unhappy()
    case = only_case(story)
    due = story.hall.cases[case].due_at
    story.now = due
    story.when(c.RunTimers()).then()
    story.now = due + 1
    late = did(e.AlertRaised, kind="feedback-late", alert=f"{case}-late", at_counter=1, detail="A001")
    story.when(c.RunTimers()).then(did(e.CaseOverdue, case=case), late)
    story.when(c.RunTimers()).then()
    assert story.hall.cases[case].in_time is False
    story.when(c.ResolveCase(case, "li")).then(
        did(e.CaseResolved), did(e.AlertCleared, kind="feedback"), did(e.AlertCleared, kind="feedback-late")
    )
    assert story.hall.cases[case].in_time is False


def test_an_answer_after_its_time_is_late_though_nobody_looked_at_the_clock() -> None:
    story = unhappy().given("12:00")
    story.given(c.ResolveCase(only_case(story), "li"))
    assert story.hall.cases[only_case(story)].in_time is False


def test_cases_outlive_the_day_and_the_resolved_are_put_away_at_last() -> None:
    plan = replace(PLAN, feedback=Feedback(keep=3 * 24 * HOUR))
    story = unhappy(plan=plan).given(PAPER, c.ResolveCase("x", "li"))
    before = dict(story.hall.cases)
    story.when(c.TurnDay(SATURDAY), "20:00")
    assert story.hall.cases == before
    story.given("+24h", c.TurnDay(SUNDAY), "+72h", c.TurnDay("2026-11-24"))
    assert list(story.hall.cases) == [case for case in before if case != "x"]


@pytest.mark.parametrize(
    ("start", "duration", "due"),
    [
        (at("09:30"), HOUR, at("10:30")),
        (at("11:30"), HOUR, at("13:30")),
        (at("16:00"), 2 * HOUR, at("10:00", SATURDAY)),
        (at("11:00", SATURDAY), 2 * HOUR, at("10:00", MONDAY)),
        (at("20:00", FRIDAY), 30 * MINUTE, at("09:30", SATURDAY)),
    ],
)
def test_time_counts_while_the_branch_is_open(start: int, duration: int, due: int) -> None:
    assert after_open(PLAN.schedule, start, duration) == due


def test_a_branch_that_never_opens_counts_by_the_clock() -> None:
    closed = with_schedule("UTC", ((),) * 7).schedule
    assert after_open(closed, at("09:00"), HOUR) == at("10:00")
