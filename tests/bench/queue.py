"""The service's speed, beside what the machine could do at best."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import requests

from tests.bench import bare
from tests.bench.programs import (
    Branch,
    Client,
    branch,
    latencies,
    median_ms,
    p99_ms,
    sign_in,
    throughput,
)
from tests.bench.table import Table
from tests.harness.programs import program

CALLS = 1500
SECONDS = 4.0
MANY = 50_000
READERS = 50


def limits(table: Table, folder: Path) -> tuple[float, float]:
    """Bare handler's median in ms, bare group commit's throughput with 8 clients."""
    table.heading("Limits of this machine")
    connection = bare.database(folder)
    spent = latencies(lambda: bare.insert(connection, [("x" * 200,)]), CALLS)
    connection.close()
    table.add("SQLite, one row, WAL and FULL: median", median_ms(spent), "ms")
    medians, rates = {}, {}
    for mode in ("insert", "group"):
        with program("tests.bench.bare", mode, str(folder)) as (url, _):
            client = Client(url)
            latencies(lambda c=client: c.post("/"), 200)  # type: ignore[misc]
            medians[mode] = median_ms(latencies(lambda c=client: c.post("/"), CALLS))  # type: ignore[misc]
            table.add(f"bare handler ({mode}): 1 client, median", medians[mode], "ms")
            rates[mode] = throughput(_posting(url), 8, SECONDS)
            table.add(f"bare handler ({mode}): 8 clients", rates[mode], "1/s")
    with program("tests.bench.bare", "sse", str(folder)) as (url, _):
        delays = fan_out(url, "/", lambda client: client.post("/"))
        table.add(f"bare SSE to {READERS} readers: median", median_ms(delays), "ms")
    return medians["insert"], rates["group"]


def ours(table: Table, folder: Path, bare_ms: float, bare_rate: float) -> None:
    """Issue and call next, alone and together, early and late in a very busy day."""
    table.heading("The branch service")
    with branch(folder / "fresh") as service:
        counter = sign_in(service, 1, "0312")
        kiosk = Client(service.url, service.tokens["kiosk"])
        for _ in range(100):
            kiosk.post("/v1/tickets", {"service": "A"})
        early = _issue_and_serve(table, service, counter, "after 100 tickets", bare_ms)
        rate = throughput(_issuing(service), 8, SECONDS)
        table.add(
            *("issue, 8 clients", rate, "1/s"), ratio=rate / bare_rate, to="bare group commit", aim=">= 0.6"
        )
        delays = fan_out(
            service.url,
            "/v1/events",
            lambda _: kiosk.post("/v1/tickets", {"service": "B"}),
            token=service.tokens["display"],
        )
        table.add(f"issue to {READERS} boards: median", median_ms(delays), "ms")
        fill(service, MANY)
        counter = Client(service.url, service.tokens["counter"])  # the first has been idle for too long
        late = _issue_and_serve(table, service, counter, f"after {MANY} more waiting", bare_ms)
        for name, before, after in zip(("issue", "next"), early, late, strict=True):
            table.add(
                f"{name}: late in the day", after, "ms", ratio=after / before, to="early", aim="<= 1.15"
            )


def fill(service: Branch, tickets: int) -> None:
    """Let so many people take a number."""
    left = [tickets]
    lock = threading.Lock()

    def work() -> None:
        client = Client(service.url, service.tokens["kiosk"])
        while True:
            with lock:
                left[0] -= 1
                if left[0] < 0:
                    return
            client.post("/v1/tickets", {"service": "A"})

    threads = [threading.Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def fan_out(url: str, path: str, act: Callable[[Client], object], *, token: str = "") -> list[float]:
    """Seconds from an act to the last of many readers having heard of it."""
    heard = threading.Semaphore(0)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    opened = threading.Barrier(READERS + 1)
    over = threading.Event()

    def read() -> None:
        with requests.get(url + path, headers=headers, stream=True, timeout=30) as answer:
            opened.wait()
            for chunk in answer.iter_content(chunk_size=None):  # as it comes, an event or more at a time
                for _ in range(chunk.count(b"event: x") + chunk.count(b"event: TicketIssued")):
                    heard.release()
                if over.is_set():
                    return

    for _ in range(READERS):
        threading.Thread(target=read, daemon=True).start()
    opened.wait()
    client, delays = Client(url, token), []
    for _ in range(60):
        began = time.perf_counter()
        act(client)
        for _ in range(READERS):
            heard.acquire(timeout=10)
        delays.append(time.perf_counter() - began)
    over.set()
    act(client)  # everybody hears one more, and leaves
    return delays


def _issue_and_serve(
    table: Table, service: Branch, counter: Client, when: str, bare_ms: float
) -> tuple[float, float]:
    kiosk = Client(service.url, service.tokens["kiosk"])
    spent = latencies(lambda: kiosk.post("/v1/tickets", {"service": "A"}), CALLS)
    issue = table.add(
        *(f"issue, 1 client, {when}: median", median_ms(spent), "ms"),
        ratio=median_ms(spent) / bare_ms,
        to="bare handler",
        aim="<= 1.6",
    )
    table.add(f"issue, 1 client, {when}: p99", p99_ms(spent), "ms")
    calls = []
    for _ in range(CALLS // 3):
        calls += latencies(lambda: counter.post("/v1/counters/1/next"), 1)
        counter.post("/v1/counters/1/start")
        counter.post("/v1/counters/1/finish")
    called = table.add(
        *(f"call next, 1 client, {when}: median", median_ms(calls), "ms"),
        ratio=median_ms(calls) / bare_ms,
        to="bare handler",
        aim="<= 1.6",
    )
    return issue, called


def _posting(url: str) -> Callable[[], Callable[[], object]]:
    def make() -> Callable[[], object]:
        client = Client(url)
        return lambda: client.post("/")

    return make


def _issuing(service: Branch) -> Callable[[], Callable[[], object]]:
    def make() -> Callable[[], object]:
        client = Client(service.url, service.tokens["kiosk"])
        return lambda: client.post("/v1/tickets", {"service": "A"})

    return make
