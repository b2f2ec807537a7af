"""How an app comes to its service."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from branch.client.joining import service_location as module
from branch.client.joining.discovery import FoundService
from branch.client.joining.service_location import Endpoint, Waiting, answers, locate, remember
from branch.client.local_store import FOLDER_VARIABLE
from tests.client.raw import Peer, raw_server

Search = Callable[[float, threading.Event], list[FoundService]]


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing given, nothing remembered, no time to lose."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    for name in (module.URL_VARIABLE, module.TOKEN_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(module, "_PAUSE_S", 0.01)


@pytest.fixture
def dead() -> str:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as gone:
        return f"http://127.0.0.1:{gone.getsockname()[1]}"


def healthy(peer: Peer) -> None:
    while True:
        request = peer.request()
        assert "authorization" not in request.headers, "a stranger is not told our token"
        peer.answer(200, {"status": "ok"})


def nothing(*_: object) -> list[FoundService]:
    raise AssertionError("the LAN was searched")


def finds(*rounds: list[FoundService]) -> Search:
    """A search with these results, the last one for ever."""
    left = list(rounds)
    return lambda _seconds, _stop: left.pop(0) if len(left) > 1 else left[0]


class Told(list[Waiting]):
    """What the screen was told; sets ``stop`` at the n-th."""

    def __init__(self, stop_at: int = 99) -> None:
        self.stop = threading.Event()
        self._stop_at = stop_at

    def __call__(self, waiting: Waiting) -> None:
        self.append(waiting)
        if len(self) >= self._stop_at:
            self.stop.set()


def look(
    told: Told, search: Search = nothing, url: str | None = None, token: str | None = None
) -> Endpoint | None:
    return locate("kiosk", url, token, stop=told.stop, on_wait=told, search=search)


def test_an_address_that_was_given_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch, dead: str) -> None:
    monkeypatch.setenv(module.URL_VARIABLE, "http://other:1")
    assert look(told := Told(), url=dead, token="t") == Endpoint(dead, "t", "given")
    assert told == []


def test_then_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    remember("kiosk", "http://remembered:1", "old")
    monkeypatch.setenv(module.URL_VARIABLE, "10.0.0.5")
    assert look(Told()) == Endpoint("http://10.0.0.5:8750", "old", "environment")
    monkeypatch.setenv(module.TOKEN_VARIABLE, "new")
    assert look(Told()) == Endpoint("http://10.0.0.5:8750", "new", "environment")


def test_then_what_is_remembered_if_it_answers() -> None:
    with raw_server(healthy) as server:
        remember("kiosk", server.url, "t")
        assert look(told := Told()) == Endpoint(server.url, "t", "remembered")
        assert told == [Waiting("asking", (server.url,))]


def test_then_the_lan_until_somebody_answers(dead: str) -> None:
    remember("kiosk", dead, "t")
    with raw_server(healthy) as server:
        search = finds([], [FoundService("Gone", dead)], [FoundService("Here", dead, others=(server.url,))])
        assert look(told := Told(), search) == Endpoint(server.url, "t", "found")
        assert told == [Waiting("asking", (dead,)), Waiting("searching")]


def test_a_remembered_service_that_comes_later_is_taken() -> None:
    """In the morning the kiosk may be up before the service's machine is."""
    starting = threading.Event()

    def late(peer: Peer) -> None:
        peer.request()
        if starting.is_set():
            peer.answer(200, {"status": "ok"})
        else:
            starting.set()
            peer.problem(503, "starting")

    with raw_server(late) as server:
        remember("kiosk", server.url, "t")
        assert look(told := Told(), finds([])) == Endpoint(server.url, "t", "remembered")
        assert [waiting.code for waiting in told] == ["asking", "searching"]


def test_between_two_branches_nobody_chooses() -> None:
    with raw_server(healthy) as one, raw_server(healthy) as other:
        both = [FoundService("East", one.url), FoundService("West", other.url)]
        assert look(told := Told(), finds(both, both, both[1:])) == Endpoint(other.url, "", "found")
        assert told == [Waiting("searching"), Waiting("several", ("East", "West"))]


def test_it_ends_when_it_is_stopped() -> None:
    assert look(Told(stop_at=1), finds([])) is None
    with raw_server(healthy) as server:
        remember("kiosk", server.url, "t")
        assert look(Told(stop_at=1)) is None


def test_a_search_that_is_impossible_is_not_repeated_without_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PAUSE_S", 0.05)
    searches: list[float] = []
    told = Told()

    def impossible(seconds: float, stop: threading.Event) -> list[FoundService]:
        searches.append(seconds)
        if len(searches) == 4:
            stop.set()
        return []

    assert look(told, impossible) is None
    assert told == [Waiting("searching")]


@pytest.mark.parametrize("written", ["ftp://a", "http://a/b"])
def test_what_is_no_address_is_a_mistake(written: str) -> None:
    with pytest.raises(ValueError, match="address of a service"):
        look(Told(), url=written)


def test_other_programs_do_not_answer() -> None:
    def web_server(peer: Peer) -> None:
        peer.request()
        peer.answer(200, b"<html>", "text/html")

    with raw_server(web_server) as server:
        assert not answers(server.url)
    assert not answers("no address at all://")


def test_a_token_is_not_shown() -> None:
    assert "secret" not in repr(Endpoint("http://a:1", "secret", "given"))
