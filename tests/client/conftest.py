"""Fixtures of the client's tests."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from tests.harness.branch import RunningService, small_service


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    """The real service of a small branch that never closes, freshly made."""
    with small_service(tmp_path / "data") as running:
        yield running


@pytest.fixture
def api_as(service: RunningService) -> Iterator[Callable[[str], Api]]:
    """Makes a client of the real service for a role."""
    with ExitStack() as stack:
        yield lambda role: stack.enter_context(Api(service.url, service.tokens[role]))


@pytest.fixture
def swallowing_address() -> Iterator[str]:
    """An address where connecting neither succeeds nor fails: its host takes no more and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full, ExitStack() as stack:
        for _ in range(4):
            filler = stack.enter_context(socket.socket())
            filler.setblocking(False)
            with suppress(BlockingIOError):
                filler.connect(full.getsockname())
        yield f"http://127.0.0.1:{full.getsockname()[1]}"
