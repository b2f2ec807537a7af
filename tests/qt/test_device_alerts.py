"""Alerts of a machine: one for each trouble, until it is over, whatever the line and power do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from branch.client.calls.service_api import Api
from branch.client.local_store import FOLDER_VARIABLE
from branch.qt.device_alerts import DeviceAlerts
from branch.qt.service_link import ServiceLink
from tests.client.proxy import Proxy, proxy
from tests.harness.branch import RunningService, small_service
from tests.harness.waiting import until


class Machine:
    """An app with troubles, behind a line that can be cut."""

    def __init__(self, stack: ExitStack, service: RunningService) -> None:
        self._stack = stack
        self.token = service.tokens["kiosk"]
        self.line: Proxy = stack.enter_context(proxy(service.url))
        self.manager = stack.enter_context(Api(service.url, service.tokens["manager"]))

    def start(self) -> DeviceAlerts:
        """The app, with what an earlier run has left."""
        self.link = ServiceLink("kiosk", self.line.url, self.token)
        self._stack.callback(self.link.stop)
        troubles = DeviceAlerts(self.link, "kiosk")
        self.link.start()
        return troubles

    def details(self) -> list[str | None]:
        """The details of the open alerts, in the order in which they were raised."""
        return [alert["detail"] for alert in self.manager.alerts()]

    def open(self) -> list[str]:
        """The kinds of the open alerts."""
        return sorted(alert["kind"] for alert in self.manager.alerts())


@pytest.fixture
def machine(qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """One machine of a branch."""
    del qapp
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "settings"))
    with ExitStack() as stack:
        yield Machine(stack, stack.enter_context(small_service(tmp_path / "data")))


def test_one_alert_for_each_trouble_until_it_is_over(machine: Machine, tmp_path: Path) -> None:
    troubles = machine.start()
    troubles.begin("printer", "offline")
    troubles.begin("printer", "offline")
    troubles.begin("sound")
    until(lambda: machine.open() == ["printer", "sound"])
    until(lambda: not troubles.untold)
    kept = json.loads((tmp_path / "settings" / "kiosk-alerts.json").read_text("utf-8"))
    assert kept.keys() == {"printer:offline", "sound"}
    troubles.end("printer")
    troubles.end("printer")
    until(lambda: machine.open() == ["sound"])


def test_trouble_that_is_over_before_anybody_could_be_told_is_told_to_nobody(machine: Machine) -> None:
    machine.line.let_nobody_in()
    troubles = machine.start()
    troubles.begin("printer")
    troubles.end("printer")
    assert not troubles.untold
    troubles.begin("sound")
    machine.line.let_in()
    until(lambda: machine.open() == ["sound"])


def test_what_was_raised_before_a_restart_is_cleared_after_it(machine: Machine) -> None:
    first = machine.start()
    first.begin("printer")
    until(lambda: not first.untold)
    machine.link.stop()
    again = machine.start()
    assert again.has("printer")
    again.end("printer")
    until(lambda: machine.open() == [])


def test_what_could_not_be_told_before_a_restart_is_told_after_it(machine: Machine) -> None:
    machine.line.let_nobody_in()
    machine.start().begin("printer", "offline")
    machine.link.stop()
    machine.line.let_in()
    again = machine.start()
    assert again.has("printer")
    until(lambda: machine.open() == ["printer"])


def test_leaving_clears_what_is_open(machine: Machine) -> None:
    troubles = machine.start()
    troubles.begin("printer")
    troubles.begin("sound")
    until(lambda: not troubles.untold)
    troubles.leave()
    assert machine.open() == []
    assert not machine.start().has("printer")


def test_an_alert_that_somebody_has_seen_to_is_over(machine: Machine) -> None:
    troubles = machine.start()
    troubles.begin("printer")
    until(lambda: not troubles.untold)
    machine.manager.clear_alert(machine.manager.alerts()[0]["id"])
    troubles.end("printer")
    until(lambda: not troubles.untold)
    troubles.begin("printer")
    until(lambda: machine.open() == ["printer"])


def test_each_number_is_told_and_ends_for_itself(machine: Machine) -> None:
    troubles = machine.start()
    for number in ("A001", "A002", "A001"):
        troubles.begin("unprinted", number)
    until(lambda: machine.details() == ["A001", "A002"])
    until(lambda: not troubles.untold)
    machine.manager.clear_alert(machine.manager.alerts()[0]["id"])
    troubles.begin("unprinted", "A003")
    until(lambda: machine.details() == ["A002", "A003"])
    troubles.end("unprinted", "A002")
    until(lambda: machine.details() == ["A003"])
    machine.link.stop()
    again = machine.start()
    assert again.has("unprinted")
    again.end("unprinted", "A003")
    until(lambda: machine.details() == [])


def test_what_happens_once_more_is_told_once_more_if_it_was_cleared(machine: Machine) -> None:
    troubles = machine.start()
    troubles.begin("unprinted", "A001", again=True)
    until(lambda: machine.details() == ["A001"])
    until(lambda: not troubles.untold)
    before = machine.manager.alerts()
    troubles.begin("unprinted", "A001", again=True)
    until(lambda: not troubles.untold)
    assert machine.manager.alerts() == before
    machine.manager.clear_alert(before[0]["id"])
    troubles.begin("unprinted", "A001", again=True)
    until(lambda: machine.details() == ["A001"])
    troubles.end("unprinted", "A001")
    until(lambda: machine.details() == [])


def test_another_cause_takes_the_place_of_the_one_before(machine: Machine) -> None:
    troubles = machine.start()
    for cause in ("offline", "offline", "paper-out"):
        troubles.turn("printer", cause)
    until(lambda: machine.details() == ["paper-out"])
    until(lambda: not troubles.untold)
    troubles.turn("printer", "cover-open")
    until(lambda: machine.details() == ["cover-open"])
    troubles.end("printer")
    until(lambda: machine.details() == [])


@pytest.mark.parametrize("as_before", [True, False])
def test_what_an_older_version_has_raised_is_known_and_ends(
    machine: Machine, tmp_path: Path, as_before: bool
) -> None:
    """It kept the kind alone."""
    with Api(machine.line.url, machine.token) as api:
        ids = {kind: api.raise_alert(kind, detail=word)["id"] for kind, word in OLDER.items()}
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "kiosk-alerts.json").write_text(json.dumps(ids), "utf-8")
    troubles = machine.start()
    assert troubles.has("printer")
    assert troubles.has("unprinted")
    troubles.turn("printer", "offline" if as_before else "paper-out")
    troubles.begin("unprinted", "A001" if as_before else "A002")
    until(lambda: not troubles.untold and len(machine.details()) == (2 if as_before else 3))
    troubles.end("printer")
    troubles.end("unprinted")
    until(lambda: machine.details() == [])


OLDER = {"printer": "offline", "unprinted": "A001"}
