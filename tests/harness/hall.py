"""Who is in a branch under test: customers at the kiosk, tellers at counters, the manager."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from typing import Any, cast

import requests

from branch.client.calls.service_api import Api
from branch.contract.answers.visit_answers import VisitRow
from tests.harness.branch import PIN, RunningService


class Hall:
    """The people of a running service, each with the token of their role."""

    def __init__(self, service: RunningService) -> None:
        self.service = service
        self.kiosk = Api(service.url, service.tokens["kiosk"])
        self.desk = Api(service.url, service.tokens["counter"])
        self.manager = Api(service.url, service.tokens["manager"])

    def close(self) -> None:
        """End the calls under way."""
        for api in (self.kiosk, self.desk, self.manager):
            api.close()

    # Customers

    def comes(self, service: str = "A", **more: str) -> str:
        """Have a customer take a number."""
        return self.kiosk.issue(service, **more)["number"]

    def take(self, *services: str) -> list[str]:
        """Have customers take numbers, one after the other."""
        return [self.comes(service) for service in services]

    def by_appointment(self, service: str) -> str:
        """Have a customer with an appointment in a quarter of an hour check in."""
        soon = datetime.fromisoformat(self.manager.health()["at"]) + timedelta(minutes=15)
        code = self.manager.book(service, soon.isoformat())["code"]
        return self.kiosk.check_in(code=code)["number"]

    # Tellers

    def open(self, *counters: int) -> None:
        """Have tellers sit down: at counter 1 the first in branch.toml, and so on."""
        for number in counters:
            self.sits_down(number, self.service.config.staff[number - 1].id)

    def sits_down(self, counter: int, staff: str) -> None:
        """Have a teller sit down at a counter."""
        self.desk.open_counter(counter, staff, PIN)

    def call(self, *counters: int) -> list[str]:
        """Have those counters call their next."""
        return [cast(str, self.desk.next(n)["ticket"]["number"]) for n in counters]  # type: ignore[index]  # somebody waits

    def serve(self, *counters: int) -> None:
        """Have the called customers begin to be served."""
        for number in counters:
            self.desk.start(number)

    def finish(self, *counters: int) -> None:
        """Have the called customers be served to the end."""
        for number in counters:
            self.desk.start(number)
            self.desk.finish(number)

    # The manager

    def visit(self, number: str) -> VisitRow:
        """Return the manager's row of a ticket."""
        rows = self.manager.visits()["visits"]
        return next(row for row in rows if row["number"] == number)

    def status(self, number: str) -> object:
        """Return what the service says of a ticket."""
        return self.visit(number)["status"]

    def called(self, counter: int = 1) -> str:
        """Return who is at that counter, as the service says."""
        hall = self.desk.snapshot()["hall"]
        ticket = next(c["ticket"] for c in hall["counters"] if c["number"] == counter)
        return ticket["number"] if ticket else ""

    def tells(self, text: Mapping[str, str], **more: object) -> str:
        """Have the manager post a notice; its id."""
        return str(self._post("/v1/notices", {"text": text, **more})["id"])

    def ends(self, notice: str) -> None:
        """Have the manager end a notice."""
        self._post(f"/v1/notices/{notice}/end", None)

    def _post(self, path: str, body: object) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.service.tokens['manager']}"}
        answer = requests.post(self.service.url + path, json=body, headers=headers, timeout=10)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


@contextmanager
def asking(service: RunningService, role: str) -> Iterator[Api]:
    """The service as another program of that role sees it."""
    with Api(service.url, service.tokens[role]) as api:
        yield api


def open_counters(service: RunningService, *counters: int) -> None:
    """Put the tellers of branch.toml at counters, in its order."""
    with closing(Hall(service)) as hall:
        for number, staff in zip(counters, service.config.staff, strict=False):
            hall.sits_down(number, staff.id)
