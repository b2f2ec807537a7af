"""What is kept of days that are over: as the journal has it, whatever becomes of the file that keeps it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from branch.contract.answers.visit_answers import Visits
from branch.domain import commands as c
from branch.domain.kernel.decide import decide
from branch.domain.kernel.messages import Command
from branch.domain.kernel.refusals import Refusal
from branch.domain.plan.branch_plan import Plan
from branch.opening_hours import MINUTE
from branch.service.core.event_rows import Batch, Entry, fold
from branch.service.feed.hall_views import Views
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.subscriptions import Subscriptions
from branch.service.projections.past_days import History
from branch.service.projections.projection_store import FILE
from tests.domain.branches import MONDAY, PLAN, at

TUESDAY, WEDNESDAY = "2026-11-24", "2026-11-25"


def write(folder: Path, *commands: tuple[int, Command], plan: Plan = PLAN) -> None:
    """Have a branch carry out commands, each at its instant (ms), and end."""
    with closing(SqliteJournal.open(folder)) as journal:
        hall = fold(journal, plan).hall
        for instant, command in commands:
            batch = Batch(hall, journal.last_seq())
            batch.apply(decide(hall, command, instant))
            journal.append(batch.drafts)


def two_days(folder: Path) -> None:
    """A Monday with a customer and a complaint, a Tuesday with two customers, and Wednesday's beginning."""
    write(
        folder,
        (at("08:00", MONDAY), c.TurnDay(MONDAY)),
        (at("10:00", MONDAY), c.IssueTicket("one", service="A")),
        (at("10:01", MONDAY), c.OpenCase("late", "paper", "it took too long", "usher")),
        (at("08:00", TUESDAY), c.TurnDay(TUESDAY)),
        (at("10:00", TUESDAY), c.IssueTicket("two", service="A")),
        (at("10:01", TUESDAY), c.IssueTicket("three", service="B")),
        (at("08:00", WEDNESDAY), c.TurnDay(WEDNESDAY)),
    )


@contextmanager
def history(folder: Path, plan: Plan = PLAN) -> Iterator[History]:
    views = Views(plan, "http://branch")
    with closing(History(folder, plan, views, Subscriptions[Entry]())) as opened:
        yield opened


def told(folder: Path, plan: Plan = PLAN) -> list[Visits]:
    with history(folder, plan) as past:
        return [past.visits(day) for day in (MONDAY, TUESDAY)]


def test_a_day_that_is_over_is_told_with_its_tickets_and_cases(tmp_path: Path) -> None:
    two_days(tmp_path)
    monday, tuesday = told(tmp_path)
    assert [row["number"] for row in monday["visits"]] == ["A001"]
    assert [row["number"] for row in tuesday["visits"]] == ["A001", "B100"]
    assert monday["cases"] == {"opened": 1, "resolved": 0, "in_time": 0, "overdue": 0}
    assert tuesday["cases"]["opened"] == 0
    assert list(monday) == [
        "day",
        "visits",
        "cases",
        "appointments",
        "announcements",
        "service_times",
        "head",
    ]
    assert monday["service_times"] == {}


def test_a_day_that_is_over_tells_how_long_its_services_took(tmp_path: Path) -> None:
    """Of those that staff have finished: what the end of the day cut off says nothing."""
    write(
        tmp_path,
        (at("08:00", MONDAY), c.TurnDay(MONDAY)),
        (at("09:00", MONDAY), c.OpenCounter(1, "teller")),
        *(
            step
            for ticket, began, ended in (("one", "10:00", "10:04"), ("two", "11:00", "11:06"))
            for step in (
                (at(began, MONDAY), c.IssueTicket(ticket, service="A")),
                (at(began, MONDAY), c.CallNext(1)),
                (at(began, MONDAY), c.StartServing(1)),
                (at(ended, MONDAY), c.FinishServing(1)),
            )
        ),
        (at("11:30", MONDAY), c.IssueTicket("three", service="A")),
        (at("11:30", MONDAY), c.CallNext(1)),
        (at("11:30", MONDAY), c.StartServing(1)),
        (at("08:00", TUESDAY), c.TurnDay(TUESDAY)),
        (at("08:00", WEDNESDAY), c.TurnDay(WEDNESDAY)),
    )
    monday, tuesday = told(tmp_path)
    times = monday["service_times"]["A"]
    assert (times["n"], times["mean_s"]) == (2, 300)
    assert times["deviation_s"] == pytest.approx(84.85, abs=0.01)
    assert tuesday["service_times"] == {}


