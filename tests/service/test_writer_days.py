"""The day turns at the branch's own midnight, asked or not; a start reads the current day and no other."""

from __future__ import annotations

import logging
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from branch.domain.counters.counter import OpenCounter
from branch.domain.counters.serving_messages import CallNext, StartServing
from branch.domain.day.day_messages import DayClosed, DayOpened, PlanAdopted
from branch.domain.tickets.ticket_messages import IssueTicket, TicketExpired, TicketIssued
from branch.service.core.event_rows import REPLAYED, fold
from branch.service.journal.journal_format import to_record
from branch.service.journal.journal_port import Answer, Draft, MemoryJournal
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.storage_errors import StorageFailed
from tests.harness.clocks import HandClock, instant
from tests.harness.waiting import until
from tests.service.desk import PLAN, Desk, Disk, desk
from tests.service.insides import reading_sqlite_of, sqlite_of

BEFORE = "2026-11-21T16:59:00+08:00"
LAST = "2026-11-21T23:59:59.999+08:00"
NEXT = "2026-11-22T00:00:00+08:00"
MORNING = "2026-11-22T09:30:00+08:00"


def kinds(at: Desk) -> list[str]:
    return [type(entry.event).__name__ for entry in at.published]


def fill(at: Desk) -> None:
    """Somebody being served, somebody called, two waiting."""
    at.ask(OpenCounter(1, "0312"))
    at.ask(OpenCounter(2, "0288"))
    for _ in range(4):
        at.issue()
    at.ask(CallNext(1))
    at.ask(StartServing(1))
    at.ask(CallNext(2)).result(5)


def test_the_day_turns_with_people_still_there() -> None:
    clock = HandClock(BEFORE, standing=True)
    with desk(clock=clock) as at:
        fill(at)
        clock.put(LAST)
        at.ask(OpenCounter(3, "0111")).result(5)
        assert at.hall()["day"] == "2026-11-21"
        before = len(at.published)
        clock.put(NEXT)
        answer = at.issue().result(5)
        assert answer.body == b"branch-closed"
        assert kinds(at)[before:] == [
            *("ServingFinished", "TicketExpired", "TicketExpired", "TicketExpired"),
            *("CounterClosed", "CounterClosed", "CounterClosed", "DayClosed", "DayOpened", "PlanAdopted"),
        ]
        assert [entry.day for entry in at.published[before:]] == ["2026-11-21"] * 8 + ["2026-11-22"] * 2
        assert at.hall()["tickets"] == {}
        clock.put(MORNING)
        at.issue().result(5)
        assert [ticket.number for ticket in at.hall()["tickets"].values()] == ["A001"]


@pytest.mark.parametrize("reads", [False, True])
def test_the_day_turns_though_nobody_asks(reads: bool) -> None:
    clock = HandClock(BEFORE, standing=True)
    with desk(clock=clock, idle=5.0 if reads else 0.02) as at:
        fill(at)
        clock.put(NEXT)
        if reads:  # a look is no command, yet it is of the new day
            assert at.hall()["day"] == "2026-11-22"
        until(lambda: bool(at.published) and isinstance(at.published[-1].event, PlanAdopted))
        assert kinds(at).count("DayOpened") == 2
        assert at.writer.seq == len(at.published)


def test_before_the_first_day_nothing_turns() -> None:
    """A new branch is no day older for having been switched on."""
    clock = HandClock(BEFORE, standing=True)
    with desk(clock=clock, idle=0.01) as at:
        clock.put(MORNING)
        assert [at.hall()["day"] for _ in range(20)] == [None] * 20
        assert at.published == []


def test_a_service_that_was_off_over_night() -> None:
    journal = MemoryJournal()
    with desk(journal, HandClock(BEFORE, standing=True)) as at:
        fill(at)
    with desk(journal, HandClock(MORNING, standing=True), idle=0.02) as at:
        until(lambda: at.writer.seq == journal.last_seq() and journal.latest_day() == "2026-11-22")
        assert [entry.seq for entry in at.published] == [
            row.seq for row in journal.read(journal.last_seq() - len(at.published), 99)
        ]
        assert kinds(at)[-3:] == [DayClosed.__name__, DayOpened.__name__, PlanAdopted.__name__]
        assert kinds(at).count(TicketExpired.__name__) == 3


