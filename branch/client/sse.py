"""text/event-stream, read as it arrives, as the WHATWG's HTML standard says (section 9.2.6).

Left out on purpose: ``retry``, since how we come back is our own affair (`branch.backoff`).
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

MAX_EVENT = 1_000_000
"""Characters that one event may have. The longest honest one is the queue of a counter with some 20,000."""

_LINE_END = re.compile("\r\n|\n|\r")


class SseEvent(NamedTuple):
    """One event. ``id`` is the one it was sent with, None for an event that came without."""

    type: str
    data: str
    id: str | None


class SseParser:
    """Takes bytes cut anywhere and gives the events that are complete.

    ``last_id`` is the standard's last event ID: that of the newest event that had one.
    """

    def __init__(self) -> None:
        self.last_id = ""
        # Drops a byte order mark at the very beginning, and keeps what is cut inside a character.
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._rest: list[str] = []
        self._rest_size = 0
        self._after_cr = False
        self._type = ""
        self._data: list[str] = []
        self._data_size = 0
        self._id: str | None = None

    def feed(self, chunk: bytes) -> list[SseEvent]:
        """The events that ``chunk`` completes; raises ValueError for one that is too long."""
        text = self._decoder.decode(chunk)
        if self._after_cr and text:
            # The line ended with its CR; an LF after it is the other half of the same end.
            text = text.removeprefix("\n")
            self._after_cr = False
        if not text:
            return []
        self._after_cr = text.endswith("\r")
        first, *others = _LINE_END.split(text)
        self._rest.append(first)
        self._rest_size += len(first)
        events: list[SseEvent] = []
        for start in others:
            line = "".join(self._rest)
            self._rest, self._rest_size = [start], len(start)
            event = self._take(line)
            if event is not None:
                events.append(event)
        if self._rest_size + self._data_size > MAX_EVENT:
            raise ValueError(f"an event of the feed is longer than {MAX_EVENT} characters")
        return events

    def _take(self, line: str) -> SseEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
            self._data_size += len(value) + 1
        elif name == "event":
            self._type = value
        elif name == "id" and "\0" not in value:
            self._id = value
        # An empty name is a comment; names that are not known are ignored.
        return None

    def _dispatch(self) -> SseEvent | None:
        kind, data, own_id = self._type, self._data, self._id
        self._type, self._data, self._data_size, self._id = "", [], 0, None
        if own_id is not None:
            self.last_id = own_id
        # An event with no data at all is none, though its id counts: comments end this way too.
        return SseEvent(kind or "message", "\n".join(data), own_id) if data else None
