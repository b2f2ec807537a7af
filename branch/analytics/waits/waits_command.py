"""The command line of recorded waits: FILE... [--test-from DAY]."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from branch.analytics.replay.trace import COLUMNS as CUSTOMERS
from branch.analytics.replay.trace import Customer, ReplayError, Trace, read_trace, recorded
from branch.analytics.waits.bank_waits import BankWaits
from branch.analytics.waits.office_records import COLUMNS as SNAPSHOTS
from branch.analytics.waits.office_records import read_snapshots
from branch.analytics.waits.office_waits import LeftOut, OfficeWaits
from branch.analytics.waits.wait_scores import ForetoldWait, Scores, scores


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, and from which day on the last one is foretold."""
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="recorded days, .csv or .csv.gz; all files but the last are only learnt from",
    )
    parser.add_argument(
        "--test-from",
        metavar="DAY",
        help="days of the last file before this one are only learnt from, too; a day as the file writes it",
    )


def run(args: argparse.Namespace) -> int:
    """Print the figures; the exit code. Raises ReplayError."""
    print(json.dumps(main_json(args.files, args.test_from), ensure_ascii=False, indent=2), flush=True)
    return 0


def main_json(files: Sequence[Path], test_from: str | None = None) -> Scores:
    """The figures of the days foretold, in seconds. Raises ReplayError."""
    headers = [_header(path) for path in files]
    if any(header != headers[0] for header in headers):
        raise ReplayError(f"{files[0].name} and {files[headers.index(headers[-1])].name} are not of one kind")
    if headers[0] == CUSTOMERS:
        waits = _bank(files, test_from)
        left_out = None
    elif headers[0] == SNAPSHOTS:
        waits, left_out = _offices(files, test_from)
    else:
        known = " or ".join(",".join(columns) for columns in (CUSTOMERS, SNAPSHOTS))
        raise ReplayError(f"{files[0].name}, line 1: the header must be {known}")
    if not waits:
        since = f" from {test_from} on" if test_from is not None else ""
        raise ReplayError(f"{files[-1].name} has nobody who waited{since}")
    return {
        "file": files[-1].name,
        "learnt_from": [path.name for path in files[:-1]],
        "test_from": test_from,
        "unit": "s",
        **({} if left_out is None else {"left_out": asdict(left_out)}),
        **scores(waits),
    }


def _header(path: Path) -> tuple[str, ...]:
    with recorded(path) as file:
        return tuple(file.readline().strip().split(","))


def _bank(files: Sequence[Path], test_from: str | None) -> list[ForetoldWait]:
    traces = [read_trace(path) for path in files]
    if test_from is not None:
        last, first = traces.pop(), _day_number(test_from)
        parts: tuple[list[Customer], list[Customer]] = ([], [])
        for customer in last.customers:
            parts[customer.day >= first].append(customer)
        traces += [Trace(last.name, tuple(part)) for part in parts]
    bank = BankWaits()
    for trace in traces[:-1]:
        for _ in bank.days(trace):
            pass
    return list(bank.days(traces[-1]))


def _day_number(day: str) -> int:
    if not (day.isascii() and day.isdigit()):
        raise ReplayError(f"--test-from {day} is no day of such a record, whose days are numbers")
    return int(day)


def _offices(files: Sequence[Path], test_from: str | None) -> tuple[list[ForetoldWait], LeftOut]:
    records = [read_snapshots(path) for path in files]
    if test_from is not None:
        last = records.pop()
        records.append([snapshot for snapshot in last if snapshot.day < test_from])
        records.append([snapshot for snapshot in last if snapshot.day >= test_from])
    offices = OfficeWaits()
    for record in records[:-1]:
        for _ in offices.days(record):
            pass
    offices.left_out = LeftOut()
    return list(offices.days(records[-1])), offices.left_out
