"""Connections whose answers cannot trickle in for ever, and what goes wrong on them.

This and the feed alone import requests and urllib3. That takes as long as all that is of our own, so whoever
an app needs for its first frame imports this only where something is asked.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from branch.client.certificates import pinned_at, place_of
from branch.client.lines import Lines
from branch.client.responses import BadAnswer, Unreachable, Untrusted


def open_session(lines: Lines, token: str, certificate: str = "") -> requests.Session:
    """A session over ``lines`` for one thread. No proxies, no .netrc: the service is on the LAN.

    An https address must have that ``certificate``, else the one that is pinned, else one that the machine's
    roots vouch for.
    """
    session = requests.Session()
    session.trust_env = False
    session.headers.update({"User-Agent": "branchline", "Accept-Encoding": "identity"})
    if token:
        session.headers["Authorization"] = f"Bearer {token}"
    session.adapters.clear()
    session.mount("http://", _Adapter(lines, certificate))
    session.mount("https://", _Adapter(lines, certificate))
    return session


class _Line(socket.socket):
    """A socket that may be given a time by which all reading has to be done."""

    until: float | None = None

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        _hurry(self, self.until)
        return super().recv_into(*args, **kwargs)


class _SecureLine(ssl.SSLSocket):
    """The same inside TLS; made by an SSLContext, in the place of the socket that was connected."""

    lines: Lines
    until: float | None = None

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        _hurry(self, self.until)
        return super().recv_into(*args, **kwargs)

    def do_handshake(self, block: bool = False) -> None:
        self.lines.hold(self)
        super().do_handshake(block)


def _hurry(line: socket.socket, until: float | None) -> None:
    """Wait no longer than there is time left; raises TimeoutError."""
    if until is not None:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        line.settimeout(left)


class _Connection(HTTPConnection):
    lines: Lines

    def connect(self) -> None:
        self.sock = self._new_conn()

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3's own does not fit either
        line, timeout = self.sock, self.timeout
        if isinstance(line, _Line | _SecureLine) and timeout is not None:
            line.until = time.monotonic() + timeout
        response = super().getresponse()
        if isinstance(line, _Line | _SecureLine) and not self.lines.whole_answers:
            line.until = None
            line.settimeout(timeout)
        return response

    def _new_conn(self) -> socket.socket:
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


class _SecureConnection(_Connection, HTTPSConnection):
    certificate: str

    def connect(self) -> None:
        pinned = self.certificate or pinned_at(self.host, self.port)
        self.ca_certs = None  # not the library's roots, but the system's
        if pinned:
            self.ssl_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self.ssl_context.check_hostname = False  # it is that certificate, whatever it is called
            self.cert_reqs, self.assert_fingerprint = "CERT_NONE", pinned
        else:
            self.ssl_context = ssl.create_default_context()
            self.cert_reqs, self.assert_fingerprint = "CERT_REQUIRED", None

        class Line(_SecureLine):
            lines = self.lines

        self.ssl_context.sslsocket_class = Line
        HTTPSConnection.connect(self)


class _Adapter(HTTPAdapter):
    """Makes urllib3 use our connections. It sends nothing twice by itself: only the caller knows whether
    it may."""

    def __init__(self, lines: Lines, certificate: str) -> None:
        self._lines, self._certificate = lines, certificate
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)

        class Connection(_Connection):
            lines = self._lines

        class Pool(HTTPConnectionPool):
            ConnectionCls = Connection

        class SecureConnection(_SecureConnection):
            lines = self._lines
            certificate = self._certificate

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = SecureConnection

        self.poolmanager.pool_classes_by_scheme = {"http": Pool, "https": SecurePool}


_LOOK_S = 2.0
"""How long an address may take to show its certificate."""

_CUT_OFF = (http.client.RemoteDisconnected, http.client.IncompleteRead)


def presented_at(url: str) -> str:
    """The hash of the certificate that an https address shows, vouched for or not. Raises ServiceError."""
    with network_errors():
        text = ssl.get_server_certificate(place_of(url), timeout=_LOOK_S)
    return sha256(ssl.PEM_cert_to_DER_cert(text)).hexdigest()


@contextmanager
def network_errors() -> Iterator[None]:
    """Turns what requests, urllib3 and sockets raise into Unreachable, or BadAnswer for what is no HTTP."""
    try:
        yield
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        if _is_untrusted(error):
            raise Untrusted(
                f"nobody this machine trusts vouches for its certificate ({_short(error)}): "
                "pair with `branchline pair`, or have the bank's root installed"
            ) from error
        if _is_no_http(error):
            raise BadAnswer(f"what answers is no branch service: {_short(error)}") from error
        raise Unreachable(_short(error)) from error


def _is_untrusted(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


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
