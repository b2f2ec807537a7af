"""What GET /v1/appointments tells whoever has a booking code."""

from __future__ import annotations

from pathlib import Path

from branch.client.calls.service_api import Api
from tests.harness.branch import running_service, sample_config
from tests.harness.clocks import HandClock
from tests.service.asking import Asker, is_problem

SOON, MONDAY = "2026-11-21T09:45:00+08:00", "2026-11-23T10:00:00+08:00"


def test_it_says_when_to_come_and_what_number_it_became(tmp_path: Path) -> None:
    with (
        running_service(tmp_path, sample_config(), HandClock(standing=True)) as service,
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
        assert len(booking.appointments(phone="13800138000")) == 1, "a phone number finds today's alone"
        number = kiosk.check_in(code="SNNN22")["number"]
        [used] = kiosk.appointments(code="SNNN22")
        assert (used["status"], used["ticket"]) == ("checked-in", number)
        assert not {"phone", "name"} & set(used)


def test_its_segment_and_note_reach_the_teller_and_no_kiosk(asker: Asker) -> None:
    note = "brings the deed of the house"
    body = {"service": "B", "starts_at": SOON, "code": "K7M4QX2P", "segment": "priority", "note": note}
    made = asker.answer("/v1/appointments", body, role="integration")
    assert made["segment"] == "priority"
    checked = asker.post("/v1/appointments/check-in", {"code": "K7M4QX2P"}, role="kiosk")
    ticket = checked.json()
    assert (ticket["segment"], ticket["note"]) == ("priority", None)
    path = f"/v1/tickets/{ticket['id']}"
    for answer in (
        checked,
        asker.get("/v1/appointments?code=K7M4QX2P", role="kiosk"),
        asker.get(path, role="kiosk"),
        asker.post(f"{path}/printed", {"ok": True}, role="kiosk"),
        asker.post(f"{path}/reprint", role="kiosk"),
        asker.get("/v1/reprints", role="kiosk"),
        asker.get("/v1/snapshot", role="kiosk"),
        asker.get("/v1/snapshot", role="display"),
    ):
        assert answer.ok
        assert note not in answer.text
    asker.open(2, "0288")
    [row] = asker.snapshot("counter", counter=2)["hall"]["queue"]["tickets"]
    assert (row["segment"], row["note"]) == ("priority", note)
    assert asker.at(2, "next")["note"] == note
    assert asker.get(path, role="counter").json()["note"] == note


def test_what_makes_no_sense_is_refused(asker: Asker) -> None:
    body = {"service": "B", "starts_at": SOON}
    unknown = asker.post("/v1/appointments", {**body, "segment": "royal"}, role="integration")
    is_problem(unknown, 404, "unknown-segment")
    too_long = asker.post("/v1/appointments", {**body, "note": "x" * 501}, role="integration")
    is_problem(too_long, 422, "invalid")
