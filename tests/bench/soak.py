"""A kiosk used by one customer after the other, through its window: `python -m tests.bench.soak [CUSTOMERS]`,
or resting, one slide after the other: `python -m tests.bench.soak slides [MINUTES]`.

Both programs are processes of their own, so the figure is the kiosk's alone. Customers come in turns: each
chooses a service, gets paper (a picture) and goes; some use elderly mode, high contrast and low reach or
priority, and some begin with an appointment that they do not have.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import psutil
from PIL import Image

from branch.client.autopilot_client import Autopilot
from tests.bench.programs import Branch, branch, piloted
from tests.bench.table import Table

CUSTOMERS = 2000
SERVICES = ("A", "B", "C")
STEPS = 20

QUICK = """
import sys
from kiosk.shell import tap_shield
from kiosk.__main__ import main
tap_shield.CALM_MS = tap_shield.CALM_ENDING_MS = 1
sys.exit(main())
"""
"""The kiosk without its shields against taps that were not meant: with them this takes over an hour."""


REST_S = 15.0
MORE_MB = 10

SLIDES = 12
SPEED = 20.0
"""How much faster the resting kiosk's day runs: a slide of 12 s is there for 0.6."""


def _kiosk(
    folder: Path, hall: Branch, *more: str
) -> AbstractContextManager[tuple[Autopilot, psutil.Process]]:
    return piloted("kiosk", folder, hall, "--printer", f"png:{folder / 'paper'}", *more, code=QUICK)


def visit(pilot: Autopilot, customer: int) -> None:
    """One customer from the language to the ticket, or to an appointment's code and back."""
    chinese = customer % 2 == 1
    pilot.tap(f"language-{'zh' if chinese else 'en'}")
    kind = customer % 8
    if kind == 2:
        pilot.tap("toggleElderly")
        pilot.tap("allServices", timeout=30)
        pilot.tap("allServices", timeout=30)
    elif kind == 4:
        pilot.tap("toggleContrast")
        pilot.tap("toggleReach")
    elif kind == 6:
        pilot.tap("appointmentCard")
        for key in "ABC":
            pilot.tap(f"key-{key}", timeout=30)
        pilot.tap("backHome")
        pilot.wait("homeScreen")
        return
    elif kind == 7:
        pilot.tap("togglePriority")
    pilot.tap(f"service-{SERVICES[customer % len(SERVICES)]}", timeout=30)
    pilot.wait("paperLine", equals="请取走您的小票" if chinese else "Please take your ticket", timeout=30)
    pilot.tap("thanksHome", timeout=30)
    pilot.wait("homeScreen")


def soak(customers: int) -> Iterator[tuple[int, float]]:
    """The kiosk's memory (MB resident) after every so many customers, as it comes."""
    with (
        tempfile.TemporaryDirectory() as place,
        branch(Path(place) / "branch") as hall,
        _kiosk(Path(place), hall) as (pilot, process),
    ):
        pilot.wait("homeScreen", timeout=30)
        time.sleep(REST_S)
        yield 0, process.memory_info().rss / 1e6
        for customer in range(customers):
            visit(pilot, customer)
            if (customer + 1) % max(1, customers // STEPS) == 0:
                yield customer + 1, process.memory_info().rss / 1e6


def measure(table: Table) -> None:
    """A part of `make bench`: what the kiosk holds more after so many customers."""
    table.heading(f"The kiosk, {CUSTOMERS} customers")
    figures = dict(soak(CUSTOMERS))
    first = min(figure for figure in figures if figure)
    table.add("memory (RSS) at rest", figures[0], "MB")
    table.add(f"memory (RSS) after {first} customers", figures[first], "MB")
    last = figures[CUSTOMERS]
    table.add(f"after {CUSTOMERS}: more than after {first}", last - figures[first], "MB", aim=f"<= {MORE_MB}")
    table.add(f"after {CUSTOMERS}: more than at rest", last - figures[0], "MB", aim=f"<= {MORE_MB}")


def _paint(folder: Path) -> None:
    """Twelve pictures as large as the screen, and a sequence of as many."""
    (folder / "sequence").mkdir(parents=True)
    for number in range(SLIDES):
        picture = Image.effect_noise((1080, 1620), 20 + 5 * number).convert("RGB")
        picture.save(folder / f"{number}.png")
        picture.resize((540, 810)).save(folder / "sequence" / f"{number:02}.png")
    (folder / "slides.toml").write_text("seconds = 12\n", encoding="utf-8")


def rest(minutes: int) -> Iterator[tuple[int, float]]:
    """The memory (MB resident) of a kiosk that shows slides, after each minute; touched once a minute."""
    with tempfile.TemporaryDirectory() as place:
        slides = Path(place) / "slides"
        _paint(slides)
        with (
            branch(Path(place) / "branch", speed=SPEED) as hall,
            _kiosk(Path(place), hall, "--slides", str(slides), "--slides-after", "1") as (pilot, process),
        ):
            for minute in range(1, minutes + 1):
                pilot.wait("idleScreen", timeout=60)
                time.sleep(60)  # the time itself is what is measured
                yield minute, process.memory_info().rss / 1e6
                pilot.tap("idleScreen")
                pilot.wait("homeScreen")


def main(arguments: list[str]) -> int:
    """Soak one and say what came of it."""
    if arguments[:1] == ["slides"]:
        for minute, figure in rest(int(arguments[1]) if len(arguments) > 1 else 10):
            sys.stdout.write(f"{minute:6} min of slides  {figure:7.1f} MB\n")
            sys.stdout.flush()
        return 0
    customers = int(arguments[0]) if arguments else CUSTOMERS
    for customer, figure in soak(customers):
        sys.stdout.write(f"{customer:6} customers  {figure:7.1f} MB\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
