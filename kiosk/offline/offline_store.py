"""The kiosk's own small database: numbers it may give by itself, and the tickets it gave from them.

A number leaves its block and becomes a ticket in one transaction that is on the disk before anybody sees the
ticket, so a power cut can neither lose a ticket nor give a number twice.
"""

from __future__ import annotations

import json
import logging
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from branch.contract.answers.paper_answers import NumberBlock
from branch.contract.branch_info import BranchInfo
from branch.sqlite_migrations import migrate, statements, user_version
from kiosk.offline.offline_ticket import OfflineTicket
from kiosk.offline.store_place import StorePlace, place_of

log = logging.getLogger(__name__)

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE numbers (
    day TEXT NOT NULL, service TEXT NOT NULL, n INTEGER NOT NULL, number TEXT NOT NULL, block TEXT NOT NULL,
    PRIMARY KEY (day, service, n)) WITHOUT ROWID;
CREATE TABLE tickets (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, day TEXT NOT NULL, block TEXT NOT NULL,
    n INTEGER NOT NULL, number TEXT NOT NULL, service TEXT NOT NULL, language TEXT, segment TEXT,
    issued_at INTEGER NOT NULL, printed INTEGER, reason TEXT,
    state TEXT NOT NULL DEFAULT 'kept', code TEXT);
