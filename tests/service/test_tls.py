"""A service that speaks TLS: apps that know its key take its certificate, others go by the system's roots."""

from __future__ import annotations

import socket
import ssl
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import requests

from branch import cli
from branch.client.calls.service_api import Api
from branch.client.certificates import pin
from branch.client.joining.known_service import AnotherServiceError, first_key, meet
from branch.client.joining.pair_app import pair
from branch.client.joining.service_location import answers, recall
from branch.client.local_store import FOLDER_VARIABLE
from branch.client.responses import ServiceError, Untrusted
from branch.client.transport import presented_at
from branch.contract.pairing_code import code_of
from branch.service.config.branch_config import ConfigError, parse
from tests.client.recorder import reading
from tests.harness.branch import RunningService, running_service, small_toml
from tests.harness.clocks import HandClock
from tests.harness.tls import certificate, tls_proxy
from tests.harness.waiting import until


def with_tls(*lines: str) -> str:
    """The small branch with that in [service]."""
    return "\n".join(["[service]", *lines, small_toml()])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningService]:
    """Its own certificate."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))
    with running_service(tmp_path / "data", parse(with_tls('tls = "own"')), HandClock()) as service:
        yield service
        pin(secure(service), "")


def secure(service: RunningService) -> str:
    return service.url.replace("http:", "https:")


def test_who_knows_the_key_takes_its_certificate(own: RunningService) -> None:
    url, token = secure(own), own.tokens["manager"]
    with Api(url, token, attempts=1) as api:
        with pytest.raises(Untrusted):
            api.branch()
        key = first_key(api)
        assert meet(api, key)[1] == key
        assert api.branch().name
    with reading(url, token) as (_, told):
        until(lambda: [state for state, _ in told.states][-1:] == ["live"])
    assert answers(url, key)


def test_one_that_is_lost_is_made_again_and_taken(own: RunningService) -> None:
    url = secure(own)
    with Api(url, own.tokens["manager"], attempts=1) as api:
        key = first_key(api)
        meet(api, key)
    file = own.folder / "tls.pem"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    old = presented_at(url)
    own.stop()
    file.unlink()
    own.config = parse(with_tls('tls = "own"'))
    own.start()
    assert presented_at(url) != old
    with Api(url, own.tokens["manager"], attempts=1) as api:
        with pytest.raises(ServiceError):
            api.branch()
        meet(api, key)
        assert api.branch().name


def test_who_sits_between_is_not_taken_for_it(own: RunningService, tmp_path: Path) -> None:
    """It has a certificate of its own, and passes on what the service says."""
    with Api(secure(own)) as api:
        key = first_key(api)
    with (
        tls_proxy(own.url, certificate(tmp_path / "between"), upstream_tls=True) as between,
        Api(between, own.tokens["manager"], attempts=1) as api,
    ):
        with pytest.raises(Untrusted):
            meet(api, key)
        with pytest.raises(AnotherServiceError):
            meet(api, key.swapcase())
        assert not answers(between, key)


def test_a_code_pairs_over_tls(own: RunningService, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        cli.main(["pair", "hall", "--role", "kiosk", "--data", str(own.folder), "--address", secure(own)])
        == 0
    )
    pair("kiosk", code_of(capsys.readouterr().out.strip()), "kiosk")
    known = recall("kiosk")
    assert known.url == secure(own)
    with Api(known.url, known.token) as api:
        assert api.branch().name


def test_the_banks_certificate_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = certificate(tmp_path / "bank")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    config = parse(with_tls(f'cert = "{file}"', f'key = "{file}"'))
    with (
        running_service(tmp_path / "data", config, HandClock()) as service,
        Api(secure(service), service.tokens["manager"], attempts=1) as api,
    ):
        assert meet(api, "")[1]
        assert api.branch().ticket_url.startswith("https://")


def test_what_is_no_tls_gets_no_answer(own: RunningService) -> None:
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{own.url}/v1/health", timeout=5)
    with closing(socket.create_connection(("127.0.0.1", int(own.url.rpartition(":")[2])))) as line:
        line.sendall(b"\x16\x03\x01garbage")
        line.settimeout(5)
        assert line.recv(100)[:1] in (b"", b"\x15"), "an alert of TLS, or nothing"
    with Api(secure(own)) as api:
        assert first_key(api)


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
def test_old_tls_is_refused(own: RunningService) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    port = int(own.url.rpartition(":")[2])
    with closing(socket.create_connection(("127.0.0.1", port))) as line, pytest.raises(OSError, match=r"."):
        context.wrap_socket(line)


@pytest.mark.parametrize(
    "lines",
    [('tls = "yes"',), ('cert = "a.pem"',), ('key = "a.pem"',), ('tls = "own"', 'cert = "a"', 'key = "a"')],
)
def test_what_is_no_setting_is_a_mistake(lines: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError):
        parse(with_tls(*lines))


def test_a_certificate_that_is_none_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.pem").write_text("no certificate", encoding="utf-8")
    for file in ("bad.pem", "gone.pem"):
        path = tmp_path / file
        (tmp_path / "branch.toml").write_text(with_tls(f'cert = "{path}"', f'key = "{path}"'), "utf-8")
        arguments = ["serve", "--config", str(tmp_path / "branch.toml"), "--data", str(tmp_path / "data")]
        assert cli.main(arguments) == 2
        error = capsys.readouterr().err
        assert len(error.splitlines()) == 1
        assert file in error
