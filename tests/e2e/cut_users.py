"""Everything that an app tells later, as the one test of the power cut drives it, by the app's own classes.

A user lives twice: in the test, which prepares what there is to tell and looks for it in the journal, and in
a child, which tells it and dies.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api, new_key
from branch.client.local_store import config_folder
from branch.client.responses import Unreachable
from branch.contract.actions import Action
from branch.contract.times import to_text
from branch.qt.device_alerts import DeviceAlerts
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.help.alarms import ALARM, LOBBY, Alarms
from counter.offline.deferred_actions import DeferredAction, DeferredActions
from counter.rating.rating_outbox import Rating, RatingOutbox
from counter.shell.action_runner import ActionRunner
from counter.shell.part import News
from counter.signin.session import Session
from kiosk.offline.hand_in import HandIn
from kiosk.offline.offline_store import OfflineStore
from kiosk.paper.pending_prints import PrintReports
from kiosk.visit.unconfirmed import TicketRequest, UnconfirmedRequests
from tests.harness.branch import PIN


class User(ABC):
    """One user of the outbox. A thing to tell is a short text, made in the test and given to the child."""

    role = "kiosk"

    # In the test

    @abstractmethod
    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        """Things that nobody has told yet, in the order in which they are to be told."""

    @abstractmethod
    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        """Which thing an event of the journal tells of; None for another event."""

    def named(self, thing: str) -> str:
        """A thing as `heard` calls it: without what only the child needs."""
        return thing

    def lane(self, thing: str) -> str:
        """Things of the same lane are told in their order."""
        return thing[:0]

    def tidy(self, apis: Mapping[str, Api]) -> None:
        """Leave the branch as it was, for the next cut."""
        assert apis

    # In the child

    def steps(self) -> list[tuple[type, str]]:
        """Methods that write what is told later, besides those of `LocalStore`."""
        return []

    @abstractmethod
    def begin(self, link: ServiceLink) -> None:
        """Start as the app does, with what an earlier run has left."""

    @abstractmethod
    def tell(self, thing: str) -> None:
        """Tell one."""

    def resume(self, told: list[str]) -> None:
        """Find out anew what the app finds out after a start: most of what is told is not of that kind."""
        assert told is not None

    @property
    @abstractmethod
    def done(self) -> bool:
        """Whether nothing waits any more."""


class TroubleUser(User):
    """Troubles of a machine that come and go."""

    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        return ["begin printer", "begin sound", "end printer", "end sound"]

    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        words = {"AlertRaised": "begin", "AlertCleared": "end"}
        return f"{words[kind]} {data['kind']}" if kind in words else None

    def lane(self, thing: str) -> str:
        return thing.split()[1]

    def tidy(self, apis: Mapping[str, Api]) -> None:
        for alert in apis["manager"].alerts():
            apis["manager"].clear_alert(alert["id"])

    def begin(self, link: ServiceLink) -> None:
        self._troubles = DeviceAlerts(link, "kiosk")

    def tell(self, thing: str) -> None:
        word, kind = thing.split()
        if word == "begin":
            self._troubles.begin(kind)
        else:
            self._troubles.end(kind)

    def resume(self, told: list[str]) -> None:
        for thing in {self.lane(thing): thing for thing in told}.values():
            self.tell(thing)

    @property
    def done(self) -> bool:
        return not self._troubles.untold


class CounterUser(User):
    """What is told at a counter, where one ticket after the other is served."""

    role = "counter"

    def serve(self, apis: Mapping[str, Api]) -> str:
        """Have a ticket called to counter 1; gives its id."""
        desk = apis["counter"]
        counter = desk.snapshot()["hall"]["counters"][0]
        here = counter["ticket"]
        if counter["state"] != "open":
            desk.open_counter(1, "1001", PIN)
        if here is not None and here["status"] == "called":
            desk.start(1)
        if here is not None:
            desk.finish(1)
        apis["kiosk"].issue("A")
        called = desk.next(1)["ticket"]
        assert called is not None
        return called["id"]


class DeferredActionUser(CounterUser):
    """Start and finish without a line."""

    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        ticket = self.serve(apis)
        return [f"start {ticket}", f"finish {ticket}"]

    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        words = {"ServingStarted": "start", "ServingFinished": "finish"}
        return f"{words[kind]} {data['ticket']}" if kind in words else None

    def begin(self, link: ServiceLink) -> None:
        self._link, self._actions = link, DeferredActions(link)

    def tell(self, thing: str) -> None:
        word, ticket = thing.split()
        at = to_text(self._link.now())
        self._actions.put(DeferredAction(Action(word), 1, ticket, "A001", at, new_key()))

    @property
    def done(self) -> bool:
        return not self._actions.waits


class RatingUser(CounterUser):
    """Ratings of customers who have gone."""

    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        desk, tickets = apis["counter"], []
        for _ in range(2):
            tickets.append(self.serve(apis))
            desk.start(1)
            desk.finish(1)
        return tickets

    def lane(self, thing: str) -> str:
        return thing

    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        return str(data["ticket"]) if kind == "TicketRated" else None

    def begin(self, link: ServiceLink) -> None:
        self._parent = QObject()
        self._outbox, self._link = RatingOutbox(link, lambda _: None, self._parent), link

    def tell(self, thing: str) -> None:
        self._outbox.post(Rating(thing, 5, (), to_text(self._link.now())))

    @property
    def done(self) -> bool:
        return len(self._outbox) == 0


class AlarmUser(CounterUser):
    """Calls for help."""

    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        return [LOBBY, ALARM]

    def lane(self, thing: str) -> str:
        return thing

    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        return str(data["kind"]) if kind == "AlertRaised" else None

    def tidy(self, apis: Mapping[str, Api]) -> None:
        for alert in apis["manager"].alerts():
            apis["manager"].clear_alert(alert["id"])

    def begin(self, link: ServiceLink) -> None:
        languages = Languages(current="en")
        runner = ActionRunner(link, languages)
        session = Session(link, DeferredActions(link), languages, 1)
        self._alarms = Alarms(link, session, runner, languages)

    def tell(self, thing: str) -> None:
        if thing == LOBBY:
            self._alarms.callLobby()
        else:
            self._alarms.raiseAlarm()

    @property
    def done(self) -> bool:
        self._alarms.refresh(News())
        return "waits" not in (self._alarms.property("lobby"), self._alarms.property("alarm"))


class PrintUser(User):
    """What came of the paper of tickets: first it fails, then it comes out."""

    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        tickets = [apis["kiosk"].issue("B")["id"] for _ in range(2)]
        return [f"{word} {ticket}" for word in ("failed", "out") for ticket in tickets]

    def lane(self, thing: str) -> str:
        return thing.split()[1]

    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        if kind != "TicketPrinted":
            return None
        return f"{'out' if data['ok'] else 'failed'} {data['ticket']}"

    def begin(self, link: ServiceLink) -> None:
        self._reports = PrintReports(link)

    def tell(self, thing: str) -> None:
        word, ticket = thing.split()
        self._reports.tell(ticket, word == "out", None if word == "out" else "paper-out")

    @property
    def done(self) -> bool:
        return len(self._reports) == 0


class LostAnswerUser(User):
    """Tickets that were issued to customers who never saw them, because the answer was lost."""

    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        keys = [new_key(), new_key()]
        self._keys = {apis["kiosk"].issue("B", key=key)["id"]: key for key in keys}
        return keys

    def lane(self, thing: str) -> str:
        return thing

    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        return self._keys.get(data["ticket"], "a stranger's") if kind == "TicketCancelled" else None

    def begin(self, link: ServiceLink) -> None:
        self._requests = UnconfirmedRequests(link)

    def tell(self, thing: str) -> None:
        self._requests.unanswered(TicketRequest(thing, "B"), Unreachable("cut"))
        self._requests.left()

    @property
    def done(self) -> bool:
        return len(self._requests) == 0


class OfflineUser(User):
    """Tickets that a kiosk gave by itself, in their order, and what came of the paper of each."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._numbers: dict[str, str] = {}

    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        block = apis["kiosk"].reserve("A", "kiosk-cut")
        numbers = [number for number in block["numbers"] if number not in self._used][:2]
        self._used.update(numbers)
        block["numbers"] = {number: block["numbers"][number] for number in numbers}
        return [f"{word} {number} {json.dumps(block)}" for number in numbers for word in ("give", "paper")]

    def lane(self, thing: str) -> str:
        word, number = thing.split(" ")
        return number if word == "paper" else ""

    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        if kind == "TicketIssued" and data["block"] is not None:
            self._numbers[data["ticket"]] = data["number"]
            return f"give {data['number']}"
        if kind == "TicketPrinted":
            return f"paper {self._numbers[data['ticket']]}"
        return None

    def named(self, thing: str) -> str:
        return " ".join(thing.split(" ", 2)[:2])

    def steps(self) -> list[tuple[type, str]]:
        return [
            (OfflineStore, "give"),
            (OfflineStore, "paper"),
            (OfflineStore, "told"),
            (OfflineStore, "refused"),
        ]

    def begin(self, link: ServiceLink) -> None:
        self._store = OfflineStore(config_folder() / "kiosk.sqlite")
        self._link, self._reports = link, PrintReports(link)
        self._hand_in = HandIn(link, self._store, self._reports, lambda: None)
        self._given: dict[str, str] = {}

    def tell(self, thing: str) -> None:
        word, number, text = thing.split(" ", 2)
        block = json.loads(text)
        if word == "give":
            if not self._given:
                self._store.put(block)
            ticket = self._store.give(block["day"], "A", self._link.now())
            assert ticket is not None
            assert ticket.number == number
            self._given[number] = ticket.id
            self._hand_in.put(ticket)
        else:
            self._hand_in.paper(self._given[number], True, None)

    @property
    def done(self) -> bool:
        return len(self._hand_in) == 0 and len(self._reports) == 0


