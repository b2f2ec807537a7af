"""How the tables of a SQLite file came to be: numbered steps, the number kept in `user_version`.

A step and its record commit together, so a crash leaves the file either before or after it. Steps are never
changed once released; a new one goes to the end. A branch's journal and a kiosk's own file are such files.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

Step = Callable[[sqlite3.Connection], None]


def statements(text: str) -> Step:
    """The step that carries out these statements, which have a semicolon between them and in none of them."""

    def step(connection: sqlite3.Connection) -> None:
        for statement in filter(str.strip, text.split(";")):
            connection.execute(statement)

    return step


def user_version(connection: sqlite3.Connection) -> int:
    """The number of steps that the file has behind it; 0 for a new one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection, steps: Sequence[Step], version: Callable[[], int]) -> None:
    """Take the file through the steps that it has not behind it; the connection must be in autocommit mode.

    ``version`` gives the number of those that it has, and raises for a file that is nobody's to migrate or
    was written by a newer version; what it or a step raises leaves the file as the step before has left it.
    """
    while version() < len(steps):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again inside: another program may have migrated while this one waited for the lock.
            done = version()
            if done < len(steps):
                steps[done](connection)
                connection.execute(f"PRAGMA user_version = {done + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk rolls back by itself
                connection.execute("ROLLBACK")
            raise
