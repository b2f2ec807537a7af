"""The QR code of an appointment from the service: signed, checked, refused by name; and its key."""

from __future__ import annotations

import base64
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from branch.contract.appointment_qr import check, sign
from branch.contract.refusals import Refusal
from branch.service.access.signing import KEY_FILE, SigningKey
from branch.service.journal.storage_errors import StorageDamaged
from tests.harness.branch import RunningService, running_service, sample_config
from tests.harness.clocks import HandClock

SOON, LATER, MONDAY = (
    "2026-11-21T09:45:00+08:00",
    "2026-11-21T15:00:00+08:00",
    "2026-11-23T10:00:00+08:00",
)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(standing=True)


@pytest.fixture
def service(tmp_path: Path, clock: HandClock) -> Iterator[RunningService]:
    with running_service(tmp_path, sample_config(), clock) as running:
        yield running


def refused(service: RunningService, qr: str) -> str:
    with Api(service.url, service.tokens["kiosk"]) as api, pytest.raises(Refusal) as caught:
        api.check_in(qr=qr)
    return caught.value.code


def booked(service: RunningService, starts_at: str, **more: str) -> str:
    with Api(service.url, service.tokens["integration"]) as api:
        return api.book("B", starts_at, **more)["qr"]


def test_booked_shown_and_checked_in_once(service: RunningService) -> None:
    qr = booked(service, SOON, phone="13800138000", name="Zhang San")
    with Api(service.url, service.tokens["kiosk"]) as api:
        public = base64.b64decode(api.branch().appointment_key)
        assert check(public, qr).starts_at == 1_795_225_500_000
        ticket = api.check_in(qr=qr.lower(), key="tap")
        assert ticket["number"] == "B001"
        assert api.check_in(qr=qr.lower(), key="tap") == ticket
    assert refused(service, qr) == "appointment-used"


def test_each_no_has_its_own_code(service: RunningService, clock: HandClock, tmp_path: Path) -> None:
    soon, later, monday = (booked(service, at) for at in (SOON, LATER, MONDAY))
    assert refused(service, later) == "appointment-too-early"
    assert refused(service, monday) == "appointment-wrong-day"
    assert refused(service, soon[:-3] + ("AAA" if soon[-3:] != "AAA" else "BBB")) == "appointment-forged"
    stranger = SigningKey(_folder(tmp_path / "stranger"))
    assert refused(service, sign(stranger.private, "K7M4QX2P", 0)) == "appointment-wrong-branch"
    own = SigningKey(tmp_path)
    assert refused(service, sign(own.private, "K7M4QX2P", clock.now())) == "unknown-appointment"
    clock.put(LATER.replace("15:00", "15:46"))
    assert refused(service, soon) == refused(service, later) == "appointment-too-late"
    clock.put(MONDAY)
    assert refused(service, soon) == "appointment-expired"


def test_the_codes_outlive_a_restart(service: RunningService) -> None:
    qr = booked(service, SOON)
    service.stop()
    service.start()
    with Api(service.url, service.tokens["kiosk"]) as api:
        assert api.check_in(qr=qr)["number"] == "B001"


def test_a_code_that_is_somebody_elses_now_lets_nobody_in(service: RunningService, clock: HandClock) -> None:
    first = booked(service, SOON, code="K7M4QX2P")
    clock.put(MONDAY.replace("10:00", "09:30"))
    booked(service, MONDAY, code="K7M4QX2P")
    assert refused(service, first) == "appointment-expired"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the rights of the folder")
def test_the_key_is_its_owners_alone_and_made_once(tmp_path: Path) -> None:
    first = SigningKey(tmp_path)
    assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600
    assert SigningKey(tmp_path).public == first.public


def test_a_damaged_key_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("not a key", encoding="ascii")
    with pytest.raises(StorageDamaged, match="holds no key"):
        SigningKey(tmp_path)
    assert (tmp_path / KEY_FILE).read_text(encoding="ascii") == "not a key"


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
