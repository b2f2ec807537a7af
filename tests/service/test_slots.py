"""GET /v1/slots and booking by slot over HTTP: what is free, what is refused, several for the last place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from branch.client.calls.service_api import Api
from branch.service.config.branch_config import ConfigError, parse
from tests.harness.branch import running_service, sample_config, sample_toml
from tests.harness.clocks import HandClock
from tests.service.asking import Asker, is_problem, together

SLOTS = """
[[slots]]
service = "B"
days = ["sat", "sun"]
from = "09:00"
to = "12:00"
every_minutes = 30
capacity = 2
"""
TEN = "2026-11-21T10:00:00+08:00"


@pytest.fixture
def slotted(tmp_path: Path) -> Iterator[Asker]:
    """Asks a branch with slots for service B on weekends, on a Saturday at half past nine."""
    with running_service(
        tmp_path, sample_config(edit=lambda text: text + SLOTS), HandClock(standing=True)
    ) as running:
        asker = Asker(running)
        yield asker
        asker.close()


def free(asker: Asker, query: str = "service=B") -> dict[str, int]:
    answer = asker.get(f"/v1/slots?{query}", role="integration").json()
    return {slot["starts_at"][11:16]: slot["free"] for slot in answer["slots"]}


def body(**more: Any) -> dict[str, Any]:
    return {"service": "B", "starts_at": TEN, **more}


def test_what_is_free_today_and_on_another_day(slotted: Asker) -> None:
    slotted.answer("/v1/appointments", body(), role="integration")
    assert free(slotted) == {"09:30": 2, "10:00": 1, "10:30": 2, "11:00": 2, "11:30": 2}
    sunday = slotted.get("/v1/slots?service=B&day=2026-11-22", role="kiosk").json()
    assert (sunday["service"], sunday["day"], sunday["by_slot"]) == ("B", "2026-11-22", True)
    assert sunday["slots"][0] == {
        "starts_at": "2026-11-22T09:00:00.000+08:00",
        "ends_at": "2026-11-22T09:30:00.000+08:00",
        "capacity": 2,
        "free": 2,
    }
    assert free(slotted, "service=B&day=2026-11-23") == {}, "no slots on a Monday"
    assert free(slotted, "service=B&day=2026-11-20") == {}, "what has been is not offered"
    other = slotted.get("/v1/slots?service=A", role="integration").json()
    assert (other["by_slot"], other["slots"]) == (False, [])


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "3000-01-01", "0001-01-01"])
def test_what_is_no_day(slotted: Asker, day: str) -> None:
    is_problem(slotted.get(f"/v1/slots?service=B&day={day}", role="integration"), 422, "invalid")


def test_a_service_that_is_not_offered(slotted: Asker) -> None:
    is_problem(slotted.get("/v1/slots?service=X", role="manager"), 404, "unknown-service")


def test_each_no_has_its_own_code(slotted: Asker) -> None:
    def ask(**more: Any) -> Any:
        return slotted.post("/v1/appointments", body(**more), role="integration")

    slotted.answer("/v1/appointments", body(phone="13800000000"), role="integration")
    is_problem(ask(phone="13800000000"), 409, "already-booked")
    is_problem(ask(starts_at="2026-11-21T10:10:00+08:00"), 404, "unknown-slot")
    is_problem(ask(starts_at="2026-11-23T10:00:00+08:00"), 404, "unknown-slot")
    assert ask(phone="13900000000").status_code == 201
    is_problem(ask(phone="13700000000"), 409, "slot-full")


def test_two_who_want_the_last_place_at_the_same_moment(slotted: Asker) -> None:
    """Over two connections, again and again: one of them gets it."""
    askers = [Asker(slotted.running) for _ in range(4)]
    for clock in ("09:30", "10:00", "10:30", "11:00", "11:30"):
        answers: list[tuple[int, str]] = []

        def book(asker: Asker, clock: str = clock, answers: list[tuple[int, str]] = answers) -> None:
            at = body(starts_at=f"2026-11-21T{clock}:00+08:00")
            answer = asker.post("/v1/appointments", at, role="integration")
            answers.append((answer.status_code, answer.json().get("code", "")))

        together(*(lambda asker=asker: book(asker) for asker in askers))
        assert sorted(status for status, _ in answers) == [201, 201, 409, 409]
        assert {code for status, code in answers if status == 409} == {"slot-full"}
    assert set(free(slotted).values()) == {0}
    for asker in askers:
        asker.close()


def test_a_retry_takes_no_second_place(slotted: Asker) -> None:
    with Api(slotted.running.url, slotted.running.tokens["integration"]) as api:
        first = api.book("B", TEN, key="once")
        assert api.book("B", TEN, key="once") == first
        found = api.slots("B")
        assert [slot["free"] for slot in found["slots"] if slot["starts_at"] == first["starts_at"]] == [1]


def test_cancelling_gives_the_place_back_also_after_a_restart(slotted: Asker) -> None:
    ids = [slotted.answer("/v1/appointments", body(), role="integration")["id"] for _ in range(2)]
    slotted.running.stop()
    slotted.running.start()
    assert free(slotted)["10:00"] == 0
    slotted.answer(f"/v1/appointments/{ids[0]}/cancel", role="manager")
    assert free(slotted)["10:00"] == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('service = "B"\ndays', 'service = "X"\ndays'), "slots name service 'X', which does not exist"),
        (('to = "12:00"', 'to = "09:20"'), "slots.0: no slot fits between from and to"),
        (("capacity = 2", "capacity = 0"), "slots.0.capacity: "),
        (('["sat", "sun"]', '["saturday"]'), "slots.0.days.0: "),
        (("[[slots]]", SLOTS + "[[slots]]"), "service B: the slots of one day overlap"),
    ],
)
def test_a_mistake_is_named(change: tuple[str, str], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(sample_toml() + SLOTS.replace(*change, 1))
    assert said in str(caught.value).splitlines()[0]
