"""Slides of a folder, read and checked, and whose turn it is: there the time is an argument."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from branch.contract.mistakes import mistakes

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


FILE = "slides.toml"
USUAL_SECONDS = 8.0
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif"})
MOST_FRAMES = 600
"""Longer sequences are a film, for which a folder of pictures is the wrong thing."""

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_DAYS = {name: number for number, name in enumerate(get_args(Day))}


def _instant(value: object) -> object:
    """TOML has dates and local instants; what has an offset would need a zone to compare with."""
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            raise ValueError("has an offset; times are those of the branch")
        return value
    if isinstance(value, date):
        return value
    raise ValueError("must be a date such as 2026-10-01, without quotes")


_Instant = Annotated[datetime | date, BeforeValidator(_instant)]
_Seconds = Annotated[float, Field(ge=1, le=3600)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    file: Annotated[str, Field(min_length=1, pattern=r"^[^/\\]+$")]
    seconds: _Seconds | None = None
    since: Annotated[_Instant | None, Field(alias="from")] = None
    until: _Instant | None = None
    days: Annotated[tuple[Day, ...], Field(min_length=1)] | None = None
    weight: Annotated[int, Field(ge=0, le=99)] = 1
    segments: tuple[str, ...] = ()
    fps: Annotated[float, Field(ge=1, le=30)] = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What the folder has: its slides in the order of their names, and a line for each thing that is wrong.

    ``sure`` is false while it cannot be told what holds today: the folder or its slides.toml cannot be read.
    What was read before is then better than to show what has run out.
    """

    slides: tuple[Slide, ...] = ()
    problems: tuple[str, ...] = ()
    sure: bool = True


def read_folder(folder: Path) -> Reading:
    """Read it; what is wrong is left out and named. A folder that is not there has no slides."""
    if not folder.is_dir():
        return Reading(problems=(f"there is no folder {folder}",))
    problems: list[str] = []
    try:
        present = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
        entries, seconds = _entries(folder / FILE, problems)
        slides = [_slide(path, entries.pop(path.name, None), seconds, problems) for path in present]
    except (OSError, ValueError) as error:
        return Reading(problems=(f"{folder}: {error}",), sure=False)
    problems += [f"{folder}: {FILE} names {name!r}, which is not there" for name in entries]
    return Reading(tuple(slide for slide in slides if slide is not None), tuple(problems))


def _entries(file: Path, problems: list[str]) -> tuple[dict[str, _Entry], float]:
    """What slides.toml says, by file, and the usual seconds; raises OSError and ValueError."""
    if not file.is_file():
        return {}, USUAL_SECONDS
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    listed = told.pop("slide", [])
    seconds = told.pop("seconds", USUAL_SECONDS)
    if told or not isinstance(listed, list) or not isinstance(seconds, int | float) or seconds < 1:
        raise ValueError(f"{FILE}: there are [[slide]] and seconds, a number of at least 1, and nothing else")
    entries: dict[str, _Entry] = {}
    for number, one in enumerate(listed, 1):
        name = one.get("file") if isinstance(one, dict) else None
        try:
            entry = _Entry.model_validate(one)
        except ValidationError as error:
            wrong = "; ".join(f"{told.key}: {told.what}" for told in mistakes(error.errors()))
            problems.append(f"{file}: slide {number}: {wrong}")
            if isinstance(name, str):  # what is said of it is not understood: not shown, rather than always
                entries[name] = _Entry.model_construct(file=name, weight=0)
        else:
            entries[entry.file] = entry
    return entries, float(seconds)


def _slide(path: Path, entry: _Entry | None, seconds: float, problems: list[str]) -> Slide | None:
    entry = entry or _Entry(file=path.name)
    if path.is_dir():
        frames = tuple(p for p in sorted(path.iterdir()) if p.suffix.lower() in PICTURES)
        if not frames or len(frames) > MOST_FRAMES:
            problems.append(f"{path}: {len(frames)} pictures; a sequence has 1 to {MOST_FRAMES}")
            return None
        run = len(frames) / entry.fps
    elif path.suffix.lower() in PICTURES:
        frames, run = (path,), 0.0
    else:
        return None
    return Slide(
        name=path.name,
        frames=frames,
        frame_ms=round(1000 / entry.fps) if len(frames) > 1 else 0,
        ms=round(1000 * (entry.seconds or max(seconds, run))),
        weight=entry.weight,
        since=_at(entry.since, time.min),
        until=_at(entry.until, time.max),
        days=frozenset(_DAYS[day] for day in entry.days) if entry.days else WHOLE_WEEK,
        segments=frozenset(entry.segments),
    )


def _at(value: datetime | date | None, of_day: time) -> datetime | None:
    return value if value is None or isinstance(value, datetime) else datetime.combine(value, of_day)
