"""A hall with a real service, boards on it, and moments that last a tenth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.display.shown import Hall, Shown, branch_config, shown_board, wait_for
from tests.running import clock_at, running_service


@pytest.fixture
def hall(tmp_path: Path, qapp: QGuiApplication) -> Iterator[Hall]:
    """A branch that opened half an hour ago; counters 1 to 8 are staffed."""
    with running_service(tmp_path / "data", branch_config(), clock_at()) as service:
        hall = Hall(service)
        hall.open(*range(1, 9))
        yield hall
        hall.close()


@pytest.fixture
def shown(hall: Hall) -> Iterator[Shown]:
    """A board in that branch, up to date."""
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, size=(1280, 720), heartbeat=0.5) as shown:
        wait_for(lambda: shown.link.live and shown.has("boardScreen"))
        yield shown
