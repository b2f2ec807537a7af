"""Listens to a live feed over a socket of its own, as bytes come, until told to stop."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

from tests.harness.branch import RunningService
from tests.harness.waiting import News
from tests.service.asking import SECONDS


@dataclass(frozen=True)
class Heard:
    """One event, with when it came."""

    id: int | None
    type: str
    data: dict[str, Any]
    at: float


def dial(running: RunningService, role: str, query: str = "", **headers: str) -> socket.socket:
    """A connection on which a feed has been asked for."""
    url = urlsplit(running.url)
    assert url.hostname is not None
    connection = socket.create_connection((url.hostname, url.port or 0), timeout=30)
    lines = [
        f"GET /v1/events{query} HTTP/1.1",
        "Host: x",
        f"Authorization: Bearer {running.tokens[role]}",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
    ]
    connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
    return connection


class Feed:
    """A feed being listened to; ``events`` grows as they come, each with a number or without."""

    def __init__(
        self, running: RunningService, role: str = "manager", query: str = "", **headers: str
    ) -> None:
        self.events: list[Heard] = []
        self.comments: list[str] = []
        self.status = 0
        self.ended = threading.Event()
        self._news = News()
        self._connection = dial(running, role, query, **headers)
        self._thread = threading.Thread(target=self._listen, name="listener")
        self._thread.start()
        self.wait_for(lambda: self.comments or self.events or self.ended.is_set())

    def rows(self) -> list[Heard]:
        """The events that are rows of the journal."""
        return [event for event in self.events if event.id is not None]

    def ids(self) -> list[int]:
        """Their numbers."""
        return [event.id for event in self.events if event.id is not None]

    def of(self, type_: str) -> list[Heard]:
        """The events of a type."""
        return [event for event in self.events if event.type == type_]

    def wait_for(self, condition: Callable[[], object], seconds: float = SECONDS) -> None:
        """Wait until what has come makes a condition true."""
        self._news.wait_for(condition, lambda: f"only {self.events[-3:]} came", seconds)

    def close(self) -> None:
        """Hang up without a word."""
        self._connection.close() if self.ended.is_set() else self._cut()
        self._thread.join(SECONDS)
        assert not self._thread.is_alive()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _cut(self) -> None:
        try:
            self._connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            self.ended.wait(SECONDS)

    def _listen(self) -> None:
        fields: dict[str, str] = {}
        try:
            with self._connection.makefile("rb") as stream:
                self.status = int(stream.readline().split()[1])
                while stream.readline().strip():
                    """Past the headers."""
                for line in self._lines(stream):
                    self._take(line, fields)
        except (OSError, ValueError, IndexError):
            """Cut off, by them or by us."""
        finally:
            with self._news.telling():
                self.ended.set()

    def _lines(self, stream: Any) -> Any:
        """The lines inside the chunks of the transfer."""
        rest = b""
        while size := int(stream.readline().strip() or b"0", 16):
            *lines, rest = (rest + stream.read(size)).split(b"\n")
            stream.readline()
            yield from lines

    def _take(self, raw: bytes, fields: dict[str, str]) -> None:
        line = raw.decode()
        with self._news.telling():
            if line.startswith(":"):
                self.comments.append(line[1:].strip())
            elif line:
                name, _, value = line.partition(": ")
                assert name not in fields, "a field stands twice in an event"
                fields[name] = value
            elif fields:
                number = fields.get("id")
                self.events.append(
                    Heard(
                        None if number is None else int(number),
                        fields["event"],
                        json.loads(fields["data"]),
                        time.monotonic(),
                    )
                )
                fields.clear()
