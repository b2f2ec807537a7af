"""Where clips come from: a branch's own recordings first, then packs.

A pack is a zip of one language: ``manifest.json`` (language, voice, engine, licence, hashes) and the clips,
``zh/number/035.mp3``. Recordings are files in a folder beside it, named like the clip they stand for, in any
format that is played.
"""

from __future__ import annotations

import json
import logging
import zipfile
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

import assets
from branch.voice.sound_file import Sound, SoundError, decode

SHIPPED = assets.ROOT / "voices"
MANIFEST = "manifest.json"
FORMATS = (".wav", ".flac", ".mp3", ".ogg")
FORMAT = 1
"""What a reader of packs must know; a pack of a later one is not read."""

_KEPT = 64
"""Decoded clips that are kept: some 50 kB each."""

log = logging.getLogger(__name__)


class Clips(Protocol):
    """Something that may have clips."""

    def find(self, name: str) -> Sound | None:
        """The clip of that name (zh/number/035), None if there is none."""
        ...


class PackError(Exception):
    """A pack cannot be used; the message is one line."""


class Pack:
    """A zip of clips. Stays open; raises PackError if it is not a pack."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
            self.manifest: dict[str, Any] = json.loads(self._zip.read(MANIFEST))
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
            raise PackError(f"{path} is not a voice pack: {error}") from error
        if self.manifest.get("format") != FORMAT:
            self._zip.close()
            raise PackError(f"{path} is a voice pack of format {self.manifest.get('format')!r}, not {FORMAT}")
        self.path = path
        self.find = lru_cache(maxsize=_KEPT)(self._find)
        self._entries = {name.rpartition(".")[0]: name for name in self._zip.namelist() if name != MANIFEST}

    @property
    def language(self) -> str:
        """Its language."""
        return str(self.manifest["language"])

    @property
    def names(self) -> frozenset[str]:
        """The clips it has."""
        return frozenset(self._entries)

    def _find(self, name: str) -> Sound | None:
        """The clip of that name; one that is damaged is logged and missing."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        try:
            return decode(self._zip.read(entry))
        except (SoundError, OSError, zipfile.BadZipFile) as error:
            log.warning("%s in %s: %s", entry, self.path, error)
            return None

    def close(self) -> None:
        """Read no more."""
        self._zip.close()


class Recordings:
    """A branch's own recordings in a folder; looked up anew each time, so that they can be changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str) -> Sound | None:
        """The recording of that name; one that is damaged is logged and missing."""
        for ending in FORMATS:
            path = self._folder / f"{name}{ending}"
            try:
                return decode(path.read_bytes())
            except FileNotFoundError:
                continue
            except (SoundError, OSError) as error:
                log.warning("%s: %s", path, error)
        return None


class Library:
    """Clips from several places; the first that has one wins."""

    def __init__(self, places: Iterable[Clips]) -> None:
        """``places`` are gone through when the first clip is looked for, and then kept."""
        self._given = places

    @cached_property
    def _places(self) -> tuple[Clips, ...]:
        return tuple(self._given)

    def find(self, name: str) -> Sound | None:
        """See `Clips`."""
        return next((found for place in self._places if (found := place.find(name)) is not None), None)

    def close(self) -> None:
        """Let go of the files."""
        for place in self._places if "_places" in self.__dict__ else ():
            if isinstance(place, Pack):
                place.close()


def open_library(folder: Path | None = None, *, more: Iterable[Clips] = ()) -> Library:
    """Recordings and packs in ``folder``, then the shipped packs, then ``more``.

    They are opened when the first clip is looked for: a pack's list of its clips takes time and memory, and a
    machine without a loudspeaker needs none. A bad pack is logged then.
    """
    return Library(chain(_own(folder), more))


def _own(folder: Path | None) -> Iterator[Clips]:
    if folder is not None:
        yield Recordings(folder)
    for place in (folder, SHIPPED):
        for path in sorted(place.glob("*.zip")) if place is not None else ():
            try:
                yield Pack(path)
            except PackError as error:
                log.warning("%s", error)


def write_whole(file: Path, data: bytes) -> None:
    """Have a file hold ``data``, whole or not at all; makes its folder. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    part.write_bytes(data)
    part.replace(file)
