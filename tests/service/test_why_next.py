"""Whom a counter would call next, and that it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.service.asking import Asker, is_problem


@pytest.fixture
def asker(tmp_path: Path) -> Iterator[Asker]:
    """The sample branch while time stands: who is heavier may change from one millisecond to the next."""
    with running_service(tmp_path, None, HandClock(standing=True)) as running:
        asker = Asker(running)
        yield asker
        asker.close()


def test_whom_a_counter_would_call_next_is_called_next(asker: Asker) -> None:
    head = asker.issue()
    other = asker.issue(segment="priority")
    asker.open()
    told = asker.get(f"/v1/tickets/{head['id']}/why?counter=1").json()["next"]
    called = asker.at(1, "next")
    assert told["number"] == called["number"]
    why = asker.get(f"/v1/tickets/{called['id']}/why").json()
    assert "next" not in why
    assert (why["called"]["reason"], why["called"]["against"][0]["number"]) == (
        told["reason"],
        ({head["number"], other["number"]} - {called["number"]}).pop(),
    )


def test_nobody_waits_for_that_counter_and_no_such_counter(asker: Asker) -> None:
    ticket = asker.issue()
    asker.open()
    asker.at(1, "next")
    assert asker.get(f"/v1/tickets/{ticket['id']}/why?counter=1").json()["next"] is None
    is_problem(asker.get(f"/v1/tickets/{ticket['id']}/why?counter=98"), 404, "unknown-counter")
