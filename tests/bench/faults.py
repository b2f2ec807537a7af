"""What breaks in the field, tried many times: kills, a full disk, damaged files, clocks that jump.

Each trial ends well or it does not; the table counts both. The seeds are fixed, so a figure can be had again;
only the moment of a kill is the machine's.
"""

from __future__ import annotations

import json
import logging
import random
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from branch.domain.tickets.ticket_messages import IssueTicket
from branch.service.core.trusted_clock import TrustedClock
from branch.service.core.writer import Writer
from branch.service.core.writer_inbox import Answered
from branch.service.journal.journal_port import Journal, MemoryJournal
from branch.service.journal.sqlite_journal import SqliteJournal, open_reader
from branch.service.journal.storage_errors import StorageError, StorageFull
from branch.service.maintenance import repair, restore, verify
from tests.bench.table import Table
from tests.harness.clocks import HandClock, instant
from tests.service.desk import PLAN, Disk
from tests.service.stubborn import Child, Client
from tests.service.test_journal import draft

KILLS, FULL, FLIPS, CUTS, JUMPS = 100, 100, 300, 100, 300
MORNING = "2026-11-21T09:30:00+08:00"
SECONDS = 10.0

AT_START, AT_NIGHT = "noticed at the start", "noticed by the nightly check"
IN_NOTHING, NOT_NOTICED = "in a place that holds nothing", "not noticed"


def measure(table: Table, folder: Path) -> None:
    """Try all of them."""
    folder.mkdir(parents=True)
    kills(table, folder / "kills")
    full_disks(table)
    damaged_files(table, folder / "damaged")
    jumping_clocks(table)


def kills(table: Table, folder: Path) -> None:
    """Kill the real program at any moment while three clients ask for tickets with keys."""
    table.heading(f"{KILLS} kills (SIGKILL) under load, every fifth while it starts")
    folder.mkdir()
    chance, done = random.Random(2026), threading.Event()
    with closing(Child(folder / "data")) as child:
        clients = [Client(child, f"client {n}") for n in range(3)]
        slowest = [0.0] * len(clients)

        def ask(index: int) -> None:
            while not done.is_set():
                began = time.monotonic()
                clients[index].ask("/v1/tickets", {"service": "ABC"[index]})
                slowest[index] = max(slowest[index], time.monotonic() - began)
                done.wait(0.02)

        threads = [threading.Thread(target=ask, args=(index,)) for index in range(len(clients))]
        for thread in threads:
            thread.start()
        for number in range(KILLS):
            starting = number % 5 == 4
            child.run_and_kill(chance.uniform(0.0, 0.3), while_starting=starting)
        with child.run() as last:
            done.set()
            for thread in threads:
                thread.join()
            last.terminate()
        for client in clients:
            client.close()
        told = Counter(
            json.loads(answer)["id"] for client in clients for _, _, _, answer in client.answers.values()
        )
        stored, numbers = _tickets(child.folder)
        table.add("tickets acknowledged", told.total(), "")
        table.add("of them lost", len(told.keys() - stored.keys()), "", aim="0")
        table.add("stored and never acknowledged", len(stored.keys() - told.keys()), "", aim="0")
        table.add("numbers given twice", sum(count > 1 for count in numbers.values()), "", aim="0")
        table.add("bad rows", int(not verify(child.folder).ok), "", aim="0")
        table.add("longest wait for an answer, over all restarts", max(slowest), "s")


