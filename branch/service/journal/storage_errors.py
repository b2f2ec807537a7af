"""What can go wrong with the disk under the journal, and how SQLite's and the system's errors become it.

    StorageError                the environment's fault; the message is one line and names the path
    ├── StorageFull             no space left (disk, quota); nothing was stored, try again with space
    ├── StorageReadOnly         the folder, the file or the file system may not be written
    ├── StorageFailed           an I/O error, a file that cannot be opened, a lock held for too long
    ├── StorageDamaged          not a database, malformed, or not a journal of this program
    ├── StorageMissing          the journal is gone from a folder where a branch was
    ├── StorageNewer            written by a newer version of this program
    ├── StorageBusy             another service has the data folder
    └── StorageNotEmpty         restoring would overwrite what is in the data folder

Everything else that SQLite may raise (a wrong statement, a broken constraint) is our bug and passes through.
Errors are told apart by their codes only: SQLite's texts are not part of its interface.
"""

# ruff: noqa: N818 - the names say what happened to the storage; "Error" is in the name of the tree's root
from __future__ import annotations

import errno
import sqlite3
from pathlib import Path


class StorageError(Exception):
    """The data folder cannot be used as asked; the cause lies outside this program."""


class StorageFull(StorageError):
    """No space is left."""


class StorageReadOnly(StorageError):
    """The data folder may be read but not written."""


class StorageFailed(StorageError):
    """The disk or the system refused, or somebody else kept the file locked."""


class StorageDamaged(StorageError):
    """The file is not a journal, or no longer one."""


class StorageMissing(StorageError):
    """The journal is gone from a folder where a branch was."""


class StorageNewer(StorageError):
    """The data folder was written by a newer version of this program."""


class StorageBusy(StorageError):
    """Another service uses the data folder."""


class StorageNotEmpty(StorageError):
    """The data folder holds something that would be overwritten."""


# The primary code is the low byte of an extended one (SQLITE_IOERR_WRITE is a SQLITE_IOERR).
_PRIMARY = 0xFF
_SQLITE: dict[int, tuple[type[StorageError], str]] = {
    sqlite3.SQLITE_FULL: (StorageFull, "the disk is full"),
    # SQLite asks for shared memory when it opens and when the log grows; it is refused when space is out.
    sqlite3.SQLITE_IOERR_SHMSIZE: (StorageFull, "the disk is full"),
    sqlite3.SQLITE_READONLY: (StorageReadOnly, "cannot be written"),
    sqlite3.SQLITE_PERM: (StorageReadOnly, "access is not permitted"),
    sqlite3.SQLITE_IOERR: (StorageFailed, "the disk reports an error"),
    sqlite3.SQLITE_CANTOPEN: (StorageFailed, "cannot be opened"),
    sqlite3.SQLITE_BUSY: (StorageFailed, "is locked by another program"),
    sqlite3.SQLITE_LOCKED: (StorageFailed, "is locked by another program"),
    sqlite3.SQLITE_PROTOCOL: (StorageFailed, "is locked by another program"),
    sqlite3.SQLITE_NOLFS: (StorageFailed, "is too large for this system"),
    sqlite3.SQLITE_NOTADB: (StorageDamaged, "is not a database"),
    sqlite3.SQLITE_CORRUPT: (StorageDamaged, "is damaged"),
}
_SYSTEM: dict[int, tuple[type[StorageError], str]] = {
    errno.ENOSPC: (StorageFull, "the disk is full"),
    errno.EDQUOT: (StorageFull, "the disk quota is used up"),
    errno.EROFS: (StorageReadOnly, "cannot be written"),
    errno.EACCES: (StorageReadOnly, "access is not permitted"),
    errno.EPERM: (StorageReadOnly, "access is not permitted"),
}


def from_sqlite(error: sqlite3.Error, path: Path) -> StorageError | None:
    """What `error` means for the file at `path`; None when it is a bug of ours."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Raised by Python's own layer. The only one the environment can cause is stored text that is not
        # UTF-8, which is an OperationalError; misuse of the interface is a ProgrammingError.
        if isinstance(error, sqlite3.OperationalError):
            return StorageDamaged(f"{path}: is damaged (text that cannot be decoded)")
        return None
    kind, text = _SQLITE.get(code) or _SQLITE.get(code & _PRIMARY) or (None, "")
    return kind(f"{path}: {text} ({error.sqlite_errorname})") if kind else None


def from_system(error: OSError, path: Path) -> StorageError:
    """What `error` of the operating system means for `path`."""
    kind, text = _SYSTEM.get(error.errno or 0, (StorageFailed, error.strerror or type(error).__name__))
    return kind(f"{path}: {text}")


def storage_errors(path: Path) -> _Translation:
    """Turn what the environment does to `path` in a with block into a StorageError; let bugs pass."""
    return _Translation(path)


class _Translation:
    # A class rather than a generator: this is entered for every append, and a generator costs ten times more.
    # It keeps nothing between uses, so one object may be entered again and by several threads.
    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            known = from_sqlite(error, self._path)
            if known is not None:
                raise known from error
        elif isinstance(error, OSError):
            raise from_system(error, self._path) from error
