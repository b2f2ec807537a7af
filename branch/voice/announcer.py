"""The order in which announcements are spoken: one after the other, none cut by the next. Pure.

Each is spoken whole and once. It is said again (`repeat`) only as long as no other waits: in a rush the next
customer matters more than the last one twice. An urgent one is spoken before those that wait, and said again
whoever does.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from branch.voice.phrases import Part

CHAINED = 1
"""When so many wait already, the next follows without a chime of its own."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is to be said: one sentence or several, each in its parts. ``key`` names it in logs and tests."""

    key: str
    sentences: tuple[tuple[Part, ...], ...]
    repeat: int = 1
    chime: bool = True
    urgent: bool = False


class Announcer:
    """Announcements that wait, and the one that is spoken.

    Attributes:
        current: the one that is spoken now.
    """

    def __init__(self) -> None:
        self._waiting: deque[Announcement] = deque()
        self._said = 0
        self._chained = False
        self.current: Announcement | None = None

    @property
    def waiting(self) -> int:
        """How many have not been spoken yet."""
        return len(self._waiting)

    def add(self, announcement: Announcement) -> None:
        """Have it wait for its turn; urgent ones stand before the others, in their own order."""
        if not announcement.urgent:
            self._waiting.append(announcement)
            return
        ahead = sum(1 for waiting in self._waiting if waiting.urgent)
        self._waiting.insert(ahead, announcement)

    def begin(self) -> tuple[Announcement, bool] | None:
        """What to say now, and whether the chime comes before; None if there is nothing or one is spoken."""
        if self.current is not None or not self._waiting:
            return None
        self.current = self._waiting.popleft()
        self._said = 0
        chained, self._chained = self._chained, len(self._waiting) >= CHAINED
        return self.current, self.current.chime and (not chained or self.current.urgent)

    def over(self) -> Announcement | None:
        """It has been said once: the same if it is to be said again, else None and the next may begin."""
        if self.current is None:
            return None
        self._said += 1
        if self._said < self.current.repeat and (self.current.urgent or not self._waiting):
            return self.current
        self.current = None
        return None

    def clear(self) -> None:
        """Forget all of them."""
        self._waiting.clear()
        self._chained = False
        self.current = None
