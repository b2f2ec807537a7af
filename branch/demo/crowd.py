"""The simulated customers: who comes when and for what, and how they take their numbers at the kiosk."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from branch.client.autopilot_client import Autopilot, AutopilotError
from branch.demo.demo_hall import HallWatch

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


log = logging.getLogger(__name__)

LOOKS = 250
"""So often somebody looks at a screen before they give up."""

A_FEW = 20
"""After so many customers the hall looks lived in: the time for pictures."""

ASKS_FOR_HELP = 12
"""One customer of so many calls the lobby manager to the kiosk before they choose."""

Snap = Callable[[str, Autopilot, str | None], None]
"""Takes a picture once: its name, whose screen, which window."""


class Crowd:
    """All customers of the day: they take their numbers at the kiosk, and are known by them afterwards."""

    def __init__(self, kiosk: Autopilot, hall: HallWatch, visitors: list[Visitor], snap: Snap) -> None:
        self._kiosk, self._hall, self._visitors, self._snap = kiosk, hall, visitors, snap
        self._by_number: dict[str, Visitor] = {}
        self._lock = threading.Lock()
        self.came = 0
        self.done = threading.Event()
        self._language = "zh"
        self.stepped_aside: set[str] = set()

    def run(self) -> None:
        """Come in, one after the other."""
        for visitor in self._visitors:
            self._hall.sleep_until(visitor.at)
            if self._hall.stop_asked.is_set():
                return
            self._take_number(visitor)
        self.done.set()

    def who_has(self, number: str) -> Visitor | None:
        """The customer with that number, who may still be reading it off the kiosk."""
        for _ in range(LOOKS):
            with self._lock:
                if number in self._by_number:
                    return self._by_number[number]
            self._hall.stop_asked.wait(0.02)
        return None

    def has_left(self, number: str) -> bool:
        """Whether the customer has lost patience and gone."""
        visitor = self.who_has(number)
        return visitor is not None and self._hall.now() - visitor.at > visitor.patience

    def _take_number(self, visitor: Visitor) -> None:
        kiosk = self._kiosk
        kiosk.wait("homeScreen", timeout=20)
        if self.came > A_FEW:
            self._snap("kiosk-home-zh", kiosk, None)
        if self.came % ASKS_FOR_HELP == ASKS_FOR_HELP // 2:
            kiosk.tap("callManager")
            kiosk.wait("helpStrip", timeout=20)
            self._snap("kiosk-help-called", kiosk, None)
        if visitor.language != self._language:
            kiosk.tap(f"language-{visitor.language}")
            self._snap(f"kiosk-home-{visitor.language}", kiosk, None)
        if visitor.priority:
            kiosk.tap("togglePriority")
            self._snap("kiosk-priority", kiosk, None)
        kiosk.tap(f"service-{visitor.service}", timeout=20)
        number = kiosk.wait("thanksNumber", timeout=20)
        with self._lock:
            self._by_number[number] = visitor
        self.came += 1
        self._snap(f"kiosk-thanks-{visitor.language}", kiosk, None)
        if kiosk.has("thanksScreen"):
            try:
                kiosk.tap("thanksHome", timeout=0.5)
            except AutopilotError:
                log.debug("the screen had gone home by itself")
        self._language = "zh"  # the kiosk forgets the customer before
        kiosk.wait("homeScreen", timeout=20)
