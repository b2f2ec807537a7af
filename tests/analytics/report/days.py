"""Made-up days: rows as ``GET /v1/visits`` gives them, and the sample branch as ``GET /v1/branch`` does."""

from __future__ import annotations

import heapq
import random
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from branch.contract.branch_info import BranchInfo
from branch.service.feed.branch_view import branch_info
from tests.harness.branch import sample_config

ZONE = ZoneInfo("Asia/Shanghai")
OPENS = datetime(2026, 11, 21, 9, tzinfo=ZONE)


def sample_branch() -> BranchInfo:
    """The sample branch, as the service shows it."""
    return branch_info(sample_config().plan(), ticket_url="http://branch/t/{id}")


def row(number: str, arrived: str, waited: float | None = None, **more: Any) -> dict[str, Any]:
    """One visit: arrived at "09:42", called after ``waited`` seconds. ``more`` replaces fields.

    ``took`` are the seconds at the counter: with it the visit was served; ``score`` is its rating.
    """
    at = datetime.combine(OPENS.date(), datetime.strptime(arrived, "%H:%M").time(), ZONE)
    took, score = more.pop("took", None), more.pop("score", None)
    called = None if waited is None else at + timedelta(seconds=waited)
    ended = None if called is None or took is None else called + timedelta(seconds=took)
    status = "served" if took is not None else "waiting" if waited is None else "missed"
    return {
        "id": f"t-{number}",
        "number": number,
        "service": number[0],
        "segment": "ordinary",
        "language": "zh",
        "status": status,
        "channel": "kiosk",
        "issued_at": at.isoformat(timespec="milliseconds"),
        "counter": None if called is None else 1,
        "called_at": None if called is None else called.isoformat(timespec="milliseconds"),
        "started_at": None if ended is None or called is None else called.isoformat(timespec="milliseconds"),
        "finished_at": None if ended is None else ended.isoformat(timespec="milliseconds"),
        "first_called_at": None if called is None else called.isoformat(timespec="milliseconds"),
        "recalls": 0,
        "transfers": 0,
        "printed": True,
        "appointment": None,
        "waited_s": waited,
        "service_s": took,
        "staff": "0312",
        "reason": None if called is None else "longest-wait",
        "requeues": 0,
        "rating": None if score is None else {"score": score, "tags": []},
        **more,
    }


_MIX = (("A", 0.5, 5.6), ("B", 0.27, 11.5), ("C", 0.13, 8.6), ("V", 0.1, 14.0))
_COUNTERS = {1: "AB", 2: "ABC", 3: "BCV", 4: "VA"}
_FLOW = (15, 31, 29, 15, 12, 23, 19, 8)
"""Arrivals of each hour from 09:00."""


def busy_day(seed: int = 4) -> list[dict[str, Any]]:
    """Some 150 visits of a Saturday: first come first served at four counters that keep to their services."""
    rng = random.Random(seed)
    arrivals = sorted((h + rng.random()) * 60 for h, n in enumerate(_FLOW) for _ in range(n))
    free = [(rng.random(), number) for number in _COUNTERS]
    heapq.heapify(free)
    rows: list[dict[str, Any]] = []
    numbers: dict[str, int] = {}
    waiting: list[dict[str, Any]] = []
    for minute in arrivals:
        service = rng.choices([m[0] for m in _MIX], [m[1] for m in _MIX])[0]
        numbers[service] = numbers.get(service, 0) + 1
        segment = "vip" if service == "V" else rng.choices(["ordinary", "priority"], [0.85, 0.15])[0]
        visit = row(f"{service}{numbers[service]:03}", "09:00", segment=segment, minute=minute)
        visit["issued_at"] = (OPENS + timedelta(minutes=minute)).isoformat(timespec="milliseconds")
        waiting.append(visit)
        rows.append(visit)
    while waiting:
        now, counter = heapq.heappop(free)
        mine = [v for v in waiting if v["service"] in _COUNTERS[counter]]
        if not mine:
            continue
        here = [v for v in mine if v["minute"] <= now]
        visit = max(here, key=lambda v: _weight(v, now)) if here else mine[0]
        waiting.remove(visit)
        now = max(now, visit["minute"])
        heapq.heappush(free, (_serve(visit, now, counter, here, rng), counter))
    for visit in rows:
        del visit["minute"]
    return rows


def _weight(visit: dict[str, Any], now: float) -> float:
    return float(now - visit["minute"]) + {"vip": 5, "priority": 10}.get(visit["segment"], 0)


def _serve(
    visit: dict[str, Any], now: float, counter: int, here: list[dict[str, Any]], rng: random.Random
) -> float:
    """Fill in what became of the visit; when the counter is free again, in minutes."""
    waited = (now - visit["minute"]) * 60
    called = OPENS + timedelta(minutes=now)
    if waited > 600 and rng.random() < 0.12:
        left = called - timedelta(seconds=waited * rng.random() / 2)
        visit.update(status="cancelled", finished_at=left.isoformat(timespec="milliseconds"))
        return now
    first = min((v["minute"] for v in here), default=visit["minute"])
    reason = "only" if len(here) < 2 else "longest-wait" if first == visit["minute"] else "credit"
    visit.update(
        counter=counter,
        waited_s=waited,
        first_called_at=called.isoformat(timespec="milliseconds"),
        reason=reason,
    )
    if rng.random() < 0.04:
        visit["status"] = "missed"
        return now + 1
    took = max(0.7, rng.gammavariate(5, next(m[2] for m in _MIX if m[0] == visit["service"]) / 5))
    visit.update(status="served", service_s=took * 60)
    visit["finished_at"] = (called + timedelta(minutes=took)).isoformat(timespec="milliseconds")
    if rng.random() < 0.7:
        happy = [1, 1, 3, 25, 70] if waited < 900 else [4, 6, 20, 40, 30]
        visit["rating"] = {"score": rng.choices([1, 2, 3, 4, 5], happy)[0], "tags": []}
    return now + took + 0.3
