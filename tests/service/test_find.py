"""An appointment by phone number at a kiosk: its customer finds it, and nobody learns by guessing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
import requests

from branch.client.calls.service_api import Api
from branch.contract.answers.appointment_answers import FoundAppointment, KnownAppointment
from branch.contract.conformity import faults
from branch.contract.phone_numbers import national
from branch.contract.refusals import Refusal
from branch.domain.kernel.refusals import NotAllowed
from branch.service.access.device_tokens import DeviceTokens
from branch.service.access.guessing import LookupLimiter
from tests.harness.branch import RunningService, running_service, sample_config
from tests.harness.clocks import HandClock

SOON, NOON, MONDAY = (
    "2026-11-21T09:45:00.000+08:00",
    "2026-11-21T12:00:00.000+08:00",
    "2026-11-23T10:00:00.000+08:00",
)
PHONE, NAME, CODE = "13800138000", "Zhang San", "SNNN22"
STRANGERS = [f"1390000000{n}" for n in range(9)]


class Hall:
    """A branch with a kiosk, and a system that books."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.clock = HandClock(standing=True)
        self.running: RunningService = stack.enter_context(
            running_service(folder, sample_config(), self.clock)
        )
        self._stack, self._folder = stack, folder
        self.kiosk = self.as_role("kiosk")
        self.booking = self.as_role("integration")

    def as_role(self, role: str) -> Api:
        """Asks with the token of that role."""
        return self._stack.enter_context(Api(self.running.url, self.running.tokens[role]))

    def another_kiosk(self) -> Api:
        """One more device, of the same name."""
        with closing(DeviceTokens(self._folder)) as store:
            return self._stack.enter_context(Api(self.running.url, store.mint("kiosk", "kiosk")))


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with ExitStack() as stack:
        yield Hall(stack, tmp_path)


