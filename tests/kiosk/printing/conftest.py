"""Fixtures of the printing tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.printing import printers, status

from .fake import FakePrinter, on_network


@pytest.fixture(autouse=True)
def quick_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake prints and answers at once, so nothing is waited for as long as for real."""
    monkeypatch.setattr(printers, "PRINT_DOTS_PER_SECOND", 1e6)
    monkeypatch.setattr(status, "ANSWER_SECONDS", 0.4)
    monkeypatch.setattr(status, "PATIENCE_SECONDS", 0.4)


@pytest.fixture
def fake() -> FakePrinter:
    """A healthy printer."""
    return FakePrinter()


@pytest.fixture
def port(fake: FakePrinter) -> Iterator[int]:
    """Where it hangs on the network."""
    with on_network(fake) as port:
        yield port
