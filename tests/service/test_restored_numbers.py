"""A number that was given today is never given again, whatever is restored; what is printed is called."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from requests import Response

from branch import cli
from branch.domain.offline.number_block import ReserveNumbers
from branch.domain.offline.number_block_rules import BLOCKS, GAP
from branch.service.access.signing import SigningKey
from branch.service.journal.sqlite_journal import SqliteJournal
from branch.service.maintenance import backup, repair, restore
from tests.harness.clocks import HandClock, instant
from tests.service.asking import Asker, is_problem
from tests.service.desk import Desk, desk

MORNING = "2026-11-21T09:30:00+08:00"
NEXT = "2026-11-23T09:30:00+08:00"


def numbers(at: Desk, service: str = "A") -> list[int]:
    tickets = at.look(lambda hall, _: list(hall.tickets.values())).result(5)
    return [int(ticket.number[1:]) for ticket in tickets if ticket.service == service]


def blocks(at: Desk, service: str = "A") -> list[range]:
    held = at.look(lambda hall, _: list(hall.blocks.values())).result(5)
    return [range(block.first, block.last + 1) for block in held if block.service == service]


def day_until_backup(folder: Path, file: Path, *, given: int = 3) -> None:
    with closing(SqliteJournal.open(folder)) as journal, desk(journal) as at:
        for _ in range(given):
            at.issue().result(5)
        at.ask(ReserveNumbers("first", service="A", holder="kiosk 1")).result(5)
    backup(folder, file)


def after_it(folder: Path, *, given: int = 3, clock: str = MORNING) -> tuple[set[int], set[int]]:
    """What is given after the backup: numbers, and those that were set aside."""
    with closing(SqliteJournal.open(folder)) as journal, desk(journal, HandClock(clock, standing=True)) as at:
        for _ in range(given):
            at.issue().result(5)
        at.ask(ReserveNumbers("second", service="A", holder="kiosk 2")).result(5)
        at.ask(ReserveNumbers("third", service="A", holder="kiosk 3")).result(5)
        return set(numbers(at)), {n for block in blocks(at) for n in block}


def what_is_given_then(folder: Path, clock: str = MORNING) -> tuple[list[int], list[range]]:
    with closing(SqliteJournal.open(folder)) as journal, desk(journal, HandClock(clock, standing=True)) as at:
        before, held = set(numbers(at)), blocks(at)
        for _ in range(2):
            at.issue().result(5)
        at.ask(ReserveNumbers("new", service="A", holder="kiosk 4")).result(5)
        return (
            [n for n in numbers(at) if n not in before],
            [block for block in blocks(at) if block not in held],
        )


def test_the_journal_that_was_there_tells_the_numbers(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file)
    given, aside = after_it(folder)
    restore(file, folder, force=True)
    new, held = what_is_given_then(folder)
    assert new == [7, 8]
    assert not given & set(new)
    assert aside.isdisjoint(held[0])
    assert held[0].stop == min(aside)


def lose(folder: Path) -> None:
    for path in folder.glob("journal.db*"):
        path.unlink()


def damage(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "journal.db", isolation_level=None)) as connection:
        connection.execute("UPDATE events SET data = '{}' WHERE seq = 5")


@pytest.mark.parametrize("harm", [lose, damage])
def test_where_nothing_tells_them_as_many_are_left_out_as_may_have_been_given(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file)
    given, aside = after_it(folder, given=50)
    harm(folder)
    restore(file, folder, force=True)
    new, held = what_is_given_then(folder)
    assert new == [4 + GAP, 5 + GAP]
    assert not given & set(new)
    assert aside.isdisjoint(held[0])


def test_somebody_may_say_the_last_number(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file)
    after_it(folder, given=50)
    lose(folder)
    assert cli.main(["restore", str(file), "--data", str(folder), "--force", "--last-number", "A=53"]) == 0
    new, _ = what_is_given_then(folder)
    assert new == [54, 55]


@pytest.mark.parametrize("text", ["A", "=5", "A=", "A=-1", "A=x"])
def test_what_is_no_last_number(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["restore", "b.db", "--data", str(tmp_path), "--last-number", text])
    assert "A=137" in capsys.readouterr().err


def test_a_backup_of_the_night_before(tmp_path: Path) -> None:
    """Today has no row in it, yet numbers of today are in the hall."""
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file)
    given, aside = after_it(folder, clock=NEXT)
    restore(file, folder, force=True, at=instant(NEXT))
    new, held = what_is_given_then(folder, NEXT)
    assert new == [max(given) + 1, max(given) + 2]
    assert aside.isdisjoint(held[0])
    lose(folder)
    restore(file, folder, force=True, at=instant(NEXT))
    new, held = what_is_given_then(folder, NEXT)
    assert new == [1 + GAP, 2 + GAP]
    assert aside.isdisjoint(held[0])


def test_another_day_begins_at_its_first_number(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file)
    lose(folder)
    restore(file, folder, force=True, at=instant(MORNING))
    new, held = what_is_given_then(folder, NEXT)
    assert new == [1, 2]
    assert held[0].stop == 1000


def test_the_gap_is_left_once(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file)
    lose(folder)
    restore(file, folder, force=True)
    SqliteJournal.open(folder).close()
    for expected in (4 + GAP, 6 + GAP):
        assert what_is_given_then(folder)[0] == [expected, expected + 1]


def test_a_gap_that_was_left_is_known_to_the_next_restore(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file)
    lose(folder)
    restore(file, folder, force=True)
    first = what_is_given_then(folder)
    restore(file, folder, force=True)
    again = what_is_given_then(folder)
    assert again[0][0] == first[0][-1] + 1
    assert again[1][0].stop == first[1][0].start


def test_begun_anew_or_repaired_on_the_same_day(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file)
    damage(folder)
    repair(folder, tmp_path / "whole.db")
    restore(tmp_path / "whole.db", folder, force=True)
    assert min(what_is_given_then(folder)[0]) > 3
    SigningKey(folder)
    lose(folder)
    SqliteJournal.open(folder, begin_anew=True).close()
    assert what_is_given_then(folder)[0] == [1 + GAP, 2 + GAP]


def test_a_short_range_keeps_numbers_for_the_rest_of_the_day(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "b.db"
    day_until_backup(folder, file, given=700)
    lose(folder)
    restore(file, folder, force=True)
    new, held = what_is_given_then(folder)
    assert 701 < new[0] < held[0].start
    assert held[0].stop <= 950, "the block that the backup knows, and a gap below it"
    assert BLOCKS


def set_aside(asker: Asker, holder: str) -> dict[str, Any]:
    return asker.answer("/v1/blocks", {"service": "A", "holder": holder}, role="kiosk")


def told(asker: Asker, block: object, n: int, ticket: str = "t" * 20) -> Response:
    body = {"ticket": ticket, "n": n, "issued_at": MORNING, "printed": True}
    return asker.post(f"/v1/blocks/{block}/tickets", body, role="kiosk")


def test_a_block_that_was_set_aside_after_the_backup_is_honoured(asker: Asker, tmp_path: Path) -> None:
    """A950 is printed, so A950 is called; the kiosk keeps the block, and no other gets any of it."""
    folder = asker.running.folder
    asker.issue()
    backup(folder, tmp_path / "b.db")
    block = set_aside(asker, "kiosk 1")
    asker.running.stop()
    lose(folder)
    restore(tmp_path / "b.db", folder, force=True)
    asker.running.start()
    other = set_aside(asker, "kiosk 2")
    answer = told(asker, block["id"], 950)
    assert (answer.status_code, answer.json()["number"]) == (201, "A950")
    assert told(asker, block["id"], 950).status_code == 201, "telling it twice changes nothing"
    again = set_aside(asker, "kiosk 1")
    assert again["id"] == block["id"]
    assert "A950" not in again["numbers"]
    assert not set(block["numbers"]) & set(other["numbers"])
    numbers = [ticket["number"] for ticket in asker.get("/v1/visits", role="manager").json()["visits"]]
    assert numbers == ["A001", "A950"]


def test_a_block_that_nobody_has_set_aside_is_unknown(asker: Asker, tmp_path: Path) -> None:
    block = str(set_aside(asker, "kiosk 1")["id"])
    known, _, seal = block.partition(".")
    for said in (
        f"other.{seal}",
        f"other.{seal[:-4]}AAAA",
        "other",
        "other.",
        "other.%%%",
        f"x{known}.{seal}",
    ):
        is_problem(told(asker, said, 950), 404, "unknown-block")
    is_problem(told(asker, block, 949), 422, "invalid")
    assert told(asker, known, 950).status_code == 201, "a kiosk of before the update knows the id alone"
