"""How soon who follows hears: one board of a call, fifty boards of a number."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.programs import Branch, Client, branch, median_ms, p99_ms, sign_in
from tests.bench.table import Table
from tests.harness.programs import program

CALLS = 150
PAUSE_S = 0.3
"""Between two calls: longer than counts and waits are gathered, so that these are told each time."""

READERS = 50
NUMBERS = 60


class Ear:
    """Follows a feed with as little of its own as possible: when did it hear of an event of that kind?"""

    def __init__(self, url: str, path: str, token: str, kind: bytes) -> None:
        address = urlsplit(url)
        assert address.hostname is not None
        assert address.port is not None
        self._socket = socket.create_connection((address.hostname, address.port))
        asked = f"GET {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\r\n"
        self._socket.sendall(asked.encode())
        self._kind = b"event: " + kind + b"\n"
        self._heard = threading.Semaphore(0)
        self._ready = threading.Event()
        self._at = 0.0
        threading.Thread(target=self._listen, daemon=True).start()
        assert self._ready.wait(10), "the feed does not begin"

    def heard(self) -> float:
        """When the next one came."""
        assert self._heard.acquire(timeout=10), "nothing was heard"
        return self._at

    def close(self) -> None:
        """Hang up."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _listen(self) -> None:
        while piece := self._socket.recv(1 << 16):
            if b"\n\n" in piece:
                self._ready.set()
            for _ in range(piece.count(self._kind)):
                self._at = time.perf_counter()
                self._heard.release()


def measure(table: Table, folder: Path) -> None:
    """One who follows, then many."""
    table.heading("The feed")
    with branch(folder / "push") as service:
        _of_a_call(table, service)
    with ExitStack() as stack:
        folder.joinpath("sse").mkdir(parents=True)
        limit, _ = stack.enter_context(program("tests.bench.bare", "sse", str(folder / "sse")))
        service = stack.enter_context(branch(folder / "boards"))
        kiosk, one = Client(service.url, service.tokens["kiosk"]), Client(limit)
        least = _fan_out(limit, "/", "", b"x", lambda: one.post("/"))
        spent = _fan_out(
            service.url,
            "/v1/events",
            service.tokens["display"],
            b"TicketIssued",
            lambda: kiosk.post("/v1/tickets", {"service": "A"}),
        )
        table.add(f"bare SSE to {READERS} readers: median", median_ms(least), "ms")
        line, ratio = f"issue to {READERS} boards: median", median_ms(spent) / median_ms(least)
        table.add(line, median_ms(spent), "ms", ratio=ratio, to="bare SSE")


def _of_a_call(table: Table, service: Branch) -> None:
    kiosk = Client(service.url, service.tokens["kiosk"])
    counter = sign_in(service, 1, "0312")
    ear = Ear(service.url, "/v1/events", service.tokens["display"], b"TicketCalled")
    heard, answered = [], []
    for _ in range(CALLS):
        kiosk.post("/v1/tickets", {"service": "A"})
        time.sleep(PAUSE_S)
        began = time.perf_counter()
        counter.post("/v1/counters/1/next")
        answered.append(time.perf_counter() - began)
        heard.append(ear.heard() - began)
        counter.post("/v1/counters/1/start")
        counter.post("/v1/counters/1/finish")
    ear.close()
    table.add("call next, now and then: median until it is answered", median_ms(answered), "ms")
    line, ratio = "call to heard by a board: median", median_ms(heard) / median_ms(answered)
    table.add(line, median_ms(heard), "ms", ratio=ratio, to="its answer", aim="<= 1.2")
    table.add("call to heard by a board: p99", p99_ms(heard), "ms")


def _fan_out(url: str, path: str, token: str, kind: bytes, act: Callable[[], object]) -> list[float]:
    """Seconds from an act to the last of many readers having heard of it."""
    ears = [Ear(url, path, token, kind) for _ in range(READERS)]
    spent = []
    for _ in range(NUMBERS):
        began = time.perf_counter()
        act()
        spent.append(max(ear.heard() for ear in ears) - began)
    for ear in ears:
        ear.close()
    return spent
