"""A head office for tests: a real web server with a list of appointments, and moods."""

from __future__ import annotations

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

Mood = Literal["well", "failing", "garbage", "not-a-list", "slow", "dripping"]


class Office:
    """Answers GET /appointments with ``rows``, an ETag, and 304 to whoever has it.

    Attributes:
        rows: the list.
        mood: how it answers.
        asked: the If-None-Match of each request, None without one, oldest first.
        answers: the status of each answer.
        tokens: the Authorization of each request.
    """

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self.mood: Mood = "well"
        self.asked: list[str | None] = []
        self.answers: list[int] = []
        self.tokens: list[str | None] = []
        self.released = threading.Event()
        self._port = 0
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where the list is."""
        return f"http://127.0.0.1:{self._port}/appointments"

    def open(self) -> None:
        """Answer, at the same address as before."""
        office = self

        class Desk(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                office.answer(self)

            def log_message(self, *_: object) -> None:
                """Nobody reads it."""

        ThreadingHTTPServer.allow_reuse_address = True
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), Desk)
        self._port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name="office")
        self._thread.start()

    def close(self) -> None:
        """Be gone: nothing answers at the address."""
        self.released.set()
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()
            self._server = self._thread = None

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        held = request.headers.get("If-None-Match")
        self.asked.append(held)
        self.tokens.append(request.headers.get("Authorization"))
        body = json.dumps({"appointments": self.rows}, ensure_ascii=False).encode()
        mark = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.mood == "slow":
            self.released.wait(20)
            request.close_connection = True
            return
        if self.mood == "dripping":
            self._drip(request)
        elif self.mood == "failing":
            self._send(request, 500, b"out of order")
        elif self.mood == "garbage":
            self._send(request, 200, b"<html>maintenance</html>")
        elif self.mood == "not-a-list":
            self._send(request, 200, b'{"appointments": {"a": 1}}')
        elif held == mark:
            self._send(request, 304, b"", mark)
        else:
            self._send(request, 200, body, mark)

    def _send(
        self, request: BaseHTTPRequestHandler, status: int, body: bytes, mark: str | None = None
    ) -> None:
        request.send_response(status)
        if mark is not None:
            request.send_header("ETag", mark)
        if status != 304:
            request.send_header("Content-Type", "application/json")
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)
        self.answers.append(status)

    def _drip(self, request: BaseHTTPRequestHandler) -> None:
        """A byte now and then: each comes in time, the whole never does."""
        request.send_response(200)
        request.end_headers()
        request.close_connection = True
        try:
            while not self.released.wait(0.02):
                request.wfile.write(b" ")
        except OSError:
            return  # whoever asked has hung up
