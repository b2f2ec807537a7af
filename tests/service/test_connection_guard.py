"""Connections that keep others out: silent ones, heads without an end, and too many of one address."""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, Router

from branch.service.access.certificate import own_certificate
from branch.service.http.guarded_protocol import USUAL_LIMITS, ConnectionGuard, ConnectionLimits
from branch.service.http.http_server import HttpServer, listen
from tests.harness.waiting import until

QUICK = replace(USUAL_LIMITS, head_s=0.1, body_s=0.1, look_every_s=0.02, tell_every_s=3600.0)
CLOSED = r"WARNING branch\.service\.http\.guarded_protocol: connections closed: 1 "


async def hello(request: Request) -> PlainTextResponse:
    """Read what was sent, and answer."""
    with suppress(ClientDisconnect):
        await request.body()
    return PlainTextResponse("hello")


@contextmanager
def serving(limits: ConnectionLimits, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """The port of a server with these limits."""
    bound = listen("127.0.0.1", 0)
    server = HttpServer(Router([Route("/", hello, methods=["GET", "POST"])]), limits, tls)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([bound])))
    thread.start()
    try:
        until(lambda: server.started)
        yield bound.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def said(port: int, *pieces: bytes) -> bytes:
    """What comes back for these bytes until the server hangs up."""
    received = b""
    with (
        socket.create_connection(("127.0.0.1", port), timeout=30) as connection,
        suppress(ConnectionResetError, BrokenPipeError),
    ):
        for piece in pieces:
            connection.sendall(piece)
        while piece := connection.recv(65_536):
            received += piece
    return received


@pytest.mark.expects_log(CLOSED + "silent ones")
def test_who_says_nothing_is_not_waited_for() -> None:
    with serving(QUICK) as port:
        assert said(port) == b""


@pytest.mark.expects_log(CLOSED + "(with half a head|silent ones)")  # the head may come late too
def test_a_head_that_comes_slowly_is_not_waited_for() -> None:
    with serving(QUICK) as port:
        assert said(port, b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ") == b""


@pytest.mark.expects_log(CLOSED + "with half a body")
def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    with serving(replace(QUICK, head_s=30.0)) as port:
        assert said(port, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab") == b""


@pytest.mark.expects_log(CLOSED + "with an endless head")
def test_a_head_without_an_end_is_refused() -> None:
    with serving(replace(QUICK, head_s=30.0)) as port:
        answer = said(port, b"GET / HTTP/1.1\r\nX-Long: ", b"x" * QUICK.head_bytes)
    assert answer.startswith(b"HTTP/1.1 431 ")
    assert b'"code": "too-large"' in answer


def test_who_asks_again_on_a_connection_is_answered() -> None:
    with serving(replace(USUAL_LIMITS, head_bytes=200)) as port:
        ask = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
        answers = said(port, *[ask] * 9, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answers.count(b"hello") == 10


@pytest.mark.expects_log(CLOSED + "without TLS")
def test_who_shakes_no_hands_is_closed(tmp_path: Path) -> None:
    """Silent, with half a hello, or without TLS; and nobody else has to wait for it."""
    tls = own_certificate(tmp_path, []).context
    with serving(replace(USUAL_LIMITS, head_s=0.3, look_every_s=0.05), tls) as port:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as silent:
            client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            client.check_hostname, client.verify_mode = False, ssl.CERT_NONE
            with client.wrap_socket(socket.create_connection(("127.0.0.1", port), timeout=30)) as line:
                line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                answer = b"".join(iter(lambda: line.recv(65_536), b""))
            assert answer.endswith(b"hello")
            assert silent.recv(10) == b""
        assert said(port, b"\x16\x03\x01\x02\x00") == b""
        assert b"HTTP" not in said(port, b"GET / HTTP/1.1\r\n\r\n")


class Connection:
    """What a guard needs of one."""

    deadline = 0.0


def test_one_address_has_no_more_than_its_share(caplog: pytest.LogCaptureFixture) -> None:
    async def come() -> list[bool]:
        guard = ConnectionGuard(replace(USUAL_LIMITS, of_one_address=2))
        first, second, third, other, here = (Connection() for _ in range(5))
        came = [guard.comes(one, "10.0.0.7") for one in (first, second, third)]  # type: ignore[arg-type]
        came.append(guard.comes(other, "10.0.0.8"))  # type: ignore[arg-type]
        guard.goes(first, "10.0.0.7")  # type: ignore[arg-type]
        came.append(guard.comes(third, "10.0.0.7"))  # type: ignore[arg-type]
        came += [guard.comes(here, "127.0.0.1") for _ in range(5)]  # type: ignore[arg-type]
        return came

    with caplog.at_level(logging.CRITICAL):
        came = asyncio.run(come())
    assert came == [True, True, False, True, True, *[True] * 5]
