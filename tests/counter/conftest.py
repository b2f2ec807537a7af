"""A branch that is open, and counter apps in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from branch.qt.text.app_fonts import load_fonts
from tests.counter.desks import Desk
from tests.harness.branch import RunningService, running_service
from tests.harness.clocks import OPEN_HOURS, HandClock
from tests.harness.hall import Hall

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> list[str]:
    """The shipped fonts, loaded once."""
    return load_fonts()


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered from another test."""
    monkeypatch.setenv("BRANCHLINE_CONFIG_DIR", str(tmp_path / "config"))


@pytest.fixture
def clock() -> HandClock:
    """Half past nine on a Saturday; runs, and is moved on by hand."""
    return HandClock(OPEN_HOURS)


@pytest.fixture
def service(tmp_path: Path, clock: HandClock) -> Iterator[RunningService]:
    """The sample branch on that clock."""
    with running_service(tmp_path / "data", None, clock) as running:
        yield running


@pytest.fixture
def hall(service: RunningService) -> Iterator[Hall]:
    """Customers and the manager."""
    hall = Hall(service)
    yield hall
    hall.close()


@pytest.fixture
def open_desk(service: RunningService, fonts: list[str]) -> Iterator[OpenDesk]:
    """Starts counter apps, and ends those that are left."""
    desks: list[Desk] = []

    def start(*, service: RunningService = service, **options: object) -> Desk:
        desk = Desk(service.url, service.tokens["counter"], **options)  # type: ignore[arg-type]  # its own options
        desks.append(desk)
        closing = desk.close

        def close() -> None:
            if desk in desks:
                desks.remove(desk)
                closing()

        desk.close = close  # type: ignore[method-assign]  # closed once, here or by the test
        return desk

    yield start
    for desk in list(desks):
        desk.close()


@pytest.fixture
def desk(open_desk: OpenDesk, hall: Hall) -> Desk:
    """Staff 0312 at counter 1, signed in; nobody has come yet."""
    desk = open_desk()
    desk.sign_in()
    return desk
