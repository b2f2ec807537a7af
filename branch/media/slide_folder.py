"""Reads a folder of slides and its slides.toml, and checks them."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from branch.contract.mistakes import mistakes
from branch.media.slides import WHOLE_WEEK, Reading, Slide

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
    told = tomllib.loads(file.read_text(encoding="utf-8-sig"))
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
