"""The service's speed, beside what the machine could do at best, turn by turn in one run.

Ours and the bare servers run on the same event loop: uvicorn takes uvloop for both, or for neither.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.bench import bare
from tests.bench.days import write_day
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

ROUNDS = 25
CALLS = 60
"""Calls of each kind in a round."""

RATE_ROUNDS = 8
SECONDS = 1.0
CLIENTS = 8
MANY = 50_000

Acts = dict[str, dict[str, Callable[[], float]]]
"""When in the day, what, and a call that gives the seconds that it took."""


def measure(table: Table, folder: Path) -> None:
    """Issue and call next, alone and together, early and late in a very busy day."""
    table.heading("The branch service, beside the limits of this machine")
    folder.mkdir()
    connection = bare.database(folder)
    spent = latencies(lambda: bare.insert(connection, [("x" * 200,)]), ROUNDS * CALLS)
    connection.close()
    table.add("SQLite, one row, WAL and FULL: median", median_ms(spent), "ms")
    with ExitStack() as stack:
        limits = {}
        for mode in ("insert", "group"):
            (folder / mode).mkdir()
            limits[mode], _ = stack.enter_context(program("tests.bench.bare", mode, str(folder / mode)))
        service = stack.enter_context(branch(folder / "fresh"))
        one = Client(limits["insert"])
        write_day(folder / "late" / "data", MANY, served=True)
        late = stack.enter_context(branch(folder / "late"))
        when = {"early": service, f"after {MANY} served": late}
        acts = {"bare": {"": _timed(lambda: one.post("/"))}} | {w: _acts(s) for w, s in when.items()}
        _alone(table, acts)
        _together(table, limits["group"], service)


def _timed(call: Callable[[], object]) -> Callable[[], float]:
    return lambda: latencies(call, 1)[0]


def _acts(service: Branch) -> dict[str, Callable[[], float]]:
    kiosk = Client(service.url, service.tokens["kiosk"])
    counter = sign_in(service, 1, "0312")
    for _ in range(100):
        kiosk.post("/v1/tickets", {"service": "A"})

    def call_next() -> float:
        spent = latencies(lambda: counter.post("/v1/counters/1/next"), 1)[0]
        counter.post("/v1/counters/1/start")
        counter.post("/v1/counters/1/finish")
        return spent

    return {"issue": _timed(lambda: kiosk.post("/v1/tickets", {"service": "A"})), "call next": call_next}


def _alone(table: Table, acts: Acts) -> None:
    """One client, a few calls of each in turn: early and late in the day, beside the bare handler."""
    spent: dict[tuple[str, str], list[float]] = {(when, name): [] for when in acts for name in acts[when]}
    for _ in range(ROUNDS):
        for (when, name), of in spent.items():
            of += [acts[when][name]() for _ in range(CALLS)]
    bare_ms, quick = median_ms(spent["bare", ""]), _tenth(spent["bare", ""])
    table.add("bare handler, 1 client: median", bare_ms, "ms")
    table.add("bare handler, 1 client: quickest tenth", quick * 1000, "ms")
    early, *_ = (when for when in acts if when != "bare")
    for (when, name), of in spent.items():
        if when == "bare":
            continue
        line, took = f"{name}, 1 client, {when}", median_ms(of)
        table.add(f"{line}: median", took, "ms", ratio=took / bare_ms, to="bare handler", aim="<= 1.6")
        tenth = _tenth(of)
        table.add(f"{line}: quickest tenth", tenth * 1000, "ms", ratio=tenth / quick, to="bare handler")
        table.add(f"{line}: p99", p99_ms(of), "ms")
        if when != early:
            grown = took / median_ms(spent[early, name])
            table.add(f"{name}: late in the day", took, "ms", ratio=grown, to="early", aim="<= 1.15")


def _tenth(spent: list[float]) -> float:
    """What a tenth of them do not exceed: says more than the median on a machine with other work."""
    return statistics.quantiles(spent, n=10)[0]


def _together(table: Table, group: str, service: Branch) -> None:
    """Calls a second by eight clients, ours and the bare group commit in turn."""
    rates: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(RATE_ROUNDS):
        rates["bare"].append(throughput(_posting(group), CLIENTS, SECONDS))
        rates["ours"].append(throughput(_issuing(service), CLIENTS, SECONDS))
    bare_rate, rate = (statistics.median(rates[name]) for name in ("bare", "ours"))
    table.add(f"bare group commit, {CLIENTS} clients", bare_rate, "1/s")
    line, to = f"issue, {CLIENTS} clients", "bare group commit"
    table.add(line, rate, "1/s", ratio=rate / bare_rate, to=to, aim=">= 0.6")


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
