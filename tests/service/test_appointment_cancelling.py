"""POST /v1/appointments/{id}/cancel, by whom and when; and what checking in late answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.branch import RunningService, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.service.asking import Asker, is_problem

SOON = "2026-11-21T09:45:00+08:00"


@pytest.fixture
def clock() -> HandClock:
    return HandClock(standing=True)


@pytest.fixture
def late_asker(tmp_path: Path, clock: HandClock) -> Iterator[Asker]:
    """Asks a service whose clock is moved by hand."""
    with running_service(tmp_path, sample_config(), clock) as running:
        asker = Asker(running)
        yield asker
        asker.close()


def booked(asker: Asker, code: str = "K7M4QX2P") -> str:
    body = {"service": "B", "starts_at": SOON, "code": code}
    found: str = asker.answer("/v1/appointments", body, role="integration")["id"]
    return found


def test_cancelled_once_however_often_it_is_asked(asker: Asker) -> None:
    path = f"/v1/appointments/{booked(asker)}/cancel"
    first = asker.answer(path, role="integration", key="tap")
    assert first["status"] == "cancelled"
    before = asker.seq()
    assert asker.answer(path, role="integration", key="tap") == first
    assert asker.answer(path, role="manager") == first
    assert asker.seq() == before, "nothing was written twice"
    code = {"code": "K7M4QX2P"}
    is_problem(asker.post("/v1/appointments/check-in", code, role="kiosk"), 409, "appointment-cancelled")
    booked(asker)  # the code is free again
    assert asker.answer("/v1/appointments/check-in", code, role="kiosk")["number"] == "B001"


@pytest.mark.parametrize("role", ["kiosk", "display", "counter"])
def test_only_who_books_cancels(asker: Asker, role: str) -> None:
    appointment = booked(asker)
    answer = asker.post(f"/v1/appointments/{appointment}/cancel", role=role)
    is_problem(answer, 403, "not-allowed")


def test_what_was_used_or_never_was_is_not_cancelled(asker: Asker) -> None:
    appointment = booked(asker)
    asker.answer("/v1/appointments/check-in", {"code": "K7M4QX2P"}, role="kiosk")
    is_problem(asker.post(f"/v1/appointments/{appointment}/cancel", role="manager"), 409, "appointment-used")
    is_problem(asker.post("/v1/appointments/nothing/cancel", role="manager"), 404, "unknown-appointment")


def test_cancelled_ones_are_cancelled_after_a_restart(late_asker: Asker) -> None:
    running: RunningService = late_asker.running
    appointment = booked(late_asker)
    late_asker.answer(f"/v1/appointments/{appointment}/cancel", role="manager")
    running.stop()
    running.start()
    [found] = late_asker.get("/v1/appointments?code=K7M4QX2P").json()["appointments"]
    assert found["status"] == "cancelled"


def test_late_is_a_walk_in_for_a_while(late_asker: Asker, clock: HandClock) -> None:
    booked(late_asker)
    booked(late_asker, "K7M4QX22")
    [known] = late_asker.get("/v1/appointments?code=K7M4QX2P").json()["appointments"]
    assert known["place_kept_until"] == "2026-11-21T10:00:00.000+08:00"
    assert known["check_in_until"] == "2026-11-21T10:30:00.000+08:00"
    clock.put("2026-11-21T10:00:01+08:00")
    ticket = late_asker.answer("/v1/appointments/check-in", {"code": "K7M4QX2P"}, role="kiosk")
    assert (ticket["came_late"], ticket["appointment"]) == (True, known["starts_at"])
    why = late_asker.get(f"/v1/tickets/{ticket['id']}/why").json()
    assert (why["credit_s"], why["rate"]) == (0, 1), "it waits like everybody of its segment"
    clock.put("2026-11-21T10:30:01+08:00")
    late = late_asker.post("/v1/appointments/check-in", {"code": "K7M4QX22"}, role="kiosk")
    is_problem(late, 409, "appointment-too-late")


def test_a_refusal_says_when_to_come_in_the_clocks_of_the_branch(asker: Asker) -> None:
    later = {"service": "B", "starts_at": "2026-11-21T15:00:00+08:00", "code": "K7M4QX2P"}
    asker.answer("/v1/appointments", later, role="integration")
    answer = asker.post("/v1/appointments/check-in", {"code": "K7M4QX2P"}, role="kiosk")
    is_problem(answer, 409, "appointment-too-early")
    told = answer.json()
    assert told["service"] == "B"
    assert told["starts_at"] == "2026-11-21T15:00:00.000+08:00"
    assert told["check_in_from"] == "2026-11-21T14:30:00.000+08:00"
