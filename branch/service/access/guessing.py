"""Limits on guessing: the PINs of staff, and phone numbers and booking codes that are not there.

PINs are kept as argon2 hashes in branch.toml.
"""

from __future__ import annotations

import hashlib
import math
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError

from branch.domain.kernel.refusals import refusal

TRIES = 5
"""Wrong PINs of one person at one device, after which that person has to wait there."""

DEVICE_TRIES = 15
"""Wrong PINs of whomever at one device within `DEVICE_WINDOW_S`, after which everybody has to wait there."""

DEVICE_WINDOW_S = 600.0
LOCKED_S = 60.0
LONGEST_LOCK_S = 960.0
"""Each lock lasts twice as long as the one before, up to this."""

_FORGOTTEN_S = 3600.0
"""After so long without a wrong PIN the next lock is a first one again."""


PIN_LENGTH = 6
"""How long a PIN is to be: those of four digits are found in minutes by whoever has their hashes."""

_TIME, _MEMORY, _SALT, _LONGER_SALT = 2, 19_456, 16, 20


def hash_pin(pin: str) -> str:
    """What branch.toml keeps of a PIN. A longer salt tells one of `PIN_LENGTH` from those of before, whose
    length nobody knows; all take the same time."""
    salt = _LONGER_SALT if len(pin) >= PIN_LENGTH else _SALT
    return PasswordHasher(time_cost=_TIME, memory_cost=_MEMORY, parallelism=1, salt_len=salt).hash(pin)


def may_be_short(hashed: str) -> bool:
    """Whether `hash_pin` has made that of a PIN shorter than `PIN_LENGTH`, or before it asked for so many."""
    try:
        made = extract_parameters(hashed)
    except InvalidHashError:
        return False
    return (made.time_cost, made.memory_cost, made.salt_len) == (_TIME, _MEMORY, _SALT)


@dataclass(slots=True)
class _Wrong:
    """The wrong tries of one person at a device, or of all at it: how many since the last lock, when the
    first and the last of them was, and how many locks there were."""

    count: int = 0
    first: float = 0.0
    last: float = 0.0
    locks: int = 0
    locked_until: float = 0.0


class PinCheck:
    """Checks PINs. Wrong ones lock that person at that device, and in the end the device, right or wrong: who
    guesses at one machine keeps nobody out at another.

    Attributes:
        on_lock: is told of a lock that begins, by the device's name and the person; in the thread of `check`.
    """

    def __init__(self, pins: Mapping[str, str], clock: Callable[[], float] = time.monotonic) -> None:
        self._pins = pins
        self._clock = clock
        self._lock = threading.Lock()
        self._wrong: dict[tuple[str, str | None], _Wrong] = {}
        self.on_lock: Callable[[str, str], None] | None = None

    def check(self, staff: str, pin: str, device: str = "", name: str = "") -> None:
        """Let them in at that device, which is called ``name``, or raise wrong-pin or staff-locked. Who is
        none of the staff is told the same, after the same time. Takes some 20 ms of one core by design, so it
        is called outside the event loop."""
        mine, everybodys = (device, staff), (device, None)
        with self._lock:
            now = self._clock()
            known = [self._wrong[key].locked_until for key in (mine, everybodys) if key in self._wrong]
            until = max(known, default=0.0)
            if now < until:
                wait = math.ceil(until - now)
                raise refusal("staff-locked", f"{staff} is locked here for {wait} s", wait)
            # Counted before it is known to be wrong: guesses made at the same time count one by one.
            begun = [self._count(mine, TRIES, LOCKED_S, now)]
            begun.append(self._count(everybodys, DEVICE_TRIES, DEVICE_WINDOW_S, now))
        if self._right(staff, pin):
            with self._lock:
                self._wrong.pop(mine, None)
                self._take_back(everybodys)
            return
        if any(begun) and self.on_lock is not None:
            self.on_lock(name, staff)
        raise refusal("wrong-pin", f"wrong PIN for {staff}")

    @cached_property
    def _nobodys(self) -> str:
        return hash_pin(secrets.token_hex(16))

    def _right(self, staff: str, pin: str) -> bool:
        known = self._pins.get(staff)
        return _matches(known if known is not None else self._nobodys, pin) and known is not None

    def _count(self, key: tuple[str, str | None], most: int, window: float, now: float) -> bool:
        """Count a try; whether it is the last before a lock."""
        wrong = self._wrong.setdefault(key, _Wrong())
        if now - wrong.last >= _FORGOTTEN_S:
            wrong.locks = 0
        if key[1] is None and now - wrong.first >= window:
            wrong.count = 0
        if not wrong.count:
            wrong.first = now
        wrong.count, wrong.last = wrong.count + 1, now
        if wrong.count < most:
            return False
        wrong.count, wrong.locks = 0, wrong.locks + 1
        wrong.locked_until = now + min(LOCKED_S * 2 ** min(wrong.locks - 1, 8), LONGEST_LOCK_S)
        return True

    def _take_back(self, key: tuple[str, str | None]) -> None:
        """The try was right after all."""
        wrong = self._wrong[key]
        if wrong.count:
            wrong.count -= 1
        elif wrong.locks:  # it has begun a lock
            wrong.locks, wrong.count, wrong.locked_until = wrong.locks - 1, DEVICE_TRIES - 1, 0.0


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
