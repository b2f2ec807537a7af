"""A log file that cannot fill the disk, also while another process has it open: Windows renames none then."""

from __future__ import annotations

import shutil
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_BYTES = 2_000_000
FILES_KEPT = 5


class RotatingLog(RotatingFileHandler):
    """Keeps the last files of a log; a file that is held is copied and emptied in place of being renamed."""

    def __init__(self, file: Path, *, most_bytes: int = FILE_BYTES, kept: int = FILES_KEPT) -> None:
        """Raises OSError where the file cannot be written."""
        super().__init__(file, maxBytes=most_bytes, backupCount=kept, encoding="utf-8")

    def doRollover(self) -> None:
        """Begin a new file. What is logged meanwhile is not lost, whatever the disk says."""
        try:
            super().doRollover()
        except OSError:  # an older file is held: the newest is emptied all the same
            self._let_go()
            self.rotate(self.baseFilename, self.rotation_filename(f"{self.baseFilename}.1"))
        if self.stream is None:
            self.stream = self._open()

    def rotate(self, source: str, dest: str) -> None:
        """Move a file to its next name, or what is in it where it is held."""
        try:
            super().rotate(source, dest)
        except OSError:
            try:
                shutil.copyfile(source, dest)
            except OSError:  # held too: what it has is older than what would go, and neither can be kept
                pass
            finally:
                with open(source, "r+b") as held:  # noqa: PTH123 - as logging opens it
                    held.truncate(0)

    def _let_go(self) -> None:
        if self.stream is not None:
            self.stream.close()
            self.stream = None
