"""What one address of the LAN may ask without a token, and what the log tells of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import MutableMapping
from typing import Any

import pytest

from branch.commands.log_throttle import AT_ONCE, LogThrottle
from branch.service.access.public_limits import (
    BURST,
    MISSES,
    REQUESTS_S,
    WITHIN_S,
    PublicLimits,
    TooManyRequests,
)
from branch.service.http.application import Application

PHONE, OTHER = "10.0.0.7", "10.0.0.8"


class Clock:
    """Seconds, moved by hand."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_an_address_goes_on_at_its_pace() -> None:
    clock = Clock()
    limits = PublicLimits(clock)
    for _ in range(int(BURST)):
        limits.begin(PHONE)
    with pytest.raises(TooManyRequests) as told:
        limits.begin(PHONE)
    assert told.value.wait_s == 1
    limits.begin(OTHER)
    clock.at = 1.0
    for _ in range(int(REQUESTS_S)):
        limits.begin(PHONE)
    with pytest.raises(TooManyRequests):
        limits.begin(PHONE)


def test_who_asks_in_vain_has_to_wait() -> None:
    clock = Clock()
    limits = PublicLimits(clock)
    for _ in range(MISSES):
        limits.begin(PHONE)
        limits.missed(PHONE)
    clock.at = 20.0
    with pytest.raises(TooManyRequests) as told:
        limits.begin(PHONE)
    assert told.value.wait_s == WITHIN_S - 20
    clock.at = WITHIN_S
    limits.begin(PHONE)


def test_this_machine_is_not_limited() -> None:
    limits = PublicLimits(Clock())
    for address in ("127.0.0.1", "::1", "::ffff:127.0.0.1", ""):
        for _ in range(int(BURST) + 10):
            limits.begin(address)
            limits.missed(address)


def test_an_address_that_asks_too_much_is_told_when_to_ask_again() -> None:
    app = Application(lambda _: pytest.fail("not started"), lambda: None, PublicLimits(Clock()))
    told: list[MutableMapping[str, Any]] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request"}

    async def send(message: MutableMapping[str, Any]) -> None:
        told.append(message)

    async def ask() -> None:
        scope = {"type": "http", "method": "GET", "path": "/t/nobody", "headers": [], "query_string": b""}
        await app({**scope, "client": (PHONE, 1)}, receive, send)

    async def flood() -> None:
        for _ in range(int(BURST)):
            with pytest.raises(AttributeError):  # there is no hall behind it
                await ask()
        told.clear()
        await ask()

    asyncio.run(flood())
    assert told[0]["status"] == 429
    assert (b"retry-after", b"1") in told[0]["headers"]
    assert b'"code": "too-many-requests"' in told[1]["body"]


def test_the_log_tells_the_same_only_some_times_a_minute() -> None:
    clock = Clock()
    throttle = LogThrottle(clock)

    def told(text: str) -> str | None:
        record = logging.makeLogRecord({"name": "junk", "msg": text, "args": None})
        found = throttle.filter(record)
        assert throttle.filter(record) is found, "each handler asks"
        return record.getMessage() if found else None

    assert [told("junk") for _ in range(AT_ONCE + 7)] == ["junk"] * AT_ONCE + [None] * 7
    assert told("news") == "news"
    clock.at = 61.0
    assert told("junk") == "junk (7 more like this were not told)"
    assert told("junk") == "junk"
