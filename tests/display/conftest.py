"""A hall with a real service, boards on it, and moments that last a tenth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.display.shown import Shown, branch_config, shown_board
from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


@pytest.fixture
def hall(tmp_path: Path, qapp: QGuiApplication) -> Iterator[Hall]:
    """A branch that opened half an hour ago; counters 1 to 8 are staffed."""
    with running_service(tmp_path / "data", branch_config(), HandClock()) as service:
        hall = Hall(service)
        hall.open(*range(1, 9))
        yield hall
        hall.close()


@pytest.fixture
def shown(hall: Hall) -> Iterator[Shown]:
    """A board in that branch, up to date."""
    token = hall.service.tokens["display"]
    with shown_board(hall.service.url, token, size=(1280, 720)) as shown:
        until(lambda: shown.link.live and shown.has("boardScreen"))
        yield shown
