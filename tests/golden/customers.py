"""Customers of a recorded branch, by chance and by seed: numbers, appointments and a kiosk by itself."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import requests

from tests.harness.clocks import HandClock
from tests.service.asking import Asker

TAGS = ("friendly", "fast", "long-wait", "unclear")
MOST_HELD = 8
"""Numbers that wait at most: a recorded day is to be long in kinds, not in rows."""


class RecordingClock(HandClock):
    """A clock that stands between two moves, so that what is recorded is of whole steps."""

    def __init__(self, text: str) -> None:
        super().__init__(text, standing=True)

    def text(self, seconds: float = 0.0) -> str:
        """The instant so many seconds from now, as a request carries it."""
        at = datetime.fromtimestamp(self.now() / 1000, UTC) + timedelta(seconds=seconds)
        return at.isoformat().replace("+00:00", "Z")


class Customers:
    """Does one thing after the other; what the queue refuses is refused."""

    def __init__(self, asker: Asker, clock: RecordingClock, seed: int, services: str = "ABCV") -> None:
        self.asker, self.clock, self.services = asker, clock, services
        self.chance = Random(seed)
        self.tickets: list[str] = []
        self.bookings: list[dict[str, Any]] = []
        self.cases: list[str] = []
        self.notices: list[str] = []
        self.alerts: list[tuple[str, str]] = []
        self.blocks: list[dict[str, Any]] = []
        self.given: dict[str, int] = {}
        self.last: dict[str, Any] | None = None
        self.refused: Counter[str] = Counter()
        self.refusal = ""
        self._ids = itertools.count()
        self._keys = itertools.count()

    def say(self, role: str, path: str, body: object = None) -> dict[str, Any] | None:
        """A POST; None if it was refused. Fails on anything that no customer may ever see."""
        key = f"golden-{next(self._keys)}" if self.chance.random() < 0.15 else None
        response = self.asker.post(path, body, role=role, key=key)
        assert response.status_code < 500, (path, body, response.text)
        assert response.status_code not in (401, 403, 405), (path, body, response.text)
        if not response.ok:
            self.refused[response.json()["code"]] += 1
            self.refusal = response.text
        if key is not None and response.request.body is not None:
            self.last = _retried(response, role, path, key)
        if not response.ok:
            return None
        answer: dict[str, Any] = response.json()
        return answer

    def must(self, role: str, path: str, body: object = None) -> dict[str, Any]:
        """A POST that is not refused."""
        answer = self.say(role, path, body)
        assert answer is not None, (path, body, self.refusal)
        return answer

    def day(self, steps: int, weights: dict[str, int]) -> None:
        """So many things by chance; ``weights`` names the methods of this class."""
        acts: list[Callable[[], None]] = [getattr(self, name) for name in weights]
        for _ in range(steps):
            self.chance.choices(acts, list(weights.values()))[0]()
            self.clock.pass_seconds(self.chance.choices((2, 9, 40, 200), (5, 4, 3, 1))[0])

    # Customers

    def come(self) -> None:
        """Somebody takes a number."""
        services = self.asker.snapshot()["hall"]["services"]
        if sum(service["waiting"] for service in services) >= MOST_HELD:
            return
        body: dict[str, Any] = {"service": self.chance.choice(self.services)}
        if self.chance.random() < 0.3:
            body["language"] = self.chance.choice(("zh", "en"))
        if self.chance.random() < 0.3:
            body |= self.chance.choice(
                (
                    {"segment": "vip"},
                    {"segment": "priority"},
                    {"segment": "priority", "segment_reason": "elderly"},
                )
            )
        if self.chance.random() < 0.2:
            body["phone"] = f"138{self.chance.randrange(10**8):08d}"
        ticket = self.say(
            self.chance.choice(("kiosk", "kiosk", "counter", "integration")), "/v1/tickets", body
        )
        if ticket is not None:
            self.tickets.append(ticket["id"])
            if self.chance.random() < 0.7:
                ok = self.chance.random() < 0.85
                self.say(
                    "kiosk",
                    f"/v1/tickets/{ticket['id']}/printed",
                    {"ok": ok} if ok else {"ok": ok, "reason": "no paper"},
                )

    def reprint(self) -> None:
        """Paper once more: for the customer, or at the wish of staff."""
        role = self.chance.choice(("kiosk", "counter"))
        body = {"by": "customer"} if role == "kiosk" else None
        self._of_ticket(role, "reprint", body)

    def leave(self) -> None:
        """Somebody goes home."""
        self._of_ticket("kiosk", "cancel")

    def come_back(self) -> None:
        """Somebody who was missed or aside waits again."""
        self._of_ticket("manager", "requeue")

    def rate(self) -> None:
        """A customer's word: at the pad, told late, on the phone, or none."""
        body: dict[str, Any] = {"score": self.chance.choice((5, 5, 4, 3, 2, 1))}
        if self.chance.random() < 0.6:
            body["tags"] = self.chance.sample(TAGS, 2)
        if self.chance.random() < 0.3:
            body["comment"] = "等得有点久, but friendly"
        visits = self.asker.get("/v1/visits", role="manager").json()["visits"]
        open_ = [v["id"] for v in visits if v["status"] == "served" and v["rating"] is None]
        ticket = (
            self.chance.choice(open_[-6:]) if open_ and self.chance.random() < 0.9 else self._some_ticket()
        )
        if ticket is None:
            return
        way = self.chance.random()
        if way < 0.25:
            self.say("counter", f"/v1/tickets/{ticket}/no-rating")
        elif way < 0.5:
            self.say("manager", f"/t/{ticket}/rating", body)
        elif way < 0.7:
            self.say("counter", f"/v1/tickets/{ticket}/rating", {**body, "at": self.clock.text(-20)})
        else:
            self.say("counter", f"/v1/tickets/{ticket}/rating", body)

    # Appointments

    def book(self) -> None:
        """A time is promised, by the bank's own program or the manager."""
        minutes = self.chance.choice((1, 1, 10, 10, 25, 60, 180, 24 * 60, 2 * 24 * 60))
        at = (self.clock.now() // 60_000 + minutes) * 60_000
        self.book_at(datetime.fromtimestamp(at / 1000, UTC).isoformat().replace("+00:00", "Z"))

    def book_at(self, starts_at: str, **more: Any) -> None:
        """A time is promised."""
        body: dict[str, Any] = {"service": self.chance.choice(self.services), "starts_at": starts_at, **more}
        if self.chance.random() < 0.6:
            body["phone"] = f"139{self.chance.randrange(10**8):08d}"
        if self.chance.random() < 0.4:
            body |= {"name": "王芳", "segment": "vip", "note": "brings a contract"}
        booked = self.say("integration", "/v1/appointments", body)
        if booked is not None:
            self.bookings.append({**booked, "phone": body.get("phone")})

    def check_in(self) -> None:
        """Somebody with an appointment is here, by its code, its QR code or their phone number."""
        if not self.bookings:
            return
        asked = {
            b["id"]: self.asker.get(f"/v1/appointments?id={b['id']}", role="kiosk")
            for b in self.bookings[-12:]
        }
        booked = {one for one, answer in asked.items() if "booked" in answer.text}
        one = self.chance.choice([b for b in self.bookings if b["id"] in booked] or self.bookings)
        ways: list[dict[str, Any]] = [{"code": one["code"]}, {"qr": one["qr"], "language": "en"}]
        if one["phone"]:
            ways.append({"phone": one["phone"], "id": one["id"]})
        ticket = self.say("kiosk", "/v1/appointments/check-in", self.chance.choice(ways))
        if ticket is not None:
            self.tickets.append(ticket["id"])

    def call_off(self) -> None:
        """An appointment is cancelled."""
        if self.bookings:
            self.say("integration", f"/v1/appointments/{self.chance.choice(self.bookings)['id']}/cancel")

    # A kiosk by itself

    def reserve(self) -> None:
        """A kiosk has numbers set aside."""
        body = {
            "service": self.chance.choice(self.services),
            "holder": self.chance.choice(("kiosk-one", "kiosk-two")),
        }
        block = self.say("kiosk", "/v1/blocks", body)
        if block is not None and block["id"] not in [known["id"] for known in self.blocks]:
            self.blocks.append(block)

    def hand_in(self) -> None:
        """A ticket that a kiosk gave without the service is told."""
        if not self.blocks:
            self.reserve()
            return
        block = self.chance.choice(self.blocks)
        numbers = sorted(block["numbers"].values())
        given = self.given.get(block["id"], 0)
        if given >= len(numbers):
            return
        self.given[block["id"]] = given + 1
        ticket = f"offline-ticket-{next(self._ids):06d}"
        body: dict[str, Any] = {"ticket": ticket, "n": numbers[given], "issued_at": self.clock.text(-300)}
        body |= self.chance.choice(
            (
                {},
                {"printed": True, "language": "en"},
                {"printed": False, "reason": "no paper", "segment": "vip"},
                {"segment": "priority", "segment_reason": "elderly", "phone": "13800000000", "printed": True},
            )
        )
        if self.say("kiosk", f"/v1/blocks/{block['id']}/tickets", body) is not None:
            self.tickets.append(ticket)
            if self.chance.random() < 0.2:  # told twice, it is one
                self.must("kiosk", f"/v1/blocks/{block['id']}/tickets", body)

    # How

    def _some_ticket(self) -> str | None:
        return self.chance.choice(self.tickets[-12:]) if self.tickets else None

    def _of_ticket(self, role: str, act: str, body: object = None) -> None:
        ticket = self._some_ticket()
        if ticket is not None:
            self.say(role, f"/v1/tickets/{ticket}/{act}", body)


def _retried(response: requests.Response, role: str, path: str, key: str) -> dict[str, Any]:
    """The request as it went out, and what it was answered."""
    sent = response.request.body
    return {
        "path": path,
        "role": role,
        "key": key,
        "body": sent.decode() if isinstance(sent, bytes) else sent,
        "status": response.status_code,
        "answer": response.text,
    }
