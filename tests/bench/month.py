"""A board through a month of business days: `python -m tests.bench.month [DAYS] [CUSTOMERS A DAY]`.

The service is ours, on a clock that leaps from one evening to the next morning; the board is a program of its
own, so the figure is its memory alone. Every customer is called, served and gone; one in ten does not come.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from branch.client.autopilot_client import Autopilot
from branch.client.calls.service_api import Api
from tests.bench.programs import piloted
from tests.display.shown import branch_config
from tests.harness.branch import PIN, running_service
from tests.harness.clocks import HandClock

DAYS, CUSTOMERS = 30, 60
SPEED = 200.0
"""A call still has 600 ms on the board, the least there is; a day takes as long as its calls."""

COUNTERS = 4
_DAY_MS = 24 * 3600 * 1000


class LeapingClock(HandClock):
    """A fast clock that can be set to the next morning."""

    def __init__(self, text: str) -> None:
        super().__init__(text, SPEED)
        self._morning = self.at

    def sleep(self) -> None:
        """Go on at the same time of the next day."""
        self._morning += _DAY_MS
        self.at = self._morning


def month(days: int, customers: int) -> list[float]:
    """The board's memory (MB resident) after each day."""
    figures = []
    week = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    clock = LeapingClock("2026-11-23T09:30:00+08:00")
    with (
        tempfile.TemporaryDirectory() as place,
        running_service(Path(place) / "branch", branch_config(), clock) as service,
        Api(service.url, service.tokens["kiosk"]) as kiosk,
        Api(service.url, service.tokens["counter"]) as desk,
        piloted("display", Path(place), service, "--mute", "--windowed") as (pilot, process),
    ):
        pilot.wait("boardScreen", timeout=60)
        for day in range(days):
            if week[day % 7] not in ("sat", "sun"):
                _work(kiosk, desk, pilot, customers)
                figures.append(process.memory_info().rss / 1e6)
            clock.sleep()
    return figures


def _work(kiosk: Api, desk: Api, pilot: Autopilot, customers: int) -> None:
    """One business day."""
    for counter in range(1, COUNTERS + 1):
        desk.open_counter(counter, f"{counter:04}", PIN)
    for customer in range(customers):
        counter = customer % COUNTERS + 1
        kiosk.issue("ABC"[customer % 3])
        called = desk.next(counter)["ticket"]
        assert called is not None
        if customer % 10 == 9:
            desk.no_show(counter)
        else:
            desk.start(counter)
            desk.finish(counter)
    kiosk.issue("A")
    last = desk.next(1)["ticket"]
    assert last is not None
    pilot.wait("mainNumber", equals=last["number"], timeout=2 * customers)
    desk.start(1)
    desk.finish(1)
    for counter in range(1, COUNTERS + 1):
        desk.close_counter(counter)


def main(arguments: list[str]) -> int:
    """Run it and say what came of it."""
    days = int(arguments[0]) if arguments else DAYS
    customers = int(arguments[1]) if len(arguments) > 1 else CUSTOMERS
    for day, figure in enumerate(month(days, customers), 1):
        sys.stdout.write(f"business day {day:2}  {day * customers:6} calls  {figure:7.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
