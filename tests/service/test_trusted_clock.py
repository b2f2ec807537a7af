"""The machine's clock is not believed when it jumps and no other clock says so."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
import requests

from branch.service.config.branch_config import parse
from branch.service.core.trusted_clock import FOLLOWED_MS, SETTLES_MS, TrustedClock, clock_trouble
from tests.harness.branch import running_service, sample_toml
from tests.harness.clocks import OPEN_HOURS, HandClock, instant
from tests.harness.programs import finished, module, program
from tests.harness.waiting import until
from tests.service.asking import Asker

HOUR, DAY, YEAR = 3_600_000, 86_400_000, 365 * 86_400_000
JUMPED = r"WARNING branch\.service\.clock_alert: the machine's clock has jumped by "


class Machine:
    """A machine whose two clocks are moved by hand."""

    def __init__(self) -> None:
        self.wall = instant(OPEN_HOURS)
        self.steady = 5_000

    def pass_ms(self, ms: int) -> None:
        """Have time pass."""
        self.wall += ms
        self.steady += ms

    def clock(self) -> TrustedClock:
        """What a service that starts now goes by."""
        return TrustedClock(lambda: self.wall, lambda: self.steady)


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_time_passes(machine: Machine) -> None:
    clock, began = machine.clock(), machine.wall
    machine.pass_ms(8 * HOUR)  # also while the machine sleeps
    assert (clock.now(), clock.off_ms) == (began + 8 * HOUR, 0)


@pytest.mark.parametrize("step", [FOLLOWED_MS, -FOLLOWED_MS])
def test_a_clock_that_is_set_a_little_is_followed(machine: Machine, step: int) -> None:
    clock = machine.clock()
    for _ in range(3):
        machine.wall += step
        assert (clock.now(), clock.off_ms) == (machine.wall, 0)


@pytest.mark.parametrize("jump", [2 * 60_000, DAY, 5 * YEAR, -2 * HOUR, -56 * YEAR])
def test_a_jump_is_not_followed_and_time_goes_on(machine: Machine, jump: int) -> None:
    clock = machine.clock()
    machine.pass_ms(SETTLES_MS)
    right = machine.wall
    machine.wall += jump
    machine.pass_ms(7_000)
    assert (clock.now(), clock.off_ms) == (right + 7_000, jump)
    machine.wall -= jump
    assert (clock.now(), clock.off_ms) == (right + 7_000, 0)


def test_a_clock_that_was_wrong_at_the_start_is_believed_when_it_is_set_back(machine: Machine) -> None:
    machine.wall += 8 * HOUR
    clock = machine.clock()
    machine.pass_ms(6_000)
    clock.now()
    machine.wall -= 8 * HOUR
    assert (clock.now(), clock.off_ms) == (machine.wall, 0)


class Branch:
    """A service on a machine's clocks."""

    def __init__(self, folder: Path, machine: Machine, stack: ExitStack, toml: str | None = None) -> None:
        self.machine = machine
        config = None if toml is None else parse(toml)
        self.asker = Asker(stack.enter_context(running_service(folder, config, machine.clock())))
        stack.callback(self.asker.close)

    def day(self) -> object:
        """The business day, as everybody is told."""
        return self.asker.get("/v1/health", role=None).json()["day"]

    def alerts(self) -> list[tuple[str, str, str]]:
        """What the manager is told."""
        told: list[dict[str, Any]] = self.asker.get("/v1/alerts", role="manager").json()["alerts"]
        return [(one["kind"], one["source"], one["detail"]) for one in told]


@pytest.fixture
def branch(tmp_path: Path, machine: Machine) -> Iterator[Branch]:
    with ExitStack() as stack:
        yield Branch(tmp_path, machine, stack)


@pytest.mark.expects_log(JUMPED)
@pytest.mark.parametrize("jump", [DAY, 5 * YEAR])
def test_a_jump_ends_no_day_and_is_told(branch: Branch, jump: int) -> None:
    first, day = branch.asker.issue(), branch.day()
    branch.machine.wall += jump
    second = branch.asker.issue()
    assert second["issued_at"][:10] == first["issued_at"][:10] == day
    assert second["number"] != first["number"]
    until(lambda: branch.alerts() == [("clock", "service", f"{jump // 1000:+} s")])
    assert branch.asker.get(f"/v1/tickets/{first['id']}").json()["status"] == "waiting"
    branch.machine.wall -= jump
    branch.machine.pass_ms(60_000)
    until(lambda: branch.alerts() == [])
    third = branch.asker.issue()
    assert third["issued_at"] > second["issued_at"]
    assert branch.day() == day


def test_a_day_that_began_at_a_wrong_hour_is_open_when_the_clock_is_right(
    tmp_path: Path, machine: Machine
) -> None:
    """Booted eight hours ahead and set right: also after a restart."""
    machine.wall += 8 * HOUR
    with ExitStack() as stack:
        branch = Branch(tmp_path, machine, stack)
        refused = branch.asker.post("/v1/tickets", {"service": "A"}, role="kiosk")
        assert refused.json()["code"] == "branch-closed"
        machine.wall -= 8 * HOUR
        ticket = branch.asker.issue()
        assert ticket["issued_at"].startswith(OPEN_HOURS[:13])
        machine.pass_ms(60_000)
        branch.asker.open()
        assert branch.asker.at(1, "next", "start", "finish")["status"] == "served"
    with ExitStack() as stack:
        assert Branch(tmp_path, machine, stack).asker.issue()["number"] != ticket["number"]


