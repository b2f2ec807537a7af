"""Programs under measurement, and the load put on them."""

from __future__ import annotations

import http.client
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psutil

from branch.client.autopilot_client import Autopilot
from branch.client.local_store import FOLDER_VARIABLE
from branch.contract.basics import ROLES
from branch.service.access.device_tokens import DeviceTokens
from branch.service.journal.sqlite_journal import SqliteJournal
from tests.harness.branch import PIN, pin_hash, sample_toml
from tests.harness.clocks import OPEN_HOURS
from tests.harness.programs import program


class Served(Protocol):
    """A service that answers, whoever runs it."""

    @property
    def url(self) -> str:
        """Where it listens."""
        ...

    @property
    def tokens(self) -> dict[str, str]:
        """One for each role."""
        ...


@dataclass(frozen=True)
class Branch:
    """A running branch service."""

    url: str
    tokens: dict[str, str]
    data: Path


def bench_toml(counters: int = 0) -> str:
    """The sample branch with numbers enough; with so many counters for all services, each with its staff,
    if any are named."""
    text = sample_toml().replace("last = 999", "last = 999999")
    if not counters:
        return text
    head, _, rest = text.partition("[[counters]]")
    tail = "[limits]" + rest.partition("[limits]")[2]
    numbers = range(1, counters + 1)
    desks = "".join(f'[[counters]]\nnumber = {n}\nservices = ["A", "B", "C", "V"]\n' for n in numbers)
    staff = "".join(f'[[staff]]\nid = "{n:04}"\npin = "{pin_hash()}"\n' for n in numbers)
    return head + desks + staff + tail


@contextmanager
def branch(folder: Path, speed: float = 1.0, *, counters: int = 0) -> Iterator[Branch]:
    """The branch of `bench_toml`, open, as its own process; on what is in the folder already."""
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "branch.toml"
    config.write_text(bench_toml(counters), encoding="utf-8")
    data = folder / "data"
    SqliteJournal.open(data).close()
    store = DeviceTokens(data)
    tokens = {role: store.mint(role, role) for role in ROLES}
    store.close()
    with program(
        *("branch.cli", "serve", "--config", str(config), "--data", str(data), "--host", "127.0.0.1"),
        *("--port", "0", "--no-announce", "--clock-start", OPEN_HOURS, "--clock-speed", str(speed)),
    ) as (url, _):
        yield Branch(url, tokens, data)


@contextmanager
def piloted(
    app: str, folder: Path, hall: Served, *arguments: str, code: str = ""
) -> Iterator[tuple[Autopilot, psutil.Process]]:
    """An app as its own process on no screen, a hand on its windows; settings and logs go to ``folder``.
    ``code`` is a program that starts the app its own way."""
    start = ["-c", code] if code else ["-m", app]
    # With "=": a token may begin with a dash.
    command = [sys.executable, *start, "--service", hall.url, f"--token={hall.tokens[app]}", *arguments]
    command += ["--log-folder", str(folder / "logs"), "--autopilot", "0"]
    surroundings = os.environ | {FOLDER_VARIABLE: str(folder / "settings"), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            with Autopilot.of(process) as pilot:
                yield pilot, psutil.Process(process.pid)
        finally:
            process.kill()


class Client:
    """One connection that is kept, with as little of its own as possible."""

    def __init__(self, url: str, token: str = "") -> None:
        self._connection = http.client.HTTPConnection(url.removeprefix("http://"))
        self._headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}

    def post(self, path: str, body: object = None) -> dict[str, object]:
        """Ask once, with a new idempotency key as every app does."""
        headers = {**self._headers, "Idempotency-Key": os.urandom(16).hex()}
        return self._asked("POST", path, json.dumps(body) if body is not None else "", headers)

    def get(self, path: str) -> dict[str, object]:
        """Look at something."""
        return self._asked("GET", path, None, self._headers)

    def _asked(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> dict[str, object]:
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read()
        assert answer.status < 300, text
        return json.loads(text)  # type: ignore[no-any-return]


def sign_in(branch: Branch, counter: int, staff: str) -> Client:
    """A counter with somebody at it."""
    client = Client(branch.url, branch.tokens["counter"])
    client.post(f"/v1/counters/{counter}/open", {"staff": staff, "pin": PIN})
    return client


def latencies(act: Callable[[], object], times: int) -> list[float]:
    """Seconds of each of so many calls."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        spent.append(time.perf_counter() - began)
    return spent


def throughput(make: Callable[[], Callable[[], object]], clients: int, seconds: float) -> float:
    """Calls in a second by so many clients at once, each with a connection of its own."""
    counts = [0] * clients
    end = time.perf_counter() + seconds

    def work(n: int) -> None:
        act = make()
        while time.perf_counter() < end:
            act()
            counts[n] += 1

    threads = [threading.Thread(target=work, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def median_ms(spent: list[float]) -> float:
    """The middle one, in ms."""
    return statistics.median(spent) * 1000


def p99_ms(spent: list[float]) -> float:
    """The one that 99 of 100 do not exceed (nearest rank), in ms."""
    return sorted(spent)[max(0, -(-99 * len(spent) // 100) - 1)] * 1000
