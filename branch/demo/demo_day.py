"""The people of a simulated day: when they come, what they want, how long it takes, what they think of it.

Everything follows from one seed. Durations are in simulated seconds. Arrivals are a Poisson process whose
rate over the day has the two humps of a bank hall (mid-morning and after lunch); service times are lognormal
with a variation of 0.6 around a mean by service.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

MEANS = {"A": 230.0, "B": 420.0, "C": 380.0, "V": 520.0}
"""Mean service time by service."""

SHARES = {"A": 0.56, "B": 0.24, "C": 0.13, "V": 0.07}
VARIATION = 0.6
LOAD = 0.66
"""How busy two counters would be on average."""

COUNTERS = 2


@dataclass(frozen=True, slots=True)
class Visitor:
    """One customer: comes ``at`` seconds after opening and is served for ``takes`` seconds."""

    at: float
    service: str
    language: str
    priority: bool
    takes: float
    walk: float
    patience: float
    parks: bool
    goes_on_to: str | None
    score: int | None


def visitors(length: float, seed: int) -> list[Visitor]:
    """All who come in a day of ``length`` seconds, in order of arrival; the last come well before the end."""
    chance = Random(seed)  # noqa: S311 - a simulation, not a secret
    mean = sum(SHARES[s] * MEANS[s] for s in MEANS)
    count = LOAD * COUNTERS * length / mean
    until = length * 0.93
    peak = 1.5
    people: list[Visitor] = []
    at = 0.0
    while True:
        at += chance.expovariate(count * peak / until)
        if at >= until:
            return people
        if chance.random() < _rate(at / until) / peak:
            people.append(_visitor(at, chance))


def _rate(share: float) -> float:
    """Relative arrivals at that share of the day; its mean is about 1."""
    morning = 0.75 * math.exp(-(((share - 0.25) / 0.13) ** 2))
    afternoon = 0.6 * math.exp(-(((share - 0.68) / 0.15) ** 2))
    return 0.65 + morning + afternoon


def _visitor(at: float, chance: Random) -> Visitor:
    service = chance.choices(list(SHARES), list(SHARES.values()))[0]
    sigma = math.sqrt(math.log(1 + VARIATION**2))
    takes = chance.lognormvariate(math.log(MEANS[service]) - sigma**2 / 2, sigma)
    return Visitor(
        at=at,
        service=service,
        language="en" if chance.random() < 0.12 else "zh",
        priority=service != "V" and chance.random() < 0.1,
        takes=max(40.0, takes),
        walk=chance.uniform(8, 25),
        patience=chance.uniform(15, 75) * 60 if chance.random() < 0.25 else math.inf,
        parks=chance.random() < 0.04,
        goes_on_to=("B" if service == "A" else None) if chance.random() < 0.04 else None,
        score=chance.choices([5, 4, 3, 2, 1], [62, 25, 8, 3, 2])[0] if chance.random() < 0.75 else None,
    )
