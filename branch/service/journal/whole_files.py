"""Files that are there whole or not at all: copies and repaired journals."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from branch.service.journal.journal_database import sync
from branch.service.journal.storage_errors import StorageNotEmpty, storage_errors


@contextmanager
def part_beside(file: Path) -> Iterator[Path]:
    """A name for an unfinished file in the same folder; whatever is left of it is removed."""
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    with storage_errors(file):
        part.touch(mode=0o600, exist_ok=False)  # before anything is in it: phone numbers, and a key
    try:
        yield part
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                part.with_name(part.name + ending).unlink(missing_ok=True)


def keep_beside(file: Path, name: Path) -> None:
    """Give a file, if it is there, a second name, so that it stays when another takes the first one's place.
    What had that name is removed. Raises OSError."""
    if not file.exists():
        return
    name.unlink(missing_ok=True)
    try:
        os.link(file, name)
    except OSError:  # a file system without links, such as a stick's
        shutil.copy2(file, name)


def put_in_place(part: Path, file: Path) -> None:
    """Give a finished file its name, instead of what had that name before. Raises OSError."""
    sync(part)
    part.replace(file)
    sync(file.parent)


def put_beside_others(part: Path, file: Path) -> None:
    """Give a finished file its name, which nothing must have yet. Raises StorageNotEmpty or OSError."""
    sync(part)
    try:
        try:
            os.link(part, file)
        except FileExistsError:
            raise
        except OSError:  # a file system without links, such as a stick's
            if file.exists():
                raise FileExistsError(file) from None
            part.replace(file)
    except FileExistsError:
        raise StorageNotEmpty(f"{file}: is there already; it was left as it is") from None
    sync(file.parent)
