"""One call to the service: asked again when nobody answered, done at most once."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Self
from urllib.parse import quote
from uuid import uuid4
from weakref import WeakSet

from branch.backoff import pause
from branch.client.lines import Lines
from branch.client.responses import ServiceError, Unavailable, Unreachable, base_url, object_of

if TYPE_CHECKING:
    import requests

FIRST_PAUSE = 0.2
"""Seconds before the second attempt; the next pauses double."""

MOST_PAUSE = 2.0

Query = Mapping[str, str | int | None]
"""What is asked for in the address; None is left out."""


def new_key() -> str:
    """An idempotency key. Make one for each thing a person does, not for each attempt at it."""
    return str(uuid4())


def part(text: str) -> str:
    """``text`` as one part of a path, whatever is in it."""
    return quote(text, safe="")


class Caller:
    """Asks the service. May be used from several threads; each has its own connections."""

    def __init__(
        self,
        url: str,
        token: str = "",
        *,
        timeout: tuple[float, float] = (2.0, 5.0),
        attempts: int = 3,
        total: float = 15.0,
        certificate: str = "",
    ) -> None:
        """``timeout`` is for connecting and for the whole answer, ``total`` for all attempts with the
        pauses between them, all in seconds; ``certificate`` is what an https address must have, see
        `open_session`. Raises ValueError for what is no address."""
        self.url = base_url(url)
        self._token, self._certificate = token, certificate
        self._timeout = timeout
        self._attempts = attempts
        self._total = total
        self._closing = threading.Event()
        self._lines = Lines()
        self._local = threading.local()
        self._sessions: WeakSet[requests.Session] = WeakSet()
        self._lock = threading.Lock()

    def close(self) -> None:
        """End for good: calls under way in any thread raise Unreachable now, later ones at once.

        A write that is cut may have been done all the same, as whenever a line breaks.
        """
        self._closing.set()
        self._lines.cut()
        with self._lock:
            for session in self._sessions:
                session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _get(
        self,
        path: str,
        query: Query | None = None,
        *,
        headers: Mapping[str, str | None] | None = None,
        seconds: float | None = None,
    ) -> dict[str, object]:
        """``seconds``: for answers that take longer than the client's own timeout."""
        return self._ask("GET", path, query=query, headers=headers, seconds=seconds)

    def _post(self, path: str, body: Mapping[str, object] | None, key: str | None) -> dict[str, object]:
        """Fields that are None are left out of the body; every attempt carries the same key and bytes."""
        given = {name: value for name, value in (body or {}).items() if value is not None}
        data = json.dumps(given, ensure_ascii=False).encode() if given else None
        headers = {"Idempotency-Key": key or new_key()}
        if data is not None:
            headers["Content-Type"] = "application/json"
        return self._ask("POST", path, data=data, headers=headers)

    def _ask(
        self,
        method: str,
        path: str,
        *,
        query: Query | None = None,
        data: bytes | None = None,
        headers: Mapping[str, str | None] | None = None,
        seconds: float | None = None,
    ) -> dict[str, object]:
        """The answer's object; raises Refusal or ServiceError, the last one when attempts or time are up."""
        from branch.client.transport import network_errors  # in the worker that asks, not when an app starts

        connect, read = self._timeout
        read = seconds or read
        until = time.monotonic() + max(self._total, read)
        failures = 0
        while True:
            if self._closing.is_set():
                raise Unreachable("this client is closing")
            left = max(0.001, until - time.monotonic())
            try:
                with network_errors():
                    response = self._session().request(
                        method,
                        self.url + path,
                        params=query,
                        data=data,
                        headers=headers,
                        timeout=(min(connect, left), min(read, left)),
                        allow_redirects=False,
                    )
                return object_of(response)
            except ServiceError as error:
                failures += 1
                wait = pause(failures, first=FIRST_PAUSE, most=MOST_PAUSE)
                late = time.monotonic() + wait >= until
                if failures >= self._attempts or late or not _passes(error):
                    raise
            self._closing.wait(wait)

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            from branch.client.transport import open_session

            session = self._local.session = open_session(self._lines, self._token, self._certificate)
            with self._lock:
                self._sessions.add(session)
        return session


def _passes(error: ServiceError) -> bool:
    """Whether asking again may help. A full disk (507) is nothing that a second or two would heal."""
    if isinstance(error, Unavailable):
        return error.code != "storage-full"
    return isinstance(error, Unreachable)
