"""Services behind a proxy that speaks TLS: the system's roots vouch, or one line says that they do not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from branch.client.calls.service_api import Api
from branch.client.joining.known_service import first_key, meet
from branch.client.joining.service_location import answers, locate
from branch.client.local_store import FOLDER_VARIABLE
from branch.client.responses import ServiceError, Untrusted, base_url
from tests.client.recorder import reading
from tests.harness.branch import RunningService, small_service
from tests.harness.tls import certificate, tls_proxy
from tests.harness.waiting import until

SECONDS = 5


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningService]:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))
    with small_service(tmp_path / "data") as running:
        yield running


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return certificate(tmp_path / "proxy")


@pytest.fixture
def secure(service: RunningService, file: Path) -> Iterator[str]:
    """The service's https address."""
    with tls_proxy(service.url, file) as url:
        yield url


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """The bank's root is installed on this machine."""
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://queue.bank.example", "https://queue.bank.example:443"),
        ("https://queue.bank.example/", "https://queue.bank.example:443"),
        ("https://10.0.0.1:8750", "https://10.0.0.1:8750"),
        ("HTTPS://[fe80::1]", "https://[fe80::1]:443"),
    ],
)
def test_an_https_address_is_one(written: str, address: str) -> None:
    assert base_url(written) == address


@pytest.mark.usefixtures("trusted")
def test_what_the_machines_roots_vouch_for_is_asked(service: RunningService, secure: str) -> None:
    with Api(secure, service.tokens["manager"]) as api:
        health, key = meet(api, "")
        assert health["status"] == "ok"
        assert meet(api, key)[1] == key
        assert api.snapshot()["hall"]["services"]


@pytest.mark.usefixtures("trusted")
def test_its_feed_is_followed_and_can_be_cut(service: RunningService, secure: str) -> None:
    with reading(secure, service.tokens["display"]) as (_, told):
        until(lambda: [state for state, _ in told.states][-1:] == ["live"])


def test_what_nobody_vouches_for_is_told_in_one_line_and_gets_no_token(
    service: RunningService, secure: str
) -> None:
    with Api(secure, service.tokens["manager"], attempts=1) as api:
        for ask in (api.branch, lambda: meet(api, "")):
            with pytest.raises(Untrusted, match="nobody this machine trusts") as no:
                ask()
            assert "\n" not in str(no.value)
            assert "`branchline pair`" in str(no.value)
        key = first_key(api)
        assert key, "who it says it is may be asked: no token is sent"
        with pytest.raises(Untrusted):
            meet(api, key)
    assert not answers(secure, key)


@pytest.mark.usefixtures("trusted")
def test_an_app_finds_it_again(service: RunningService, secure: str) -> None:
    found = locate("kiosk", secure, "token", stop=threading.Event(), on_wait=lambda _: None)
    assert found is not None
    assert found.url == secure


@pytest.mark.expects_log(r"WARNING uvicorn\.error: Invalid HTTP request received\.")
def test_a_plain_port_is_no_https(service: RunningService) -> None:
    with Api(service.url.replace("http:", "https:"), attempts=1) as api, pytest.raises(ServiceError) as no:
        meet(api, "")
    assert "\n" not in str(no.value)
