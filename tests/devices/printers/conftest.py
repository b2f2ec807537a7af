"""Fixtures of the printing tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.devices.printers.fake import FakePrinter, be_quick, on_network


@pytest.fixture(autouse=True)
def quick_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for paper."""
    be_quick(monkeypatch)


@pytest.fixture
def fake() -> FakePrinter:
    """A healthy printer."""
    return FakePrinter()


@pytest.fixture
def port(fake: FakePrinter) -> Iterator[int]:
    """Where it hangs on the network."""
    with on_network(fake) as port:
        yield port