CHANGED = replace(
    PLAN, services={**PLAN.services, "A": replace(PLAN.services["A"], steps=(), wait_standard=MINUTE)}
)
"""What somebody has made of the branch since: no steps, and a wait of one minute promised."""


def test_a_changed_branch_toml_leaves_the_figures_of_past_days(tmp_path: Path) -> None:
    two_days(tmp_path)
    first = told(tmp_path)
    (tmp_path / FILE).unlink()  # it is made again from the journal
    assert first[0]["visits"][0]["steps"] == {"done": 0, "of": 2}
    assert told(tmp_path, CHANGED) == first


def test_days_of_before_the_plan_was_written_down_go_by_todays(tmp_path: Path) -> None:
    two_days(tmp_path)
    with closing(sqlite3.connect(tmp_path / "journal.db")) as connection, connection:
        connection.execute(
            'UPDATE events SET type = \'NoticeEnded\', data = \'{"notice":"","by":""}\''
            " WHERE type = 'PlanAdopted'"
        )
    assert told(tmp_path, CHANGED)[0]["visits"][0]["steps"] is None


def test_it_is_kept_and_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two_days(tmp_path)
    first = told(tmp_path)
    monkeypatch.setattr(
        "branch.service.projections.past_days.fold_day", lambda *_: pytest.fail("folded again")
    )
    assert told(tmp_path) == first


def test_a_case_is_told_as_it_stands_now(tmp_path: Path) -> None:
    two_days(tmp_path)
    told(tmp_path)
    write(tmp_path, (at("09:00", WEDNESDAY), c.ResolveCase("late", "manager", "we rang them up")))
    with history(tmp_path) as past:
        (case,) = past.cases(MONDAY)
        assert past.visits(MONDAY)["cases"] == {"opened": 1, "resolved": 1, "in_time": 0, "overdue": 0}
    assert case["state"] == "resolved"
    assert case["notes"][-1]["text"] == "we rang them up"


def test_a_case_of_the_running_day_goes_on_after_a_start_in_the_middle_of_it(tmp_path: Path) -> None:
    two_days(tmp_path)
    write(tmp_path, (at("09:00", WEDNESDAY), c.OpenCase("rude", "letter", "nobody greeted me", "usher")))
    told(tmp_path)
    write(tmp_path, (at("09:30", WEDNESDAY), c.TakeCase("rude", "manager")))
    with history(tmp_path) as past:
        (case,) = past.cases(WEDNESDAY)
    assert case["handler"] == "manager"


def test_an_unknown_day_is_refused(tmp_path: Path) -> None:
    two_days(tmp_path)
    with history(tmp_path) as past, pytest.raises(Refusal) as refused:
        past.check("2026-11-22")
    assert refused.value.code == "unknown-day"


@pytest.mark.expects_log
def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    two_days(tmp_path)
    first = told(tmp_path)
    (tmp_path / FILE).write_bytes(b"no database at all" * 1000)
    assert told(tmp_path) == first


def test_a_file_of_another_journal_is_made_anew(tmp_path: Path) -> None:
    two_days(tmp_path / "one")
    first = told(tmp_path / "one")
    write(tmp_path / "two", (at("08:00", MONDAY), c.TurnDay(MONDAY)))
    with history(tmp_path / "two"):
        pass
    (tmp_path / "two" / FILE).replace(tmp_path / "one" / FILE)
    for suffix in ("-wal", "-shm"):
        (tmp_path / "one" / f"{FILE}{suffix}").unlink(missing_ok=True)
    assert told(tmp_path / "one") == first


@pytest.mark.expects_log
def test_a_disk_that_takes_nothing_does_not_keep_the_days_from_being_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_days(tmp_path)
    first = told(tmp_path)
    (tmp_path / FILE).unlink()
    connect = sqlite3.connect

    def full(database: object, *args: object, **more: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(database, *args, **more)  # type: ignore[call-overload]  # as asked
        if str(database).endswith(FILE):
            connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr(sqlite3, "connect", full)
    assert told(tmp_path) == first
