"""QR codes that customers hold: the one of an appointment, and the one of a ticket."""

from __future__ import annotations

import json
from pathlib import Path

from tests.golden.recorded import FOLDER, Recorded

BRANCH = Recorded(FOLDER / "appointments")
BOOKED = {"service": "A", "starts_at": "2026-11-21T10:41:00+08:00", "code": "K7M4QX2P"}
TEXT = (
    "BLA13VHEHYYANMAQJPCLG5GTIUKYGJIAPXR6ACFI4SD2HA2DC6LZIIZOYIQG6EIBW4XF5G"
    "ZJG7IDSLKWYX5GWGZKAKXY3KMYFYUGC7BML6U33AFXKEA3TH6INUFNMSCHLY3XAI"
)


def test_an_appointment_has_the_text_it_had_and_is_let_in_by_it(tmp_path: Path) -> None:
    """The key is the branch's own file; Ed25519 signs the same text the same way."""
    with BRANCH.served(BRANCH.copy(tmp_path / "data")) as reader:
        booked = reader.ask("POST", "/v1/appointments", "integration", body=json.dumps(BOOKED))
        assert booked.json()["qr"] == TEXT
        came = reader.ask("POST", "/v1/appointments/check-in", "kiosk", body=json.dumps({"qr": TEXT.lower()}))
        assert came.status_code == 201, came.text


def test_a_ticket_is_found_under_the_address_it_was_printed_with() -> None:
    tickets = [one for one in BRANCH.answers() if one["path"].startswith("/v1/tickets/")]
    assert tickets
    for ticket in tickets:
        if "url" in ticket["answer"]:
            assert ticket["answer"]["url"] == f"http://192.168.1.10:8750/t/{ticket['answer']['id']}"
