"""Calls over lines that misbehave: what is tried again, with which key, for how long, and how it ends."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import pytest

from branch.client.calls.service_api import new_key
from branch.client.responses import BadAnswer, ServiceError, Unauthorized, Unavailable, Unreachable
from branch.contract.refusals import Refusal
from tests.client.call_scripts import is_starting, quick, takes
from tests.client.proxy import OF_A_CUT
from tests.client.raw import Peer, raw_server


def drops_after_request(peer: Peer) -> None:
    peer.request()


def resets_after_request(peer: Peer) -> None:
    peer.request()
    peer.reset()


def cuts_in_head(peer: Peer) -> None:
    peer.request()
    peer.send(b"HTTP/1.1 201 Created\r\nContent-Le")


def cuts_in_body(peer: Peer) -> None:
    peer.request()
    peer.send(b'HTTP/1.1 201 Created\r\nContent-Length: 400\r\n\r\n{"id": "t1", "nu')


def never_answers(peer: Peer) -> None:
    peer.request()
    peer.until_gone()


def trickles(peer: Peer) -> None:
    """A byte now and then: each is in time, the answer never is."""
    peer.request()
    peer.send(b"HTTP/1.1 201 Created\r\nX: ")
    while True:
        peer.send(b"x")
        time.sleep(0.02)  # the pace is the point


@pytest.mark.parametrize(
    "trouble",
    [
        drops_after_request,
        resets_after_request,
        pytest.param(cuts_in_head, marks=pytest.mark.expects_log(OF_A_CUT[0])),
        cuts_in_body,
        is_starting,
        never_answers,
        trickles,
    ],
)
def test_a_write_is_sent_again_with_the_same_key(trouble: Callable[[Peer], None]) -> None:
    with raw_server(trouble, takes) as server, quick(server.url) as api:
        assert api.issue("A", phone="13800000000")["number"] == "A001"
        first, second = server.seen
        assert first.headers["idempotency-key"] == second.headers["idempotency-key"]
        assert len(first.headers["idempotency-key"]) == 36
        assert first.body == second.body == b'{"service": "A", "phone": "13800000000"}'


def test_other_writes_have_other_keys_unless_they_are_given() -> None:
    key = new_key()
    with raw_server(takes) as server, quick(server.url) as api:
        api.issue("A")
        api.issue("A")
        api.cancel("t1", key=key)
        keys = [request.headers["idempotency-key"] for request in server.seen]
        assert len(set(keys)) == 3
        assert keys[2] == key


def test_reading_is_tried_again_without_a_key() -> None:
    with raw_server(drops_after_request, takes) as server, quick(server.url) as api:
        assert api.ticket("t1")["number"] == "A001"
        assert "idempotency-key" not in server.seen[1].headers
        assert server.seen[1].headers["authorization"] == "Bearer token"


def test_attempts_are_counted() -> None:
    with raw_server(drops_after_request) as server, quick(server.url, attempts=2) as api:
        with pytest.raises(Unreachable):
            api.issue("A")
        assert len(server.seen) == 2


def test_all_attempts_together_have_an_end() -> None:
    with raw_server(trickles) as server, quick(server.url, attempts=100, total=1.0) as api:
        began = time.monotonic()
        with pytest.raises(Unreachable):
            api.issue("A")
        assert time.monotonic() - began < 1.6
        assert 2 <= len(server.seen) < 5


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [(507, "storage-full", Unavailable), (401, "unauthorized", Unauthorized), (500, "internal", BadAnswer)],
)
def test_what_would_not_pass_is_not_tried_again(status: int, code: str, kind: type[ServiceError]) -> None:
    def says(peer: Peer) -> None:
        while True:
            peer.request()
            peer.problem(status, code)

    with raw_server(says) as server, quick(server.url) as api:
        with pytest.raises(kind) as raised:
            api.issue("A")
        assert len(server.seen) == 1
        if isinstance(raised.value, Unavailable):
            assert (raised.value.code, raised.value.detail) == ("storage-full", "it is storage-full")


def test_the_last_503_is_what_the_caller_gets() -> None:
    with raw_server(is_starting) as server, quick(server.url, attempts=2) as api:
        with pytest.raises(Unavailable) as raised:
            api.issue("A")
        assert raised.value.code == "starting"


def test_a_refusal_is_no_trouble_of_the_line() -> None:
    def refuses(peer: Peer) -> None:
        peer.request()
        peer.problem(409, "branch-closed")
        peer.request()
        peer.problem(409, "of-next-year")

    with raw_server(refuses) as server, quick(server.url) as api:
        with pytest.raises(Refusal) as known:
            api.issue("A")
        assert (known.value.code, known.value.detail) == ("branch-closed", "it is branch-closed")
        with pytest.raises(Refusal) as unknown:
            api.issue("A")
        assert type(unknown.value) is Refusal
        assert unknown.value.code == "of-next-year"
        assert len(server.seen) == 2


def sends(data: bytes) -> Callable[[Peer], None]:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(data)

    return script


def answers_with(status: int, body: object, kind: str = "application/json") -> Callable[[Peer], None]:
    def script(peer: Peer) -> None:
        peer.request()
        peer.answer(status, body, kind)

    return script


def test_a_refusal_has_the_facts_of_its_problem() -> None:
    problem = {
        "type": "about:blank",
        "title": "No",
        "status": 409,
        "code": "service-closed",
        "detail": "not now",
        "service": "A",
        "opens_at": None,
        "of_next_year": [1],
    }
    with (
        raw_server(answers_with(409, problem, "application/problem+json")) as server,
        quick(server.url) as api,
    ):
        with pytest.raises(Refusal) as refused:
            api.issue("A")
        assert refused.value.facts == {"service": "A", "opens_at": None}


@pytest.mark.parametrize(
    "other_program",
    [
        pytest.param(sends(b"SSH-2.0-OpenSSH_9.2\r\n"), id="not-http"),
        pytest.param(
            sends(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 100_000 + b"\r\n\r\n"), id="endless-head"
        ),
        pytest.param(answers_with(200, b"<html>"), id="not-json"),
        pytest.param(answers_with(200, [1]), id="not-an-object"),
        pytest.param(answers_with(404, b"<html>", "text/html"), id="no-such-page"),
        pytest.param(answers_with(302, b""), id="elsewhere"),
        pytest.param(answers_with(409, b"{", "application/problem+json"), id="half-a-problem"),
        pytest.param(answers_with(409, [], "application/problem+json"), id="a-problem-without-code"),
    ],
)
def test_another_program_answers(other_program: Callable[[Peer], None]) -> None:
    with raw_server(other_program) as server, quick(server.url) as api:
        with pytest.raises(BadAnswer):
            api.snapshot()
        assert len(server.seen) == 1


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with quick(f"http://127.0.0.1:{port}", attempts=2) as api, pytest.raises(Unreachable, match="refused"):
        api.health()


def test_there_is_no_such_host() -> None:
    with quick("http://no-such-host.invalid", attempts=1) as api, pytest.raises(Unreachable):
        api.health()


def test_an_address_that_swallows_everything(swallowing_address: str) -> None:
    with quick(swallowing_address, attempts=1) as api:
        began = time.monotonic()
        with pytest.raises(Unreachable, match="timed out"):
            api.health()
        assert time.monotonic() - began < 1.5


def test_one_thread_keeps_its_line() -> None:
    with raw_server(takes) as server, quick(server.url) as api:
        for _ in range(5):
            api.issue("A")
        assert server.connections == 1


def test_no_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with raw_server(takes) as server, quick(server.url) as api:
        assert api.issue("A")["number"] == "A001"


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        (b"", "Response ended prematurely"),
        (b"5\r\n{", "the line ended in the middle of an answer"),
        (b"1\r\n{\r\n", "Response ended prematurely"),
    ],
)
def test_an_answer_that_was_cut_off_is_told_in_words(tail: bytes, reason: str) -> None:
    def ends(peer: Peer) -> None:
        peer.request()
        peer.send(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + tail
        )

    with raw_server(ends) as server, quick(server.url, attempts=1) as api:
        with pytest.raises(Unreachable) as told:
            api.health()
        assert str(told.value) == reason


def test_an_answer_shorter_than_it_said_is_told_in_words() -> None:
    def ends(peer: Peer) -> None:
        peer.request()
        peer.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{")

    said = pytest.raises(Unreachable, match=r"^the line ended in the middle of an answer$")
    with raw_server(ends) as server, quick(server.url, attempts=1) as api, said:
        api.health()
