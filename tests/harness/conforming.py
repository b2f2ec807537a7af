"""Holds every answer and every event that a service in tests gives against the contract."""

from __future__ import annotations

import json

from starlette.types import Message, Receive, Scope, Send

from branch.contract.answers.answer_table import ANYBODY
from branch.contract.conformity import answer_faults, event_faults
from branch.service.http.application import Application

_NOT_IN_THE_TABLE = frozenset({"/openapi.json"})


class Conforming:
    """Sees what goes out, and puts what does not fit into ``faults``. Changes nothing."""

    def __init__(self, app: Application, faults: list[str]) -> None:
        self._app, self._faults = app, faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and look at its answer."""
        if scope["type"] != "http" or scope["path"] in _NOT_IN_THE_TABLE:
            await self._app(scope, receive, send)
            return
        told = _Told(scope, _role_of(scope, self._app), self._faults)

        async def seen(message: Message) -> None:
            told.take(message)
            await send(message)

        await self._app(scope, receive, seen)


class _Told:
    """One answer on its way out."""

    def __init__(self, scope: Scope, role: str, faults: list[str]) -> None:
        self._method, self._path, self._faults = scope["method"].replace("HEAD", "GET"), scope["path"], faults
        self._role = role
        self._status, self._kind, self._body = 0, "", b""

    def take(self, message: Message) -> None:
        """Take what the service sends next."""
        if message["type"] == "http.response.start":
            self._status = message["status"]
            self._kind = dict(message["headers"]).get(b"content-type", b"").decode().partition(";")[0]
        elif self._kind == "text/event-stream":
            self._body += message.get("body", b"")
            *whole, self._body = self._body.split(b"\n\n")
            for event in whole:
                self._check_event(event)
        elif self._kind.endswith("json"):
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                self._faults += answer_faults(
                    self._method, self._path, self._role, self._status, json.loads(self._body)
                )

    def _check_event(self, event: bytes) -> None:
        data = [line.removeprefix(b"data: ") for line in event.split(b"\n") if line.startswith(b"data: ")]
        if data:
            self._faults += event_faults(json.loads(b"\n".join(data)), self._role)


def _role_of(scope: Scope, app: Application) -> str:
    given = dict(scope["headers"]).get(b"authorization", b"").decode("latin-1")
    found = app.context.tokens.find(given.partition(" ")[2]) if given else None
    return found.role if found is not None else ANYBODY
