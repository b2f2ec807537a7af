"""How long the service takes to be there, and how much memory it holds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import psutil

from branch.domain import commands as c
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.service.config.branch_config import parse
from branch.service.journal.journal_format import to_record
from branch.service.journal.journal_port import Draft
from branch.service.journal.sqlite_journal import SqliteJournal
from tests.bench.programs import branch
from tests.bench.table import Table
from tests.harness.branch import sample_toml
from tests.harness.programs import program

YEARS = 5
OPEN_DAYS = 300
TICKETS_A_DAY = 150
TRIES = 5


def measure(table: Table, folder: Path) -> None:
    """Starts of the service, then its memory."""
    table.heading("Starts and memory")
    table.add("service, empty journal", _service_start(folder / "empty"), "s", aim="< 1")
    rows = write_history(folder / "old" / "data")
    seconds = _service_start(folder / "old")
    table.add(f"service, {YEARS} years of history ({rows} rows)", seconds, "s", aim="< 1")
    with branch(folder / "running"):
        table.add("service: memory (RSS)", _rss(_find("serve")), "MB")


def write_history(data: Path) -> int:
    """Five years of a branch: tickets issued, called, served and rated; how many rows that is."""
    config = parse(sample_toml())
    journal = SqliteJournal.open(data)
    total = 0
    for day in _days():
        total += len(journal.append(list(_one_day(Hall(config.plan()), day))))
    journal.close()
    return total


def _days() -> Iterator[date]:
    last = date(2026, 11, 20)
    for back in range(YEARS * OPEN_DAYS, 0, -1):
        yield last - timedelta(days=back)


def _one_day(hall: Hall, day: date) -> Iterator[Draft]:
    opening = hall.plan.schedule.opening(day.isoformat())[0][0]
    work: list[c.Command] = [c.TurnDay(day.isoformat()), c.OpenCounter(1, "0312")]
    for n in range(TICKETS_A_DAY):
        ticket = f"{day}-{n}"
        work += [c.IssueTicket(ticket, "A"), c.CallNext(1), c.StartServing(1), c.FinishServing(1)]
        work.append(c.RateTicket(ticket, 5))
    work.append(c.CloseCounter(1))
    for n, command in enumerate(work):
        for event in decide(hall, command, opening + n * 30_000):
            evolve(hall, event)
            yield Draft(hall.day or "", event.at, *to_record(event))


def _service_start(folder: Path) -> float:
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "branch.toml"
    config.write_text(sample_toml(), encoding="utf-8")
    best = []
    for _ in range(TRIES):
        began = time.perf_counter()
        with program(
            *("branch.cli", "serve", "--config", str(config), "--data", str(folder / "data")),
            *("--host", "127.0.0.1", "--port", "0", "--no-announce"),
        ):
            best.append(time.perf_counter() - began)
    return sorted(best)[TRIES // 2]


def _rss(pid: int) -> float:
    return float(psutil.Process(pid).memory_info().rss) / 1e6


def _find(word: str) -> int:
    children = psutil.Process().children(recursive=True)
    return next(int(child.pid) for child in children if word in child.cmdline())
