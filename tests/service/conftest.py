"""A branch being served, and somebody to ask it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.harness.branch import RunningService, running_service
from tests.service.asking import Asker


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningService]:
    """The sample branch on a Saturday morning."""
    with running_service(tmp_path / "data") as running:
        yield running


@pytest.fixture
def asker(running: RunningService) -> Iterator[Asker]:
    """Asks that branch."""
    with closing(Asker(running)) as asker:
        yield asker


@pytest.fixture
def nothing_else_happens(asker: Asker, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The service has stayed well, has stored nothing and has logged no trace."""
    asker.issue()
    before = asker.snapshot()
    yield
    logged = caplog.get_records("call")
    after = asker.snapshot()
    for shot in (before, after):
        shot.pop("at")
        shot["hall"].pop("at")
        shot["hall"].pop("closes_at")
    assert after == before
    assert [record.getMessage() for record in logged if record.exc_info] == []
    assert [record.getMessage() for record in logged if record.levelno >= logging.ERROR] == []
    assert asker.get("/v1/health", role=None).json()["status"] == "ok"
