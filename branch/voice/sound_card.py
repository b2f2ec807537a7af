"""A sound on the machine's sound card, through miniaudio; blocks until it is over.

`branch.voice.player` imports this in the thread that plays, with the first sound and only where there is a
card: miniaudio brings numpy along where that is installed, and with it 27 MB.
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Generator, Sequence

import miniaudio

from branch.voice.sound_file import RATE, Sound

CARDS = tuple(b for b in miniaudio.Backend if b not in (miniaudio.Backend.CUSTOM, miniaudio.Backend.NULL))
"""Everything that leads to a loudspeaker."""

BUFFER_MS = 100
TAIL_MS = 3 * BUFFER_MS
"""Silence after a sound, so that the device's buffers have played its end before it is closed."""

STUCK_S = 3.0
"""A device that asks for nothing for so long is gone."""


class NoDeviceError(Exception):
    """There is no device that plays; the message is one line."""


def play(
    sound: Sound, percent: int, stopped: threading.Event, backends: Sequence[miniaudio.Backend] | None = None
) -> None:
    """Open the device, play ``sound`` to its end or until ``stopped``, and close it; raises NoDeviceError.

    ``backends``: None for every card there is.
    """
    try:
        with miniaudio.PlaybackDevice(
            nchannels=1, sample_rate=RATE, buffersize_msec=BUFFER_MS, backends=list(backends or CARDS)
        ) as device:
            stream = _Stream(sound, percent, stopped)
            device.start(stream.frames())
            stream.wait()
    except miniaudio.MiniaudioError as error:
        raise NoDeviceError(str(error)) from error


class _Stream:
    """A sound on its way to a device."""

    def __init__(self, sound: Sound, percent: int, stopped: threading.Event) -> None:
        self._samples, self._percent, self._stopped = sound.samples, percent, stopped
        self._tail = RATE * TAIL_MS // 1000 if sound.ms > 1 else 0
        self._beat = threading.Event()
        self._over = False

    def frames(self) -> Generator[array[int], int, None]:
        """The generator that the device asks, begun."""
        asked = self._frames()
        next(asked)
        return asked

    def wait(self) -> None:
        """Until the sound is over; raises NoDeviceError when the device asks for nothing any more."""
        while not self._over:
            self._beat.clear()
            if not self._over and not self._beat.wait(STUCK_S):
                raise NoDeviceError("the sound device has gone")

    def _frames(self) -> Generator[array[int], int, None]:
        count = yield array("h")
        at, end = 0, len(self._samples) + self._tail
        while at < end and not self._stopped.is_set():
            chunk = self._samples[at : at + count]
            at += count
            self._beat.set()
            count = yield array("h", (s * self._percent // 100 for s in chunk))
        self._over = True
        self._beat.set()
