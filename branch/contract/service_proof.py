"""How a service proves that it is the one an app belongs to: it signs what the app has just made up.

The key is the one that signs appointments (`branch.contract.appointment_qr`); what is signed begins in
another way, so neither signature can stand for the other.
"""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

CHALLENGE_PATTERN = "^[0-9a-f]{64}$"

_PURPOSE = "branchline service proof 1"


class ServiceProof(TypedDict):
    """``key`` (Ed25519) and ``signature`` in base64; ``address`` is the service's own that was asked."""

    key: str
    address: str
    signature: str


def new_challenge() -> str:
    """What no service can have signed before."""
    return secrets.token_hex(32)


def prove(key: Ed25519PrivateKey, challenge: str, address: str) -> ServiceProof:
    """The service's answer to ``challenge``, which came in at ``address``."""
    signature = key.sign(_signed(challenge, address))
    return {
        "key": base64.b64encode(key.public_key().public_bytes_raw()).decode(),
        "address": address,
        "signature": base64.b64encode(signature).decode(),
    }


def is_proven(proof: ServiceProof, challenge: str) -> bool:
    """Whether whoever answered ``challenge`` has the private half of the key it names."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(proof["key"], validate=True))
        public.verify(
            base64.b64decode(proof["signature"], validate=True), _signed(challenge, proof["address"])
        )
    except (InvalidSignature, ValueError, TypeError, KeyError, AttributeError):
        return False
    return True


def _signed(challenge: str, address: str) -> bytes:
    return "\0".join((_PURPOSE, challenge, address)).encode()
