"""A player for tests: keeps what it was given, and is done when it is told to be, or at once."""

from __future__ import annotations

import io
import json
import wave
import zipfile
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from branch.voice.build import spoken_texts as texts
from branch.voice.engine import EngineError, Line
from branch.voice.sound_file import RATE, Sound
from branch.voice.voice_pack import FORMAT, MANIFEST


@dataclass
class RecordingPlayer:
    """``present``: whether there is a device. ``at_once``: sounds take no time."""

    present: bool = True
    at_once: bool = False
    played: list[tuple[Sound, int]] = field(default_factory=list)
    probes: int = 0
    _done: Callable[[bool], None] | None = None

    def play(self, make: Callable[[], Sound], percent: int, done: Callable[[bool], None]) -> None:
        """Keep it."""
        assert self._done is None, "a sound was cut by the next"
        if self.present:
            self.played.append((make(), percent))
        if self.at_once or not self.present:
            done(self.present)
        else:
            self._done = done

    def probe(self, done: Callable[[bool], None]) -> None:
        """Answer at once."""
        self.probes += 1
        done(self.present)

    def finish(self) -> None:
        """The sound that is on has ended."""
        done, self._done = self._done, None
        assert done is not None, "nothing is being played"
        done(True)

    def stop(self) -> None:
        """Done early."""
        if self._done is not None:
            self.finish()

    def close(self) -> None:
        """Nothing to end."""


class Tones:
    """Clips that are each a level of its own, so that what was played can be read back."""

    def __init__(self, missing: Iterable[str] = ()) -> None:
        self.names: dict[str, int] = {}
        self._missing = set(missing)

    def find(self, name: str) -> Sound | None:
        """10 ms at a level that stands for the name; nobody has recorded a text of the moment."""
        if name in self._missing or "/text/" in name:
            return None
        return tone(self.names.setdefault(name, 100 + len(self.names)))

    def heard(self, sound: Sound) -> list[str]:
        """The clips in a sound, in order."""
        levels = {level: name for name, level in self.names.items()}
        changes = [b for a, b in zip([0, *sound.samples], sound.samples, strict=False) if a != b]
        return [levels[level] for level in changes if level in levels]


class Wavs:
    """Says everything as 100 ms of nothing, but no word of French."""

    def __init__(self, said: list[str]) -> None:
        """``said`` takes the text of every line in turn."""
        self._said = said

    def line_of(self, name: str) -> Line | None:
        """Of every clip of ours."""
        return texts.line_of(name)

    def voice(self, language: str) -> str:
        """One for each language."""
        return f"{language}-voice"

    def clip(self, line: Line, language: str) -> bytes:
        """See `branch.voice.engine.Engine`."""
        if language == "fr":
            raise EngineError("there is no voice for fr")
        self._said.append(line.text)
        return wav(100)


def tone(level: int, ms: int = 10) -> Sound:
    """A steady level."""
    return Sound(array("h", [level] * (RATE * ms // 1000)))


def wav(ms: int, rate: int = RATE, channels: int = 1) -> bytes:
    """Nearly nothing, as a file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(b"\x10\x00" * channels * (rate * ms // 1000))
    return file.getvalue()


def write_pack(path: Path, clips: dict[str, bytes], **changes: object) -> Path:
    """A pack with those files in it."""
    manifest = {"format": FORMAT, "language": "zh", **changes}
    with zipfile.ZipFile(path, "w") as pack:
        for name, data in clips.items():
            pack.writestr(name, data)
        pack.writestr(MANIFEST, json.dumps(manifest))
    return path
