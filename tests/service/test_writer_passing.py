"""Time passes though nobody asks: what has become due is done, once, and stored."""

from __future__ import annotations

import logging

import pytest

from branch.domain.appointments.appointment import AppointmentExpired, BookAppointment
from branch.service.core.service_clock import FastClock
from branch.service.core.writer import Writer
from branch.service.journal.journal_port import MemoryJournal
from tests.harness.clocks import OPEN_HOURS, HandClock, instant
from tests.harness.waiting import until
from tests.service.desk import PLAN, Desk, Disk, desk

TOO_LATE = "2026-11-21T10:45:01+08:00"


def book(at: Desk) -> None:
    at.ask(BookAppointment("ap", "K7M4", "B", instant("2026-11-21T10:00:00+08:00"))).result(5)


def expired(at: Desk) -> int:
    return sum(isinstance(entry.event, AppointmentExpired) for entry in at.published)


@pytest.mark.parametrize("asked", ["nothing", "a look", "a ticket"])
def test_what_is_due_is_done(asked: str) -> None:
    clock = HandClock(OPEN_HOURS, standing=True)
    journal = MemoryJournal()
    with desk(journal, clock, idle=0.02 if asked == "nothing" else 60.0) as at:
        book(at)
        clock.put(TOO_LATE)
        if asked == "a look":
            assert at.hall()["appointments"]["ap"].status == "expired"
        elif asked == "a ticket":
            at.issue().result(5)
        until(lambda: expired(at) == 1)
        clock.put("2026-11-21T10:46:00+08:00")
        assert at.hall()["appointments"]["ap"].status == "expired"
    assert [row.type for row in journal.read(0, 99)].count("AppointmentExpired") == 1


def test_a_faster_clock_is_looked_at_more_often() -> None:
    """A minute of its time is a sixtieth of a real one."""
    journal = MemoryJournal()
    published: list[object] = []
    clock = FastClock(instant("2026-11-21T10:44:00+08:00"), 600)
    with desk(journal, HandClock(OPEN_HOURS, standing=True)) as at:
        book(at)
    writer = Writer(journal, PLAN, clock, publish=published.extend, deliver=lambda _: None)
    writer.start()
    try:
        until(lambda: bool(published))
    finally:
        writer.stop()


def test_a_disk_that_refuses_what_is_due(caplog: pytest.LogCaptureFixture) -> None:
    disk, clock = Disk(), HandClock(OPEN_HOURS, standing=True)
    with caplog.at_level(logging.WARNING), desk(disk, clock, idle=0.02) as at:
        book(at)
        disk.full = True
        clock.put(TOO_LATE)
        until(lambda: bool(caplog.messages))
        disk.full = False
        until(lambda: expired(at) == 1)
        assert at.hall()["appointments"]["ap"].status == "expired"
    assert len(disk.read(0, 99)) == len(at.published)
