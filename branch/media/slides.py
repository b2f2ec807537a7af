"""The slides of a screen, and whose turn it is. The time is an argument."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

WHOLE_WEEK = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Slide:
    """A picture, or a sequence of them.

    ``frames`` are its files, each of a sequence shown for ``frame_ms``; the slide stays for ``ms``. It is due
    from ``since`` to ``until`` (local times of the branch) on ``days`` (0 is Monday), ``weight`` times as
    often as one of weight 1, and on screens for one of ``segments`` only, if there are any.
    """

    name: str
    frames: tuple[Path, ...]
    frame_ms: int = 0
    ms: int = 8000
    weight: int = 1
    since: datetime | None = None
    until: datetime | None = None
    days: frozenset[int] = WHOLE_WEEK
    segments: frozenset[str] = frozenset()

    def due(self, at: datetime, segments: Collection[str] = ()) -> bool:
        """Whether it may be shown at that local time, on a screen for those segments."""
        return (
            self.weight > 0
            and (self.since is None or self.since <= at)
            and (self.until is None or at <= self.until)
            and at.weekday() in self.days
            and (not self.segments or not self.segments.isdisjoint(segments))
        )


class Rotation:
    """Gives the slides their turns by weight, spread evenly: of weights 3 and 1 it is a a b a.

    Smooth weighted round robin, as nginx balances servers: each turn adds everybody's weight to their credit,
    and whoever has most pays the sum of the weights.
    """

    def __init__(self) -> None:
        self._credit: dict[str, int] = {}

    def next(self, slides: Iterable[Slide]) -> Slide | None:
        """Whose turn it is among these; None when there are none. Those that come and go keep the order."""
        present = list(slides)
        if not present:
            return None
        self._credit = {slide.name: self._credit.get(slide.name, 0) + slide.weight for slide in present}
        chosen = max(present, key=lambda slide: self._credit[slide.name])
        self._credit[chosen.name] -= sum(slide.weight for slide in present)
        return chosen


@dataclass(frozen=True, slots=True)
class Reading:
    """What the folder has: its slides in the order of their names, and a line for each thing that is wrong.

    ``sure`` is false while it cannot be told what holds today: the folder or its slides.toml cannot be read.
    What was read before is then better than to show what has run out.
    """

    slides: tuple[Slide, ...] = ()
    problems: tuple[str, ...] = ()
    sure: bool = True
