"""An app sends nothing to a service that has not proved to be its own (decision 18)."""

from __future__ import annotations

import base64
import json
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from branch.client.joining import service_location as module
from branch.client.joining.discovery import FoundService
from branch.client.joining.known_service import AnotherServiceError, meet
from branch.client.joining.service_location import Endpoint, Remembered, locate, recall, remember
from branch.client.local_store import FOLDER_VARIABLE
from branch.contract.service_proof import is_proven, new_challenge
from tests.client.raw import Peer, Script, raw_server
from tests.harness.branch import RunningService, running_service


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing given, nothing remembered, no time to lose."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))
    for name in (module.URL_VARIABLE, module.TOKEN_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(module, "_PAUSE_S", 0.01)


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[RunningService]:
    """Another branch's service on the same LAN."""
    with running_service(tmp_path / "neighbour") as running:
        yield running


def key_of(url: str) -> str:
    with Api(url) as api:
        return meet(api, "")[1]


def search(*services: FoundService, stop: threading.Event, rounds: int = 3) -> Endpoint | None:
    """Where the kiosk finds its service, when these are announced; None after so many rounds."""
    left = [rounds]

    def heard(_seconds: float, _stop: threading.Event) -> list[FoundService]:
        left[0] -= 1
        if not left[0]:
            stop.set()
        return list(services)

    return locate("kiosk", stop=stop, on_wait=lambda _: None, search=heard)


def passes_on(own: str) -> Script:
    """A stranger that has our service answer the challenge for it."""

    def script(peer: Peer) -> None:
        while True:
            request = peer.request()
            assert "authorization" not in request.headers, "a stranger is not told our token"
            asked = f"{own}{request.path}?challenge={request.query['challenge']}"
            with urllib.request.urlopen(asked) as answer:  # noqa: S310 - of the test's own service
                told = json.load(answer)
            told["proof"]["address"] = "10.0.0.66"  # what it says itself is signed
            peer.answer(200, told)

    return script


def test_a_service_proves_its_key(service: RunningService) -> None:
    challenge = new_challenge()
    with Api(service.url) as api:
        proof = api.health(challenge)["proof"]
        assert is_proven(proof, challenge)
        assert not is_proven(proof, new_challenge())
        assert not is_proven({**proof, "address": "10.0.0.66"}, challenge)
        assert not is_proven({**proof, "signature": base64.b64encode(bytes(64)).decode()}, challenge)
        assert "proof" not in api.health()


def test_a_neighbours_service_is_passed_over(service: RunningService, neighbour: RunningService) -> None:
    key = key_of(service.url)
    remember("kiosk", "http://127.0.0.1:9", "secret", key)
    stop = threading.Event()
    assert search(FoundService("Neighbour", neighbour.url), stop=stop) is None
    both = FoundService("Neighbour", neighbour.url), FoundService("Ours", service.url)
    assert search(*both, stop=threading.Event()) == Endpoint(service.url, "secret", "found", key)


def test_a_stranger_at_the_remembered_address_is_told_nothing(neighbour: RunningService) -> None:
    remember("kiosk", neighbour.url, "secret", base64.b64encode(bytes(32)).decode())
    assert search(stop=threading.Event()) is None


@pytest.mark.parametrize("health", [{"status": "ok"}, {"status": "ok", "proof": {"key": "?"}}])
def test_an_impostor_without_a_proof_is_passed_over(
    health: dict[str, object], service: RunningService
) -> None:
    def script(peer: Peer) -> None:
        while True:
            assert "authorization" not in peer.request().headers
            peer.answer(200, health)

    key = key_of(service.url)
    remember("kiosk", "http://127.0.0.1:9", "secret", key)
    with raw_server(script) as impostor:
        assert search(FoundService("Ours", impostor.url), stop=threading.Event()) is None
        with Api(impostor.url) as api, pytest.raises(AnotherServiceError):
            meet(api, key)


def test_a_proof_that_is_passed_on_is_none(service: RunningService) -> None:
    remember("kiosk", "http://127.0.0.1:9", "secret", key_of(service.url))
    with raw_server(passes_on(service.url)) as stranger:
        assert search(FoundService("Ours", stranger.url), stop=threading.Event()) is None


def test_an_announced_address_must_be_the_services_own(service: RunningService) -> None:
    key = key_of(service.url)
    named = service.url.replace("127.0.0.1", "localhost")
    with Api(named) as api:
        assert meet(api, key)[1] == key
        with pytest.raises(AnotherServiceError, match="passes on"):
            meet(api, key, announced=True)


def test_another_token_is_another_start(service: RunningService) -> None:
    remember("kiosk", "http://127.0.0.1:9", "old", "key of the old service")
    found = locate("kiosk", service.url, "new", stop=threading.Event(), on_wait=lambda _: None)
    assert found == Endpoint(service.url, "new", "given")
    again = locate("kiosk", service.url, stop=threading.Event(), on_wait=lambda _: None)
    assert again == Endpoint(service.url, "old", "given", "key of the old service")


def test_a_key_stays_with_its_token() -> None:
    remember("kiosk", "http://a:1", "t", "key")
    remember("kiosk", "http://b:1", "t")
    assert recall("kiosk") == Remembered("http://b:1", "t", "key")
    remember("kiosk", "http://b:1", "u")
    assert recall("kiosk") == Remembered("http://b:1", "u")
