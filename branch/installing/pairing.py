"""The token of an app on the machine that is set up, and the service that it belongs to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from branch.client.calls.service_api import Api
from branch.client.joining.known_service import meet
from branch.client.joining.pair_app import PairingError, pair
from branch.client.joining.service_location import recall, remember
from branch.client.local_store import FOLDER_VARIABLE
from branch.client.responses import ServiceError, Unauthorized
from branch.contract.pairing_code import PairingCode, fingerprint_of
from branch.contract.refusals import Refusal
from branch.installing.machine import VENV, Machine, SetupError

DATA = "/var/lib/branchline"
SERVICE_USER = "branchline"


@dataclass(frozen=True)
class Pairing:
    """An app has a token, and knows the service that takes it."""

    app: str
    folder: str
    owner: str
    url: str
    """The service's address; empty where the app is to look for it on the LAN."""
    token: str = field(default="", repr=False)
    """Given by whoever sets the machine up; empty where the service is on this machine, and gives one."""
    name: str = ""
    code: PairingCode | None = None
    """Of `branchline pair`, in the place of address and token."""

    @property
    def says(self) -> str:
        if self.code is not None:
            return f"pair the {self.app} with the service at {self.code.address}"
        where = f"the service at {self.url}" if self.url else "the service that it finds on the LAN"
        given = "" if self.token else ", with a token that the service of this machine gives"
        return f"have the {self.app} belong to {where}{given}"

    def done(self, machine: Machine) -> bool:
        with _settings_in(machine.path(self.folder)):
            known = recall(self.app)
        if self.code is not None:
            return bool(known.key) and fingerprint_of(known.key) == self.code.fingerprint
        return bool(known.token) and not self.token and known.url == self.url

    def do(self, machine: Machine) -> str:
        if self.code is not None:
            return self._paired(machine, self.code)
        token = self.token or self._minted(machine)
        key, told = self._met(token) if machine.here and self.url else ("", "")
        with _settings_in(machine.path(self.folder)):
            if not remember(self.app, self.url, token, key):
                raise SetupError(f"{machine.path(self.folder)} does not take the token")
            machine.give(machine.path(self.folder) / f"{self.app}.json", self.owner)
        return told

    def _paired(self, machine: Machine, code: PairingCode) -> str:
        try:
            with _settings_in(machine.path(self.folder)):
                pair(self.app, code, self.app)
        except PairingError as error:
            raise SetupError(str(error)) from error
        machine.give(machine.path(self.folder) / f"{self.app}.json", self.owner)
        return "it has a token of its own"

    def _met(self, token: str) -> tuple[str, str]:
        """The key of the service that has taken the token; and what to tell where it does not answer."""
        with Api(self.url, token, attempts=1) as api:
            try:
                _, key = meet(api, "")
                api.branch()
            except Unauthorized as error:
                raise SetupError(f"the service at {self.url} does not take this token: {error}") from error
            except (ServiceError, Refusal) as error:
                return "", f"the service at {self.url} does not answer yet ({error}); the app waits for it"
        return key, "the service has taken the token"

    def _minted(self, machine: Machine) -> str:
        if not machine.path(DATA).is_dir():
            raise SetupError(
                f"there is no token: make one on the service's machine with `branchline token --data {DATA}"
                f" --role {self.app} --name NAME` and give its file here with --token-file, or a code made by"
                " `branchline pair` with --pair"
            )
        command = [str(VENV / "bin" / "branchline"), "token", "--data", str(machine.path(DATA))]
        more = ["--role", self.app, "--name", self.name or self.app, "--replace"]
        token = machine.run(*command, *more, user=SERVICE_USER).strip()
        for file in () if machine.here else machine.path(DATA).iterdir():
            machine.give(file, SERVICE_USER)  # on another's disk the command ran as ourselves
        return token


@contextmanager
def _settings_in(folder: os.PathLike[str]) -> Iterator[None]:
    """Read and write the settings of an app that runs as another user."""
    before = os.environ.get(FOLDER_VARIABLE)
    os.environ[FOLDER_VARIABLE] = os.fspath(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[FOLDER_VARIABLE]
        else:
            os.environ[FOLDER_VARIABLE] = before
