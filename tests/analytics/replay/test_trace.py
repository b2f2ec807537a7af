"""Reading a trace, and the one line that says what is wrong with it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from branch.analytics.replay.trace import Customer, ReplayError, read_trace
from tests.analytics.replay.traces import HEADER, QUEUE, SHIFT, written


def complaint(path: Path) -> str:
    """The line that a person is shown."""
    with pytest.raises(ReplayError) as caught:
        read_trace(path)
    text = str(caught.value)
    assert "\n" not in text
    return text


@pytest.mark.parametrize("name", ["trace.csv", "trace.csv.gz"])
def test_plain_and_gzipped_traces_are_read(tmp_path: Path, name: str) -> None:
    trace = read_trace(written(tmp_path, *QUEUE, name=name))
    assert trace.name == name
    assert trace.customers[0] == Customer(1, 0, "PS", "unknown", 0, 100, "S1")
    assert trace.customers[3] == Customer(1, 30, "PS", "regular", 60, None, "")
    assert trace.services() == ("PS",)
    assert trace.segments() == ("regular", "priority")


def test_rows_are_put_in_order_of_arrival(tmp_path: Path) -> None:
    trace = read_trace(written(tmp_path, "2,5,PS,regular,0,1,served,S1", *reversed(QUEUE)))
    assert [(c.day, c.arrived_s) for c in trace.customers] == [(1, 0), (1, 10), (1, 20), (1, 30), (2, 5)]
    assert list(trace.days()) == [1, 2]


def test_a_byte_order_mark_and_empty_lines_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "bom.csv"
    path.write_text("\n".join(("\ufeff" + HEADER, SHIFT[0], "", SHIFT[1], "")), encoding="utf-8")
    assert len(read_trace(path).customers) == 2


def test_a_missing_file(tmp_path: Path) -> None:
    assert "nowhere.csv cannot be read: No such file or directory" in complaint(tmp_path / "nowhere.csv")


def test_a_folder(tmp_path: Path) -> None:
    assert "cannot be read" in complaint(tmp_path)


def test_a_name_that_promises_gzip(tmp_path: Path) -> None:
    path = tmp_path / "plain.csv.gz"
    path.write_text(HEADER)
    assert complaint(path).endswith("it is no gzip file")


def test_a_gzip_file_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "short.csv.gz"
    path.write_bytes(gzip.compress("\n".join((HEADER, *QUEUE * 50)).encode())[:-20])
    assert complaint(path).endswith("damaged or cut off")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\xff\xfe")
    assert "it is not UTF-8 text" in complaint(path)


@pytest.mark.parametrize("header", ["", "day,arrived", HEADER + ",more", HEADER.replace("day", "date")])
def test_a_wrong_header(tmp_path: Path, header: str) -> None:
    text = complaint(written(tmp_path, *QUEUE, header=header))
    assert text == f"made-up.csv, line 1: the header must be {HEADER}"


def test_nobody_in_it(tmp_path: Path) -> None:
    assert complaint(written(tmp_path)) == "made-up.csv, line 2: there are no customers in this trace"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("1,2,3", "3 fields instead of 8"),
        ("one,0,PS,regular,0,1,served,S1", "day is 'one', not a whole number"),
        ("1,-5,PS,regular,0,1,served,S1", "arrived_s is '-5', not a whole number"),
        ("1,86400,PS,regular,0,1,served,S1", "arrived_s is 86400, more than 86399"),
        ("1,0,PS,regular,,1,served,S1", "waited_s is '', not a whole number"),
        ("1,0,PS,regular,0,1.5,served,S1", "service_s is '1.5', not a whole number"),
        ("1,0,PS,regular,0,,served,S1", "service_s is '', not a whole number"),
        ("1,0,PS,regular,99999999999999999999999,1,served,S1", "more than 864000"),
        ("1,0,PS,regular,²,1,served,S1", "waited_s is '²', not a whole number"),
        ("1,0,,regular,0,1,served,S1", "service is empty"),
        ("1,0,PS,,0,1,served,S1", "segment is empty"),
        ("1,0,PS,regular,0,1,served,", "server is empty, but the customer was served"),
        ("1,0,PS,regular,9,1,left,", "the customer left, but service_s is given"),
        ("1,0,PS,regular,9,,gone,", "outcome is 'gone', neither served nor left"),
        ('1,0,PS,"regular,0,1,served,S1', "unexpected end of data"),
    ],
)
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, row: str, what: str) -> None:
    text = complaint(written(tmp_path, QUEUE[0], QUEUE[1], row))
    assert text.startswith("made-up.csv, line 4: ")
    assert what in text
