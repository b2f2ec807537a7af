"""What `branchline pair` prints, and an app is told once: where the service is, by which key it is known, and
a secret that is exchanged for a token.

    192.168.1.10:8750/K7M4Q-X2PVN-3HTRW-9CDFG-J8YBZ

Typed from another screen: case and dashes do not matter, and neither do O for 0 and I or L for 1.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from hashlib import sha256

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_SIGNS = 10
"""50 bits, for minutes."""

SECRET_PATTERN = f"^[{SIGNS}]{{{SECRET_SIGNS}}}$"
TOKEN_PATTERN = "^[A-Za-z0-9_-]{32,64}$"  # noqa: S105 - what one looks like
"""What an app makes up as its token: as long as those that the service makes."""

_FINGERPRINT_SIGNS = 15
_GROUP = 5
_TYPED = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


@dataclass(frozen=True, slots=True)
class PairingCode:
    """``address`` as a person writes one, ``fingerprint`` of the service's key, and the ``secret``."""

    address: str
    fingerprint: str
    secret: str

    def __str__(self) -> str:
        signs = self.fingerprint + self.secret
        groups = [signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP)]
        return f"{self.address}/{'-'.join(groups)}"


def new_secret() -> str:
    """One that nobody can guess while it is good."""
    return "".join(secrets.choice(SIGNS) for _ in range(SECRET_SIGNS))


def fingerprint_of(key: str) -> str:
    """The first 75 bits of the hash of a key, which is in base64."""
    number = int.from_bytes(sha256(base64.b64decode(key)).digest()[:10], "big") >> 5
    return "".join(SIGNS[number >> 5 * at & 31] for at in reversed(range(_FINGERPRINT_SIGNS)))


def code_of(text: str) -> PairingCode:
    """What somebody has typed or scanned; raises ValueError."""
    address, slash, typed = text.strip().rpartition("/")
    signs = typed.upper().translate(_TYPED)
    length = _FINGERPRINT_SIGNS + SECRET_SIGNS
    if not (slash and address) or len(signs) != length or not set(signs) <= set(SIGNS):
        raise ValueError(f"{text!r} is no code as `branchline pair` prints them")
    return PairingCode(address, signs[:_FINGERPRINT_SIGNS], signs[_FINGERPRINT_SIGNS:])
