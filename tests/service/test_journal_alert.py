"""A journal that is not as it was written is told to the manager, at night."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from branch.domain.kernel.hall import Hall
from branch.service.core.async_writer import AsyncWriter, LoopPost
from branch.service.core.writer import Writer
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.journal_alert import AGAIN_MS, JournalAlert
from tests.harness.clocks import HandClock
from tests.service.desk import PLAN, desk

NIGHT = "2026-11-22T03:00:00+08:00"
MORNING = "2026-11-23T09:30:00+08:00"
DAMAGE = "UPDATE events SET data = replace(data, 'A001', 'A009') WHERE data LIKE '%A001%'"
MENDED = "UPDATE events SET data = replace(data, 'A009', 'A001') WHERE data LIKE '%A009%'"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a day that is over, and one that has begun."""
    for clock in ("2026-11-21T09:30:00+08:00", NIGHT):
        with (
            closing(SqliteJournal.open(tmp_path)) as journal,
            desk(journal, HandClock(clock, standing=True)) as at,
        ):
            at.issue() if clock != NIGHT else at.look(lambda hall, _: hall.day).result(5)
            at.hall()
    return tmp_path


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "journal.db", isolation_level=None)) as connection:
        connection.execute(statement)


def told(hall: Hall, _: int) -> list[tuple[str, str | None]]:
    return [(alert.kind, alert.detail) for alert in hall.alerts.values()]


async def alerts(folder: Path, clock: HandClock, looks: int = 1) -> list[list[tuple[str, str | None]]]:
    """The open alerts after so many checks, between which the clock is moved on and the rows are mended."""
    seen = []
    with closing(SqliteJournal.open(folder)) as journal:
        post = LoopPost(asyncio.get_running_loop())
        writer = Writer(journal, PLAN, clock, publish=lambda _: None, deliver=post.hand_over)
        writer.start()
        asking = AsyncWriter(writer)
        watch = JournalAlert(folder, clock, PLAN.schedule, asking, every=0.01)
        watch.start()
        for look in range(looks):
            if look:
                change(folder, MENDED)
                clock.at += AGAIN_MS
            open_now: list[tuple[str, str | None]] = []
            for _ in range(300):
                await asyncio.sleep(0.01)
                open_now = await asking.look(told)
                if bool(open_now) != bool(look):
                    break
            seen.append(open_now)
        await watch.stop()
        await asyncio.to_thread(writer.stop)
    return seen


@pytest.mark.expects_log(".*the journal is damaged.*")
def test_a_row_that_was_changed_is_told_and_ended_when_it_is_mended(folder: Path) -> None:
    change(folder, DAMAGE)
    first, second = asyncio.run(alerts(folder, HandClock(NIGHT, standing=True), looks=2))
    assert [kind for kind, _ in first] == ["journal"]
    assert "was changed" in str(first[0][1])
    assert second == []
