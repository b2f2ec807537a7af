"""What plays sounds. A player works in a thread of its own and says from there when it is done."""

from __future__ import annotations

import logging
import os
import sys
import threading
from array import array
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import miniaudio

from branch.voice.sound_file import RATE, Sound, silence

CARDS = tuple(b for b in miniaudio.Backend if b not in (miniaudio.Backend.CUSTOM, miniaudio.Backend.NULL))
"""Everything that leads to a loudspeaker."""

BUFFER_MS = 100
TAIL_MS = 3 * BUFFER_MS
"""Silence after a sound, so that the device's buffers have played its end before it is closed."""

STUCK_S = 3.0
"""A device that asks for nothing for so long is gone."""

log = logging.getLogger(__name__)


class Player(Protocol):
    """One sound at a time."""

    def play(self, sound: Sound, percent: int, done: Callable[[bool], None]) -> None:
        """Begin to play, ``percent`` as loud as it is. ``done`` is called once, from any thread: True when
        the sound was played to its end or `stop` was called, False when there is no device that plays it."""
        ...

    def probe(self, done: Callable[[bool], None]) -> None:
        """Tell, from any thread, whether there is a device that can be opened; nothing is heard."""
        ...

    def stop(self) -> None:
        """Fall silent at once."""
        ...

    def close(self) -> None:
        """Stop, and end the thread."""
        ...


class CardPlayer:
    """Plays on the machine's sound card.

    The device is opened for each sound and closed again: so it is found again when it was gone, and another
    program can have it meanwhile.
    """

    def __init__(self, backends: Sequence[miniaudio.Backend] = CARDS) -> None:
        """``backends``: ``[miniaudio.Backend.NULL]`` plays in real time, to nobody."""
        self._backends = list(backends)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="play")
        self._stopped = threading.Event()  # of the newest sound: each has its own, so none is begun anew
        self._closed = False

    def play(self, sound: Sound, percent: int, done: Callable[[bool], None]) -> None:
        """See `Player`."""
        if not self._closed:
            stopped = self._stopped = threading.Event()
            self._pool.submit(self._run, lambda: self._play(sound, percent, stopped), done)

    def probe(self, done: Callable[[bool], None]) -> None:
        """See `Player`."""
        if not self._closed:
            self._pool.submit(self._run, lambda: self._play(silence(1), 0, threading.Event()), done)

    def stop(self) -> None:
        """See `Player`."""
        self._stopped.set()

    def close(self) -> None:
        """See `Player`."""
        self._closed = True
        self._stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, work: Callable[[], None], done: Callable[[bool], None]) -> None:
        try:
            if miniaudio.Backend.NULL not in self._backends and not has_card():
                raise miniaudio.MiniaudioError("this machine has no sound device")
            work()
        except miniaudio.MiniaudioError as error:
            log.info("nothing is heard: %s", error)
            done(False)
        else:
            done(True)

    def _play(self, sound: Sound, percent: int, stopped: threading.Event) -> None:
        with miniaudio.PlaybackDevice(
            nchannels=1, sample_rate=RATE, buffersize_msec=BUFFER_MS, backends=self._backends
        ) as device:
            stream = _Stream(sound, percent, stopped)
            device.start(stream.frames())
            stream.wait()


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
        """Until the sound is over; raises MiniaudioError when the device asks for nothing any more."""
        while not self._over:
            self._beat.clear()
            if not self._over and not self._beat.wait(STUCK_S):
                raise miniaudio.MiniaudioError("the sound device has gone")

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


def has_card() -> bool:
    """Whether it is worth a try. Linux without any card or sound server: ALSA would only fill stderr."""
    if not sys.platform.startswith("linux"):
        return True
    served = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}"), "pulse", "native").exists()
    return served or "PULSE_SERVER" in os.environ or any(Path("/dev/snd").glob("pcm*p"))
