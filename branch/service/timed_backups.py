"""Backups that are made by a timer: one file for each, and as many kept as somebody has asked for.

The timer is the system's (`assets/systemd/branchline-backup.timer`), not the service's: a share that hangs,
or a disk that is full, then holds up no queue, and the copy is checked by a process of its own.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from branch.service.journal.hash_chain import VerifyReport
from branch.service.journal.journal_database import make_folder
from branch.service.journal.storage_errors import storage_errors
from branch.service.maintenance import backup

_NAME = re.compile(r"branchline-\d{8}T\d{6}Z\.db")


def timed_backup(folder: Path, into: Path, keep: int, now: datetime) -> tuple[Path, VerifyReport]:
    """Copy the journal of ``folder`` to a new file in ``into``, then remove the oldest of those that were
    made like that until ``keep`` are left; nothing is removed unless the new one is whole.

    Raises StorageError.
    """
    make_folder(into)
    file = into / f"branchline-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.db"
    report = backup(folder, file)
    with storage_errors(into):
        for old in timed_backups(into)[:-keep]:
            old.unlink()
    return file, report


def timed_backups(into: Path) -> list[Path]:
    """The backups that were made by a timer, oldest first. Raises StorageError."""
    with storage_errors(into):
        return sorted(path for path in into.iterdir() if _NAME.fullmatch(path.name))
