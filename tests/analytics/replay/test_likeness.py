"""Whether a replay is like the record: branches made up here, so that everything about them is known."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from random import Random

import pytest

from branch.analytics.replay import replay
from branch.analytics.replay.trace import Customer, Trace
from branch.domain.plan.branch_plan import Rule

HOUR_S = 3_600


def recorded(*, wrap_up: float, patience: float, servers: int, an_hour: float, days: int = 3) -> Trace:
    """First come first served by servers who have an hour's lunch one after the other: exponential services
    of 180 s and wrap-ups, memoryless customers. Nothing here is shared with the replay."""
    chance = Random(5)
    customers = []
    for day in range(1, days + 1):
        free = [(8.0 * HOUR_S, f"S{number}") for number in range(servers)]
        heapify(free)
        lunch = {f"S{number}": (11 + number / 2) * HOUR_S for number in range(servers)}
        now = 8.0 * HOUR_S
        while (now := now + chance.expovariate(an_hour / HOUR_S)) < 17 * HOUR_S:
            ready, server = free[0]
            start, leaves = max(now, ready), now + chance.expovariate(1 / patience)
            if leaves < start:
                customers.append(Customer(day, int(now), "PS", "regular", int(leaves - now), None, ""))
                continue
            heappop(free)
            length = chance.expovariate(1 / 180)
            back = start + length + chance.expovariate(1 / wrap_up)
            if back > lunch[server]:
                back, lunch[server] = back + HOUR_S, float("inf")
            heappush(free, (back, server))
            waits = int(start - now)
            segment = "regular" if waits else "unknown"
            customers.append(Customer(day, int(now), "PS", segment, waits, int(length), server))
    return Trace("made-up", tuple(customers))


@pytest.mark.parametrize(
    ("wrap_up", "patience", "servers", "an_hour"),
    [(30, 300, 8, 130), (60, 600, 8, 110), (5, 200, 4, 75), (40, 900, 15, 240)],
)
def test_a_replay_under_the_rule_of_the_record_is_like_the_record(
    wrap_up: float, patience: float, servers: int, an_hour: float
) -> None:
    trace = recorded(wrap_up=wrap_up, patience=patience, servers=servers, an_hour=an_hour)
    result = replay(trace, rule=Rule("first-come"))
    total = result.total()
    assert result.measured.wrap_up_s == pytest.approx(wrap_up, rel=0.15, abs=2)
    assert result.measured.patience_s["PS"] == pytest.approx(patience, rel=0.1)
    assert total["left"] == pytest.approx(total["recorded"]["left"], rel=0.1)
    mean = total["recorded"]["waits_s"]["all"]["mean"]
    assert total["waits_s"]["all"]["mean"] == pytest.approx(mean, rel=0.1)
