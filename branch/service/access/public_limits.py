"""How much the public routes take from one address: phones that follow their tickets are many and ask seldom,
whoever tries ticket ids asks often and in vain.
"""

from __future__ import annotations

import ipaddress
import math
import time
from collections.abc import Callable
from dataclasses import dataclass

REQUESTS_S = 50.0
"""Requests a second that one address may go on making: two hundred phones behind one router."""

BURST = 300.0
"""Requests that it may make at once."""

MISSES = 60
"""Tickets that it may ask for in vain within `WITHIN_S` seconds: more than a hall has of old tickets."""

WITHIN_S = 60.0

_ADDRESSES = 10_000
"""Addresses that are remembered; of more the first to have come are forgotten."""


class TooManyRequests(Exception):  # noqa: N818 - said as it is
    """That address has to wait ``wait_s`` seconds."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"too many requests from this address; ask again in {wait_s} s")
        self.wait_s = wait_s


@dataclass(slots=True)
class _Address:
    left: float
    at: float
    misses: int = 0
    misses_since: float = 0.0


class PublicLimits:
    """Counts what each address asks. This machine itself, where a proxy may stand for all phones, is not
    limited. Used on the event loop's thread alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._addresses: dict[str, _Address] = {}

    def begin(self, address: str) -> None:
        """Count a request; raises TooManyRequests."""
        if is_this_machine(address):
            return
        now = self._clock()
        known = self._addresses.get(address)
        if known is None:
            known = self._addresses[address] = _Address(BURST, now, misses_since=now)
            if len(self._addresses) > _ADDRESSES:
                del self._addresses[next(iter(self._addresses))]
        known.left = min(BURST, known.left + (now - known.at) * REQUESTS_S)
        known.at = now
        if now - known.misses_since >= WITHIN_S:
            known.misses, known.misses_since = 0, now
        if known.misses >= MISSES:
            raise TooManyRequests(math.ceil(WITHIN_S - (now - known.misses_since)))
        if known.left < 1:
            raise TooManyRequests(1)
        known.left -= 1

    def missed(self, address: str) -> None:
        """Count a ticket that there is not."""
        known = self._addresses.get(address)
        if known is not None:
            known.misses += 1


def is_this_machine(address: str) -> bool:
    """Whether a peer's address is one of this machine's own; so is a socket of the file system, which has
    none. Who listens on :: sees IPv4 written as IPv6."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return True
    written = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
    return (written or parsed).is_loopback
