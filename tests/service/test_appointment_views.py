"""What GET /v1/appointments tells whoever has a booking code."""

from __future__ import annotations

from pathlib import Path

from branch.client.api import Api
from tests.running import running_service, sample_config
from tests.service.desk import HandClock

SOON, MONDAY = "2026-11-21T09:45:00+08:00", "2026-11-23T10:00:00+08:00"


def test_it_says_when_to_come_and_what_number_it_became(tmp_path: Path) -> None:
    with (
        running_service(tmp_path, sample_config(), HandClock()) as service,
        Api(service.url, service.tokens["integration"]) as booking,
        Api(service.url, service.tokens["kiosk"]) as kiosk,
    ):
        booking.book("B", SOON, code="SNNN22", phone="13800138000", name="Zhang San")
        booking.book("B", MONDAY, code="MNDAY222", phone="13800138000")
        [soon] = kiosk.appointments(code="SNNN22")
        assert soon["check_in_from"] == "2026-11-21T09:15:00.000+08:00"
        assert soon["place_kept_until"] == "2026-11-21T10:00:00.000+08:00"
        assert soon["check_in_until"] == "2026-11-21T10:30:00.000+08:00"
        assert soon["ticket"] is None
        assert [a["starts_at"] for a in kiosk.appointments(code="MNDAY222")] == [
            "2026-11-23T10:00:00.000+08:00"
        ], "a code finds its appointment on any day"
        assert len(kiosk.appointments(phone="13800138000")) == 1, "a phone number finds today's alone"
        number = kiosk.check_in(code="SNNN22")["number"]
        [used] = kiosk.appointments(code="SNNN22")
        assert (used["status"], used["ticket"]) == ("checked-in", number)
        assert not {"phone", "name"} & set(used)
