"""Steps from one version of a file's tables to the next: each once, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from branch.sqlite_migrations import Step, migrate, statements, user_version

FIRST = statements("CREATE TABLE one (a); CREATE TABLE two (a);\n")
SECOND = statements("ALTER TABLE one ADD COLUMN b")
BROKEN = statements("CREATE TABLE three (a); no such statement")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A new file, in autocommit mode."""
    with closing(sqlite3.connect(tmp_path / "file.sqlite", isolation_level=None)) as connection:
        yield connection


def bring(file: sqlite3.Connection, *steps: Step) -> None:
    """Through those steps."""
    migrate(file, steps, partial(user_version, file))


def tables(file: sqlite3.Connection) -> list[str]:
    """What there is."""
    return [name for (name,) in file.execute("SELECT name FROM sqlite_master ORDER BY name")]


def test_a_new_file_goes_through_all_steps_and_an_old_one_through_the_new(file: sqlite3.Connection) -> None:
    bring(file, FIRST)
    assert (user_version(file), tables(file)) == (1, ["one", "two"])
    bring(file, FIRST, SECOND)
    assert user_version(file) == 2
    file.execute("INSERT INTO one (a, b) VALUES (1, 2)")
    bring(file, FIRST, SECOND)  # nothing left to do
    assert user_version(file) == 2


def test_a_step_that_fails_leaves_the_file_as_the_step_before(file: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="syntax error"):
        bring(file, FIRST, BROKEN)
    assert (user_version(file), tables(file), file.in_transaction) == (1, ["one", "two"], False)


def test_another_program_that_was_first_is_noticed(file: sqlite3.Connection) -> None:
    bring(file, FIRST)
    seen = iter([0, 1, 1])  # as if it had come between our look and our lock
    migrate(file, (FIRST,), lambda: next(seen))
    assert (user_version(file), file.in_transaction) == (1, False)


def test_what_the_version_raises_stops_before_any_step(file: sqlite3.Connection) -> None:
    def not_ours() -> int:
        raise ValueError("not ours")

    with pytest.raises(ValueError, match="not ours"):
        migrate(file, (FIRST,), not_ours)
    assert tables(file) == []
