"""The staff of a recorded branch beside its customers, by chance and by seed."""

from __future__ import annotations

from typing import Any

from tests.golden.customers import Customers
from tests.harness.branch import PIN

STAFF = ("0312", "0288", "0455", "0199")


class Crowd(Customers):
    """Customers, tellers and the manager: one thing after the other."""

    # Tellers

    def sign_in(self) -> None:
        """Somebody sits down, or moves over."""
        body: dict[str, Any] = {"staff": self.chance.choice(STAFF), "pin": PIN}
        if self.chance.random() < 0.3:
            body["move"] = True
        if self.chance.random() < 0.2:
            body["services"] = list(self.services[:2])
        self._at("open", body)

    def sign_out(self) -> None:
        """A session ends."""
        self._at("close", {"give_back": True} if self.chance.random() < 0.5 else None)

    def rest(self) -> None:
        """A pause begins or ends."""
        way = self.chance.random()
        if way < 0.4:
            self._at("pause", {"reason": "lunch", "minutes": 20} if way < 0.2 else None)
        else:
            self._at("resume")

    def work(self) -> None:
        """What mostly is done at a counter: whatever its ticket asks for."""
        counters = self.asker.snapshot()["hall"]["counters"]
        at = self.chance.choice(counters)
        number, held = at["number"], at["ticket"]
        if at["state"] == "closed":
            self.sign_in()
        elif at["state"] == "paused":
            self._at("resume", number=number)
        elif held is None:
            self._at("next", number=number)
        elif held["status"] == "called":
            act = self.chance.choices(("start", "recall", "no-show", "transfer", "undo"), (9, 2, 2, 1, 1))[0]
            self._at(act, {"service": "B", "note": "call back"} if act == "transfer" else None, number=number)
        else:
            self._serve(number)

    def _serve(self, number: int) -> None:
        way = self.chance.choices(
            ("finish", "late", "steps", "park", "then", "transfer", "person", "counter", "undo"),
            (8, 1, 4, 2, 1, 1, 1, 1, 1),
        )[0]
        held = self._held(number)
        if way == "finish" or held is None:
            self._at("finish", number=number)
        elif way == "late":
            self._at("finish", {"ticket": held, "at": self.clock.text(-5)}, number=number)
        elif way == "steps":
            step = self.chance.choice(("greet", "identity", "confirm"))
            self._at("steps", {"step": step, "done": self.chance.random() < 0.8}, number=number)
        elif way == "park":
            self._at("park", self.chance.choice((None, {"remind_s": 60}, {"remind_s": 0})), number=number)
        elif way == "then":
            self._at("then", {"services": [self.chance.choice(self.services)]}, number=number)
        elif way == "transfer":
            self._at("transfer", {"service": self.chance.choice(self.services)}, number=number)
        elif way == "person":
            self._at("transfer", {"staff": self.chance.choice(STAFF)}, number=number)
        elif way == "counter":
            self._at("transfer", {"counter": self.chance.choice((1, 2, 3)), "note": "papers"}, number=number)
        else:
            self._at("undo", number=number)

    def choose(self) -> None:
        """Somebody is called out of turn, put back or kept aside, or the last step is taken back."""
        number = self.chance.choice((1, 2, 3, 4))
        queue = self.asker.snapshot("counter", counter=number)["hall"]["queue"]
        held, waiting = ([row["id"] for row in queue[name]] for name in ("held", "tickets"))
        way = self.chance.choice(("call", "requeue", "park-again", "undo"))
        if way == "undo":
            self._at("undo", number=number)
        elif way == "call" and held + waiting:
            body = {"ticket": self.chance.choice(held + waiting)}
            self._at("call", body | self.chance.choice(({}, {"reason": "needs-care"})), number=number)
        elif held:
            body = {"ticket": self.chance.choice(held)}
            if way == "park-again":
                body["remind_s"] = self.chance.choice((0, 120))
            self._at(way, body, number=number)

    # The manager

    def shut(self) -> None:
        """A service is closed for now, or opened again."""
        service = self.chance.choice(self.services)
        if self.chance.random() < 0.4:
            self.say("manager", f"/v1/services/{service}/close", {"reason": "maintenance"})
        else:
            self.say("kiosk", f"/v1/services/{service}/reopen")

    def alert(self) -> None:
        """The staff are told of something, or have seen to it."""
        if self.alerts and self.chance.random() < 0.4:
            role, alert = self.alerts.pop(0)
            self.say(role, f"/v1/alerts/{alert}/clear")
            return
        role, body = self.chance.choice(
            (
                ("kiosk", {"kind": "printer", "detail": "cover open"}),
                ("kiosk", {"kind": "paper-low"}),
                ("display", {"kind": "sound"}),
                ("counter", {"kind": "lobby-manager", "counter": self.chance.choice((1, 2, 3))}),
                ("counter", {"kind": "silent-alarm", "counter": 2}),
            )
        )
        raised = self.say(role, "/v1/alerts", body)
        if raised is not None and (role, raised["id"]) not in self.alerts:
            self.alerts.append((role, raised["id"]))

    def tell(self) -> None:
        """The hall is told something, or no more."""
        if self.notices and self.chance.random() < 0.4:
            self.say("manager", f"/v1/notices/{self.notices.pop(0)}/end")
            return
        body: dict[str, Any] = {"text": {"zh": "三号窗口暂停服务", "en": "Counter 3 is closed"}}
        body |= self.chance.choice(
            ({}, {"level": "emergency"}, {"until": self.clock.text(90)}, {"from": self.clock.text(3600)})
        )
        posted = self.must("manager", "/v1/notices", body)
        if "until" not in body:
            self.notices.append(posted["id"])

    def complain(self) -> None:
        """A complaint that came another way, and what becomes of the cases there are."""
        way = self.chance.choice(("open", "take", "note", "resolve", "reopen"))
        if way == "open" or not self.cases:
            self.open_case()
            return
        case = self.chance.choice(self.cases)
        self.say(
            "manager",
            f"/v1/cases/{case}/{way}",
            {"text": "已回电 called back", "by": "Ms Chen"} if way != "take" else None,
        )

    def open_case(self) -> None:
        """A complaint on paper, by telephone or in person."""
        body: dict[str, Any] = {
            "channel": self.chance.choice(("paper", "telephone", "in-person")),
            "text": "排队太久",
        }
        if self.chance.random() < 0.5:
            body |= {"service": "A", "counter": 1, "by": "0312"}
        self.must("manager", "/v1/cases", body)
        self.cases = [case["id"] for case in self.asker.get("/v1/cases", role="manager").json()["cases"]]

    # How

    def _held(self, number: int) -> str | None:
        for counter in self.asker.snapshot()["hall"]["counters"]:
            if counter["number"] == number and counter["ticket"] is not None:
                return str(counter["ticket"]["id"])
        return None

    def _at(self, act: str, body: object = None, *, number: int | None = None) -> None:
        if act in ("start", "tick") and body is None and self.chance.random() < 0.2:
            held = self._held(number or 0)
            body = None if held is None else {"ticket": held, "at": self.clock.text(-1)}
        self.say("counter", f"/v1/counters/{number or self.chance.choice((1, 2, 3, 4))}/{act}", body)
