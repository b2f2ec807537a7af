"""The head of a day: the hash of its last row in the journal, signed with the branch's key.

Whoever can write the journal's file can write every hash in it anew. What was printed, or told to others,
they cannot: a head on paper proves later what the journal said up to that row.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_PURPOSE = "branchline day head 1"


def sign_head(key: Ed25519PrivateKey, journal: str, day: str, row: int, hash_: str) -> str:
    """The signature, in base64. ``journal`` is the id that the chain starts from, ``hash_`` is in hex."""
    return base64.b64encode(key.sign(_signed(journal, day, row, hash_))).decode()


def is_signed(public: bytes, signature: str, journal: str, day: str, row: int, hash_: str) -> bool:
    """Whether the branch with that public key has signed that head."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        raw = base64.b64decode(signature, validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(raw, _signed(journal, day, row, hash_))
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed(journal: str, day: str, row: int, hash_: str) -> bytes:
    return "\0".join((_PURPOSE, journal, day, str(row), hash_)).encode()
