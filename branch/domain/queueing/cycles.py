"""For how long one customer keeps a counter: from the call to the next call, while somebody waits.

It is the time from the call to the end of the stay, whatever that end was, so that walking and no-shows are
in it, by service; and the gap from there to the next call, in which notes are written and desks are cleared.
"""

from __future__ import annotations

from collections.abc import Mapping

_FADING, _RECENT_FADING = 0.99, 0.9
"""What a stay is worth when the next one has ended, in the long run and of late."""

_PRIOR_WEIGHT = 8
"""How many stays the configured standard counts for."""

_LONG_RUN_WEIGHT = 3
"""How many recent stays the long run counts for."""

_FIRST_GAP = 10_000.0
_LONGEST_GAP = 120_000
_GAP_STEP = 0.02


class Cycles:
    """The cycles as they were of late.

    Attributes:
        stays: by service the ms at counters and the number of customers, both faded.
        gap: the mean gap in ms.
    """

    def __init__(self, stays: Mapping[str, tuple[float, float]], gap: float = _FIRST_GAP) -> None:
        self.stays = dict(stays)
        self.gap = gap
        self._recent: dict[str, tuple[float, float]] = {}
        self._free_since: dict[int, int] = {}
        self._called_at: dict[int, int] = {}

    def of(self, service: str, standard: float) -> int:
        """The cycle of a service in ms, which was ``standard`` (ms at the counter) before any was seen."""
        total, count = self.stays.get(service, (0.0, 0.0))
        long_run = (total + _PRIOR_WEIGHT * standard) / (count + _PRIOR_WEIGHT)
        total, count = self._recent.get(service, (0.0, 0.0))
        return round((total + _LONG_RUN_WEIGHT * long_run) / (count + _LONG_RUN_WEIGHT) + self.gap)

    def stayed(self, service: str, took: float, customers: float = 1) -> None:
        """Count customers who kept counters for so long (ms) in all."""
        self.stays[service] = _faded(self.stays.get(service), _FADING, took, customers)
        self._recent[service] = _faded(self._recent.get(service), _RECENT_FADING, took, customers)

    def free(self, counter: int, at: int) -> None:
        """The counter has nobody from that instant on, and may call."""
        self._free_since[counter] = at

    def away(self, counter: int) -> None:
        """The counter calls nobody."""
        self._free_since.pop(counter, None)

    def free_since(self, counter: int) -> int | None:
        """From when on the counter could have called."""
        return self._free_since.get(counter)

    def called(self, counter: int, at: int, waited_from: int) -> None:
        """The counter calls one who has waited since ``waited_from``; of the gap it tells only if that one
        was there when it began."""
        self._called_at[counter] = at
        since = self._free_since.pop(counter, None)
        if since is not None and waited_from <= since:
            self.gap += _GAP_STEP * (min(at - since, _LONGEST_GAP) - self.gap)

    def ended(self, counter: int, service: str, at: int) -> None:
        """A stay at the counter ends, for that service; the counter may call."""
        called_at = self._called_at.pop(counter, None)
        if called_at is not None:
            self.stayed(service, max(0, at - called_at))
        self.free(counter, at)

    def moved(self, old: int, new: int) -> None:
        """The customer of one counter is at another now."""
        if old in self._called_at:
            self._called_at[new] = self._called_at.pop(old)
        self.away(new)

    def state(self) -> object:
        """All of it, to be compared."""
        return self.stays, self.gap, self._recent, self._free_since, self._called_at


def _faded(
    before: tuple[float, float] | None, fading: float, took: float, customers: float
) -> tuple[float, float]:
    total, count = before or (0.0, 0.0)
    fading **= customers
    return total * fading + took, count * fading + customers
