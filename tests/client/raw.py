"""A server that does exactly what a test tells it, byte by byte; each connection follows a script."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Request:
    """What a client has sent; header names in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


class Peer:
    """The server's end of one connection."""

    def __init__(self, sock: socket.socket, seen: list[Request]) -> None:
        self.sock = sock
        self._file = sock.makefile("rb")
        self._seen = seen

    def request(self) -> Request:
        """The next request; raises ConnectionError when the client has gone."""
        line = self._file.readline()
        if not line:
            raise ConnectionError("the client has gone")
        method, target, _ = line.decode().split(" ")
        headers: dict[str, str] = {}
        while (line := self._file.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        body = self._file.read(int(headers.get("content-length", 0)))
        parts = urlsplit(target)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        request = Request(method, parts.path, query, headers, body)
        self._seen.append(request)
        return request

    def send(self, data: bytes) -> None:
        """Send these bytes."""
        self.sock.sendall(data)

    def answer(self, status: int, data: Any, kind: str = "application/json") -> None:
        """A whole answer."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        head = f"HTTP/1.1 {status} Said\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        self.send(head.encode() + body)

    def problem(self, status: int, code: str) -> None:
        """An error as the service says it."""
        self.answer(
            status, {"status": status, "code": code, "detail": f"it is {code}"}, "application/problem+json"
        )

    def stream(self, data: bytes = b"") -> None:
        """The head of a feed, and its first bytes; it has no length and ends with the connection."""
        self.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n" + data)

    def reset(self) -> None:
        """Break the connection off without a goodbye."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()

    def close(self) -> None:
        """End the connection, also for a script that reads from it."""
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self._file.close()
        self.sock.close()

    def until_gone(self) -> None:
        """Wait until the client has closed the connection, sending nothing."""
        with suppress(OSError, ValueError):
            while self._file.read1():
                pass


Script = Callable[[Peer], None]


class RawServer:
    """Listens; the n-th connection gets the n-th script, later ones the last. ``seen`` are all requests."""

    def __init__(self, *scripts: Script) -> None:
        self.scripts = scripts
        self.seen: list[Request] = []
        self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._peers: list[Peer] = []
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def close(self) -> None:
        """End everything."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._accepting.join()
        self._socket.close()
        for peer in self._peers:
            with suppress(OSError):
                peer.sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._socket.accept()
            except OSError:
                return
            script = self.scripts[min(self.connections, len(self.scripts) - 1)]
            self.connections += 1
            peer = Peer(sock, self.seen)
            self._peers.append(peer)
            self._threads.append(threading.Thread(target=self._follow, args=(script, peer)))
            self._threads[-1].start()

    @staticmethod
    def _follow(script: Script, peer: Peer) -> None:
        # That the client goes away in the middle is what most of these tests are about.
        with suppress(OSError):
            script(peer)
        peer.close()


@contextmanager
def raw_server(*scripts: Script) -> Iterator[RawServer]:
    """A server that is closed in the end."""
    server = RawServer(*scripts)
    try:
        yield server
    finally:
        server.close()
