"""How a service proves that it is the one an app belongs to: it signs what the app has just made up.

The key is the one that signs appointments (`branch.contract.appointment_qr`); what is signed begins in
another way, so neither signature can stand for the other.
"""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING, NotRequired

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

CHALLENGE_PATTERN = "^[0-9a-f]{64}$"

_PURPOSE = "branchline service proof 1"
_CERTIFICATE = "branchline service certificate 1"


class ServiceProof(TypedDict):
    """``key`` (Ed25519) and ``signature`` in base64; ``address`` is the service's own that was asked.

    A service with TLS of its own says besides the hash (SHA-256) of its ``certificate``, and signs that too.
    """

    key: str
    address: str
    signature: str
    certificate: NotRequired[str]
    certificate_signature: NotRequired[str]


def new_challenge() -> str:
    """What no service can have signed before."""
    return secrets.token_hex(32)


def prove(key: Ed25519PrivateKey, challenge: str, address: str, certificate: str = "") -> ServiceProof:
    """The service's answer to ``challenge``, which came in at ``address``, under its ``certificate``."""
    signature = key.sign(_signed(_PURPOSE, challenge, address))
    proof: ServiceProof = {
        "key": base64.b64encode(key.public_key().public_bytes_raw()).decode(),
        "address": address,
        "signature": base64.b64encode(signature).decode(),
    }
    if certificate:
        vouched = key.sign(_signed(_CERTIFICATE, challenge, certificate))
        proof["certificate"] = certificate
        proof["certificate_signature"] = base64.b64encode(vouched).decode()
    return proof


def is_proven(proof: ServiceProof, challenge: str) -> bool:
    """Whether whoever answered ``challenge`` has the private half of the key it names."""
    try:
        return _is_signed(proof["key"], proof["signature"], _signed(_PURPOSE, challenge, proof["address"]))
    except (TypeError, KeyError, AttributeError):
        return False


def vouches_for(proof: ServiceProof, challenge: str, certificate: str) -> bool:
    """Whether the key of the proof has signed that this is the service's own certificate."""
    signature = proof.get("certificate_signature")
    if not isinstance(signature, str):
        return False
    return _is_signed(proof["key"], signature, _signed(_CERTIFICATE, challenge, certificate))


def _is_signed(key: str, signature: str, signed: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
        public.verify(base64.b64decode(signature, validate=True), signed)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def _signed(purpose: str, challenge: str, what: str) -> bytes:
    return "\0".join((purpose, challenge, what)).encode()
