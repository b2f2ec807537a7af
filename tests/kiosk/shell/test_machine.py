"""The kiosk as a machine: its clock, its screen over the years, a service gone for an hour, its memory."""

from __future__ import annotations

import gc
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import psutil
import pytest

from branch.client.calls.service_api import Api
from branch.client.local_store import FOLDER_VARIABLE
from kiosk.shell.clock_check import ClockCheck
from kiosk.shell.screensaver import PATH
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.paper.test_nobody_has_it import Fickle, alerts
from tests.kiosk.shell.test_screensaver import paint
from tests.kiosk.stage import Screen

MEMORY_CUSTOMERS = 60
MEMORY_SLIDES = 80
MEMORY_BOUND = 3_000_000
"""Bytes by which so many customers may let the process grow after as many before them; every one of them cost
220,000 when Python's own QML items were made anew for each screen."""


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is remembered is this test's own."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))


def test_a_clock_that_is_off_is_an_alert_until_it_is_right(
    service: RunningService, screen: Screen, manager: Api
) -> None:
    off = [95.0]
    kiosk = screen.kiosk
    check = ClockCheck(kiosk.link, kiosk.troubles, lambda: kiosk.link.now() / 1000 + off[0], kiosk)
    check.look()
    until(lambda: alerts(manager) == [("clock", "+95 s")])
    off[0] = 97.0
    check.look()
    until(lambda: not kiosk.troubles.untold)
    assert alerts(manager) == [("clock", "+95 s")]
    off[0] = -29.0
    check.look()
    until(lambda: alerts(manager) == [])


def test_a_service_whose_clock_jumps_is_no_fault_of_this_machine(screen: Screen) -> None:
    """It says so itself; ours has agreed with it, and has not jumped."""
    kiosk, ours = screen.kiosk, [0.0]
    ours[0] = kiosk.link.now() / 1000
    check = ClockCheck(kiosk.link, kiosk.troubles, lambda: ours[0], kiosk)
    check.look()
    kiosk.link.now = lambda: round(ours[0] * 1000) + 86_400_000  # type: ignore[method-assign]  # a day ahead
    check.look()
    assert not kiosk.troubles.has("clock")
    ours[0] += 300
    check.look()
    assert kiosk.troubles.has("clock"), "now it is ours that has jumped"


def test_a_simulated_clock_is_not_compared(start: Start, show: Show) -> None:
    kiosk = show(start(speed=100.0)).kiosk
    ClockCheck(kiosk.link, kiosk.troubles, lambda: 0.0, kiosk).look()
    assert not kiosk.troubles.has("clock")


def test_the_layout_moves_and_touches_move_with_it(service: RunningService, screen: Screen) -> None:
    before = screen.place("service-A")
    for x, y in (*PATH[1:], PATH[0]):
        screen.kiosk.burn_in.step()
        moved = screen.place("service-A") - before
        assert abs(moved.x() - x) <= 1
        assert abs(moved.y() - y) <= 1
    screen.kiosk.burn_in.step()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")


def test_a_service_gone_for_an_hour_gets_every_ticket_with_its_time(
    start: Start, show: Show, tmp_path: Path
) -> None:
    service = start()
    open_counters(service, 1)
    printer = Fickle()
    screen = show(service, outbox=tmp_path / "kiosk.sqlite", printer=printer)
    until(lambda: bool(screen.kiosk.offline.left("V")), "numbers of the last service")
    service.stop()
    screen.wait("lostBanner")
    began = screen.kiosk.link.now()
    clock = [began]
    screen.kiosk.link.now = lambda: clock[0]  # type: ignore[method-assign]  # an hour that passes at once
    given = []
    for minute in range(0, 60, 12):
        clock[0] = began + minute * 60_000
        screen.at_home()
        screen.tap("service-A")
        screen.wait("paperLine", "请取走您的小票")
        given.append((screen.text("thanksNumber"), clock[0]))
        screen.tap("thanksHome")
    assert [slip.number for slip in printer.slips] == [number for number, _ in given]
    del screen.kiosk.link.now
    service.hand.put("2026-11-21T10:31:00+08:00")
    service.start()
    with asking(service, "manager") as manager:
        until(lambda: len(manager.visits()["visits"]) == len(given), "all handed in", 60)
        visits = manager.visits()["visits"]
    assert [(v["number"], v["printed"]) for v in visits] == [(number, True) for number, _ in given]
    times = [round(datetime.fromisoformat(str(v["issued_at"])).timestamp() * 1000) for v in visits]
    assert times == [at for _, at in given]
    screen.gone("lostBanner")


def test_memory_stays_flat_customer_after_customer(service: RunningService, show: Show) -> None:
    screen = show(service, printer=Fickle())
    figures = []
    for customer in range(2 * MEMORY_CUSTOMERS):
        serve(screen, customer)
        if customer % MEMORY_CUSTOMERS == MEMORY_CUSTOMERS - 1:
            gc.collect()
            figures.append(psutil.Process().memory_info().rss)
    grown = figures[1] - figures[0]
    assert grown < MEMORY_BOUND, f"{grown / 1e6:.1f} MB in {MEMORY_CUSTOMERS} customers"


def serve(screen: Screen, customer: int) -> None:
    """One customer from home to home, every other one in another language."""
    screen.kiosk.languages.use(("zh", "en")[customer % 2])
    until(lambda: str(screen.kiosk.visit.page) == "home")
    screen.kiosk.visit.choose("A")
    screen.wait("thanksScreen")
    until(lambda: str(screen.kiosk.result.printing) == "printed")
    screen.kiosk.visit.goHome()
    screen.wait("homeScreen")


def test_memory_stays_flat_slide_after_slide(service: RunningService, show: Show, tmp_path: Path) -> None:
    folder = tmp_path / "slides"
    (folder / "walk").mkdir(parents=True)
    for number in range(6):
        paint(folder / f"{number}.png", ("red", "green", "blue")[number % 3])
        paint(folder / "walk" / f"{number}.png", ("red", "green", "blue")[number % 3])
    screen = show(service, slides=folder)
    slides = screen.kiosk.screensaver.slides
    slides._paced = lambda _: 20
    turns = [0]
    slides.changed.connect(lambda: turns.__setitem__(0, turns[0] + 1))
    screen.at_home()
    screen.kiosk.screensaver.rest()
    screen.wait("idleScreen")
    figures = []
    for many in range(1, 5):
        until(lambda many=many: turns[0] >= many * MEMORY_SLIDES)  # type: ignore[misc]  # bound now
        gc.collect()
        figures.append(psutil.Process().memory_info().rss)
    grown = [(after - before) / 1e6 for before, after in pairwise(figures)]
    # What leaks grows every time; what the allocator keeps for later, once.
    assert min(grown) * 1e6 < MEMORY_BOUND, f"{grown} MB in {MEMORY_SLIDES} slides each"
