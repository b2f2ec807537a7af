"""Connections whose answers cannot trickle in for ever, and what goes wrong on them.

This and the feed alone import requests and urllib3. That takes as long as all that is of our own, so whoever
an app needs for its first frame imports this only where something is asked.
"""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse
from urllib3.connection import HTTPConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from branch.client.lines import Lines
from branch.client.responses import BadAnswer, Unreachable


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


_CUT_OFF = (http.client.RemoteDisconnected, http.client.IncompleteRead)


@contextmanager
def network_errors() -> Iterator[None]:
    """Turns what requests, urllib3 and sockets raise into Unreachable, or BadAnswer for what is no HTTP."""
    try:
        yield
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        if _is_no_http(error):
            raise BadAnswer(f"what answers is no branch service: {_short(error)}") from error
        raise Unreachable(_short(error)) from error


def _is_no_http(error: BaseException) -> bool:
    """Whether bytes came that are no HTTP, as opposed to too few."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, http.client.HTTPException) and not isinstance(cause, _CUT_OFF):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _short(error: BaseException) -> str:
    """The innermost reason in one line: neither the layers that passed it on nor what they stumbled over.

    Below a line that ended lies, say, the number that could not be read from it: that is no reason.
    """
    reason, cause = error, _cause(error)
    while cause is not None:
        if isinstance(cause, OSError | http.client.HTTPException | urllib3.exceptions.HTTPError):
            reason = cause
        cause = _cause(cause)
    if isinstance(reason, http.client.IncompleteRead):
        return "the line ended in the middle of an answer"
    return f"{reason}" or type(reason).__name__


def _cause(error: BaseException) -> BaseException | None:
    """What an error came from, as a traceback would tell it."""
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)