def test_a_restart_after_a_wrong_start_goes_by_the_right_time(
    tmp_path: Path, machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    machine.wall += 8 * HOUR
    with ExitStack() as stack:
        Branch(tmp_path, machine, stack).asker.post("/v1/tickets", {"service": "A"}, role="kiosk")
    machine.wall -= 8 * HOUR
    with caplog.at_level(logging.WARNING), ExitStack() as stack:
        assert Branch(tmp_path, machine, stack).asker.issue()["issued_at"].startswith(OPEN_HOURS[:13])


@pytest.mark.parametrize("ahead", [8 * HOUR, DAY, 3 * DAY])
def test_a_start_on_another_day_ends_none_while_people_wait(
    tmp_path: Path, machine: Machine, ahead: int, caplog: pytest.LogCaptureFixture
) -> None:
    if ahead < DAY:
        machine.pass_ms(7 * HOUR + 29 * 60_000)
    with ExitStack() as stack:
        branch = Branch(tmp_path, machine, stack)
        first, day = branch.asker.issue(), branch.day()
    machine.wall += ahead
    machine.steady = 3_000
    with caplog.at_level(logging.WARNING), ExitStack() as stack:
        branch = Branch(tmp_path, machine, stack)
        machine.pass_ms(6_000)
        second = branch.asker.issue()
        until(lambda: branch.alerts() == [("clock", "service", f"{ahead // 1000:+} s")])
        machine.wall -= ahead
        third = branch.asker.issue()
        assert branch.day() == day
        assert branch.asker.get(f"/v1/tickets/{first['id']}").json()["status"] == "waiting"
        assert len({first["number"], second["number"], third["number"]}) == 3
        until(lambda: branch.alerts() == [])


def test_a_moment_behind_soon_after_the_start_stops_nothing(branch: Branch) -> None:
    machine = branch.machine
    machine.pass_ms(5 * 60_000)
    tickets = [branch.asker.issue()]
    for jump, wait in ((-DAY, 7_000), (DAY, 600_000)):
        machine.wall += jump
        machine.pass_ms(wait)
        tickets.append(branch.asker.issue())
    times = [ticket["issued_at"] for ticket in tickets]
    assert times == sorted(set(times))


def test_a_machine_that_comes_up_late_is_followed(tmp_path: Path, machine: Machine) -> None:
    """With the time of the last evening, until it is set."""
    machine.wall -= 16 * HOUR
    with ExitStack() as stack:
        branch = Branch(tmp_path, machine, stack)
        assert branch.asker.post("/v1/tickets", {"service": "A"}, role="kiosk").status_code == 409
        machine.pass_ms(6_000)
        machine.wall += 16 * HOUR
        assert branch.asker.issue()["issued_at"].startswith(OPEN_HOURS[:13])
        assert branch.day() == OPEN_HOURS[:10]


@pytest.mark.parametrize(
    ("today", "last_day", "fine"),
    [
        ("2026-11-21", None, True),
        ("1970-01-01", None, False),
        ("2026-11-21", "2026-11-21", True),
        ("2026-11-23", "2026-11-20", True),
        ("2026-11-20", "2026-11-21", False),
        ("1970-01-01", "2026-11-20", False),
        ("2031-11-21", "2026-11-20", False),
    ],
)
def test_a_day_that_cannot_follow_the_last_one(today: str, last_day: str | None, fine: bool) -> None:
    assert (clock_trouble(today, last_day) is None) is fine


def test_no_day_is_begun_that_cannot_be_and_that_is_said_in_one_line(tmp_path: Path) -> None:
    """The journal's last day is in a year that no clock of today can know."""
    clock = HandClock("2126-11-21T09:30:00+08:00")
    with running_service(tmp_path / "data", None, clock) as running, closing(Asker(running)) as asker:
        asker.issue()
    (tmp_path / "branch.toml").write_text(sample_toml(), encoding="utf-8")
    command = module(
        *("branch.cli", "serve", "--config", str(tmp_path / "branch.toml"), "--data", str(tmp_path / "data")),
        *("--host", "127.0.0.1", "--port", "0", "--no-announce"),
    )
    done = finished(command, seconds=60)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "the last day in the journal is 2126-11-21: set the clock, or start once with" in done.stderr


def test_accept_clock_is_the_way_back_from_a_day_that_cannot_be(tmp_path: Path) -> None:
    clock = HandClock("2126-11-21T09:30:00+08:00")
    with running_service(tmp_path / "data", None, clock) as running, closing(Asker(running)) as asker:
        asker.issue()
    (tmp_path / "branch.toml").write_text(sample_toml(), encoding="utf-8")
    with program(
        *("branch.cli", "serve", "--config", str(tmp_path / "branch.toml"), "--data", str(tmp_path / "data")),
        *("--host", "127.0.0.1", "--port", "0", "--no-announce", "--accept-clock"),
    ) as (url, _):
        until(lambda: requests.get(f"{url}/v1/health", timeout=5).json()["day"] < "2126")
