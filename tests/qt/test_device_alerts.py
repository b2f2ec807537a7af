"""Alerts of a machine: one for each kind of trouble, until it is over, whatever the line and power do."""

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


def test_one_alert_for_each_kind_until_it_is_over(machine: Machine, tmp_path: Path) -> None:
    troubles = machine.start()
    troubles.begin("printer", "offline")
    troubles.begin("printer", "paper-out")
    troubles.begin("sound")
    until(lambda: machine.open() == ["printer", "sound"])
    until(lambda: not troubles.untold)
    kept = json.loads((tmp_path / "settings" / "kiosk-alerts.json").read_text("utf-8"))
    assert kept.keys() == {"printer", "sound"}
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
