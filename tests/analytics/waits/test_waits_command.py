"""``branchline waits``: what it prints of small records of both kinds, and what it says of wrong ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from branch import cli
from branch.analytics.waits.office_records import COLUMNS
from tests.analytics.replay.traces import QUEUE, written

SNAPSHOTS = ",".join(COLUMNS)


def customers(day: int) -> list[str]:
    """A day of one server who takes a minute for each of twenty customers, of whom all but the first wait."""
    rows = [f"{day},0,PS,unknown,0,60,served,S1"]
    return rows + [f"{day},{n},PS,regular,{60 * n - n},60,served,S1" for n in range(1, 20)]


def snapshots(day: str) -> list[str]:
    """A day of one counter that calls one of ten in five minutes; all come in the first ten minutes."""
    calls = [f"East,{day},{480 + 5 * n},1,A,{n}.0,{10 - n},1,7" for n in range(2, 11)]
    return [f"East,{day},480,1,A,,0,1,7", f"East,{day},485,1,A,1,4,1,7", *calls]


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    """What the command prints."""
    assert cli.main(["waits", *map(str, arguments)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_customers_of_a_day_before_and_of_the_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learnt = written(tmp_path, *customers(1), *customers(2), name="before.csv.gz")
    last = written(tmp_path, *customers(3))
    found = printed(capsys, learnt, last)
    assert found["n"] == 19
    assert found["learnt_from"] == ["before.csv.gz"]
    assert found["by_day"] == {"3": {"n": 19, "under_top": found["under_top"]}}
    assert found["mae"] < found["mean_so_far"]["mae"]
    assert {"rmse", "bias", "pinball", "width"} < set(found)
    assert set(found["last_wait"]) == set(found["mean_so_far"])


def test_a_day_within_the_last_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = written(tmp_path, *customers(1), *customers(2), *customers(3))
    two = (
        written(tmp_path, *customers(1), *customers(2), name="a.csv"),
        written(tmp_path, *customers(3), name="b.csv"),
    )
    split, parted = printed(capsys, one, "--test-from", "3"), printed(capsys, *two)
    for figure in ("n", "mae", "rmse", "bias", "pinball", "under_top", "width", "mean_so_far", "last_wait"):
        assert split[figure] == parted[figure]


def test_who_left_waits_and_is_in_no_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, written(tmp_path, *QUEUE))["n"] == 2


def test_snapshots_of_an_office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = written(tmp_path, *snapshots("2020-01-02"), *snapshots("2020-01-03"), header=SNAPSHOTS)
    found = printed(capsys, record, "--test-from", "2020-01-03")
    assert found["n"] == 2, "number 5 at 8:05, number 10 at 8:10"
    assert list(found["by_place_and_day"]) == ["East 2020-01-03"]
    assert found["left_out"] == {"too_long": 0, "called_in_a_gap": 0, "not_called": 0}


def test_a_call_in_a_gap_of_the_record_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [row for row in snapshots("2020-01-02") if not 510 <= int(row.split(",")[2]) < 530]
    found = printed(capsys, written(tmp_path, *rows, header=SNAPSHOTS))
    assert found["n"] == 1
    assert found["left_out"]["called_in_a_gap"] == 1


@pytest.mark.parametrize(
    ("rows", "header", "says"),
    [
        (QUEUE, "a,b", "line 1: the header must be"),
        ((), None, "line 2: there are no customers"),
        ((), SNAPSHOTS, "line 2: there are no snapshots"),
        (("East,2020-01-02,480,1,A,x,0,1,7",), SNAPSHOTS, "line 2: called_number is 'x', not a number"),
        (("East,2020-01-02,480",), SNAPSHOTS, "line 2: the line has not as many fields"),
        (("1,0,PS,unknown,0,60,served,S1",), None, "has nobody who waited"),
    ],
)
def test_what_is_wrong_is_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    rows: tuple[str, ...],
    header: str | None,
    says: str,
) -> None:
    path = written(tmp_path, *rows) if header is None else written(tmp_path, *rows, header=header)
    assert cli.main(["waits", str(path)]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1


def test_files_of_two_kinds_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = written(tmp_path, *QUEUE, name="bank.csv")
    office = written(tmp_path, *snapshots("2020-01-02"), header=SNAPSHOTS, name="office.csv")
    assert cli.main(["waits", str(bank), str(office)]) == 2
    assert "not of one kind" in capsys.readouterr().err
    assert cli.main(["waits", str(bank), "--test-from", "x"]) == 2
    assert "whose days are numbers" in capsys.readouterr().err
