"""What tests of failures do to a service from within, where nothing from outside reaches."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from branch.service.access.device_tokens import DeviceTokens
from branch.service.core.writer import Writer
from branch.service.feed.hub import Hub
from branch.service.journal.sqlite_journal import SqliteJournal


def sqlite_of(journal: SqliteJournal) -> sqlite3.Connection:
    """The connection that the journal writes by."""
    return journal._connection


def reading_sqlite_of(journal: SqliteJournal) -> sqlite3.Connection:
    """The connection that the journal reads by."""
    return journal._reader._connection


def tokens_sqlite_of(store: DeviceTokens) -> sqlite3.Connection:
    """The connection that tokens are looked up by."""
    return store._reader


@contextmanager
def hanging(journal: SqliteJournal) -> Iterator[None]:
    """Have the journal wait as it does for a disk that does not answer."""
    with journal._lock:
        yield


@contextmanager
def leaving(hub: Hub) -> Iterator[None]:
    """Have the feed be in the middle of its end."""
    hub._closing = True
    try:
        yield
    finally:
        hub._closing = False


def break_publishing(writer: Writer) -> None:
    """Have the writer fail outside of any command, as only a bug could make it."""

    def fail(_: object) -> None:
        raise ZeroDivisionError

    writer._publish = fail
