"""Connections that can be cut from another thread, and whose answers cannot trickle in for ever.

Closing a response from outside does not wake a thread that reads from it (it would sit there for its whole
timeout), so every connection's socket is put down here before it connects, and `Lines.cut` shuts it down.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import Any
from weakref import WeakSet

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse
from urllib3.connection import HTTPConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError


class Lines:
    """The sockets in use by one client."""

    def __init__(self, *, whole_answers: bool = True) -> None:
        """With ``whole_answers`` the read timeout is for head and body together; without (a feed, which
        has no end) it is for the whole head, and then for each pause between bytes."""
        self.whole_answers = whole_answers
        self._lock = threading.Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self._cut = False

    def hold(self, sock: socket.socket) -> None:
        """Put down a socket before it connects; raises OSError when everything has been cut."""
        with self._lock:
            if self._cut:
                raise OSError("this client is closing")
            self._sockets.add(sock)

    def cut(self) -> None:
        """Wake whoever connects or reads, now; they and all who come later get an OSError. For good."""
        with self._lock:
            self._cut = True
            for sock in self._sockets:
                _shut(sock)


def open_session(lines: Lines, token: str) -> requests.Session:
    """A session over ``lines`` for one thread. No proxies, no .netrc: the service is on the LAN."""
    session = requests.Session()
    session.trust_env = False
    session.headers.update({"User-Agent": "branchline", "Accept-Encoding": "identity"})
    if token:
        session.headers["Authorization"] = f"Bearer {token}"
    session.adapters.clear()
    session.mount("http://", _Adapter(lines))
    return session


def _shut(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        # Not connected yet (Windows says so also while it connects): closing makes the connect fail.
        with suppress(OSError):
            sock.close()


class _Line(socket.socket):
    """A socket that may be given a time by which all reading has to be done."""

    until: float | None = None

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        if self.until is not None:
            left = self.until - time.monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            self.settimeout(left)
        return super().recv_into(*args, **kwargs)


class _Connection(HTTPConnection):
    lines: Lines

    def connect(self) -> None:
        self.sock = self._dial()

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3's own does not fit either
        line, timeout = self.sock, self.timeout
        if isinstance(line, _Line) and timeout is not None:
            line.until = time.monotonic() + timeout
        response = super().getresponse()
        if isinstance(line, _Line) and not self.lines.whole_answers:
            line.until = None
            line.settimeout(timeout)
        return response

    def _dial(self) -> socket.socket:
        """A connected socket, which `Lines.cut` could shut from its first moment on."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            reason = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
            raise NameResolutionError(self.host, self, reason) from error
        until = None if self.timeout is None else time.monotonic() + self.timeout
        trouble: OSError | None = None
        for family, kind, protocol, _, address in found:
            line = _Line(family, kind, protocol)
            try:
                for level, option, value in self.socket_options or ():
                    line.setsockopt(level, option, value)
                line.settimeout(None if until is None else max(0.001, until - time.monotonic()))
                self.lines.hold(line)
                line.connect(address)
            except OSError as error:
                line.close()
                trouble = error
            else:
                return line
        if isinstance(trouble, TimeoutError):
            raise ConnectTimeoutError(self, f"{self.host} did not answer") from trouble
        raise NewConnectionError(self, str(trouble)) from trouble


class _Adapter(HTTPAdapter):
    """Makes urllib3 use our connections. It sends nothing twice by itself: only the caller knows whether
    it may."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)

        class Connection(_Connection):
            lines = self._lines

        class Pool(HTTPConnectionPool):
            ConnectionCls = Connection

        self.poolmanager.pool_classes_by_scheme = {"http": Pool}
