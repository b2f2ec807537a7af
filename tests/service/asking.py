"""Asks a running service as an app would, and says what an answer must look like."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import requests

from branch.contract.answers.ticket_answers import IntegrationTicket, StaffTicket
from branch.domain.kernel.refusals import FACTS
from tests.harness.branch import PIN, RunningService

SECONDS = 5.0
"""How long a test waits for what should come at once."""

TICKET = {
    *("id", "number", "service", "segment", "language", "status", "channel", "issued_at", "ahead"),
    "promise",
    *("estimate", "counter", "for_counter", "called_at", "started_at", "finished_at", "recalls"),
    *("transfers", "then", "printed", "note", "url", "appointment", "came_late", "doubtful"),
}
STAFF_SEES = set(StaffTicket.__annotations__) - set(IntegrationTicket.__annotations__)
"""What the teller sees of a ticket besides, and the customer's side does not."""
COUNTER = {
    "number",
    "state",
    "reason",
    "services",
    "since",
    "ticket",
    "staff",
    "undo",
    "public_name",
    "back_at",
}
PROBLEM = {"type", "status", "title", "detail", "code"}


class Asker:
    """One connection to a service, with every role's token at hand."""

    def __init__(self, running: RunningService) -> None:
        self.running = running
        self._session = requests.Session()

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        role: str | None = "counter",
        key: str | None = None,
        data: Any = None,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        """One request; ``data`` goes out as it is, ``body`` as JSON."""
        sent = dict(headers or {})
        if role is not None:
            sent.setdefault("Authorization", f"Bearer {self.running.tokens[role]}")
        if key is not None:
            sent["Idempotency-Key"] = key
        if data is not None:
            sent.setdefault("Content-Type", "application/json")
        url = self.running.url + path
        return self._session.request(method, url, json=body, data=data, headers=sent, timeout=SECONDS * 2)

    def post(self, path: str, body: object = None, **more: Any) -> requests.Response:
        """POST."""
        return self.ask("POST", path, body, **more)

    def get(self, path: str, **more: Any) -> requests.Response:
        """GET."""
        return self.ask("GET", path, **more)

    def stream(self, path: str, *, role: str) -> requests.Response:
        """GET on a connection of its own, whose answer is read piece by piece."""
        headers = {"Authorization": f"Bearer {self.running.tokens[role]}"}
        return requests.get(self.running.url + path, headers=headers, stream=True, timeout=SECONDS * 2)

    def answer(self, path: str, body: object = None, **more: Any) -> dict[str, Any]:
        """What a POST that must succeed answers."""
        response = self.post(path, body, **more)
        assert response.status_code in (200, 201), response.text
        found: dict[str, Any] = response.json()
        return found

    def issue(self, service: str = "A", **fields: object) -> dict[str, Any]:
        """A new ticket."""
        return self.answer("/v1/tickets", {"service": service, **fields}, role="manager")

    def open(self, number: int = 1, staff: str = "0312", **fields: object) -> dict[str, Any]:
        """A counter with somebody at it."""
        return self.answer(f"/v1/counters/{number}/open", {"staff": staff, "pin": PIN, **fields})

    def at(self, number: int, *actions: str) -> dict[str, Any]:
        """Do that at a counter, one after the other; the last answer's ticket."""
        answer: dict[str, Any] = {}
        for action in actions:
            answer = self.answer(f"/v1/counters/{number}/{action}")
        ticket: dict[str, Any] = answer["ticket"]
        return ticket

    def served(self, service: str = "A") -> dict[str, Any]:
        """A ticket that has been served at counter 1."""
        self.issue(service)
        self.open()
        return self.at(1, "next", "start", "finish")

    def snapshot(self, role: str = "manager", **query: object) -> dict[str, Any]:
        """The hall as a role sees it."""
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        response = self.get(f"/v1/snapshot?{asked}", role=role)
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    def seq(self) -> int:
        """How many rows there are."""
        found: int = self.get("/v1/health", role=None).json()["seq"]
        return found

    def close(self) -> None:
        """Hang up."""
        self._session.close()


def is_problem(response: requests.Response, status: int, code: str) -> None:
    """That answer, exactly once and in its one shape."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    found = json.loads(response.content)
    assert (response.status_code, found["status"], found["code"]) == (status, status, code), found
    assert set(found) == PROBLEM | set(FACTS.get(code, ()))
    assert "\n" not in found["detail"]
    assert "Traceback" not in response.text
    assert len(response.content) < 1500


def together(*actions: Callable[[], None]) -> None:
    """Run actions at the same time; raises what one of them raised."""
    start = threading.Barrier(len(actions))
    errors: list[BaseException] = []

    def run(action: Callable[[], None]) -> None:
        start.wait()
        try:
            action()
        except BaseException as error:  # noqa: BLE001 - raised again in the test's own thread
            errors.append(error)

    threads = [threading.Thread(target=run, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
