"""Recorded days: reading a trace file, and what can be wrong with one."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO


class ReplayError(Exception):
    """One line for the person who named the file: which line of it is wrong, and what is wrong there."""


COLUMNS = ("day", "arrived_s", "service", "segment", "waited_s", "service_s", "outcome", "server")
UNKNOWN = "unknown"
"""The segment of customers who were served at once: nobody wrote down what they were."""

_DAY_S = 86_400
_LONGEST = 10 * _DAY_S
"""No wait and no service is longer than this; more is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Customer:
    """One recorded visit; ``service_s`` is None if the customer left."""

    day: int
    arrived_s: int
    service: str
    segment: str
    waited_s: int
    service_s: int | None
    server: str


@dataclass(frozen=True, slots=True)
class Trace:
    """All visits, in order of arrival."""

    name: str
    customers: tuple[Customer, ...]

    def days(self) -> Mapping[int, tuple[Customer, ...]]:
        """The visits of each day, days in order."""
        days: dict[int, list[Customer]] = defaultdict(list)
        for customer in self.customers:
            days[customer.day].append(customer)
        return {day: tuple(customers) for day, customers in days.items()}

    def services(self) -> tuple[str, ...]:
        """Every service asked for, in order of first mention."""
        return tuple(dict.fromkeys(customer.service for customer in self.customers))

    def segments(self) -> tuple[str, ...]:
        """Every segment, in order of first mention; not the unknown one."""
        return tuple(dict.fromkeys(c.segment for c in self.customers if c.segment != UNKNOWN))


def read_trace(path: Path) -> Trace:
    """The trace in that file; raises ReplayError."""
    with recorded(path) as file:
        customers = list(_customers(file, path.name))
    if not customers:
        raise ReplayError(f"{path.name}, line 2: there are no customers in this trace")
    customers.sort(key=lambda customer: (customer.day, customer.arrived_s))
    return Trace(path.name, tuple(customers))


@contextmanager
def recorded(path: Path) -> Iterator[TextIO]:
    """The text of a recorded file, gzipped if its name says so; what is wrong with it raises ReplayError."""
    try:
        with _opened(path) as file:
            yield file
    except OSError as error:
        reason = "it is no gzip file" if isinstance(error, gzip.BadGzipFile) else error.strerror or str(error)
        raise ReplayError(f"{path} cannot be read: {reason}") from None
    except (EOFError, zlib.error):
        raise ReplayError(f"{path} cannot be read: the gzip file is damaged or cut off") from None
    except UnicodeDecodeError as error:
        raise ReplayError(f"{path} cannot be read: it is not UTF-8 text ({error.reason})") from None


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _customers(file: TextIO, name: str) -> Iterator[Customer]:
    rows = csv.reader(file, strict=True)
    try:
        header = next(rows, [])
        if tuple(header) != COLUMNS:
            raise ReplayError(f"{name}, line 1: the header must be {','.join(COLUMNS)}")
        for row in rows:
            try:
                if row:
                    yield _customer(row)
            except ValueError as error:
                raise ReplayError(f"{name}, line {rows.line_num}: {error}") from None
    except csv.Error as error:
        raise ReplayError(f"{name}, line {rows.line_num}: {error}") from None


def _customer(row: list[str]) -> Customer:
    """That row; raises ValueError with what is wrong."""
    if len(row) != len(COLUMNS):
        raise ValueError(f"{len(row)} fields instead of {len(COLUMNS)}")
    field = dict(zip(COLUMNS, row, strict=True))
    for column in ("service", "segment"):
        if not field[column]:
            raise ValueError(f"{column} is empty")
    served = field["outcome"] == "served"
    if not served and field["outcome"] != "left":
        raise ValueError(f"outcome is {field['outcome']!r}, neither served nor left")
    if served and not field["server"]:
        raise ValueError("server is empty, but the customer was served")
    if not served and field["service_s"]:
        raise ValueError("the customer left, but service_s is given")
    return Customer(
        day=_number(field, "day", 100_000),
        arrived_s=_number(field, "arrived_s", _DAY_S - 1),
        service=field["service"],
        segment=field["segment"],
        waited_s=_number(field, "waited_s", _LONGEST),
        service_s=_number(field, "service_s", _LONGEST) if served else None,
        server=field["server"],
    )


def _number(field: Mapping[str, str], column: str, most: int) -> int:
    text = field[column]
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{column} is {text!r}, not a whole number")
    number = int(text[:20])
    if number > most:
        raise ValueError(f"{column} is {text[:20]}, more than {most}")
    return number
