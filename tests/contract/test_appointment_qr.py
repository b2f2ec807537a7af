"""The signed text of an appointment: short, nameless, and nobody but the branch can make one."""

from __future__ import annotations

import base64
from dataclasses import fields

import pytest
import qrcode
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.contract.appointment_qr import PREFIX, Promise, check, is_one, sign
from branch.contract.booking_codes import ALPHABET, LEAST, MOST
from branch.contract.refusals import Refusal
from branch.domain.appointments.appointment import Appointment

KEY, OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32)), Ed25519PrivateKey.from_private_bytes(b"x" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
AT = 1_795_228_200_000
TEXT = sign(KEY, "K7M4QX2P", AT)
CODES = st.text(ALPHABET, min_size=LEAST, max_size=MOST)
QUIET = settings(derandomize=True, database=None, deadline=None, max_examples=60)


def code_of(text: str) -> str:
    """The refusal's code."""
    with pytest.raises(Refusal) as caught:
        check(PUBLIC, text)
    return caught.value.code


@given(code=CODES, at=st.integers(0, 32_503_680_000).map(lambda seconds: seconds * 1000))
@QUIET
def test_what_was_signed_is_read(code: str, at: int) -> None:
    text = sign(KEY, code, at)
    assert is_one(text)
    assert check(PUBLIC, text) == check(PUBLIC, f" {text.lower()}\n") == Promise(code, at)


def test_a_cheap_scanner_reads_it() -> None:
    """Capital letters and digits only, for the alphanumeric mode of QR codes: 41 modules wide."""
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)
    made.add_data(TEXT)
    made.make(fit=True)
    assert TEXT.isalnum()
    assert TEXT.isupper()
    assert made.version == 6


@given(
    at=st.integers(len(PREFIX) + 7, len(TEXT) - 2), letter=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
)
@QUIET
def test_one_letter_changed_is_forged(at: int, letter: str) -> None:
    changed = TEXT[:at] + letter + TEXT[at + 1 :]
    assert changed == TEXT or code_of(changed) == "appointment-forged"


@pytest.mark.parametrize(
    "text", ["", "BLA1", PREFIX + "1" * 130, PREFIX + "A" * 131, TEXT[:-20], TEXT + "AAAA" * 10, TEXT[4:]]
)
def test_what_is_no_code_is_forged(text: str) -> None:
    assert code_of(text) in ("appointment-forged", "appointment-wrong-branch")


def test_another_branchs_code_is_told_apart() -> None:
    assert code_of(sign(OTHER, "K7M4QX2P", AT)) == "appointment-wrong-branch"


def test_a_booking_code_or_an_address_is_none() -> None:
    assert not any(map(is_one, ("K7M4QX2P", "BLA1", "BLA1K7M4", "http://a/t/x" * 12, "")))


def test_it_carries_nothing_that_names_the_customer() -> None:
    """Whatever is known of an appointment, its text is made of branch, time and booking code alone."""
    made = Appointment(
        id="appointment-id-q7x",
        code="K7M4QX2P",
        service="service-q7x",
        starts_at=AT,
        phone="13800138000",
        name="Wang Xiaoming",
        ticket="ticket-q7x",
        segment="segment-q7x",
        ref="ref-q7x",
        note="brings a wheelchair",
    )
    named = {"code", "starts_at", "status"}
    others = {field.name for field in fields(Appointment)} - named
    letters = sign(KEY, made.code, made.starts_at)[len(PREFIX) :]
    raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    for name in others:
        value = getattr(made, name)
        assert value, f"{name} is told here"
        for text in (str(value), str(value).upper()):
            assert text.encode() not in raw, name
            assert text not in letters
    assert len(raw) == 4 + 5 + len(made.code) + 64, "there is no room for anything else"
