"""Everything that an app tells later, as the one test of the power cut drives it, by the app's own classes.

A user lives twice: in the test, which prepares what there is to tell and looks for it in the journal, and in
a child, which tells it and dies.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from branch.client.calls.service_api import Api
from branch.qt.device_alerts import Troubles
from branch.qt.service_link import ServiceLink


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


USERS: dict[str, type[User]] = {"device alerts": DeviceAlerts}
