"""Who may open the staff menu: the service says it, and while it is away what it said before.

Of every PIN that the service has accepted here an argon2 hash is kept on this machine's disk for `KEPT_DAYS`;
a number that the service does not know is forgotten. Five wrong tries lock the door for a minute.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api
from branch.client.local_store import LocalStore
from branch.client.responses import ServiceError
from branch.contract.refusals import Refusal
from branch.qt.service_link import ServiceLink

KEPT_DAYS = 30
TRIES = 5
LOCKED_S = 60.0

Answer = Callable[[Refusal | ServiceError | None], None]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class KnownPin:
    """A PIN that the service has accepted here, as an argon2 hash; ``until`` is in ms since the epoch."""

    hash: str
    until: int


KNOWN = LocalStore("kiosk-staff.json", dict[str, KnownPin], dict)


class StaffLogin(QObject):
    """Checks a staff number and PIN."""

    def __init__(
        self,
        link: ServiceLink,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._clock = link, clock
        self._wrong, self._since = 0, 0.0

    def check(self, staff: str, pin: str, answer: Answer) -> None:
        """Check a staff number and PIN; ``answer`` hears later what speaks against them, None for nothing."""
        if self._wrong >= TRIES:
            if self._clock() - self._since < LOCKED_S:
                answer(Refusal("staff-locked", "too many wrong PINs at this kiosk"))
                return
            self._wrong = 0
        if self._link.live:
            self._link.ask(
                partial(_ask, staff=staff, pin=pin),
                partial(self._accepted, staff, answer),
                partial(self._not_accepted, staff, pin, answer),
            )
        else:
            self._by_ourselves(staff, pin, answer)

    def _accepted(self, staff: str, answer: Answer, hashed: str) -> None:
        self._wrong = 0
        self._keep(staff, KnownPin(hashed, self._link.now() + KEPT_DAYS * 86_400_000))
        answer(None)

    def _not_accepted(self, staff: str, pin: str, answer: Answer, error: Refusal | ServiceError) -> None:
        if isinstance(error, ServiceError):
            self._by_ourselves(staff, pin, answer)
            return
        known = KNOWN.read().get(staff)
        if error.code == "wrong-pin" and known is not None and _matches(known.hash, pin):
            self._keep(staff, None)  # it was the right one before: another is now, or the person has left
        self._refuse(error, answer)

    def _by_ourselves(self, staff: str, pin: str, answer: Answer) -> None:
        known = KNOWN.read().get(staff)
        if known is None or self._link.now() > known.until:
            self._refuse(Refusal("unknown-staff", "nobody who was here before"), answer)
        elif _matches(known.hash, pin):
            self._wrong = 0
            answer(None)
        else:
            self._refuse(Refusal("wrong-pin", "checked without the service"), answer)

    def _refuse(self, error: Refusal, answer: Answer) -> None:
        self._wrong, self._since = self._wrong + 1, self._clock()
        answer(error)

    def _keep(self, staff: str, known: KnownPin | None) -> None:
        every = {other: pin for other, pin in KNOWN.read().items() if other != staff}
        KNOWN.keep(every if known is None else {**every, staff: known})


def _ask(api: Api, staff: str, pin: str) -> str:
    """Ask the service, and hash the PIN that it has accepted. In a worker: a hash takes time by design."""
    from argon2 import PasswordHasher  # for the few who come to the machine, not for its start

    api.check_staff(staff, pin)
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1).hash(pin)


def _matches(hashed: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False
