"""Feedback cases through the client, as a manager's program would answer them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from branch.contract.refusals import Refusal
from tests.harness.branch import RunningService, running_service


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    """The sample branch."""
    with running_service(tmp_path / "data") as running:
        yield running


def test_a_complaint_from_paper_to_its_answer(service: RunningService) -> None:
    manager = Api(service.url, service.tokens["manager"])
    teller = Api(service.url, service.tokens["counter"])
    try:
        receipt = teller.open_case("paper", "the form was missing", counter=2, service="A", by="0312")
        (case,) = manager.cases("open")
        assert (case["id"], case["counter"], case["text"]) == (receipt["id"], 2, "the form was missing")
        assert manager.take_case(case["id"], by="0288")["handler"] == "0288"
        assert manager.note_case(case["id"], "called back")["notes"][-1]["text"] == "called back"
        assert manager.resolve_case(case["id"], "form sent")["state"] == "resolved"
        assert manager.reopen_case(case["id"])["state"] == "open"
        assert manager.case(case["id"])["notes"][0]["by"] == "0312"
        assert manager.visits()["cases"]["opened"] == 1
        with pytest.raises(Refusal) as refused:
            teller.cases()
        assert refused.value.code == "not-allowed"
    finally:
        manager.close()
        teller.close()
