"""The newest entries, from which a screen resumes that was away; told in blocks that all screens share."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable
from itertools import islice

from branch.contract.answers.feed_events import RESET
from branch.service.core.event_rows import Entry
from branch.service.feed.feed_entries import entry_data, to_sse
from branch.service.feed.hall_views import Views

log = logging.getLogger(__name__)

BLOCK = 64
"""Entries that are told at once: so many take some 2 ms, in which nobody else is served."""

_BLOCKS_KEPT = 64
"""Rendered blocks of all roles; screens that come back together ask for the same ones."""


class KeptEntries:
    """Keeps so many entries, whose numbers have no gaps, and renders them for a role."""

    def __init__(self, views: Views, entries: Iterable[Entry], last_seq: int, kept: int) -> None:
        self._views = views
        self._entries: deque[Entry] = deque(entries, maxlen=kept)
        self._blocks: dict[tuple[str, int], bytes] = {}
        self.seq = last_seq

    def extend(self, entries: Iterable[Entry]) -> None:
        """Put down what has been committed."""
        self._entries.extend(entries)
        self.seq = self._entries[-1].seq

    def reach(self, after: int) -> bool:
        """Whether all that came after that number is still there, and the number is one of ours."""
        first = self._entries[0].seq if self._entries else self.seq + 1
        return first - 1 <= after <= self.seq

    def rendered(self, after: int, role: str) -> tuple[bytes, int]:
        """What a role is told of the entries after that number, at most a block of them; and the last one's
        number."""
        block = (after + 1) // BLOCK
        last = min(self.seq, (block + 1) * BLOCK - 1)
        whole = after + 1 == block * BLOCK and last == (block + 1) * BLOCK - 1
        known = self._blocks.get((role, block)) if whole else None
        if known is None:
            begin = after + 1 - self._entries[0].seq
            entries = islice(self._entries, begin, begin + last - after)
            known = b"".join(filter(None, (self.render(entry, role) for entry in entries)))
            if whole:
                self._blocks[role, block] = known
                if len(self._blocks) > _BLOCKS_KEPT:
                    del self._blocks[next(iter(self._blocks))]
        return known, last

    def render(self, entry: Entry, role: str) -> bytes | None:
        """An entry as a role is told of it, None if it is not; where that cannot be made, that its readers
        are to begin anew: what comes after must not be told to a screen that lacks it."""
        try:
            data = entry_data(entry, self._views, role)
        except Exception:
            log.exception("row %d cannot be told to the role %s", entry.seq, role)
            return to_sse(RESET, {"type": RESET, "seq": entry.seq})
        return None if data is None else to_sse(data["type"], data, entry.seq)
