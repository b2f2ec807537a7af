"""From what the engine says to a clip: cut to the speech, made as loud as the others, encoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from branch.voice.sound_file import RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOUDNESS_LUFS = -18.0
PEAK = 0.89
"""-1 dB: what an encoder needs above the highest sample."""

_FRAME = RATE // 100
_FAINT = 0.02
"""Frames below this share of the loudest are silence."""

_MARGIN_MS = 30
_KBITS = 32


def finished(samples: NDArray[np.float32]) -> bytes:
    """What the engine said as the sound file of a clip."""
    return encode(level(trim(samples)))


def trim(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Without the silence before and after."""
    import numpy as np

    count = len(samples) // _FRAME
    frames = samples[: count * _FRAME].reshape(count, _FRAME)
    strength = np.sqrt((frames**2).mean(axis=1))
    heard = np.flatnonzero(strength > _FAINT * strength.max())
    margin = RATE * _MARGIN_MS // 1000
    return samples[max(0, heard[0] * _FRAME - margin) : (heard[-1] + 1) * _FRAME + margin]


def quietest(samples: NDArray[np.float32], before: int) -> int:
    """Where to cut: the faintest 20 ms in the 270 ms that end 80 ms ``before``.

    A sound is heard somewhat earlier than the durations say that were predicted; 80 to 130 ms were seen.
    """
    import numpy as np

    start = max(0, before - RATE * 350 // 1000)
    part = samples[start : before - RATE * 80 // 1000]
    power = np.convolve(part.astype(np.float64) ** 2, np.ones(_FRAME * 2), "valid")
    return start + int(np.argmin(power)) + _FRAME


def level(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """As loud as every clip (ITU-R BS.1770), as far as its peaks allow."""
    import numpy as np
    import pyloudnorm

    # The measure needs 0.4 s; a shorter clip is measured with itself again.
    measured = np.tile(samples, 1 + int(0.4 * RATE) // len(samples))
    loudness = pyloudnorm.Meter(RATE).integrated_loudness(measured.astype(np.float64))
    gain = 10 ** ((LOUDNESS_LUFS - loudness) / 20)
    return samples * np.float32(min(gain, PEAK / np.abs(samples).max()))


def encode(samples: NDArray[np.float32]) -> bytes:
    """As an MP3."""
    import lameenc
    import numpy as np

    encoder = lameenc.Encoder()
    encoder.set_bit_rate(_KBITS)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(2)
    encoder.silence()
    data = encoder.encode((np.clip(samples, -1, 1) * 32767).astype(np.int16).tobytes())
    return bytes(data + encoder.flush())
