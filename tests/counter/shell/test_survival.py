"""Killed in the middle of a service, app and service come back to the same ticket and its running time.

Real processes, killed as a power cut kills them: nothing of theirs is told that it ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from branch.client.autopilot_client import Autopilot
from branch.client.calls.service_api import Api
from branch.contract.answers.visit_answers import VisitRow
from branch.contract.times import from_text
from branch.domain.counters.guards import LATE
from branch.service.access.device_tokens import DeviceTokens
from tests.client.proxy import proxy
from tests.harness.branch import PIN, small_toml
from tests.harness.programs import free_port
from tests.harness.waiting import until

STARTS_S = 40.0
"""A loaded machine starts Python and Qt slowly."""

FINISH = "Finish and ask for rating"


class Branch:
    """The service as a process of its own, on one folder and one port."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder / "data", free_port()
        self._config = folder / "branch.toml"
        self._config.write_text(small_toml(), encoding="utf-8")
        with closing(DeviceTokens(self.folder)) as tokens:
            self.tokens = {role: tokens.mint(role, "test") for role in ("kiosk", "counter", "manager")}
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns when it serves."""
        arguments = ["--config", str(self._config), "--data", str(self.folder), "--port", str(self.port)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "branch.cli", "serve", "--no-announce", "--host", "127.0.0.1", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith("serving ")

    def kill(self) -> None:
        """Pull its plug."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


class Teller:
    """The counter app as a process of its own, worked through its autopilot."""

    def __init__(self, url: str, token: str, logs: Path) -> None:
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "counter", "--windowed", "--language", "en", "--autopilot", "0"),
                *("--service", url, "--token", token, "--log-folder", str(logs), "--mute"),
            ],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "BRANCHLINE_CONFIG_DIR": str(logs / "config")},
        )
        self._hand = Autopilot.of(self._process, STARTS_S)

    def sign_in(self, *, button: str) -> None:
        """At the counter that this machine is at: the first time it is chosen."""
        self.wait("signInScreen")
        if button == "Sign in":
            self._hand.click("counterChoice-1", window="counterWindow")
        self.wait("signInButton", button)
        for field, text in (("signInStaff", "1001"), ("signInPin", PIN)):
            self._hand.click(field, window="counterWindow")
            self._hand.type_text(text, window="counterWindow")
        self._hand.click("signInButton", window="counterWindow")
        self.wait("workScreen")

    def wait(self, item: str, text: str | None = None) -> str:
        """Until the item is there and says that."""
        return self._hand.wait(item, equals=text, window="counterWindow")

    def press(self, meaning: str) -> None:
        """The big button by its key, when it means that."""
        self.wait("primaryButton", meaning)
        self._hand.key("F2", window="counterWindow")

    def elapsed_s(self) -> int:
        """The running time that is shown."""
        minutes, seconds = self._hand.text("elapsed", window="counterWindow").split(":")
        return int(minutes) * 60 + int(seconds)

    def kill(self) -> None:
        """Pull its plug."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()
            self._hand.close()


class Scene:
    """A branch, its teller, and a view from outside."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self.branch = Branch(folder)
        stack.callback(self.branch.kill)
        self.branch.start()
        self.kiosk = stack.enter_context(Api(self.branch.url, self.branch.tokens["kiosk"]))
        self.manager = stack.enter_context(Api(self.branch.url, self.branch.tokens["manager"]))

    def teller(self, url: str | None = None) -> Teller:
        """Start the app on this machine."""
        teller = Teller(url or self.branch.url, self.branch.tokens["counter"], self._folder)
        self._stack.callback(teller.kill)
        return teller

    def serving(self, url: str | None = None) -> tuple[Teller, str]:
        """A teller with a customer, and the customer's number."""
        teller = self.teller(url)
        teller.sign_in(button="Sign in")
        number = self.kiosk.issue("A")["number"]
        teller.wait(f"queueRow-{number}")
        teller.press("Call next")
        teller.press("Start service")
        teller.wait("primaryButton", FINISH)
        return teller, number

    def visit(self, number: str) -> VisitRow:
        """What the service knows of that number."""
        return next(row for row in self.manager.visits()["visits"] if row["number"] == number)

    def runs_right(self, teller: Teller, number: str) -> bool:
        """Whether the running time shown is that since the service was started."""
        since = from_text(self.visit(number)["started_at"] or "")
        now = from_text(self.manager.health()["at"])
        return abs((now - since) / 1000 - teller.elapsed_s()) < 2


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with ExitStack() as stack:
        yield Scene(tmp_path, stack)


