"""The supervisor hears that the service lives while its queue answers, and hears nothing when it hangs."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from branch.domain.counters.counter import OpenCounter
from tests.harness.branch import RunningService, sample_config
from tests.harness.clocks import HandClock
from tests.harness.waiting import until
from tests.service.asking import Asker
from tests.service.insides import hanging


class Ear:
    """The socket that systemd would listen on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))

    def hear(self, seconds: float = 10.0) -> str:
        """The next words; "" if none come in that time."""
        self._socket.settimeout(seconds)
        try:
            return self._socket.recv(256).decode()
        except TimeoutError:
            return ""

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()


@pytest.fixture
def ear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    """A supervisor with three tenths of a second of patience."""
    ear = Ear(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", str(ear.path))
    monkeypatch.setenv("WATCHDOG_USEC", "300000")
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    yield ear
    ear.close()


def serving(tmp_path: Path) -> RunningService:
    """The sample branch."""
    return RunningService(tmp_path / "data", sample_config(), HandClock())


def test_it_says_ready_then_that_it_lives_then_that_it_stops(ear: Ear, tmp_path: Path) -> None:
    running = serving(tmp_path)
    assert [ear.hear() for _ in range(3)] == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]
    running.stop()
    heard = [ear.hear()]
    while heard[-1] == "WATCHDOG=1":
        heard.append(ear.hear())
    assert heard[-1] == "STOPPING=1"


@pytest.mark.expects_log
def test_a_queue_that_hangs_is_not_told_to_live(ear: Ear, tmp_path: Path) -> None:
    running = serving(tmp_path)
    asker = Asker(running)
    assert ear.hear() == "READY=1"
    with hanging(running.service.journal):
        running.service.writer.submit(
            OpenCounter(1, "0312"),
            lambda *_: (200, b""),
            lambda _: (409, b""),
            lambda _: None,
            lambda _: None,
        )
        until(lambda: ear.hear(1.0) == "")
    assert ear.hear() == "WATCHDOG=1", "it is well again"
    asker.close()
    running.stop()


def test_the_service_of_a_kiosk_does_not_answer_for_it(
    ear: Ear, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_PID", "1")  # the kiosk's, whose surroundings it has
    running = serving(tmp_path)
    running.stop()
    assert ear.hear(0.2) == ""