def refused(api: Api, phone: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        api.find_appointments(phone)
    return caught.value


def test_it_gives_service_and_time_and_nothing_else(hall: Hall) -> None:
    booked = hall.booking.book("B", SOON, phone=PHONE, name=NAME, code=CODE)
    later = hall.booking.book("A", NOON, phone=f"+86{PHONE}", name=NAME)
    hall.booking.book("A", MONDAY, phone=PHONE)
    hall.booking.book("A", SOON, phone="13800138001")
    found = hall.kiosk.find_appointments(PHONE)
    assert found == [
        {"id": booked["id"], "service": "B", "starts_at": SOON},
        {"id": later["id"], "service": "A", "starts_at": NOON},
    ], "today's, by time, however the number was written"
    assert list(faults(found, list[FoundAppointment], "found")) == []
    assert hall.kiosk.find_appointments(f"0086{PHONE}") == found


def test_a_number_without_an_appointment_today_is_like_an_unknown_one(hall: Hall) -> None:
    hall.booking.book("A", MONDAY, phone=PHONE)
    assert hall.kiosk.find_appointments(PHONE) == hall.kiosk.find_appointments("13999999999") == []


def test_the_phone_and_the_id_together_check_in(hall: Hall) -> None:
    booked = hall.booking.book("B", SOON, phone=f"+86{PHONE}", code=CODE)
    other = hall.booking.book("B", SOON, phone="13800138001")
    for phone, appointment in (("13800138001", booked["id"]), (PHONE, other["id"]), (PHONE, "guess")):
        with pytest.raises(Refusal) as caught:
            hall.kiosk.check_in(phone=phone, appointment=appointment)
        assert caught.value.code == "unknown-appointment", "the id alone does not, nor the phone alone"
    ticket = hall.kiosk.check_in(phone=PHONE, appointment=booked["id"])
    assert (ticket["number"], ticket["appointment"]) == ("B001", SOON)


def test_what_can_still_be_used_hides_what_cannot(hall: Hall) -> None:
    first = hall.booking.book("B", SOON, phone=PHONE)
    hall.kiosk.check_in(phone=PHONE, appointment=first["id"])
    assert [a["id"] for a in hall.kiosk.find_appointments(PHONE)] == [first["id"]], "it says its number"
    second = hall.booking.book("A", NOON, phone=PHONE)
    assert [a["id"] for a in hall.kiosk.find_appointments(PHONE)] == [second["id"]]


def test_a_kiosk_is_not_told_a_code_by_a_number_or_an_id(hall: Hall) -> None:
    booked = hall.booking.book("B", SOON, phone=PHONE, name=NAME, code=CODE)
    with pytest.raises(Refusal) as caught:
        hall.kiosk.appointments(phone=PHONE)
    assert caught.value.code == "not-allowed"
    [seen] = hall.kiosk.appointments(appointment=booked["id"])
    assert seen["check_in_from"] == "2026-11-21T09:15:00.000+08:00"
    for secret in (CODE, NAME, PHONE):
        assert secret not in str(seen)
    assert list(faults(seen, KnownAppointment, "seen")) == []
    [staff] = hall.as_role("counter").appointments(appointment=booked["id"])
    assert staff["code"] == CODE
    assert hall.kiosk.appointments(appointment="guess") == []


def test_five_misses_and_the_device_has_to_wait(hall: Hall) -> None:
    hall.booking.book("B", SOON, phone=PHONE)
    for _ in range(2):
        for stranger in STRANGERS[:4]:
            assert hall.kiosk.find_appointments(stranger) == [], "the same again is the same miss"
    assert hall.kiosk.find_appointments(PHONE), "a hit is no miss,"
    assert hall.kiosk.find_appointments(STRANGERS[4]) == [], "and takes no miss away"
    error = refused(hall.kiosk, PHONE)
    assert error.code == "too-many-tries", "also with a right one: a lock tells nothing"
    assert error.wait_s is not None
    assert 0 < error.wait_s <= 600
    assert hall.another_kiosk().find_appointments(PHONE), "another device of the same name may go on"


def test_what_is_typed_is_in_no_log(hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    hall.booking.book("B", SOON, phone=PHONE)
    [found] = hall.kiosk.find_appointments(PHONE)
    hall.kiosk.check_in(phone=PHONE, appointment=found["id"])
    hall.kiosk.find_appointments(STRANGERS[0])
    logged = [record.getMessage() for record in caplog.records]
    assert not [line for line in logged if PHONE in line or STRANGERS[0] in line]
    assert any("/v1/appointments/find" in line for line in logged), "the log is the one that would have it"


def test_misses_are_forgotten_one_by_one() -> None:
    now = [0.0]
    tries = LookupLimiter(2, 600, lambda: now[0])
    for at, asked in ((0.0, "1"), (100.0, "2")):
        now[0] = at
        tries.begin("kiosk", asked)
    now[0] = 500.0
    for asked in ("1", "3"):
        with pytest.raises(NotAllowed) as caught:
            tries.begin("kiosk", asked)
        assert caught.value.wait_s == 100
    tries.begin("another", "3")
    now[0] = 600.0
    tries.begin("kiosk", "3")
    with pytest.raises(NotAllowed):
        tries.begin("kiosk", "4")


def test_none_is_refused_where_the_branch_wants_no_limit() -> None:
    tries = LookupLimiter(0, 600)
    for asked in range(50):
        tries.begin("kiosk", str(asked))


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("13800138000", "13800138000"),
        ("+8613800138000", "13800138000"),
        ("008613800138000", "13800138000"),
        ("01012345678", "1012345678"),
        ("+861012345678", "1012345678"),
        ("+447911123456", "+447911123456"),
        ("00447911123456", "+447911123456"),
        ("86138001", "86138001"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(written: str, dialled: str) -> None:
    assert national(written, "86") == dialled


def test_booking_codes_are_not_guessed_at_a_kiosk(hall: Hall) -> None:
    hall.booking.book("B", SOON, code=CODE)
    for code in (f"ZZ{a}{b}" for a in "2345" for b in "6789A"):
        with pytest.raises(Refusal) as caught:
            hall.kiosk.check_in(code=code)
        assert caught.value.code == "unknown-appointment"
    for ask in (lambda: hall.kiosk.check_in(code=CODE), lambda: hall.kiosk.appointments(code=CODE)):
        with pytest.raises(Refusal) as caught:
            ask()
        assert caught.value.code == "too-many-tries"
    assert hall.as_role("counter").appointments(code=CODE)


def test_another_spelling_of_the_token_is_no_other_device(hall: Hall) -> None:
    for number, stranger in enumerate(STRANGERS[:6]):
        scheme = "Bearer" if number % 2 else "bEARER"
        answer = requests.post(
            f"{hall.running.url}/v1/appointments/find",
            json={"phone": stranger},
            headers={"Authorization": f"{scheme} {hall.running.tokens['kiosk']}"},
            timeout=10,
        )
    assert answer.json()["code"] == "too-many-tries"