"""
_PAPERS = """
CREATE TABLE papers (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, offline INTEGER NOT NULL, ticket TEXT NOT NULL) WITHOUT ROWID
"""
_STEPS = (
    statements(_TABLES),
    statements(_PAPERS),
    statements("ALTER TABLE tickets ADD COLUMN segment_reason TEXT"),
    statements("ALTER TABLE tickets ADD COLUMN phone TEXT"),
)
VERSION = len(_STEPS)
"""Of the tables, kept in the file as `user_version`: one step leads to each from the one before."""

_COLUMNS = (
    "id, block, n, number, service, language, segment, issued_at, printed, reason, segment_reason, phone"
)


class OfflineStoreError(Exception):
    """The database cannot be used: no space, no right to write, damaged. The message is one line."""


class OfflineStore:
    """One file, used by one thread. Every method raises `OfflineStoreError`."""

    def __init__(self, path: Path, place: Callable[[Path], StorePlace] = place_of) -> None:
        """Open it, or make it. A copy, by what ``place`` says, has none of the numbers that were set aside
        for the kiosk that it was copied from, and is another holder."""
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # phone numbers may be in there; its journal gets the same mode
            path.chmod(0o600)
            self._db = sqlite3.connect(path, isolation_level=None, timeout=1.0)
        except (OSError, sqlite3.Error) as error:
            raise OfflineStoreError(f"{path}: {error}") from error
        try:
            with self._said():
                self._db.execute("PRAGMA journal_mode=WAL")
                self._db.execute("PRAGMA synchronous=FULL")
                self._db.execute("PRAGMA secure_delete=ON")  # what is forgotten leaves the file too
                migrate(self._db, _STEPS, self._version)
            self._settle(place(path))
            self.holder = self._holder()
        except OSError as error:
            self._db.close()
            raise OfflineStoreError(f"{path}: {error}") from error
        except OfflineStoreError:
            self._db.close()
            raise

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    # The branch, as it was when the service was last there

    def branch(self) -> BranchInfo | None:
        """What /v1/branch said last; None before the first time."""
        text = self._meta("branch")
        try:
            return None if text is None else BranchInfo.from_json(json.loads(text))
        except ValueError as error:
            raise OfflineStoreError(f"the branch that was kept makes no sense: {error}") from error

    def keep_branch(self, branch: BranchInfo) -> None:
        """Keep what /v1/branch says for a start without the service."""
        text = json.dumps(branch.to_json(for_staff=False), ensure_ascii=False)
        if text != self._meta("branch"):
            self._set_meta("branch", text)

    # Numbers

    def put(self, block: NumberBlock) -> None:
        """The numbers of a block stand for all that we have of its service, but for those already given."""
        with self._transaction() as db:
            db.execute("DELETE FROM numbers WHERE service = ? OR day < ?", (block["service"], block["day"]))
            # Whatever the block is called: a number that was given today is not given again.
            rows = db.execute(
                "SELECT n FROM tickets WHERE day = ? AND service = ?", (block["day"], block["service"])
            )
            given = {n for (n,) in rows.fetchall()}
            db.executemany(
                "INSERT INTO numbers (day, service, n, number, block) VALUES (?, ?, ?, ?, ?)",
                [
                    (block["day"], block["service"], n, number, block["id"])
                    for number, n in block["numbers"].items()
                    if n not in given
                ],
            )

    def left(self, day: str) -> dict[str, int]:
        """How many numbers there are still for each service on that business day."""
        with self._said():
            rows = self._db.execute(
                "SELECT service, count(*) FROM numbers WHERE day = ? GROUP BY service", (day,)
            )
            return dict(rows.fetchall())

    def give(
        self,
        day: str,
        service: str,
        at: int,
        language: str | None = None,
        segment: str | None = None,
        segment_reason: str | None = None,
        phone: str | None = None,
    ) -> OfflineTicket | None:
        """The next number as a ticket; None when there is none left."""
        with self._transaction() as db:
            row = db.execute(
                "SELECT n, number, block FROM numbers WHERE day = ? AND service = ? ORDER BY n LIMIT 1",
                (day, service),
            ).fetchone()
            if row is None:
                return None
            n, number, block = row
            given = OfflineTicket(
                id=secrets.token_hex(16),
                block=block,
                n=n,
                number=number,
                service=service,
                language=language,
                segment=segment,
                issued_at=at,
                segment_reason=segment_reason,
                phone=phone,
            )
            db.execute("DELETE FROM numbers WHERE day = ? AND service = ? AND n = ?", (day, service, n))
            db.execute(
                f"INSERT INTO tickets (day, {_COLUMNS}) VALUES (?{', ?' * len(astuple(given))})",  # noqa: S608 - constants
                (day, *astuple(given)),
            )
        return given

    # Tickets

    def kept(self) -> list[OfflineTicket]:
        """Those the service does not know yet, in the order in which they were given."""
        with self._said():
            rows = self._db.execute(f"SELECT {_COLUMNS} FROM tickets WHERE state = 'kept' ORDER BY seq")  # noqa: S608 - constants
            return [_given(row) for row in rows.fetchall()]

    def paper(self, ticket: str, printed: bool, reason: str | None) -> OfflineTicket | None:
        """Note whether that ticket came out; gives it as it stands now."""
        with self._transaction() as db:
            db.execute(
                "UPDATE tickets SET printed = ?, reason = ? WHERE id = ?", (int(printed), reason, ticket)
            )
            row = db.execute(f"SELECT {_COLUMNS} FROM tickets WHERE id = ?", (ticket,)).fetchone()  # noqa: S608 - constants
        return None if row is None else _given(row)

    def ticket(self, ticket: str) -> OfflineTicket | None:
        """A ticket as it stands here, with what came of its paper meanwhile."""
        with self._said():
            row = self._db.execute(f"SELECT {_COLUMNS} FROM tickets WHERE id = ?", (ticket,)).fetchone()  # noqa: S608 - constants
        return None if row is None else _given(row)

    def told(self, ticket: str) -> None:
        """The service has it now."""
        with self._transaction() as db:
            db.execute("UPDATE tickets SET state = 'told', phone = NULL WHERE id = ?", (ticket,))

    def refused(self, ticket: str, code: str) -> None:
        """The service will not have it, for that reason; it stays here to be read."""
        with self._transaction() as db:
            db.execute(
                "UPDATE tickets SET state = 'refused', code = ?, phone = NULL WHERE id = ?", (code, ticket)
            )

    def forget_before(self, day: str) -> None:
        """Nobody asks any more for numbers and finished tickets of the days before."""
        with self._transaction() as db:
            db.execute("DELETE FROM numbers WHERE day < ?", (day,))
            db.execute("DELETE FROM tickets WHERE day < ? AND state <> 'kept'", (day,))

    # Paper

    def begin_paper(self, ticket: dict[str, Any], offline: bool, at: int) -> None:
        """That ticket goes to the printer at ``at`` (ms since the epoch); ``offline``: it came from here."""
        row = (ticket["id"], at, int(offline), json.dumps(ticket, ensure_ascii=False))
        with self._transaction() as db:
            db.execute("INSERT OR REPLACE INTO papers (id, at, offline, ticket) VALUES (?, ?, ?, ?)", row)

    def end_paper(self, ticket: str) -> None:
        """What came of its paper is known."""
        with self._transaction() as db:
            db.execute("DELETE FROM papers WHERE id = ?", (ticket,))

    def papers(self) -> list[tuple[Any, bool, int]]:
        """Tickets that went to the printer, nobody knows what came of it: ticket, ``offline`` and ``at``."""
        with self._said():
            rows = self._db.execute("SELECT ticket, offline, at FROM papers ORDER BY at").fetchall()
            return [(json.loads(ticket), bool(offline), at) for ticket, offline, at in rows]

    # Inside

    def _version(self) -> int:
        version = user_version(self._db)
        if version > VERSION:
            raise OfflineStoreError(f"{self._path}: written by a newer version")
        return version

    def _settle(self, here: StorePlace) -> None:
        kept = self._meta("place")
        if kept is not None:
            file, *cards = kept.split()
            if here.is_same(StorePlace(int(file), frozenset(cards))):
                return
            log.warning(
                "%s is a copy: the numbers that were set aside for another kiosk are left to it", self._path
            )
            with self._transaction() as db:
                db.execute("DELETE FROM numbers")
                db.execute("DELETE FROM meta WHERE name = 'holder'")
        self._set_meta("place", " ".join((str(here.file), *sorted(here.cards))))

    def _holder(self) -> str:
        known = self._meta("holder")
        if known is None:
            known = f"kiosk-{secrets.token_hex(6)}"
            self._set_meta("holder", known)
        return known

    def _meta(self, name: str) -> str | None:
        with self._said():
            row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def _set_meta(self, name: str, value: str) -> None:
        with self._transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, value))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._said():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:  # a full disk rolls back by itself
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            raise OfflineStoreError(f"{self._path}: {error}") from error


def _given(row: tuple[Any, ...]) -> OfflineTicket:
    ticket = OfflineTicket(*row)
    return ticket if ticket.printed is None else replace(ticket, printed=bool(ticket.printed))
