"""Whatever is sent, the answer is one problem+json, the log has no trace and the queue is as it was."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.service.asking import Asker, is_problem

LONG = "x" * 70_000
pytestmark = pytest.mark.usefixtures("nothing_else_happens")

TICKETS = "/v1/tickets"
RATING = "/v1/tickets/nobody/rating"
OPEN = "/v1/counters/1/open"
BOOK = "/v1/appointments"


BODIES: list[tuple[str, Any, int, str]] = [
    (TICKETS, {"service": "nothing"}, 404, "unknown-service"),
    (TICKETS, {"service": "A", "segment": "kings"}, 404, "unknown-segment"),
    (TICKETS, {"service": "A", "language": "tlh"}, 404, "unknown-language"),
    (TICKETS, {}, 422, "invalid"),
    (TICKETS, {"service": ""}, 422, "invalid"),
    (TICKETS, {"service": 1}, 422, "invalid"),
    (TICKETS, {"service": None}, 422, "invalid"),
    (TICKETS, {"service": ["A"]}, 422, "invalid"),
    (TICKETS, {"service": "A", "colour": "red"}, 422, "invalid"),
    (TICKETS, {"service": "A", "phone": "call me"}, 422, "invalid"),
    (TICKETS, {"service": "A", "phone": "١٢٣٤٥٦"}, 422, "invalid"),
    (TICKETS, {"service": "A", "channel": "x" * 65}, 422, "invalid"),
    (TICKETS, {"service": "A\0"}, 404, "unknown-service"),
    (TICKETS, {"service": "A", "language": "zh\0"}, 404, "unknown-language"),
    (TICKETS, [], 422, "invalid"),
    (TICKETS, "A", 422, "invalid"),
    (TICKETS, 7, 422, "invalid"),
    ("/v1/tickets/nobody/printed", {"ok": "true"}, 422, "invalid"),
    ("/v1/tickets/nobody/printed", {"ok": True}, 404, "unknown-ticket"),
    (RATING, {"score": 0}, 422, "invalid"),
    (RATING, {"score": 6}, 422, "invalid"),
    (RATING, {"score": 3.5}, 422, "invalid"),
    (RATING, {"score": "5"}, 422, "invalid"),
    (RATING, {"score": True}, 422, "invalid"),
    (RATING, {"score": 10**100}, 422, "invalid"),
    (RATING, {"score": 5, "tags": ["a"] * 11}, 422, "invalid"),
    (RATING, {"score": 5, "source": "gossip"}, 422, "invalid"),
    (RATING, {"score": 5, "comment": "x" * 501}, 422, "invalid"),
    (OPEN, {"staff": "nobody", "pin": "1"}, 403, "wrong-pin"),
    (OPEN, {"staff": "0312", "pin": 4821}, 422, "invalid"),
    (OPEN, {"staff": "0312", "pin": "1\0"}, 403, "wrong-pin"),
    (OPEN, {"staff": "0312", "pin": "1", "services": []}, 422, "invalid"),
    ("/v1/counters/1/call", {"ticket": "nobody"}, 409, "counter-not-open"),
    ("/v1/counters/1/requeue", {"ticket": "nobody"}, 404, "unknown-ticket"),
    ("/v1/counters/1/requeue", {}, 422, "invalid"),
    ("/v1/counters/1/steps", {"step": "greet"}, 409, "counter-not-open"),
    ("/v1/counters/1/steps", {"step": ""}, 422, "invalid"),
    ("/v1/counters/1/steps", {"step": "greet", "done": "no"}, 422, "invalid"),
    ("/v1/counters/1/park", {"remind_s": -1}, 422, "invalid"),
    ("/v1/counters/1/then", {"services": ["A"]}, 409, "counter-not-open"),
    ("/v1/counters/1/then", {"services": "A"}, 422, "invalid"),
    ("/v1/counters/1/then", {"services": ["A"] * 6}, 422, "invalid"),
    ("/v1/counters/1/park", {"remind_s": 86401}, 422, "invalid"),
    ("/v1/counters/1/park-again", {"ticket": "nobody"}, 409, "counter-not-open"),
    ("/v1/counters/1/transfer", {"counter": 10**40}, 409, "counter-not-open"),
    *(
        (path, {**body, key: text}, 422, "invalid")
        for path, body, key in (
            ("/v1/notices", {"text": {"en": "hello"}}, "from"),
            ("/v1/notices", {"text": {"en": "hello"}}, "until"),
            (BOOK, {"service": "A"}, "starts_at"),
            ("/v1/counters/1/start", {}, "at"),
            (RATING, {"score": 5}, "at"),
        )
        for text in (
            "0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00+14:00",
            "1969-12-31T23:59:59Z",
            "3000-01-01T00:00:00Z",
        )
    ),
    (BOOK, {"service": "A", "starts_at": "tomorrow"}, 422, "invalid"),
    (BOOK, {"service": "A", "starts_at": "2026-11-21T10:00:00"}, 422, "invalid"),
    (BOOK, {"service": "A", "starts_at": "9999-12-31T23:59:59Z"}, 422, "invalid"),
    (BOOK, {"service": "A", "starts_at": "0001-01-01T00:00:00+14:00"}, 422, "invalid"),
    (BOOK, {"service": "A", "starts_at": 1e300}, 422, "invalid"),
    (BOOK, {"service": "A", "starts_at": "2026-11-21T10:00:00Z", "code": "a b"}, 422, "invalid"),
    ("/v1/services/nothing/close", {"reason": "x"}, 404, "unknown-service"),
    ("/v1/services/A/close", {"reason": "x" * 501}, 422, "invalid"),
]


@pytest.mark.parametrize("keyed", [False, True])
def test_bodies_that_are_json(asker: Asker, keyed: bool) -> None:
    for number, (path, body, status, code) in enumerate(BODIES):
        for _ in range(1 + keyed):
            key = f"key {number}" if keyed else None
            is_problem(asker.post(path, body, role="manager", key=key), status, code)


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"", 422),
        (b"service=A", 400),
        (b"{", 400),
        (b'{"service": "A"', 400),
        (b'{"service": "A"} {}', 400),
        (b"\xff\xfe\x00", 400),
        (b'{"service": "\xff"}', 400),
        (b"[" * 60_000, 400),
        (b'{"score": ' + b"9" * 5000 + b"}", 400),
        (b'{"service": NaN}', 422),
        (b'{"service": "\\ud800"}', 422),
        (b'{"\\ud800": "A"}', 422),
        (b'{"service": "A", "' + LONG[:60_000].encode() + b'": 1}', 422),
        (b"null", 422),
    ],
)
def test_bodies_that_are_not(asker: Asker, raw: bytes, status: int) -> None:
    response = asker.post(TICKETS, data=raw, role="kiosk", key="key")
    is_problem(response, status, "not-json" if status == 400 else "invalid")


def test_json_that_says_it_is_something_else(asker: Asker) -> None:
    for kind in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "nonsense",
        "application/json; charset=x",
    ):
        response = asker.post(TICKETS, data=b'{"service": "A', role="kiosk", headers={"Content-Type": kind})
        assert response.status_code in (400, 422)
        is_problem(response, response.status_code, response.json()["code"])


def pieces(size: int) -> Iterator[bytes]:
    """A body in pieces, whose length is not stated."""
    yield b'{"service": "'
    for _ in range(size // 65_536):
        yield LONG[:65_536].encode()
    yield b'"}'


TEN_MB = 10 * 1024 * 1024


@pytest.mark.parametrize("path", [TICKETS, "/v1/counters/1/next", "/v1/appointments"])
def test_ten_megabytes(asker: Asker, path: str) -> None:
    stated = asker.post(path, data=b"x" * TEN_MB, role="manager", key="one")
    is_problem(stated, 413, "too-large")
    in_pieces = asker.post(path, data=pieces(TEN_MB), role="manager", key="two")
    is_problem(in_pieces, 413, "too-large")


@pytest.mark.parametrize(("size", "status"), [(64 * 1024, 422), (64 * 1024 + 1, 413)])
def test_the_limit_to_the_byte(asker: Asker, size: int, status: int) -> None:
    raw = b'{"service": ""}' + b" " * (size - 15)
    for data in (raw, iter([raw[:100], raw[100:]])):
        response = asker.post(TICKETS, data=data, role="kiosk")
        is_problem(response, status, "too-large" if status == 413 else "invalid")


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/v1", "/v2/tickets", "/v1/tickets/", "/v1/nothing", "/t/", "/docs", "/redoc", "/static/x"),
        *("/v1/../health", "/v1/%2e%2e/health", "/%00", "/v1/counters/1/explode", "/" + "x" * 30_000),
    ],
)
def test_unknown_paths(asker: Asker, path: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(asker.running.url).netloc, timeout=5)
    headers = {"Authorization": f"Bearer {asker.running.tokens['manager']}"}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    found = json.loads(answer.read())
    connection.close()
    assert (answer.status, found["code"]) == (404, "not-found")
    assert answer.getheader("content-type") == "application/problem+json"


@pytest.mark.parametrize(
    "ticket", ["nobody", "%00", "%ED%A0%80", "%F0%9F%8E%AB", "..%5C..%5Cetc", "x" * 30_000, "'--"]
)
def test_unknown_tickets(asker: Asker, ticket: str) -> None:
    is_problem(asker.get(f"/v1/tickets/{ticket}"), 404, "unknown-ticket")
    is_problem(asker.post(f"/v1/tickets/{ticket}/cancel", key="key"), 404, "unknown-ticket")
    is_problem(asker.get(f"/t/{ticket}", role=None), 404, "unknown-ticket")
    is_problem(asker.get(f"/t/{ticket}/state", role=None), 404, "unknown-ticket")


@pytest.mark.parametrize("counter", ["0", "100", "-1", "one", "1.5", "%00", "9" * 5000])
def test_counters_that_cannot_be(asker: Asker, counter: str) -> None:
    is_problem(asker.post(f"/v1/counters/{counter}/next"), 422, "invalid")
    is_problem(asker.get(f"/v1/snapshot?counter={counter}"), 422, "invalid")


def test_a_counter_that_is_not_there(asker: Asker) -> None:
    is_problem(asker.post("/v1/counters/9/next"), 404, "unknown-counter")
    assert asker.get("/v1/snapshot?counter=9").json()["hall"]["queue"]["waiting"] == 0


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "", "9" * 5000])
def test_numbers_that_no_event_has(asker: Asker, after: str) -> None:
    is_problem(asker.get(f"/v1/events?after={after}"), 422, "invalid")
    is_problem(asker.get("/v1/events", headers={"Last-Event-ID": after}), 422, "invalid")


@pytest.mark.parametrize("query", ["day=" + "9" * 11, "day=%00", "day=2026-13-99", "day=%ED%A0%80"])
def test_days_that_were_not(asker: Asker, query: str) -> None:
    answer = asker.get(f"/v1/visits?{query}", role="manager")
    is_problem(answer, *((422, "invalid") if "99999" in query else (404, "unknown-day")))


def test_wrong_methods(asker: Asker) -> None:
    for method, path in [("GET", OPEN), ("DELETE", TICKETS), ("PUT", BOOK), ("POST", "/v1/health")]:
        response = asker.ask(method, path, role="manager")
        is_problem(response, 405, "method-not-allowed")
        assert response.headers["allow"]


def test_very_long_headers(asker: Asker) -> None:
    for name in ("Authorization", "X-Anything", "Accept", "Cookie"):
        response = asker.get("/v1/branch", headers={name: LONG})
        assert response.status_code in (200, 401, 431)
    too_long = {"Idempotency-Key": LONG}
    is_problem(asker.post(TICKETS, {"service": "A"}, headers=too_long), 422, "invalid")
    is_problem(asker.get("/v1/events", headers={"Last-Event-ID": LONG}), 422, "invalid")
