"""What was done at this counter since we began to look: counted from the feed, so it is true or not there."""

from __future__ import annotations

from dataclasses import dataclass

from branch.client import shapes
from counter.catalogue import instant


@dataclass
class Tally:
    """Services finished at one counter and how long they took, since an instant (ms)."""

    since: int = 0
    count: int = 0
    total_ms: int = 0
    _last_ms: int = 0

    def begin(self, now: int) -> None:
        """Count from here: what was before, or was missed, is not known."""
        self.since, self.count, self.total_ms = now, 0, 0

    def take(self, event: shapes.Event) -> None:
        """An event at our counter."""
        if event.get("type") == "ServingFinished":
            ticket = event["ticket"]
            self._last_ms = max(0, instant(ticket.get("finished_at")) - instant(ticket.get("started_at")))
            self.count += 1
            self.total_ms += self._last_ms
        elif event.get("type") == "ActionUndone" and event.get("action") == "finish" and self.count:
            self.count -= 1
            self.total_ms -= self._last_ms

    @property
    def average_s(self) -> float:
        """Seconds for one, on average."""
        return self.total_ms / self.count / 1000 if self.count else 0.0
