"""Names that nobody can guess, for what comes into being."""

from __future__ import annotations

import secrets

from branch.contract.booking_codes import ALPHABET


def new_id() -> str:
    """An id that nobody can guess: 128 bits."""
    return secrets.token_urlsafe(16)


def new_code() -> str:
    """A booking code of our own, as it is typed at a kiosk."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))
