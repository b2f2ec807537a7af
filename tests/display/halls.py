"""Halls to take pictures of: a morning in the sample branch, with a board or without one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.display.shown import Shown, branch_config, shown_board
from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

SATURDAY = "2026-11-21T"
START = {
    "first = 1": "first = 33",
    "[[counters]]\nnumber = 3\n": '[[counters]]\nnumber = 3\ndirection = "left"\n',
    "[[counters]]\nnumber = 5\n": '[[counters]]\nnumber = 5\ndirection = "up"\n',
}


def usual(hall: Hall, shown: Shown) -> None:
    """Four have been called, two of them are being served, and others wait."""
    until(lambda: shown.link.live)
    hall.open(*range(1, 9))
    hall.take(*"CVABA", *"AAAAAABBBC")
    hall.call(6, 8, 2, 5)
    until(lambda: len(shown.announced) == 4 and shown.look == "now")
    hall.serve(6, 8)


@contextmanager
def branch(at: str, changes: dict[str, str]) -> Iterator[Hall]:
    """A branch at that time of the Saturday."""
    with tempfile.TemporaryDirectory() as folder:
        clock = HandClock(f"{SATURDAY}{at}+08:00")
        with running_service(Path(folder), branch_config(changes), clock) as service:
            hall = Hall(service)
            yield hall
            hall.close()


@contextmanager
def board(
    codes: tuple[str, ...],
    at: str,
    changes: dict[str, str],
    size: tuple[int, int] = (1920, 1080),
) -> Iterator[tuple[Hall, Shown]]:
    """The same with a board in it."""
    with branch(at, changes) as hall:
        token = hall.service.tokens["display"]
        with shown_board(hall.service.url, token, codes, size, heartbeat=1.0) as shown:
            yield hall, shown