def test_the_app_is_killed_in_the_middle_of_a_service(scene: Scene) -> None:
    teller, number = scene.serving()
    started = scene.visit(number)["started_at"]
    until(lambda: teller.elapsed_s() >= 2)  # so that a time that began anew would show
    teller.kill()
    again = scene.teller()
    again.sign_in(button="Sign in and go on")
    again.wait("currentNumber", number)
    assert scene.runs_right(again, number)
    assert scene.visit(number)["started_at"] == started
    again.press(FINISH)
    until(lambda: scene.visit(number)["status"] == "served")


def test_the_service_is_killed_in_the_middle_of_a_service(scene: Scene) -> None:
    teller, number = scene.serving()
    started = scene.visit(number)["started_at"]
    scene.branch.kill()
    teller.wait("staleBanner")
    teller.wait("currentNumber", number)
    scene.branch.start()
    teller.wait("signOutButton")  # the line is back
    teller.wait("currentNumber", number)
    assert scene.runs_right(teller, number)
    teller.press(FINISH)
    until(lambda: scene.visit(number)["status"] == "served")
    row = scene.visit(number)
    assert row["started_at"] == started
    assert row["service_s"] == (from_text(row["finished_at"] or "") - from_text(started or "")) / 1000


def test_both_are_killed_and_the_kept_finish_is_sent_with_its_time(scene: Scene) -> None:
    teller, number = scene.serving()
    scene.branch.kill()
    teller.wait("staleBanner")
    teller.press(FINISH)
    teller.wait("messageLine", f"No connection. The finish of {number} is kept and sent later.")
    teller.kill()
    scene.branch.start()
    row = scene.visit(number)
    assert row["status"] == "serving", "nobody has told it yet"
    # What is told within two seconds counts as of when it is told, and a fast machine is back by then.
    pressed = from_text(scene.manager.health()["at"])
    until(lambda: from_text(scene.manager.health()["at"]) >= pressed + LATE)
    up = from_text(scene.manager.health()["at"])
    again = scene.teller()
    until(lambda: scene.visit(number)["status"] == "served")
    assert from_text(scene.visit(number)["finished_at"] or "") < up
    again.sign_in(button="Sign in and go on")
    again.wait("primaryButton", "Call next")


def test_both_are_killed_at_once(scene: Scene) -> None:
    teller, number = scene.serving()
    teller.kill()
    scene.branch.kill()
    scene.branch.start()
    again = scene.teller()
    again.sign_in(button="Sign in and go on")
    again.wait("currentNumber", number)
    assert scene.runs_right(again, number)
    assert scene.visit(number)["status"] == "serving"


def test_the_line_is_cut_during_the_finish_and_the_app_killed(scene: Scene, tmp_path: Path) -> None:
    """The service has finished, its answer never came, and the app that would ask again is gone."""
    with proxy(scene.branch.url) as line:
        teller, number = scene.serving(line.url)
        line.hold_answers()
        teller.press(FINISH)
        until(lambda: scene.visit(number)["status"] == "served")
        line.cut_all()
        line.let_nobody_in()
        teller.wait("messageLine", f"No connection. The finish of {number} is kept and sent later.")
        finished = scene.visit(number)["finished_at"]
        teller.kill()
        line.let_in()
        again = scene.teller(line.url)
        again.sign_in(button="Sign in and go on")
        again.wait("primaryButton", "Call next")
        kept = tmp_path / "config" / "counter-later.json"
        until(lambda: not kept.exists())
        assert scene.visit(number)["finished_at"] == finished
        again.kill()
