"""Invitations: who has the secret of one in time gets a token of the role and name that it was made for."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from hashlib import sha256

from branch.contract.pairing_code import new_secret
from branch.domain.kernel.refusals import refusal
from branch.service.access.device_tokens import DeviceTokens, TokenInfo

_INVITATIONS = (
    "CREATE TABLE IF NOT EXISTS invitations (hash BLOB PRIMARY KEY, role TEXT NOT NULL, name TEXT NOT NULL,"
    " until INTEGER NOT NULL, lasts_s REAL, replaces INTEGER NOT NULL, token BLOB) STRICT"
)
"""``token`` is the hash of the one that an invitation was exchanged for."""

KEPT_MS = 3_600_000
"""An invitation that is over is remembered so long; nobody can use it."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What it was made for: a token that is good for ``lasts_s`` seconds, for ever if that is None, and that
    with ``replaces`` takes the place of others of its role and name."""

    role: str
    name: str
    lasts_s: float | None = None
    replaces: bool = False


class Invitations:
    """The invitations of a data folder, beside its tokens; also used by a command while the service runs."""

    def __init__(self, tokens: DeviceTokens) -> None:
        self._tokens = tokens

    def invite(self, invitation: Invitation, for_s: float) -> str:
        """Make an invitation that is good for ``for_s`` seconds, and return its secret. Raises NameInUseError
        and ValueError as `DeviceTokens.mint` does, and StorageError."""
        secret = new_secret()
        now = self._tokens.now_ms()
        with self._tokens.change() as connection:
            self._tokens.check(connection, invitation.role, invitation.name, replace=invitation.replaces)
            connection.execute(_INVITATIONS)
            connection.execute("DELETE FROM invitations WHERE until < ?", (now - KEPT_MS,))
            connection.execute(
                "INSERT INTO invitations VALUES (?, ?, ?, ?, ?, ?, NULL)",
                (
                    _hash(secret),
                    invitation.role,
                    invitation.name,
                    round(now + for_s * 1000),
                    invitation.lasts_s,
                    invitation.replaces,
                ),
            )
        return secret

    def redeem(self, secret: str, token: str, role: str | None) -> TokenInfo:
        """Let in who has made up ``token`` and knows the secret; once, but the same one may ask again.

        Raises unknown-pairing where there is no such invitation any more, not-allowed where it is for another
        ``role``, NameInUseError, and StorageError.
        """
        with self._tokens.change() as connection:
            connection.execute(_INVITATIONS)
            row = connection.execute(
                "SELECT role, name, lasts_s, replaces, token FROM invitations WHERE hash = ? AND until > ?",
                (_hash(secret), self._tokens.now_ms()),
            ).fetchone()
            if row is None or row[4] not in (None, _hash(token)):
                raise refusal("unknown-pairing", "this pairing code is not good, or not any more")
            invitation = Invitation(row[0], row[1], row[2], bool(row[3]))
            if role is not None and role != invitation.role:
                raise refusal("not-allowed", f"this pairing code is for a {invitation.role}")
            if row[4] is None:
                self._take(connection, invitation, secret, token)
        self._tokens.forget()
        return TokenInfo(invitation.role, invitation.name)

    def _take(self, connection: sqlite3.Connection, invitation: Invitation, secret: str, token: str) -> None:
        self._tokens.put(
            connection,
            token,
            invitation.role,
            invitation.name,
            lasts_s=invitation.lasts_s,
            replace=invitation.replaces,
        )
        connection.execute("UPDATE invitations SET token = ? WHERE hash = ?", (_hash(token), _hash(secret)))


def _hash(text: str) -> bytes:
    return sha256(text.encode()).digest()
