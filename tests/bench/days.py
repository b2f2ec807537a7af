"""Days as a journal holds them, written without a service: a long one of today, and five years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from branch.domain import commands as c
from branch.domain.events import TicketIssued
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.service.config.branch_config import parse
from branch.service.journal.journal_format import from_record, to_record
from branch.service.journal.journal_port import Draft
from branch.service.journal.sqlite_journal import SqliteJournal
from tests.bench.programs import bench_toml
from tests.harness.clocks import OPEN_HOURS

YEARS = 5
OPEN_DAYS = 300
TICKETS_A_DAY = 150
AT_ONCE = 2_000


def write_day(data: Path, tickets: int, *, served: bool) -> int:
    """The day that benchmarks run on, up to the instant at which they begin, with so many tickets that were
    served or that wait; how many rows it has."""
    day = OPEN_HOURS[:10]
    hall = Hall(parse(bench_toml()).plan())
    work: list[c.Command] = [c.TurnDay(day, hall.plan), c.OpenCounter(1, "0312")]
    for n in range(tickets if served else 1):
        work.append(c.IssueTicket(f"{day}-{n:020}", "A", channel="kiosk", kiosk="kiosk"))
        if served:
            work += [c.CallNext(1), c.StartServing(1), c.FinishServing(1)]
    rows = _rows(hall, work, step=10)
    return _write(data, [rows if served else _more(rows, tickets - 1)])


def _more(rows: Iterator[Draft], tickets: int) -> Iterator[Draft]:
    """The same with so many more tickets like the last: to decide each would take longer than a start."""
    for row in rows:
        yield row
    issued = from_record(row.type, row.at, row.data)
    assert isinstance(issued, TicketIssued)
    for n in range(1, tickets + 1):
        at, number = issued.at + 10 * n, f"{issued.number[:-5]}{issued.n + n:05}"
        event = replace(issued, at=at, ticket=f"{row.day}-{n:020}", number=number, n=issued.n + n)
        yield Draft(row.day, at, *to_record(event))


def write_history(data: Path) -> int:
    """Five years of a branch: tickets issued, called, served and rated; how many rows that is."""
    plan = parse(bench_toml()).plan()
    last = date(2026, 11, 20)
    # One day is decided; the others are the same at their time, or it would take longer than measuring.
    rows = list(_one_day(Hall(plan), last))
    days = (_moved(rows, last - timedelta(days=back), last) for back in range(YEARS * OPEN_DAYS, 0, -1))
    return _write(data, days)


def _moved(rows: list[Draft], to: date, first: date) -> Iterator[Draft]:
    """The same rows on another day."""
    ago = (first - to).days * 24 * 3_600_000
    for row in rows:
        data = row.data.replace(first.isoformat(), to.isoformat())
        yield Draft(to.isoformat(), row.at - ago, row.type, data)


def _one_day(hall: Hall, day: date) -> Iterator[Draft]:
    work: list[c.Command] = [c.TurnDay(day.isoformat()), c.OpenCounter(1, "0312")]
    for n in range(TICKETS_A_DAY):
        ticket = f"{day}-{n}"
        work += [c.IssueTicket(ticket, "A", channel="kiosk"), c.CallNext(1)]
        work += [c.StartServing(1), c.FinishServing(1), c.RateTicket(ticket, 5)]
    work.append(c.CloseCounter(1))
    yield from _rows(hall, work, step=30_000)


def _rows(hall: Hall, work: list[c.Command], step: int) -> Iterator[Draft]:
    """What happens when each of these is asked for ``step`` ms after the one before, from opening on."""
    first = work[0]
    assert isinstance(first, c.TurnDay)
    at = hall.plan.schedule.opening(first.day)[0][0]
    for command in work:
        at += step
        for event in decide(hall, command, at):
            evolve(hall, event)
            yield Draft(hall.day or "", event.at, *to_record(event))


def _write(data: Path, days: Iterable[Iterator[Draft]]) -> int:
    journal = SqliteJournal.open(data)
    total = 0
    for day in days:
        rows: list[Draft] = []
        for row in day:
            rows.append(row)
            if len(rows) == AT_ONCE:
                total += len(journal.append(rows))
                rows.clear()
        total += len(journal.append(rows))
    journal.close()
    return total