def _tickets(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Ids and numbers of the tickets in a journal."""
    with closing(open_reader(folder)) as reader:
        rows = [json.loads(row.data) for row in reader.read(0, 10**9) if row.type == "TicketIssued"]
    return Counter(row["ticket"] for row in rows), Counter(row["number"] for row in rows)


class Queue:
    """A writer that is asked for tickets."""

    def __init__(self, journal: Journal, clock: HandClock | TrustedClock) -> None:
        self.writer = Writer(journal, PLAN, clock, publish=lambda _: None, deliver=_call_all)
        self.writer.start()
        self._count = 0

    def issue(self, key: str | None = None) -> Future[Answered]:
        """Ask for the next number of A."""
        future: Future[Answered] = Future()
        self._count += 1
        command = IssueTicket(f"ticket {self._count} {key}", "A")
        self.writer.submit(
            command,
            lambda *_: (200, b""),
            lambda refusal: (409, refusal.code.encode()),
            future.set_result,
            future.set_exception,
            key=key,
        )
        return future

    def numbers(self) -> list[str]:
        """The numbers of today."""
        future: Future[list[str]] = Future()
        self.writer.read(
            lambda hall, _: [t.number for t in hall.tickets.values()], future.set_result, future.set_exception
        )
        return future.result(SECONDS)


def _call_all(callbacks: Sequence[Callable[[], None]]) -> None:
    for callback in callbacks:
        callback()


def full_disks(table: Table) -> None:
    """Let the disk refuse for a while, at any commit, and ask again with the same key."""
    table.heading(f"{FULL} times a disk that is full for some commits")
    logging.disable()  # a line for each refusal
    chance, disk = random.Random(2026), Disk()
    queue = Queue(disk, HandClock(MORNING, standing=True))
    told = refused = 0
    for trial in range(FULL):
        disk.full = True
        keys = [f"{trial}-{n}" for n in range(chance.randrange(1, 9))]
        for key in keys:
            try:
                queue.issue(key).result(SECONDS)
            except StorageFull:
                refused += 1
        disk.full = False
        told += sum(queue.issue(key).result(SECONDS).status == 200 for key in keys)
    numbers = queue.numbers()
    queue.writer.stop()
    logging.disable(logging.NOTSET)
    wanted, twice = {f"A{n:03}" for n in range(1, told + 1)}, told - len(set(numbers))
    table.add("refused as storage-full", refused, "")
    table.add("given when there was space again", told, "", aim=str(refused))
    table.add("numbers left out or given twice", len({*numbers} ^ wanted) + twice, "", aim="0")


def damaged_files(table: Table, folder: Path) -> None:
    """Change one byte anywhere, or cut off the last rows, and see who notices."""
    table.heading(f"{FLIPS} journals with one byte changed, {CUTS} with their last rows cut off")
    with closing(SqliteJournal.open(folder / "whole")) as journal:
        for day in ("2026-11-19", "2026-11-20", "2026-11-21"):
            journal.append([draft(n, day) for n in range(400)])
        rows = journal.read(0, 10_000)
    whole = (folder / "whole" / "journal.db").read_bytes()
    chance, found = random.Random(2026), Counter[str]()
    for trial in range(FLIPS):
        damaged = bytearray(whole)
        at = chance.randrange(len(damaged))
        damaged[at] ^= 1 << chance.randrange(8)
        found[_noticed(folder / f"flip {trial}", bytes(damaged), rows)] += 1
    for name in (AT_START, AT_NIGHT, IN_NOTHING, NOT_NOTICED):
        table.add(f"byte: {name}", found[name], "", aim="0" if name == NOT_NOTICED else "")
    cut = Counter[str]()
    for trial in range(CUTS):
        data = folder / f"cut {trial}"
        data.mkdir()
        (data / "journal.db").write_bytes(whole)
        last = len(rows) - chance.randrange(1, len(rows))
        with closing(sqlite3.connect(data / "journal.db", isolation_level=None)) as connection:
            connection.execute("DELETE FROM events WHERE seq > ?", (last,))
            connection.execute("DELETE FROM days WHERE first_seq > ?", (last,))
        cut["noticed"] += _refuses(data)
        repair(data, data / "whole.db")
        cut["kept"] += restore(data / "whole.db", data, force=True).rows == last
    table.add("cut: noticed at the start", cut["noticed"], "", aim=str(CUTS))
    table.add("cut: repaired to the last whole row", cut["kept"], "", aim=str(CUTS))


def _noticed(data: Path, content: bytes, rows: object) -> str:
    data.mkdir()
    (data / "journal.db").write_bytes(content)
    if _refuses(data):
        return AT_START
    try:
        if not verify(data).ok:
            return AT_NIGHT
        with closing(open_reader(data)) as reader:
            same = reader.read(0, 10_000) == rows
    except StorageError:
        return AT_NIGHT
    return IN_NOTHING if same else NOT_NOTICED


def _refuses(data: Path) -> bool:
    try:
        SqliteJournal.open(data).close()
    except StorageError:
        return True
    return False


def jumping_clocks(table: Table) -> None:
    """Let the wall clock be wrong by anything for some seconds of a day that runs."""
    table.heading(f"{JUMPS} times a wall clock that is wrong for 1 to 60 s, by up to ten years")
    chance, steady = random.Random(2026), [1_000_000]
    wrong = [0]

    def wall() -> int:
        return instant(MORNING) + steady[0] - 1_000_000 + wrong[0]

    journal = MemoryJournal()
    queue = Queue(journal, TrustedClock(wall, lambda: steady[0]))
    steady[0] += 20 * 60_000  # the first minutes of a start are another matter
    told = 0
    for _ in range(JUMPS):
        wrong[0] = int(chance.choice((-1, 1)) * 10 ** chance.uniform(4, 11.5))
        steady[0] += chance.randrange(1_000, 60_000)
        told += queue.issue().result(SECONDS).status == 200
        wrong[0] = 0
        steady[0] += 5_000
        told += queue.issue().result(SECONDS).status == 200
    numbers = queue.numbers()
    queue.writer.stop()
    at = [row.at for row in journal.read(0, 10_000)]
    table.add("business days begun", len(journal.days()), "", aim="1")
    table.add("tickets given", told, "", aim=str(2 * JUMPS))
    table.add("numbers given twice", told - len(set(numbers)), "", aim="0")
    backwards = sum(later < earlier for earlier, later in pairwise(at))
    table.add("rows with a time before the one before", backwards, "", aim="0")
