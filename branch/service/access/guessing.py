"""Limits on guessing: the PINs of staff, and phone numbers that are not there.

PINs are kept as argon2 hashes in branch.toml.
"""

from __future__ import annotations

import hashlib
import math
import secrets
import threading
import time
from collections.abc import Callable, Mapping

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from branch.domain.kernel.refusals import refusal

TRIES = 5
LOCKED_S = 60.0


def hash_pin(pin: str) -> str:
    """What branch.toml keeps of a PIN."""
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1).hash(pin)


class PinCheck:
    """Checks PINs; five wrong ones lock that number for a minute, right or wrong."""

    def __init__(self, pins: Mapping[str, str], clock: Callable[[], float] = time.monotonic) -> None:
        self._pins = pins
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: dict[str, tuple[int, float]] = {}

    def check(self, staff: str, pin: str) -> None:
        """Let them in or raise unknown-staff, wrong-pin or staff-locked. Takes some 20 ms of one core by
        design, so it is called outside the event loop."""
        if staff not in self._pins:
            raise refusal("unknown-staff", f"there is no staff number {staff!r}")
        with self._lock:
            tries, since = self._wrong.get(staff, (0, 0.0))
            left = LOCKED_S - (self._clock() - since)
            if tries >= TRIES and left > 0:
                wait = math.ceil(left)
                raise refusal("staff-locked", f"{staff} is locked for {wait} s: {TRIES} wrong PINs", wait)
            # Counted before it is known to be wrong: guesses made at the same time count one by one.
            self._wrong[staff] = (1 if tries >= TRIES else tries + 1, self._clock())
        if not _matches(self._pins[staff], pin):
            raise refusal("wrong-pin", f"wrong PIN for {staff}")
        with self._lock:
            self._wrong.pop(staff, None)


def _matches(hashed: str, pin: str) -> bool:
    try:
        return PasswordHasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False


class LookupLimiter:
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
        """Count a look-up; raises too-many-tries, whatever is asked.

        Counted before it is known to be a miss: guesses made at the same time count one by one.
        """
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
        """Take back the count of a look-up that found something."""
        with self._lock:
            self._missed[device].pop(self._mark(asked), None)

    def _mark(self, asked: str) -> bytes:
        return hashlib.blake2b(asked.encode(), key=self._key, digest_size=16).digest()
