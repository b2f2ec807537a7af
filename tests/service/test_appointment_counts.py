"""What became of a day's appointments, as GET /v1/visits counts it; also when the day is over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.harness.branch import running_service, sample_config
from tests.harness.clocks import HandClock
from tests.service.asking import Asker

TODAY, MONDAY = "2026-11-21", "2026-11-23"


def counted(asker: Asker, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = asker.get(f"/v1/visits{query}", role="manager").json()["appointments"]
    return found


def book(asker: Asker, service: str, clock: str, day: str = TODAY) -> dict[str, Any]:
    body = {"service": service, "starts_at": f"{day}T{clock}:00+08:00"}
    return asker.answer("/v1/appointments", body, role="integration")


def test_each_end_is_counted_once_and_by_service(tmp_path: Path) -> None:
    clock = HandClock(standing=True)
    with running_service(tmp_path, sample_config(), clock) as running:
        asker = Asker(running)
        assert counted(asker) == {
            "booked": 0,
            "came": 0,
            "late": 0,
            "cancelled": 0,
            "unclaimed": 0,
            "services": {},
        }
        came, late, off, gone = (book(asker, s, "09:45") for s in ("A", "B", "B", "A"))
        book(asker, "C", "16:30")  # still expected when the day is counted, unclaimed at its end
        book(asker, "A", "10:00", MONDAY)
        asker.answer("/v1/appointments/check-in", {"code": came["code"]}, role="kiosk")
        asker.answer(f"/v1/appointments/{off['id']}/cancel", role="integration")
        clock.put(f"{TODAY}T10:10:00+08:00")
        asker.answer("/v1/appointments/check-in", {"code": late["code"]}, role="kiosk")
        clock.put(f"{TODAY}T10:31:00+08:00")
        asker.issue()
        a = {"booked": 2, "came": 1, "late": 0, "cancelled": 0, "unclaimed": 1}
        b = {"booked": 2, "came": 1, "late": 1, "cancelled": 1, "unclaimed": 0}
        c = {"booked": 1, "came": 0, "late": 0, "cancelled": 0, "unclaimed": 0}
        whole = {"booked": 5, "came": 2, "late": 1, "cancelled": 1, "unclaimed": 1}
        assert counted(asker) == {**whole, "services": {"A": a, "B": b, "C": c}}
        assert (
            asker.get(f"/v1/appointments?code={gone['code']}").json()["appointments"][0]["status"]
            == "expired"
        )
        clock.put(f"{MONDAY}T09:30:00+08:00")
        asker.issue()
        over = {**whole, "unclaimed": 2, "services": {"A": a, "B": b, "C": {**c, "unclaimed": 1}}}
        assert counted(asker, f"?day={TODAY}") == over
        assert counted(asker)["booked"] == 1
        asker.close()
