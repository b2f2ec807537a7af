"""Sounds in memory: mono, 16 bit, 24 kHz, which is what the voices are made in."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

RATE = 24_000
"""Samples of a second."""

_CHIME = ((0, 659.26), (420, 523.25))
"""When each of its two tones begins, in ms, and how high it is, in Hz: e2 and c2, a falling third."""

_NUDGE = ((0, 880.0),)
"""One soft tone, which nobody in the hall takes for a call."""

_CHIME_MS = 1300
_CHIME_PEAK = 9000


class SoundError(Exception):
    """A file is not a sound that can be played."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples, never changed once they are here."""

    samples: array[int]

    @property
    def ms(self) -> int:
        """How long it is."""
        return len(self.samples) * 1000 // RATE


def silence(ms: int) -> Sound:
    """Nothing, for so long."""
    return Sound(array("h", bytes(2 * (RATE * ms // 1000))))


def join(sounds: Iterable[Sound]) -> Sound:
    """One after the other."""
    samples = array("h")
    for sound in sounds:
        samples.extend(sound.samples)
    return Sound(samples)


def decode(data: bytes) -> Sound:
    """A file's bytes (MP3, FLAC, Ogg Vorbis or WAV, any rate, any channels); raises SoundError."""
    import miniaudio  # see branch.voice.sound_card

    try:
        decoded = miniaudio.decode(data, nchannels=1, sample_rate=RATE)
    except miniaudio.DecodeError as error:
        raise SoundError(f"not a sound that can be played: {error}") from error
    return Sound(array("h", decoded.samples))


@cache
def chime() -> Sound:
    """The two falling tones before an announcement."""
    return _tones(_CHIME, _CHIME_MS)


@cache
def nudge() -> Sound:
    """The tone by which a teller is reminded."""
    return _tones(_NUDGE, _CHIME_MS // 2)


def _tones(tones: Iterable[tuple[int, float]], length_ms: int) -> Sound:
    """Tones that begin at those ms with that pitch in Hz, each dying away."""
    length = RATE * length_ms // 1000
    mixed = [0.0] * length
    for start_ms, pitch in tones:
        start = RATE * start_ms // 1000
        for i in range(start, length):
            t = (i - start) / RATE
            rise = min(1.0, t / 0.006)  # a tone that begins at full strength clicks
            tone = math.sin(math.tau * pitch * t) + 0.25 * math.sin(math.tau * 2 * pitch * t)
            mixed[i] += rise * math.exp(-4.5 * t) * tone
    peak = max(map(abs, mixed))
    fall = RATE // 20
    return Sound(
        array(
            "h", (round(_CHIME_PEAK * s / peak * min(1.0, (length - i) / fall)) for i, s in enumerate(mixed))
        )
    )
