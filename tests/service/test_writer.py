"""The single writer: one commit for many, nothing shown before it is on disk, and time that only moves on."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest

from branch.domain.counters.counter import OpenCounter
from branch.domain.counters.serving_messages import CallNext
from branch.domain.kernel.decide import RunTimers, decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Command, Event
from branch.domain.kernel.refusals import refusal
from branch.domain.offline.number_block import HandInTicket, ReserveNumbers
from branch.domain.tickets.ticket_messages import IssueTicket, TicketPrinted
from branch.service.core.event_rows import fold
from branch.service.core.writer_inbox import Answered, WriterEnded
from branch.service.journal.journal_format import to_record
from branch.service.journal.journal_port import MemoryJournal
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal.storage_errors import StorageFailed, StorageFull
from tests.harness.clocks import HandClock, instant
from tests.harness.waiting import until
from tests.service.asking import together
from tests.service.desk import PLAN, Desk, Disk, desk, state
from tests.service.insides import break_publishing

Poison = Callable[[pytest.MonkeyPatch, Desk], "Future[Answered]"]


def hold_up(disk: Disk, at: Desk) -> None:
    """Let one commit begin and not end."""
    disk.free.clear()
    at.issue()
    assert disk.waiting.wait(5)


def matches_the_disk(disk: MemoryJournal, at: Desk) -> None:
    assert at.hall() == state(fold(disk, PLAN).hall)
    assert at.writer.seq == disk.last_seq()
    assert [entry.seq for entry in at.published] == [row.seq for row in disk.read(0, 10_000)]


def test_what_queues_up_during_a_commit_is_one_commit() -> None:
    disk = Disk()
    with desk(disk) as at:
        hold_up(disk, at)
        futures = [at.issue() for _ in range(50)]
        disk.free.set()
        assert all(future.result(5).status == 200 for future in futures)
        assert disk.appends == [3, 50]
        matches_the_disk(disk, at)


def test_the_order_of_asking_is_the_order_of_doing() -> None:
    disk = Disk()
    with desk(disk) as at:
        at.ask(OpenCounter(1, "0312"))
        hold_up(disk, at)
        futures = [at.issue(service) for service in "AABA"]
        answer = at.ask(CallNext(1))
        disk.free.set()
        assert [future.result(5).status for future in futures] == [200] * 4
        assert answer.result(5).body.startswith(b"TicketCalled")
        numbers = [ticket.number for ticket in at.look(lambda hall, _: list(hall.tickets.values())).result(5)]
        assert numbers == ["A001", "A002", "A003", "B001", "A004"]
        matches_the_disk(disk, at)


def test_nobody_hears_of_what_is_not_on_disk() -> None:
    disk = Disk()
    with desk(disk) as at:
        hold_up(disk, at)
        issued = at.issue()
        seen = at.look(lambda hall, _: (len(hall.tickets), disk.last_seq()))
        assert at.published == []
        assert not issued.done()
        assert not seen.done()
        disk.free.set()
        # A day begun with its plan, and two tickets: what is looked at is what is stored.
        assert seen.result(5) == (2, 4)
        assert len(at.published) == 4


def test_readers_see_whole_commits_only(tmp_path: Path) -> None:
    with closing(SqliteJournal.open(tmp_path)) as journal, desk(journal) as at:

        def ask() -> None:
            chance = random.Random(7)
            for _ in range(40):
                future = at.issue(chance.choice("ABC"))
                looked = at.look(lambda hall, _: len(hall.tickets) - journal.last_seq())
                assert future.result(5).status == 200
                assert looked.result(5) in (-2, -1, 0)  # the day's own rows

        together(*[ask] * 4)
        assert at.hall() == state(fold(journal, PLAN).hall)


def test_a_full_disk_refuses_all_of_the_commit_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    disk = Disk()
    with caplog.at_level(logging.ERROR), desk(disk) as at:
        kept = at.issue(key="kept").result(5)
        hold_up(disk, at)
        disk.full = True
        futures = [at.issue(key="lost") for _ in range(3)] + [at.ask(OpenCounter(1, "0312"))]
        looked = at.look(lambda hall, _: len(hall.tickets))
        disk.free.set()
        for future in futures:
            with pytest.raises(StorageFull):
                future.result(5)
        assert looked.result(5) == 1
        matches_the_disk(disk, at)
        assert at.issue(key="kept").result(5) == kept, "what has been answered is answered still"
        disk.full = False
        assert at.issue(key="lost").result(5).status == 200
        matches_the_disk(disk, at)
        assert sum(message.startswith("nothing of") for message in caplog.messages) == 2
        assert not any(record.exc_info for record in caplog.records)


def test_a_commit_that_failed_and_yet_was_stored(caplog: pytest.LogCaptureFixture) -> None:
    """The disk says no, but the rows are there: numbers go on behind them, and screens hear of them."""
    disk = Disk()
    with caplog.at_level(logging.ERROR), desk(disk) as at:
        disk.lies = True
        with pytest.raises(StorageFailed):
            at.issue(key="one").result(5)
        disk.lies = False
        assert at.issue(key="one").result(5).status == 200
        at.issue("B").result(5)
        matches_the_disk(disk, at)
        assert sorted(ticket.number for ticket in at.hall()["tickets"].values()) == ["A001", "B001"]


class Bug(Exception):  # noqa: N818 - what no rule has foreseen
    """A fault of the program itself."""


def poison_command(monkeypatch: pytest.MonkeyPatch, at: Desk) -> Future[Answered]:
    """A command whose decision fails."""

    def broken(hall: Hall, command: Command, now: int) -> object:
        if command == IssueTicket("poison", "A"):
            raise Bug
        return decide(hall, command, now)

    monkeypatch.setattr("branch.service.core.writer.decide", broken)
    return at.ask(IssueTicket("poison", "A"), "key")


def poison_ask(_: pytest.MonkeyPatch, at: Desk) -> Future[Answered]:
    """A command that cannot even be made."""

    def ask(_: Hall) -> Command:
        raise Bug

    return at.ask(ask, "key")


def poison_fold(monkeypatch: pytest.MonkeyPatch, at: Desk) -> Future[Answered]:
    """A command whose second event cannot be taken in after the first has been."""

    def broken(hall: Hall, event: Event) -> None:
        if isinstance(event, TicketPrinted):
            raise Bug
        evolve(hall, event)

    monkeypatch.setattr("branch.service.core.event_rows.evolve", broken)
    block = "block for the poison"
    return at.ask(
        HandInTicket(ticket="poison", block=block, n=999, issued_at=at.clock.at, printed=True), "key"
    )


def poison_answer(_: pytest.MonkeyPatch, at: Desk) -> Future[Answered]:
    """A command whose answer fails after everything has happened."""
    future: Future[Answered] = Future()

    def render(*_: object) -> tuple[int, bytes]:
        raise Bug

    command = IssueTicket("poison", "A")
    at.writer.submit(
        command, render, lambda _: (409, b""), future.set_result, future.set_exception, key="key"
    )
    return future


def poison_row(monkeypatch: pytest.MonkeyPatch, at: Desk) -> Future[Answered]:
    """A command whose row is no text that a journal takes."""
    monkeypatch.setattr(
        "branch.service.core.event_rows.to_record",
        lambda event: ("\ud800", "{}") if "poison" in str(event) else to_record(event),
    )
    return at.ask(IssueTicket("poison", "A"), "key")


@pytest.mark.parametrize("poison", [poison_command, poison_ask, poison_fold, poison_answer, poison_row])
def test_a_bug_is_its_askers_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, poison: Poison
) -> None:
    disk = Disk()
    with caplog.at_level(logging.ERROR), desk(disk) as at:
        at.ask(ReserveNumbers(block="block for the poison", service="A", holder="kiosk")).result(5)
        hold_up(disk, at)
        before, bad, after = at.issue(key="before"), poison(monkeypatch, at), at.issue(key="after")
        disk.free.set()
        assert (before.result(5).status, after.result(5).status) == (200, 200)
        with pytest.raises((Bug, UnicodeEncodeError)):
            bad.result(5)
        monkeypatch.undo()
        matches_the_disk(disk, at)
        assert [ticket.number for ticket in at.hall()["tickets"].values()] == ["A001", "A002", "A003"]
        assert at.issue(key="before").result(5) == before.result(5), "the others' answers are kept"
        assert at.issue(key="key").result(5).status == 200, "nothing was: it may be asked again"
        matches_the_disk(disk, at)
    assert len(caplog.records) == 1, "one line, with the trace of the bug"
    assert caplog.records[0].exc_info


def test_a_timer_that_fails_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(hall: Hall, command: Command, now: int) -> object:
        if isinstance(command, RunTimers):
            raise Bug
        return decide(hall, command, now)

    monkeypatch.setattr("branch.service.core.writer.decide", broken)
    with caplog.at_level(logging.ERROR), desk() as at:
        assert [at.issue().result(5).status for _ in range(2)] == [200, 200]
        assert at.writer.alive
    assert {bool(record.exc_info) for record in caplog.records} == {True}


def test_a_look_that_fails_fails_alone() -> None:
    with desk() as at:

        def look(hall: Hall, now: int) -> None:
            raise refusal("unknown-ticket", "nothing there")

        future = at.look(look)
        with pytest.raises(Exception, match="nothing there"):
            future.result(5)
        assert at.issue().result(5).status == 200


def test_a_command_made_when_its_turn_has_come() -> None:
    disk = Disk()
    with desk(disk) as at:
        hold_up(disk, at)
        at.issue()
        future = at.ask(lambda hall: IssueTicket(f"after {len(hall.tickets)}", "A"), "key", b"mark")
        disk.free.set()
        first = future.result(5)
        assert "after 2" in at.hall()["tickets"]
        again = at.ask(lambda _: pytest.fail("it is known already"), "key", b"mark")
        assert again.result(5) == first


def test_keys_inside_one_commit() -> None:
    disk = Disk()
    with desk(disk) as at:
        hold_up(disk, at)
        same = [at.ask(IssueTicket(f"same {n}", "A"), "key", b"one") for n in range(3)]
        other = at.ask(IssueTicket("other", "A"), "key", b"two")
        disk.free.set()
        assert len({future.result(5) for future in same}) == 1
        assert other.result(5) == Answered(409, b"key-reused")
        assert len(at.hall()["tickets"]) == 2


def test_time_does_not_run_backwards() -> None:
    clock = HandClock(standing=True)
    with desk(clock=clock) as at:
        first = at.issue().result(5)
        clock.put("2026-11-21T09:00:00+08:00")
        assert at.issue().result(5) == first, "the instant is in the answer"
        assert at.look(lambda _, now: now).result(5) == instant("2026-11-21T09:30:00+08:00")
        clock.put("2026-11-20T12:00:00+08:00")
        at.issue().result(5)
        assert at.hall()["day"] == "2026-11-21"
        clock.put("2026-11-21T09:31:00+08:00")
        assert at.look(lambda _, now: now).result(5) == clock.at


def test_nor_across_a_restart(caplog: pytest.LogCaptureFixture) -> None:
    journal = MemoryJournal()
    with desk(journal) as at:
        at.issue().result(5)
    early = HandClock("2026-11-19T09:30:00+08:00", standing=True)
    with caplog.at_level(logging.WARNING), desk(journal, early) as at:
        at.issue().result(5)
        assert [row.at for row in journal.read(0, 9)] == [instant("2026-11-21T09:30:00+08:00")] * 4
    assert caplog.messages == [
        "the clock is behind the journal's last row; time stands still until it gets there"
    ]


def test_a_writer_that_fails_leaves_nobody_waiting(caplog: pytest.LogCaptureFixture) -> None:
    disk = Disk()
    with caplog.at_level(logging.ERROR), desk(disk) as at:
        hold_up(disk, at)
        at.published = None  # type: ignore[assignment]  # whatever goes wrong outside of a command
        break_publishing(at.writer)
        futures = [at.issue() for _ in range(3)]
        disk.free.set()
        until(lambda: not at.writer.alive)
        futures.append(at.issue())
        looked = at.look(lambda hall, _: hall.day)
        for future in futures:
            with pytest.raises(WriterEnded):
                future.result(5)
        with pytest.raises(WriterEnded):
            looked.result(5)
    assert "the writer has failed: the service can do nothing more" in caplog.messages


def test_stopping_answers_what_was_asked() -> None:
    disk = Disk()
    with desk(disk) as at:
        hold_up(disk, at)
        futures = [at.issue() for _ in range(10)]
        disk.free.set()
    assert [future.result(0).status for future in futures] == [200] * 10
    with pytest.raises(WriterEnded):
        at.issue().result(5)
