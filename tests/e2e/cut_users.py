"""Everything that an app tells later, as the one test of the power cut drives it, by the app's own classes.

A user lives twice: in the test, which prepares what there is to tell and looks for it in the journal, and in
a child, which tells it and dies.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import QObject

from branch.client.calls.service_api import Api, new_key
from branch.contract.times import to_text
from branch.qt.device_alerts import Troubles
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.help.alarms import ALARM, LOBBY, Alarms
from counter.offline.deferred_actions import Action, DeferredAction, DeferredActions
from counter.rating.rating_outbox import Rating, RatingOutbox
from counter.shell.action_runner import ActionRunner
from counter.signin.session import Session
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


class DeviceAlerts(User):
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
        self._troubles = Troubles(link, "kiosk")

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
        """Have a ticket at counter 1, called, and nobody else; gives its id."""
        desk = apis["counter"]
        counter = desk.snapshot()["hall"]["counters"][0]
        here = counter["ticket"]
        if counter["state"] != "open":
            desk.open_counter(1, "1001", PIN)
        if here is not None and here["status"] == "called":
            desk.start(1)
        if here is not None:
            desk.finish(1)
        ticket = apis["kiosk"].issue("A")
        desk.next(1)
        return ticket["id"]


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
        self._actions.put(DeferredAction(cast(Action, word), 1, ticket, "A001", at, new_key()))

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
        asker = ActionRunner(link, languages)
        self._alarms = Alarms(link, Session(link, asker, languages, 1), asker, languages)

    def tell(self, thing: str) -> None:
        if thing == LOBBY:
            self._alarms.callLobby()
        else:
            self._alarms.raiseAlarm()

    @property
    def done(self) -> bool:
        self._alarms.refresh()
        return "waits" not in (self._alarms.property("lobby"), self._alarms.property("alarm"))


USERS: dict[str, type[User]] = {
    "device alerts": DeviceAlerts,
    "deferred actions": DeferredActionUser,
    "ratings": RatingUser,
    "alarms": AlarmUser,
}
