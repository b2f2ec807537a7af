"""A full hall, and big questions asked in it: how long does everybody else wait?"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import cycle, islice
from pathlib import Path

import requests

from tests.bench.days import write_day
from tests.bench.programs import Branch, Client, branch, median_ms, p99_ms, sign_in
from tests.bench.push import Ear
from tests.bench.table import Table
from tests.harness.programs import finished, module

COUNTERS, KIOSKS, BOARDS, PHONES = 20, 4, 4, 200
TICKETS_S, ACTS_S = 320, 320
PHONE_S = 4.0
"""How often a phone's page asks."""

SECONDS = 15.0

MANY = 50_000
MISSED = 19_000
SCREENS = 8
QUIET_S = 3.0
ASKED_S = 0.01
"""How often somebody else asks meanwhile."""


def measure(table: Table, folder: Path) -> None:
    """The hall, then the big questions."""
    table.heading(f"A full hall: {COUNTERS} counters, {KIOSKS} kiosks, {BOARDS} boards, {PHONES} phones")
    with branch(folder / "hall", counters=COUNTERS) as service:
        _hall(table, service)
    table.heading("Big questions, and everybody else")
    write_day(folder / "big" / "data", MANY, served=False)
    with branch(folder / "big") as service:
        _questions(table, service, folder)
    with branch(folder / "resume") as service:
        _resume(table, service)


def _hall(table: Table, service: Branch) -> None:
    spent: list[float] = []
    tokens = service.tokens
    with ExitStack() as stack:
        roles = ["display"] * BOARDS + ["kiosk"] * KIOSKS
        paths = [("/v1/events", role) for role in roles]
        paths += [(f"/v1/events?counter={n}", "counter") for n in range(1, COUNTERS + 1)]
        for path, role in paths:
            stack.callback(Ear(service.url, path, tokens[role], b"no such event").close)
        first = Client(service.url, tokens["kiosk"]).post("/v1/tickets", {"service": "A"})
        work = [_kiosk(service) for _ in range(KIOSKS)]
        work += [_teller(service, n) for n in range(1, COUNTERS + 1)]
        work += [_phones(service, str(first["id"]))] * 4
        rates = [TICKETS_S / KIOSKS] * KIOSKS + [ACTS_S / COUNTERS] * COUNTERS + [PHONES / PHONE_S / 4] * 4
        acts = [make() for make in work]
        end = time.perf_counter() + SECONDS
        threads = [
            threading.Thread(target=_paced, args=(act, rate, end, spent))
            for act, rate in zip(acts, rates, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    table.add("requests answered", len(spent) / SECONDS, "1/s", aim=f"{TICKETS_S + ACTS_S} and phones")
    table.add("request in a full hall: median", median_ms(spent), "ms")
    table.add("request in a full hall: p99", p99_ms(spent), "ms", aim="<= 60")


def _paced(act: Callable[[], object], rate: float, end: float, spent: list[float]) -> None:
    """So often a second until then; whoever is late goes on at once, and is not counted twice."""
    due = time.perf_counter()
    while time.perf_counter() < end:
        time.sleep(max(0.0, due - time.perf_counter()))
        began = time.perf_counter()
        act()
        spent.append(time.perf_counter() - began)
        due += 1 / rate


def _kiosk(service: Branch) -> Callable[[], Callable[[], object]]:
    def make() -> Callable[[], object]:
        client = Client(service.url, service.tokens["kiosk"])
        return lambda: client.post("/v1/tickets", {"service": "A"})

    return make


def _teller(service: Branch, number: int) -> Callable[[], Callable[[], object]]:
    def make() -> Callable[[], object]:
        client = sign_in(service, number, f"{number:04}")
        client.post("/v1/tickets", {"service": "A"})
        acts = cycle(("start", "finish", "next"))
        called = [client.post(f"/v1/counters/{number}/next")["ticket"]]

        def act() -> None:
            name = next(acts) if called[-1] is not None else "next"
            answer = client.post(f"/v1/counters/{number}/{name}")
            if name == "next":
                called.append(answer["ticket"])

        return act

    return make


def _phones(service: Branch, ticket: str) -> Callable[[], Callable[[], object]]:
    def make() -> Callable[[], object]:
        client = Client(service.url)
        return lambda: client.get(f"/t/{ticket}/state")

    return make


def _questions(table: Table, service: Branch, folder: Path) -> None:
    """The whole day for a manager, and a copy of everything."""
    manager = {"Authorization": f"Bearer {service.tokens['manager']}"}

    def visits() -> None:
        answer = requests.get(f"{service.url}/v1/visits", headers=manager, timeout=300)
        assert len(answer.json()["visits"]) >= MANY

    def back_up() -> None:
        command = module("branch.cli", "backup", "--data", str(service.data), str(folder / "copy.db"))
        done = finished(command, seconds=300)
        assert done.returncode == 0, done.stderr

    with _others(service) as spent:
        time.sleep(QUIET_S)
    table.add("nothing big: longest wait of somebody", max(spent) * 1000, "ms")
    _meanwhile(table, service, f"/v1/visits of {MANY} tickets", visits)
    _meanwhile(table, service, "a backup", back_up)


def _resume(table: Table, service: Branch) -> None:
    """Screens that come back together after the line was down."""
    teller = sign_in(service, 1, "0312")
    before = int(str(teller.get("/v1/health")["seq"]))
    for act in islice(cycle(("pause", "resume")), MISSED):
        teller.post(f"/v1/counters/1/{act}")
    roles = ("display", "counter") * (SCREENS // 2)
    heads = [{"Authorization": f"Bearer {service.tokens[role]}"} for role in roles]

    def resume() -> None:
        url = f"{service.url}/v1/events?after={before}"
        threads = [threading.Thread(target=_read_to, args=(url, head, before + MISSED)) for head in heads]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    _meanwhile(table, service, f"{SCREENS} screens resume {MISSED} entries", resume)


def _meanwhile(table: Table, service: Branch, name: str, act: Callable[[], None]) -> None:
    with _others(service) as spent:
        began = time.perf_counter()
        act()
        took = time.perf_counter() - began
    table.add(f"{name}: done after", took, "s")
    table.add(f"{name}: p99 of somebody else", p99_ms(spent), "ms")
    table.add(f"{name}: longest wait of somebody else", max(spent) * 1000, "ms", aim="<= 50")


@contextmanager
def _others(service: Branch) -> Iterator[list[float]]:
    """Somebody has the writer look at the hall, again and again; how long (s) each time."""
    spent: list[float] = []
    over = threading.Event()

    def ask() -> None:
        client = Client(service.url)
        while not over.wait(ASKED_S):
            began = time.perf_counter()
            client.get("/v1/health")
            spent.append(time.perf_counter() - began)

    asker = threading.Thread(target=ask)
    asker.start()
    try:
        yield spent
    finally:
        over.set()
        asker.join()


def _read_to(url: str, headers: dict[str, str], last: int) -> None:
    with requests.get(url, headers=headers, stream=True, timeout=300) as answer:
        seen = 0
        for line in answer.iter_lines(chunk_size=1 << 16):
            if line.startswith(b"id: "):
                seen = int(line[4:])
            assert not line.startswith(b"event: reset"), "it was sent away"
            if seen >= last:
                return
