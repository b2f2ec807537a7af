"""Ticked steps over HTTP: who is told, what the day's rows say of them, and that they outlive a restart."""

from __future__ import annotations

from functools import partial

import pytest

from tests.service.asking import Asker, is_problem
from tests.service.listening import Feed

STEPS = ["greet", "identity", "confirm", "farewell"]
TICK = "/v1/counters/1/steps"


@pytest.fixture
def serving(asker: Asker) -> Asker:
    """One who is served at counter 1."""
    asker.issue()
    asker.open()
    asker.at(1, "next", "start")
    return asker


def test_every_app_knows_the_steps_of_a_service(asker: Asker) -> None:
    services = {s["id"]: s for s in asker.get("/v1/branch", role="counter").json()["services"]}
    assert [step["id"] for step in services["A"]["steps"]] == STEPS
    assert services["A"]["steps"][1]["names"] == {"zh": "身份核验", "en": "Check identity"}
    assert services["B"]["steps"] == []


def test_a_tick_is_answered_and_taken_off_again(serving: Asker) -> None:
    assert serving.answer(TICK, {"step": "identity"})["ticket"]["steps_done"] == ["identity"]
    assert serving.answer(TICK, {"step": "greet"})["ticket"]["steps_done"] == ["identity", "greet"]
    body = {"step": "identity", "done": False}
    assert serving.answer(TICK, body)["ticket"]["steps_done"] == ["greet"]
    assert serving.at(1, "undo")["steps_done"] == ["identity", "greet"]


def test_the_same_key_ticks_once(serving: Asker) -> None:
    for _ in range(2):
        serving.answer(TICK, {"step": "greet"}, key="tapped")
    row = serving.get("/v1/visits", role="manager").json()["visits"][0]
    assert row["steps"] == {"done": 1, "of": 4}


def test_staff_are_told_and_nobody_else(serving: Asker) -> None:
    with Feed(serving.running, "counter") as feed:
        serving.answer(TICK, {"step": "greet"})
        feed.wait_for(partial(feed.of, "StepTicked"))
        (event,) = feed.of("StepTicked")
        assert (event.data["step"], event.data["done"]) == ("greet", True)
        assert event.data["ticket"]["steps_done"] == ["greet"]
        assert event.data["counter"]["undo"] == "tick"
    held = {role: serving.snapshot(role)["hall"]["counters"][0]["ticket"] for role in serving.running.tokens}
    assert {role for role, ticket in held.items() if "steps_done" in ticket} == {"counter", "manager"}


def test_ticks_outlive_a_restart(serving: Asker) -> None:
    serving.answer(TICK, {"step": "greet"})
    serving.running.stop()
    serving.running.start()
    assert serving.snapshot("counter")["hall"]["counters"][0]["ticket"]["steps_done"] == ["greet"]


def test_a_step_that_is_none(serving: Asker) -> None:
    is_problem(serving.post(TICK, {"step": "sing"}), 404, "unknown-step")


def test_a_service_without_steps_has_no_row_of_them(asker: Asker) -> None:
    asker.issue("B")
    assert asker.get("/v1/visits", role="manager").json()["visits"][0]["steps"] is None
