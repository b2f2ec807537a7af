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


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """What a token allows (`role`), and whose it is (`name`)."""

    role: str
    name: str


class DeviceTokens:
    """The tokens of a data folder. May be used from several threads, and beside a running service."""

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` counts seconds and never runs backwards. Creates the folder; raises StorageError."""
        self._folder = folder
        self._path = journal_path(folder)
        self._clock = clock
        self._lock = threading.Lock()
        self._believed: dict[bytes, tuple[float, TokenInfo]] = {}  # hash -> until when, what
        open_writer(folder, checkpoints=False).close()  # the tables have to be there before a reader is
        self._reader = open_reader(self._path)

    def mint(self, role: str, name: str) -> str:
        """Make a token and return it; only its hash is kept, so this is the one time it can be seen.

        A name may have several tokens. Raises ValueError for an unknown role, for a name that is empty or no
        text, and StorageError.
        """
        if role not in ROLES:
            raise ValueError(f"unknown role {role!r}; there are {', '.join(sorted(ROLES))}")
        if not name.strip():
            raise ValueError("a token needs a name")
        if any("\ud800" <= sign <= "\udfff" for sign in name):  # bytes of a command line that are no UTF-8
            raise ValueError(f"the name of a token is text, not {name!r}")
        token = _new_token()
        with self._change() as connection:
            connection.execute(
                "INSERT INTO tokens (hash, role, name) VALUES (?, ?, ?)", (_hash(token), role, name)
            )
        return token

    def find(self, token: str) -> TokenInfo | None:
        """What `token` allows; None when it is not known or was revoked. Raises StorageError."""
        key = _hash(token)
        now = self._clock()
        until, info = self._believed.get(key, (now, None))
        if now < until:
            return info
        with self._lock, storage_errors(self._path):
            row = self._reader.execute("SELECT role, name FROM tokens WHERE hash = ?", (key,)).fetchone()
            if row is None:
                self._believed.pop(key, None)  # misses are not kept: the token may be minted the next moment
                return None
            info = TokenInfo(*row)
            self._believed[key] = (now + BELIEVED, info)
        return info

    def revoke(self, name: str, role: str | None = None) -> int:
        """Take back every token of `name`, or those of one role; return how many. Raises StorageError.

        Gone at once here, and within `BELIEVED` seconds in other processes.
        """
        with self._change() as connection:
            count = connection.execute(
                "DELETE FROM tokens WHERE name = ?1 AND ?2 IN (role, '')", (name, role or "")
            ).rowcount
        with self._lock:
            self._believed.clear()
        return count

    def list(self) -> tuple[TokenInfo, ...]:
        """Every token by role and name. Raises StorageError."""
        with self._lock, storage_errors(self._path):
            rows = self._reader.execute("SELECT role, name FROM tokens ORDER BY role, name").fetchall()
        return tuple(TokenInfo(*row) for row in rows)

    def close(self) -> None:
        """Let go of the file; may be called again."""
        with self._lock:
            self._reader.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """A transaction on a connection of its own, which the service's commits wait for, and it for them."""
        with closing(open_writer(self._folder, checkpoints=False)) as connection, storage_errors(self._path):
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                roll_back(connection)
                raise


def _new_token() -> str:
    """One that no command line takes for an option: about one in 64 would begin with a dash."""
    while (token := secrets.token_urlsafe(_TOKEN_BYTES)).startswith("-"):
        continue
    return token


def _hash(token: str) -> bytes:
    return sha256(token.encode(errors="surrogatepass")).digest()
