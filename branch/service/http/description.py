"""/openapi.json. FastAPI, which makes it, is loaded when somebody first asks: no other request needs it, and
it takes longer to load than the rest of the service."""

from __future__ import annotations

import threading

from starlette.concurrency import run_in_threadpool
from starlette.types import Receive, Scope, Send

from branch.service.feed.feed_entries import to_json
from branch.service.http.problems import Answer, Problem
from branch.service.http.route_table import RouteTable

DESCRIPTION_PATH = "/openapi.json"
_METHODS = ("GET", "HEAD")


class Description:
    """Answers with the description, which is made when it is first asked for: in a worker's thread, for it
    takes a moment in which the feed goes on."""

    def __init__(self, table: RouteTable) -> None:
        self._table = table
        self._lock = threading.Lock()
        self._made: bytes | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET, and HEAD; raises Problem for any other method."""
        if scope["method"] not in _METHODS:
            allowed = ", ".join(_METHODS).encode()
            raise Problem(405, "Method Not Allowed", headers=((b"allow", allowed),))
        await Answer(200, await run_in_threadpool(self._text))(scope, receive, send)

    def _text(self) -> bytes:
        from branch.service.http.openapi import described

        with self._lock:
            if self._made is None:
                self._made = to_json(described(self._table)).encode()
            return self._made
