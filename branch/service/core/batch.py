"""What goes to the disk in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event, Events
from branch.service.feed.feed_entries import Entry, entry_after
from branch.service.journal.journal_format import to_record
from branch.service.journal.journal_port import Answer, Draft


class Batch:
    """The rows, their entries for the feed, and the answers by key. ``seq`` is the last row's on disk;
    ``adopted`` goes before anything else that happens, if anything does."""

    def __init__(self, hall: Hall, seq: int, adopted: Events = ()) -> None:
        self._hall = hall
        self._seq = seq
        self._adopted = adopted
        self.drafts: list[Draft] = []
        self.entries: list[Entry] = []
        self.answers: dict[str, Answer] = {}

    def apply(self, events: Sequence[Event]) -> None:
        """Take events into the hall, and put down what must reach the disk before anybody hears of them."""
        if events and self._adopted:
            events, self._adopted = (*self._adopted, *events), ()
        for event in events:
            evolve(self._hall, event)
            day = self._hall.day or ""
            self.drafts.append(Draft(day, event.at, *to_record(event)))
            self.entries.append(entry_after(self._hall, event, self._seq + len(self.drafts), day))
