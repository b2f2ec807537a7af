"""Whether the files that a journal has open are those that stand in its folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from branch.service.journal.storage_errors import StorageFailed


class OpenFiles:
    """Watches the file of a journal and its log from when it was opened; two looks at the folder cost a
    hundredth of a commit. A file that was removed goes on taking rows that nobody will find again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log = path.with_name(path.name + "-wal")
        self._file = _identity(path)
        self._log_file: tuple[int, int] | None = None

    def check(self) -> None:
        """Raise StorageFailed when one of them was removed or replaced."""
        if _identity(self._path) != self._file:
            raise StorageFailed(f"{self._path}: was removed or replaced while the service runs")
        log = _identity(self._log)
        if self._log_file is None:
            self._log_file = log  # SQLite makes it with the first commit and keeps it
        elif log != self._log_file:
            raise StorageFailed(f"{self._log}: was removed or replaced while the service runs")


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one of its name; None for no file."""
    with suppress(FileNotFoundError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None