class RefusedUser(OfflineUser):
    """A ticket that a kiosk gave by itself and the service does not take: the staff are told."""

    def prepare(self, apis: Mapping[str, Api]) -> list[str]:
        give, *_ = super().prepare(apis)
        _, _, text = give.split(" ", 2)
        block = json.loads(text)
        n = min(block["numbers"].values())
        apis["kiosk"].hand_in(block["id"], uuid4().hex, n, apis["kiosk"].health()["at"])
        return [give]

    def heard(self, kind: str, data: Mapping[str, Any]) -> str | None:
        return f"give {data['detail'].split(':')[0]}" if kind == "AlertRaised" else None

    def tidy(self, apis: Mapping[str, Api]) -> None:
        for alert in apis["manager"].alerts():
            apis["manager"].clear_alert(alert["id"])

    @property
    def done(self) -> bool:
        return super().done and not (config_folder() / "kiosk-not-handed-in.json").exists()


USERS: dict[str, type[User]] = {
    "device alerts": TroubleUser,
    "print results": PrintUser,
    "lost answers": LostAnswerUser,
    "offline tickets": OfflineUser,
    "refused tickets": RefusedUser,
    "deferred actions": DeferredActionUser,
    "ratings": RatingUser,
    "alarms": AlarmUser,
}
