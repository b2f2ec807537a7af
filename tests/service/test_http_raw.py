"""What is hardly HTTP any more: lengths that lie, and bytes that are no request."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest

from branch.service.http.request_body import MAX_BODY
from tests.service.asking import Asker

NOT_HTTP = r"WARNING uvicorn\.error: Invalid HTTP request received\."

pytestmark = pytest.mark.usefixtures("nothing_else_happens")

TICKETS = "/v1/tickets"


def raw(asker: Asker, request: bytes) -> bytes:
    """What comes back for these bytes until the service hangs up or falls silent."""
    url = urlsplit(asker.running.url)
    assert url.hostname is not None
    received = b""
    with socket.create_connection((url.hostname, url.port or 0), timeout=5) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        while piece := connection.recv(65_536):
            received += piece
    return received


def head(asker: Asker, *lines: str) -> bytes:
    token = asker.running.tokens["kiosk"]
    return "\r\n".join([*lines, "Host: x", f"Authorization: Bearer {token}", "", ""]).encode("latin-1")


@pytest.mark.expects_log(NOT_HTTP)
def test_a_length_that_lies(asker: Asker) -> None:
    json_type = "Content-Type: application/json"
    post = f"POST {TICKETS} HTTP/1.1"
    # More is promised than comes: the asker has gone before the body was whole.
    assert b" 201 " not in raw(
        asker, head(asker, post, json_type, "Content-Length: 500") + b'{"service":"A"}'
    )
    # An immense promise is refused before anything comes.
    answer = raw(asker, head(asker, post, json_type, f"Content-Length: {100 * MAX_BODY}"))
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert answer.count(b"HTTP/1.1 ") == 1
    # Less is promised than comes: what is too much is no request.
    answer = raw(asker, head(asker, post, json_type, "Content-Length: 2") + b"{}" + b"x" * 200)
    assert answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 422 "))
    assert b"Traceback" not in answer
    for length in ("-1", "1e3", "0x10", "", "9" * 30):
        answer = raw(asker, head(asker, post, json_type, f"Content-Length: {length}"))
        assert answer.startswith(b"HTTP/1.1 4"), (length, answer)


@pytest.mark.expects_log(NOT_HTTP)
@pytest.mark.parametrize(
    "request_line",
    [
        b"GET /v1/h\xe9alth HTTP/1.1",
        b"GET  HTTP/1.1",
        b"GET /v1/health HTTP/9.9",
        b"NONSENSE",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET http://[/v1 HTTP/1.1",
    ],
)
def test_what_is_not_http(asker: Asker, request_line: bytes) -> None:
    answer = raw(asker, request_line + b"\r\nHost: x\r\n\r\n")
    assert answer == b"" or answer.startswith(b"HTTP/1.1 4"), answer
