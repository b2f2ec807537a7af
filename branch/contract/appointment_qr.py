"""The text of an appointment's QR code: the branch signs it, and whoever has its public key can check it.

``BLA1`` and base32 of branch (4 bytes), start (5 bytes, seconds since the epoch), booking code (4 to 16) and
the Ed25519 signature over those (64): some 134 capital letters and digits, QR version 6 in its alphanumeric
mode. Read without regard to case, so that a keyboard scanner survives Caps Lock. It names
nobody. docs/adr/0005 says why it is Ed25519.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from branch.contract.booking_codes import LEAST, MOST
from branch.contract.refusals import Refusal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PREFIX = "BLA1"

_BRANCH, _START, _SIGNATURE = 4, 5, 64
_HEAD = _BRANCH + _START
_LENGTHS = range(_HEAD + LEAST + _SIGNATURE, _HEAD + MOST + _SIGNATURE + 1)
_BASE32 = re.compile(r"[A-Z2-7]+")


@dataclass(frozen=True, slots=True)
class Promise:
    """What a genuine QR code says: the booking code, and the start in ms since the epoch."""

    code: str
    starts_at: int


def is_one(text: str) -> bool:
    """Whether it looks like the QR code of an appointment, genuine or not."""
    return text[: len(PREFIX)].upper() == PREFIX and _LENGTHS.start < len(text) < 400


def branch_mark(public: bytes) -> bytes:
    """Four bytes that tell one branch's codes from another's: the fingerprint of its key."""
    return hashlib.sha256(public).digest()[:_BRANCH]


def sign(key: Ed25519PrivateKey, code: str, starts_at: int) -> str:
    """The text for an appointment; ``starts_at`` in ms."""
    start = (starts_at // 1000).to_bytes(_START, "big")
    body = branch_mark(key.public_key().public_bytes_raw()) + start + code.upper().encode("ascii")
    return PREFIX + base64.b32encode(body + key.sign(body)).decode().rstrip("=")


def check(public: bytes, text: str) -> Promise:
    """What the text says. Needs no network.

    Raises the refusal appointment-wrong-branch for another branch's code, and appointment-forged for one that
    this branch has not signed or that was not read whole.
    """
    letters = text.strip().upper()[len(PREFIX) :]
    if not is_one(text.strip()) or not _BASE32.fullmatch(letters):
        raise Refusal("appointment-forged", "this is no appointment's code")
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except binascii.Error:
        raise Refusal("appointment-forged", "the code was not read whole") from None
    if len(raw) not in _LENGTHS:
        raise Refusal("appointment-forged", "the code was not read whole")
    body, signature = raw[:-_SIGNATURE], raw[-_SIGNATURE:]
    if body[:_BRANCH] != branch_mark(public):
        raise Refusal("appointment-wrong-branch", "this appointment is at another branch")
    from cryptography.exceptions import InvalidSignature  # where there is something to check
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, body)
    except InvalidSignature:
        raise Refusal("appointment-forged", "this branch has not signed this code") from None
    return Promise(body[_HEAD:].decode("ascii"), int.from_bytes(body[_BRANCH:_HEAD], "big") * 1000)
