"""An app is paired by a code: with the service of the code alone, once, and only in time."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from branch import cli
from branch.client.calls.service_api import Api
from branch.client.joining.pair_app import PairingError, add_pair, pair
from branch.client.joining.service_location import recall
from branch.client.local_store import FOLDER_VARIABLE
from branch.client.responses import Unauthorized
from branch.contract.pairing_code import PairingCode, code_of, fingerprint_of, new_secret
from branch.service.access.device_tokens import DeviceTokens, TokenInfo
from branch.service.access.invitations import Invitation, Invitations
from tests.harness.branch import RunningService, small_service


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is remembered is this test's own."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    with small_service(tmp_path / "data") as running:
        yield running


def code_for(service: RunningService, capsys: pytest.CaptureFixture[str], *more: str) -> PairingCode:
    """What `branchline pair` prints."""
    address = service.url.removeprefix("http://")
    arguments = ["pair", "hall", "--data", str(service.folder), "--address", address, *more]
    if "--role" not in more:
        arguments += ["--role", "kiosk"]
    assert cli.main(arguments) == 0
    return code_of(capsys.readouterr().out.splitlines()[0])


def listed(service: RunningService) -> list[TokenInfo]:
    with closing(DeviceTokens(service.folder)) as store:
        return [info for info in store.list() if not info.name.startswith("test ")]


def test_a_code_becomes_a_token_that_is_remembered(
    service: RunningService, capsys: pytest.CaptureFixture[str]
) -> None:
    pair("kiosk", code_for(service, capsys), "kiosk")
    known = recall("kiosk")
    assert known.url == service.url
    assert known.key == service.service.app.context.branch.appointment_key
    assert listed(service) == [TokenInfo("kiosk", "hall")]
    with Api(known.url, known.token) as api:
        assert api.branch().name


def test_a_code_is_good_once(service: RunningService, capsys: pytest.CaptureFixture[str]) -> None:
    code = code_for(service, capsys)
    pair("kiosk", code, "kiosk")
    with pytest.raises(PairingError, match="is not good"):
        pair("display", code, None)
    before = recall("kiosk")
    pair("kiosk", code, "kiosk")  # a unit that names it starts the app again
    assert recall("kiosk") == before


def test_a_code_that_is_over_or_guessed_gives_nothing(
    service: RunningService, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(service, capsys)
    guessed = PairingCode(code.address, code.fingerprint, new_secret())
    with closing(DeviceTokens(service.folder)) as store:
        over = Invitations(store).invite(Invitation("kiosk", "late"), -1)
    for wrong in (guessed, PairingCode(code.address, code.fingerprint, over)):
        with pytest.raises(PairingError, match="is not good"):
            pair("kiosk", wrong, "kiosk")
    assert listed(service) == []


def test_a_code_of_another_service_is_told_to_nobody(
    service: RunningService, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with small_service(tmp_path / "other") as other:
        code = code_for(service, capsys)
        stranger = PairingCode(other.url.removeprefix("http://"), code.fingerprint, code.secret)
        with pytest.raises(PairingError, match="is not the service that the code is of"):
            pair("kiosk", stranger, "kiosk")
    pair("kiosk", code, "kiosk")


def test_a_code_is_for_one_role(service: RunningService, capsys: pytest.CaptureFixture[str]) -> None:
    code = code_for(service, capsys, "--role", "counter")
    with pytest.raises(PairingError, match="for a counter"):
        pair("kiosk", code, "kiosk")
    pair("counter", code, "counter")


def test_a_name_that_is_live_is_replaced_when_the_code_is_used(
    service: RunningService, capsys: pytest.CaptureFixture[str]
) -> None:
    pair("kiosk", code_for(service, capsys), "kiosk")
    old = recall("kiosk").token
    arguments = ["pair", "hall", "--role", "kiosk", "--data", str(service.folder), "--address", "10.0.0.1"]
    assert cli.main(arguments) == 2
    assert "--replace it" in capsys.readouterr().err
    code = code_for(service, capsys, "--replace")
    with Api(service.url, old) as api:
        api.branch()
    pair("kiosk", code, "kiosk")
    with Api(service.url, old) as api, pytest.raises(Unauthorized):
        api.branch()
    assert listed(service) == [TokenInfo("kiosk", "hall")]


def test_its_token_may_end(service: RunningService, capsys: pytest.CaptureFixture[str]) -> None:
    pair("kiosk", code_for(service, capsys, "--expires", "90d"), "kiosk")
    assert listed(service)[0].expires is not None


def test_an_answer_that_was_lost_is_given_again(
    service: RunningService, capsys: pytest.CaptureFixture[str]
) -> None:
    code, token = code_for(service, capsys), "t" * 32
    with Api(service.url) as api:
        assert api.pair(code.secret, token) == api.pair(code.secret, token)
    assert listed(service) == [TokenInfo("kiosk", "hall")]


def test_nobody_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code = PairingCode("127.0.0.1:9", fingerprint_of("AAAA"), new_secret())
    for app in ("kiosk", "display", "counter"):
        with pytest.raises(SystemExit) as end:
            cli.main([app, "--pair", str(code)])
        assert end.value.code == 2
        assert "argument --pair: " in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    "typed", ["{}", " {}\n", "{lower}", "{without}", "{letters}", "https://{}", "[fe80::1]:8750/{signs}"]
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    code = PairingCode("10.0.0.1:8750", "0123456789ABCDE", "1" * 10)
    text = str(code)
    signs = text.partition("/")[2]
    written = typed.format(
        text,
        lower=text.lower(),
        without=text.replace("-", ""),
        letters=text.replace("0123456789", "O1234567B9".replace("B", "8")),
        signs=signs,
    )
    read = code_of(written)
    assert (read.fingerprint, read.secret) == (code.fingerprint, code.secret)


@pytest.mark.parametrize("typed", ["", "/", "10.0.0.1/ABC", "ABCDE", "10.0.0.1/" + "U" * 25])
def test_what_is_no_code_is_wrong_usage(typed: str) -> None:
    with pytest.raises(ValueError, match="branchline pair"):
        code_of(typed)
    parser = argparse.ArgumentParser()
    add_pair(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["--pair", typed])


def test_a_code_says_nothing_of_the_secret_on_disk(
    service: RunningService, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_for(service, capsys)
    assert all(code.secret.encode() not in file.read_bytes() for file in service.folder.iterdir())
