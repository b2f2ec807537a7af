"""Holds what the service of the demo answers and tells against the contract, for every role."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from branch.client.caller import Caller, part
from branch.client.calls.service_api import Api
from branch.client.feed_reader import FeedReader
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.answers.hall_answers import BoardSnapshot
from branch.contract.conformity import answer_faults, event_faults
from branch.contract.refusals import Refusal

_SHOWN = 5
"""So many faults are told; one is seldom alone."""

_SAMPLED = 20
"""So many tickets of the day are asked for."""


class _Asker(Caller):
    def get(self, path: str) -> dict[str, object]:
        """What is there to read; raises Refusal, ServiceError."""
        return self._get(path)


class ContractWatch:
    """Reads the feed as every role, and asks for a sample of all there is to read."""

    def __init__(self, url: str, tokens: Mapping[str, str], counter: int) -> None:
        """``tokens`` by role; ``counter`` is the one whose queue staff ask for."""
        self._url, self._tokens, self._counter = url, tokens, counter
        self._lock = threading.Lock()
        self._faults: dict[str, None] = {}
        self._checked = 0
        self._readers = [self._reader(role, token) for role, token in tokens.items()]
        for reader in self._readers:
            reader.start()

    def close(self) -> None:
        """Read no more."""
        for reader in self._readers:
            reader.stop()

    def faults(self) -> list[str]:
        """The first faults, a line each; none at all having been looked at is one too."""
        with self._lock:
            if not self._checked:
                return ["nothing was held against the contract"]
            return [f"not what the contract says: {fault}" for fault in list(self._faults)[:_SHOWN]]

    def sample(self) -> None:
        """Ask as every role for what can be read. Raises ServiceError."""
        with Api(self._url, self._tokens["manager"]) as api:
            rows = api.visits()["visits"]
        tickets = [row["id"] for row in rows[:: max(1, len(rows) // _SAMPLED)]]
        paths = [
            *(
                "/v1/health",
                "/v1/branch",
                f"/v1/snapshot?counter={self._counter}",
                "/v1/visits",
                "/v1/alerts",
            ),
            *("/v1/cases", "/v1/reprints", f"/v1/counters/{self._counter}/figures", "/v1/slots?service=A"),
            *(f"/v1/tickets/{part(ticket)}" for ticket in tickets),
            *(f"/v1/tickets/{part(ticket)}/why?counter={self._counter}" for ticket in tickets),
            *(f"/t/{part(ticket)}/state" for ticket in tickets),
        ]
        for role, token in self._tokens.items():
            with _Asker(self._url, token) as asker:
                for path in paths:
                    try:
                        answer = asker.get(path)
                    except Refusal:
                        continue  # not for this role
                    self._note(answer_faults("GET", path, role, 200, answer))

    def _reader(self, role: str, token: str) -> FeedReader:
        def snapshot(taken: BoardSnapshot) -> None:
            self._note(answer_faults("GET", "/v1/snapshot", role, 200, taken))

        def event(told: BoardEvent) -> None:
            self._note(event_faults(told, role))

        return FeedReader(
            self._url,
            token,
            on_snapshot=snapshot,
            on_event=event,
            on_state=lambda *_: None,
            counter=self._counter,
        )

    def _note(self, faults: list[str]) -> None:
        with self._lock:
            self._checked += 1
            self._faults |= dict.fromkeys(faults)
