"""Who goes first says why: one touch, for one number, and only staff are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from branch.client.responses import ServiceError
from branch.contract.refusals import Refusal
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.stage import Screen
from tests.kiosk.test_everyone_can_use_it import check

REASONS = """rank = 1
reasons = [
  { id = "elderly", names = { zh = "60 岁以上老年人", en = "60 or older" } },
  { id = "pregnant", names = { zh = "孕妇或带婴幼儿", en = "Pregnant or with a baby" } },
]
"""
WITH_REASONS = {"rank = 1\n": REASONS}


@pytest.fixture
def service(start: Start) -> RunningService:
    """The sample branch, where who goes first is asked why."""
    running = start(changes=WITH_REASONS)
    open_counters(running, 1)
    return running


def test_a_reason_is_for_one_number(screen: Screen, service: RunningService) -> None:
    screen.tap("togglePriority")
    screen.wait("reasonSheet")
    assert "孕妇或带婴幼儿" in screen.said()
    check(screen)
    screen.tap("reason-pregnant")
    screen.wait("priorityBanner")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A002")
    with asking(service, "counter") as counter:
        called = counter.next(1)["ticket"]
        assert called is not None
        assert (called["number"], called["segment"]) == ("A001", "priority")
        held = counter.snapshot()["hall"]["counters"][0]["ticket"]
        assert held is not None
        assert held.get("segment_reason") == "pregnant"
    for role in ("kiosk", "display", "integration"):
        with asking(service, role) as other:
            assert "pregnant" not in json.dumps(other.snapshot())
            if role != "display":
                assert "pregnant" not in json.dumps(other.ticket(called["id"]))


def test_a_number_given_without_the_service_keeps_its_reason(
    service: RunningService, show: Show, tmp_path: Path
) -> None:
    screen = show(service, outbox=tmp_path / "kiosk.sqlite")
    screen.at_home()
    until(lambda: bool(screen.kiosk.offline.left("V")), "numbers of the last service")
    service.stop()
    screen.wait("lostBanner")
    screen.tap("togglePriority")
    screen.tap("reason-pregnant")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A950")
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A951")
    service.start()
    with asking(service, "manager") as manager:
        until(lambda: len(manager.visits()["visits"]) == 2, "both handed in", 20)
        told = {row["number"]: row.get("segment_reason") for row in manager.visits()["visits"]}
    assert told == {"A950": "pregnant", "A951": None}


def test_back_and_once_more_take_it_away(screen: Screen) -> None:
    screen.tap("togglePriority")
    screen.tap("reasonClose")
    screen.gone("reasonSheet")
    assert not screen.has("priorityBanner")
    screen.tap("togglePriority")
    screen.tap("reason-elderly")
    screen.wait("priorityBanner")
    screen.tap("togglePriority")
    screen.gone("priorityBanner")


def test_a_reason_that_is_not_the_segments_is_refused(service: RunningService) -> None:
    with asking(service, "kiosk") as api, pytest.raises((Refusal, ServiceError)) as refused:
        api.issue("A", segment="priority", segment_reason="rich")
    assert getattr(refused.value, "code", "") == "invalid"
