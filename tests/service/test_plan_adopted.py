"""The plan of a day is in the journal, written down before the first thing that happens under it."""

from __future__ import annotations

from dataclasses import replace

from branch.contract.basics import ROLES
from branch.domain.counters.counter import OpenCounter
from branch.domain.counters.serving_messages import CallNext
from branch.domain.day.day_messages import DayOpened, PlanAdopted
from branch.domain.plan.branch_plan import CounterPlan, Plan
from branch.domain.tickets.ticket_messages import IssueTicket
from branch.service.core.event_rows import entry_after, fold, fold_day
from branch.service.feed.feed_entries import entry_data
from branch.service.feed.hall_views import Views
from branch.service.journal.journal_format import from_record, to_record
from branch.service.journal.journal_port import Draft, Journal, MemoryJournal
from tests.domain.branches import PLAN
from tests.harness.clocks import HandClock
from tests.service.desk import desk

FRIDAY_MORNING, MONDAY_MORNING = "2026-11-20T09:30:00+08:00", "2026-11-23T09:30:00+08:00"
FRIDAY, MONDAY = "2026-11-20", "2026-11-23"
MORE = replace(PLAN, counters={**PLAN.counters, 9: CounterPlan(9, ("A",))}, requeue_limit=7)


def types(journal: Journal) -> list[str]:
    return [row.type for row in journal.read(0, 999)]


def served(journal: Journal, ticket: str, plan: Plan = PLAN, clock: str = FRIDAY_MORNING) -> None:
    """Start a service with that plan, give a ticket, and stop it."""
    with desk(journal, HandClock(clock, standing=True), plan=plan) as at:
        assert at.ask(IssueTicket(ticket, "A")).result(5).status == 200


def test_a_day_begins_with_its_plan() -> None:
    journal = MemoryJournal()
    served(journal, "a")
    assert types(journal) == ["DayOpened", "PlanAdopted", "TicketIssued"]
    row = journal.read(1, 1)[0]
    adopted = from_record(row.type, row.at, row.data)
    assert isinstance(adopted, PlanAdopted)
    assert (adopted.plan, adopted.plan_hash) == (PLAN, PLAN.hash)


def test_a_restart_says_nothing_of_the_same_plan() -> None:
    journal = MemoryJournal()
    for ticket in "abc":
        served(journal, ticket)
    assert types(journal).count("PlanAdopted") == 1


def test_a_restart_with_another_plan_writes_it_down_before_anything_else_happens() -> None:
    journal = MemoryJournal()
    served(journal, "a")
    with desk(journal, HandClock(FRIDAY_MORNING, standing=True), plan=MORE) as at:
        assert at.hall()["counters"].keys() == MORE.counters.keys(), "it is in force from the start"
        assert types(journal)[-1] == "TicketIssued", "and nothing has happened under it"
        assert at.ask(CallNext(9)).result(5).body == b"counter-not-open"
        assert types(journal)[-1] == "TicketIssued"
        at.ask(OpenCounter(9, "li")).result(5)
    assert types(journal)[-3:] == ["TicketIssued", "PlanAdopted", "CounterOpened"]
    assert fold_day(journal, PLAN, FRIDAY).plan == MORE
    assert fold(journal, MORE).hall.plan_hash == MORE.hash


def test_a_day_that_ended_before_the_change_keeps_its_plan() -> None:
    journal = MemoryJournal()
    served(journal, "a")
    served(journal, "b", MORE, MONDAY_MORNING)
    kinds = types(journal)
    assert kinds.count("PlanAdopted") == 2
    assert kinds[kinds.index("DayClosed") + 1 :] == ["DayOpened", "PlanAdopted", "TicketIssued"]
    assert fold_day(journal, MORE, FRIDAY).plan == PLAN
    assert fold_day(journal, PLAN, MONDAY).plan == MORE


def test_a_counter_that_is_no_more_stays_while_it_is_in_use() -> None:
    journal = MemoryJournal()
    served(journal, "a", MORE)
    with desk(journal, HandClock(FRIDAY_MORNING, standing=True), plan=MORE) as at:
        at.ask(OpenCounter(9, "li")).result(5)
    counters = fold(journal, PLAN).hall.counters
    assert counters[9].staff == "li"
    assert list(counters) == [*PLAN.counters, 9]


def test_a_journal_of_before_is_folded_with_todays_plan_and_goes_on() -> None:
    journal = MemoryJournal()
    opened = DayOpened(at=HandClock(FRIDAY_MORNING).now(), day=FRIDAY)
    journal.append([Draft(FRIDAY, opened.at, *to_record(opened))])
    assert fold_day(journal, MORE, FRIDAY).plan == MORE
    served(journal, "a")
    assert types(journal) == ["DayOpened", "PlanAdopted", "TicketIssued"]


def test_no_screen_is_told() -> None:
    journal = MemoryJournal()
    served(journal, "a")
    hall = fold(journal, PLAN).hall
    entry = entry_after(hall, PlanAdopted(at=1, plan_hash=PLAN.hash, plan=PLAN), 2, FRIDAY)
    assert [entry_data(entry, Views(PLAN, "http://branch"), role) for role in ROLES] == [None] * len(ROLES)
