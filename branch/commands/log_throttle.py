"""A log that cannot be flooded: whoever sends junk must not replace what the log has to tell."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

AT_ONCE = 20
"""Times that one message is told in a minute."""

MINUTE_S = 60.0


class LogThrottle(logging.Filter):
    """Keeps a message out that has come too often within a minute, whatever it was about, and says with the
    next one how many were not told. One for all handlers of a program: what it has decided of a message holds
    for each."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._seen: dict[tuple[str, int, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether it is told."""
        decided = record.__dict__.get(_DECIDED)
        if decided is None:
            decided = record.__dict__[_DECIDED] = self._decide(record)
        return bool(decided)

    def _decide(self, record: logging.LogRecord) -> bool:
        key = (record.name, record.levelno, str(record.msg))
        now = self._clock()
        since, count = self._seen.get(key, (now, 0))
        if now - since < MINUTE_S:
            self._seen[key] = since, count + 1
            return count < AT_ONCE
        self._seen[key] = now, 1
        if count > AT_ONCE:
            more = count - AT_ONCE
            record.msg, record.args = f"{record.getMessage()} ({more} more like this were not told)", None
        return True


_DECIDED = "told"
