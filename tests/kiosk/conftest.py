"""Fixtures of the kiosk's tests: the real service, and a kiosk in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from branch.client.calls.service_api import Api
from branch.client.local_store import FOLDER_VARIABLE
from tests.devices.printers.fake import FakePrinter, on_network
from tests.harness.branch import RunningService, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import asking, open_counters
from tests.kiosk.stage import Screen, live_kiosk

Start = Callable[..., RunningService]
Show = Callable[..., Screen]


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered from another test: the service's address, what staff have switched off."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "config"))


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """What ends with the test, the last begun first."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def start(tmp_path: Path, stack: ExitStack) -> Start:
    """Starts the sample branch: `start(at=..., speed=..., changes={...}, edit=...)`."""

    def begin(
        at: str = "2026-11-21T09:30:00+08:00",
        speed: float = 1.0,
        changes: dict[str, str] | None = None,
        edit: Callable[[str], str] | None = None,
    ) -> RunningService:
        clock = HandClock(at, speed)
        config = sample_config(changes, edit)
        return stack.enter_context(running_service(tmp_path / "data", config, clock))

    return begin


@pytest.fixture
def show(qapp: QGuiApplication, stack: ExitStack) -> Show:
    """Shows a live kiosk of a service."""
    return lambda service, **options: stack.enter_context(live_kiosk(service, **options))


@pytest.fixture
def service(start: Start) -> RunningService:
    """The sample branch in the morning, with counters 1 and 2 open (services A, B and C)."""
    running = start()
    open_counters(running, 1, 2)
    return running


@pytest.fixture
def manager(service: RunningService, stack: ExitStack) -> Api:
    """The branch's manager."""
    return stack.enter_context(asking(service, "manager"))


@pytest.fixture
def screen(service: RunningService, show: Show) -> Screen:
    """A live kiosk of `service` without a printer, at home."""
    screen = show(service)
    screen.at_home()
    return screen


@pytest.fixture
def shielded(service: RunningService, show: Show) -> Screen:
    """The same with its shield against taps that were not meant."""
    screen = show(service, shielded=True)
    screen.at_home()
    return screen


@pytest.fixture
def fake() -> Iterator[tuple[FakePrinter, str]]:
    """A printer on the network, and its setting."""
    printer = FakePrinter()
    with on_network(printer) as port:
        yield printer, f"tcp://127.0.0.1:{port}?mode=text"
