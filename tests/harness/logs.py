"""What may be logged in a test: no warning, unless the test provokes it."""

from __future__ import annotations

import logging
import re

from _pytest.logging import LogCaptureHandler

_kept: list[LogFailHandler] = []


class LogFailHandler(logging.Handler):
    """Keeps what is logged as a warning or worse and was not asked for.

    Attributes:
        unexpected: what was logged and should not have been.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.unexpected: list[str] = []
        self._expected: list[re.Pattern[str]] = []

    def expect(self, *patterns: str) -> None:
        """Let be logged from now on what "LEVEL logger: message" begins with, by regular expressions."""
        self._expected += map(re.compile, patterns)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it, unless the test captures that level by `caplog.at_level` or `caplog.set_level`."""
        captures = [h for h in logging.getLogger().handlers if isinstance(h, LogCaptureHandler)]
        asked = any(logging.WARNING <= handler.level <= record.levelno for handler in captures)
        line = f"{record.levelname} {record.name}: {record.getMessage()}"
        if not asked and not any(pattern.match(line) for pattern in self._expected):
            self.unexpected.append(line)

    def begin(self) -> None:
        """Look at what is logged."""
        logging.getLogger().addHandler(self)
        _kept.append(self)

    def end(self) -> None:
        """Look no more."""
        _kept.remove(self)
        logging.getLogger().removeHandler(self)


def expect_log(*patterns: str) -> None:
    """Let the test that runs now log what "LEVEL logger: message" begins with, by regular expressions."""
    for handler in _kept:
        handler.expect(*patterns)
