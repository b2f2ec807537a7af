"""How often one device may ask for a number that is not there: a list of numbers is not read out of us."""

from __future__ import annotations

import hashlib
import math
import secrets
import threading
import time
from collections.abc import Callable

from branch.domain.kernel.refusals import refusal


class Tries:
    """Counts the misses of each device. The same number again is the same miss: somebody who looks twice, or
    a program that asks again, learns nothing new by it. Nothing that was asked for is kept, only a hash
    under a key of this run."""

    def __init__(self, most: int, within_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        """After ``most`` misses within ``within_s`` seconds a device has to wait; with 0 it never has to."""
        self._most, self._within = most, within_s
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._missed: dict[str, dict[bytes, float]] = {}

    def begin(self, device: str, asked: str) -> None:
        """Raises too-many-tries, whatever is asked. Counted before it is known to be a miss: guesses made at
        the same time count one by one."""
        with self._lock:
            now = self._clock()
            missed = {
                mark: at for mark, at in self._missed.get(device, {}).items() if now - at < self._within
            }
            self._missed[device] = missed
            if 0 < self._most <= len(missed):
                wait = math.ceil(self._within - (now - sorted(missed.values())[-self._most]))
                raise refusal("too-many-tries", f"{self._most} numbers were asked for in vain", wait)
            missed.setdefault(self._mark(asked), now)

    def found(self, device: str, asked: str) -> None:
        """It was no miss."""
        with self._lock:
            self._missed[device].pop(self._mark(asked), None)

    def _mark(self, asked: str) -> bytes:
        return hashlib.blake2b(asked.encode(), key=self._key, digest_size=16).digest()
