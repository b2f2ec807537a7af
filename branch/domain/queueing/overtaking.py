"""Who has been called before somebody who came earlier."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable


class Overtakes:
    """The places (``since``) of those who were called today, by each service that the counter served."""

    def __init__(self) -> None:
        self._called: dict[str, list[int]] = {}

    def called(self, services: Iterable[str], since: int) -> None:
        """A counter of those services called somebody whose place is ``since``."""
        for service in services:
            insort(self._called.setdefault(service, []), since)

    def taken_back(self, services: Iterable[str], since: int) -> None:
        """That call was undone; raises KeyError if there was none (a bug)."""
        for service in services:
            places = self._called.get(service, [])
            at = bisect_left(places, since)
            if at == len(places) or places[at] != since:
                raise KeyError(since)
            del places[at]

    def passed(self, service: str, since: int) -> int:
        """How many later-comers were called before one who waits for ``service`` with that place."""
        places = self._called.get(service, [])
        return len(places) - bisect_right(places, since)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Overtakes) and self._called == other._called

    __hash__ = None  # type: ignore[assignment]  # it changes
