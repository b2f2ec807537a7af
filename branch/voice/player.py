"""What plays sounds. A player works in a thread of its own and says from there when it is done."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from branch.voice.sound_file import Sound, silence

if TYPE_CHECKING:
    from miniaudio import Backend

log = logging.getLogger(__name__)


class Player(Protocol):
    """One sound at a time."""

    def play(self, make: Callable[[], Sound], percent: int, done: Callable[[bool], None]) -> None:
        """Begin to play what ``make`` gives, ``percent`` as loud as it is; made in the player's thread, and
        only where there is something to play it on. ``done`` is called once, from any thread: True when the
        sound was played to its end or `stop` was called, False when there is no device that plays it."""
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

    def __init__(self, backends: Sequence[Backend] | None = None) -> None:
        """``backends``: None for all cards; ``[miniaudio.Backend.NULL]`` plays in real time, to nobody."""
        self._backends = backends
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="play")
        self._stopped = threading.Event()  # of the newest sound: each has its own, so none is begun anew
        self._closed = False

    def play(self, make: Callable[[], Sound], percent: int, done: Callable[[bool], None]) -> None:
        """See `Player`."""
        if not self._closed:
            stopped = self._stopped = threading.Event()
            self._pool.submit(self._run, make, percent, stopped, done)

    def probe(self, done: Callable[[bool], None]) -> None:
        """See `Player`."""
        if not self._closed:
            self._pool.submit(self._run, lambda: silence(1), 0, threading.Event(), done)

    def stop(self) -> None:
        """See `Player`."""
        self._stopped.set()

    def close(self) -> None:
        """See `Player`."""
        self._closed = True
        self._stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(
        self,
        make: Callable[[], Sound],
        percent: int,
        stopped: threading.Event,
        done: Callable[[bool], None],
    ) -> None:
        if self._backends is None and not has_card():
            log.info("nothing is heard: this machine has no sound device")
            done(False)
            return
        from branch.voice import sound_card  # here and now, see there

        try:
            sound_card.play(make(), percent, stopped, self._backends)
        except sound_card.NoDeviceError as error:
            log.info("nothing is heard: %s", error)
            done(False)
        except Exception:  # whatever went wrong, whoever waits to speak next must not wait for ever
            log.exception("a sound was not played")
            done(False)
        else:
            done(True)


def has_card() -> bool:
    """Whether it is worth a try. Linux without any card or sound server: ALSA would only fill stderr."""
    if not sys.platform.startswith("linux"):
        return True
    served = Path(os.environ.get("XDG_RUNTIME_DIR", f"/run/user/{os.getuid()}"), "pulse", "native").exists()
    return served or "PULSE_SERVER" in os.environ or any(Path("/dev/snd").glob("pcm*p"))
