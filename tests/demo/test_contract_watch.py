"""The demo ends with an error when the service says what the contract does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from branch.demo import contract_watch
from branch.demo.contract_watch import ContractWatch
from tests.harness.branch import RunningService, running_service
from tests.harness.waiting import until
from tests.service.asking import Asker


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    with running_service(tmp_path / "data") as running:
        yield running


def lived(service: RunningService) -> None:
    """A little of everything."""
    asker = Asker(service)
    ticket = asker.served()
    asker.answer(f"/v1/tickets/{ticket['id']}/rating", {"score": 1})
    asker.issue("B")
    asker.answer("/v1/alerts", {"kind": "paper-low"}, role="kiosk")
    asker.close()


def test_a_good_day_has_no_faults(service: RunningService) -> None:
    watch = ContractWatch(service.url, service.tokens, 1)
    lived(service)
    watch.sample()
    assert watch.faults() == []
    watch.close()


def test_what_does_not_fit_is_told(service: RunningService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contract_watch, "answer_faults", lambda *_: ["GET /v1/snapshot: ['mood'] unknown"])
    watch = ContractWatch(service.url, service.tokens, 1)
    told = ["not what the contract says: GET /v1/snapshot: ['mood'] unknown"]
    until(lambda: watch.faults() == told)
    watch.close()


def test_a_day_at_which_nobody_looked_is_no_good_day(service: RunningService) -> None:
    watch = ContractWatch(service.url, {}, 1)
    assert watch.faults() == ["nothing was held against the contract"]
    watch.close()