def test_a_new_day_and_a_full_disk(caplog: pytest.LogCaptureFixture) -> None:
    disk, clock = Disk(), HandClock(BEFORE, standing=True)
    with caplog.at_level(logging.WARNING), desk(disk, clock, idle=0.02) as at:
        fill(at)
        disk.full = True
        clock.put(NEXT)
        until(lambda: len(caplog.messages) >= 2)
        assert at.hall()["day"] == "2026-11-21", "what is shown is what is stored"
        disk.full = False
        until(lambda: at.hall()["day"] == "2026-11-22")
        assert len(disk.read(0, 999)) == len(at.published)


def test_old_answers_are_forgotten_with_the_day() -> None:
    journal, clock = MemoryJournal(), HandClock(BEFORE, standing=True)
    with desk(journal, clock) as at:
        at.issue(key="monday").result(5)
        for day in range(22, 25):
            clock.put(f"2026-11-{day}T09:30:00+08:00")
            at.issue(key=f"day {day}").result(5)
        assert journal.answer("monday") is not None, "three days are not over"
        clock.put("2026-11-25T09:30:00+08:00")
        at.issue().result(5)
        until(lambda: journal.answer("monday") is None)
        assert journal.answer("day 23") is not None


def test_a_disk_that_will_not_forget(caplog: pytest.LogCaptureFixture) -> None:
    """The commit has been made by then, so nobody is told otherwise."""
    disk, clock = Disk(), HandClock(BEFORE, standing=True)

    def fail(before: int) -> int:
        raise StorageFailed("disk: reports an error")

    disk.forget_answers = fail  # type: ignore[method-assign]
    with caplog.at_level(logging.WARNING), desk(disk, clock) as at:
        assert at.issue().result(5).status == 200
        assert at.issue().result(5).status == 200
    assert caplog.messages == ["old answers are still there: disk: reports an error"]


def five_years(folder: Path) -> tuple[int, int]:
    """1,800 days of a few rows each; the seq of the last day's first row and of the last one."""
    day = date(2022, 1, 1)
    with closing(SqliteJournal.open(folder)) as journal:
        sqlite_of(journal).execute("PRAGMA synchronous = OFF")  # five years in a second
        for number in range(1800):
            text = (day + timedelta(days=number)).isoformat()
            at = instant(f"{text}T09:30:00+08:00")
            events = [DayOpened(at=at, day=text)]
            drafts = [Draft(text, at, *to_record(event)) for event in events]
            for n in range(1, 4):
                issued = TicketIssued(
                    at=at + n,
                    ticket=f"{number}-{n}",
                    number=f"A{n:03}",
                    n=n,
                    service="A",
                    segment="ordinary",
                    language="zh",
                    channel="kiosk",
                )
                drafts.append(Draft(text, at + n, *to_record(issued)))
            journal.append(drafts, [Answer(f"key {number}", b"", 201, b"{}", at)])
        last = journal.last_seq()
    return last - 3, last


def test_a_start_reads_the_last_day_of_five_years_only(tmp_path: Path) -> None:
    first, last = five_years(tmp_path)
    assert last == 7200
    with closing(SqliteJournal.open(tmp_path)) as journal:
        asked: list[str] = []
        connection = reading_sqlite_of(journal)
        connection.set_trace_callback(asked.append)
        folded = fold(journal, PLAN)
        connection.set_trace_callback(None)
        assert len(folded.hall.tickets) == 3
        assert [entry.seq for entry in folded.entries] == list(range(first, last + 1))
        # Two pages of rows (the second is empty) and two look-ups of where the day begins and ends.
        events = [statement for statement in asked if "FROM events" in statement]
        assert len(events) == 2
        assert f"seq > {first - 1} " in events[0]
        for statement in events:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
            assert all("SEARCH events USING INTEGER PRIMARY KEY" in step[3] for step in plan)
        assert len(asked) <= 5


def test_only_the_newest_entries_are_kept_for_the_feed() -> None:
    journal, day = MemoryJournal(), "2026-11-21"
    at = instant(BEFORE)
    rows = [DayOpened(at=at, day=day)]
    journal.append([Draft(day, at, *to_record(event)) for event in rows])
    with desk(journal, HandClock(BEFORE, standing=True)) as writer:
        futures = [writer.ask(IssueTicket(f"t{n}", "A")) for n in range(999)]
        futures += [writer.ask(IssueTicket(f"u{n}", "B")) for n in range(999)]
        futures += [writer.ask(IssueTicket(f"v{n}", "C")) for n in range(9)]
        assert all(future.result(20).status == 200 for future in futures)
    entries = fold(journal, PLAN).entries
    assert len(entries) == REPLAYED
    assert entries[-1].seq == journal.last_seq() == 2009, "a day of before PlanAdopted is told its plan too"
