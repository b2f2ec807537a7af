"""Access tokens, kept as hashes in journal.db: minted by a command, looked up by the running service."""

from __future__ import annotations

import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from branch.contract.basics import ROLES
from branch.service.journal.journal_database import journal_path, open_reader, open_writer, roll_back
from branch.service.journal.storage_errors import storage_errors

# Seconds for which a token that was found is believed without asking the database again: this is how long a
# revoked one keeps working in another process.
BELIEVED = 2.0
# Bytes of randomness in a token. A plain hash is enough for such a secret: there is nothing to guess.
_TOKEN_BYTES = 24


_EXPIRIES = "CREATE TABLE IF NOT EXISTS token_expiries (hash BLOB PRIMARY KEY, at INTEGER NOT NULL) STRICT"
"""Beside the tables of the schema, so that an older program still opens the file; it lets such tokens in."""

_INFO = "SELECT hash, role, name, at FROM tokens LEFT JOIN token_expiries USING (hash)"


class NameInUseError(ValueError):
    """There is a token of that role and name already, and it is good."""


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """What a token allows (`role`), whose it is (`name`), and when it ends (ms since the epoch; None for
    never)."""

    role: str
    name: str
    expires: int | None = None


class DeviceTokens:
    """The tokens of a data folder. May be used from several threads, and beside a running service."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`clock` counts seconds and never runs backwards, `wall` is the machine's. Creates the folder;
        raises StorageError."""
        self._folder = folder
        self._path = journal_path(folder)
        self._clock, self._wall = clock, wall
        self._lock = threading.Lock()
        self._believed: dict[bytes, tuple[float, TokenInfo]] = {}  # hash -> until when, what
        with self.change() as connection:  # the tables have to be there before a reader is
            connection.execute(_EXPIRIES)
        self._reader = open_reader(self._path)

    def mint(self, role: str, name: str, *, lasts_s: float | None = None, replace: bool = False) -> str:
        """Make a token and return it; only its hash is kept, so this is the one time it can be seen. It is
        good for ``lasts_s`` seconds, for ever if that is None.

        A role has a name once: it is one machine's. With ``replace`` those that have it are taken back in the
        same instant. Raises NameInUseError, ValueError for an unknown role, for a name that is empty or no
        text, and StorageError.
        """
        token = _new_token()
        with self.change() as connection:
            self.put(connection, token, role, name, lasts_s=lasts_s, replace=replace)
        self.forget()
        return token

    def check(self, connection: sqlite3.Connection, role: str, name: str, *, replace: bool) -> None:
        """Make sure that a token may have that role and name; raises as `mint`."""
        if role not in ROLES:
            raise ValueError(f"unknown role {role!r}; there are {', '.join(sorted(ROLES))}")
        if not name.strip():
            raise ValueError("a token needs a name")
        if any("\ud800" <= sign <= "\udfff" for sign in name):  # bytes of a command line that are no UTF-8
            raise ValueError(f"the name of a token is text, not {name!r}")
        for _, info in _infos(connection, "WHERE role = ? AND name = ?", role, name):
            if not replace and not self.is_over(info):
                raise NameInUseError(f"there is a {role} token {name!r}")

    def put(
        self,
        connection: sqlite3.Connection,
        token: str,
        role: str,
        name: str,
        *,
        lasts_s: float | None,
        replace: bool,
    ) -> None:
        """Keep a token within a `change`, in the place of others of that role and name; raises as `mint`."""
        self.check(connection, role, name, replace=replace)
        for hashed, _ in _infos(connection, "WHERE role = ? AND name = ?", role, name):
            _take_back(connection, hashed)
        connection.execute(
            "INSERT INTO tokens (hash, role, name) VALUES (?, ?, ?)", (_hash(token), role, name)
        )
        if lasts_s is not None:
            at = round(self.now_ms() + lasts_s * 1000)
            connection.execute("INSERT INTO token_expiries VALUES (?, ?)", (_hash(token), at))

    def now_ms(self) -> int:
        """What the machine's clock says."""
        return round(self._wall() * 1000)

    def forget(self) -> None:
        """Believe no token without asking the database again: something has changed."""
        with self._lock:
            self._believed.clear()

    def find(self, token: str) -> TokenInfo | None:
        """What `token` allows; None when it is not known, was revoked or is over. Raises StorageError."""
        key = _hash(token)
        now = self._clock()
        until, info = self._believed.get(key, (now, None))
        if now < until:
            return info
        with self._lock, storage_errors(self._path):
            found = [info for _, info in _infos(self._reader, "WHERE hash = ?", key)]
            if not found or self.is_over(found[0]):
                self._believed.pop(key, None)  # misses are not kept: the token may be minted the next moment
                return None
            self._believed[key] = (now + BELIEVED, found[0])
        return found[0]

    def is_over(self, info: TokenInfo) -> bool:
        """Whether its time has passed, by the machine's clock."""
        return info.expires is not None and info.expires <= self.now_ms()

    def revoke(self, name: str, role: str | None = None) -> int:
        """Take back every token of `name`, or those of one role; return how many. Raises StorageError.

        Gone at once here, and within `BELIEVED` seconds in other processes.
        """
        with self.change() as connection:
            found = list(_infos(connection, "WHERE name = ?1 AND ?2 IN (role, '')", name, role or ""))
            for hashed, _ in found:
                _take_back(connection, hashed)
        self.forget()
        return len(found)

    def list(self) -> tuple[TokenInfo, ...]:
        """Every token by role and name, also those that are over. Raises StorageError."""
        with self._lock, storage_errors(self._path):
            return tuple(info for _, info in _infos(self._reader, "ORDER BY role, name"))

    def close(self) -> None:
        """Let go of the file; may be called again."""
        with self._lock:
            self._reader.close()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """A transaction on a connection of its own, which the service's commits wait for, and it for them."""
        with closing(open_writer(self._folder, checkpoints=False)) as connection, storage_errors(self._path):
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                roll_back(connection)
                raise


def _infos(connection: sqlite3.Connection, where: str, *values: object) -> Iterator[tuple[bytes, TokenInfo]]:
    """The tokens that are meant, each with its hash."""
    rows = connection.execute(f"{_INFO} {where}", values).fetchall()
    return ((hashed, TokenInfo(role, name, at)) for hashed, role, name, at in rows)


def _take_back(connection: sqlite3.Connection, hashed: bytes) -> None:
    for table in ("tokens", "token_expiries"):
        connection.execute(f"DELETE FROM {table} WHERE hash = ?", (hashed,))  # noqa: S608 - our own names


def _new_token() -> str:
    """One that no command line takes for an option: about one in 64 would begin with a dash."""
    while (token := secrets.token_urlsafe(_TOKEN_BYTES)).startswith("-"):
        continue
    return token


def _hash(token: str) -> bytes:
    return sha256(token.encode(errors="surrogatepass")).digest()
