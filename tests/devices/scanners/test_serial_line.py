"""A scanner on a serial line: a pseudo terminal, read by pyserial as any other."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from branch.devices.scanners.serial_scanner import SerialScanner, SerialSetting
from tests.harness.waiting import until


class Cable:
    """A line that can be pulled out and put in again, under one name."""

    def __init__(self, folder: Path) -> None:
        self.device = folder / "scanner"

    def put_in(self) -> None:
        self._ours, self._theirs = pty.openpty()
        tty.setraw(self._theirs)
        self.device.symlink_to(os.ttyname(self._theirs))

    def pull_out(self) -> None:
        self.device.unlink()
        os.close(self._theirs)
        os.close(self._ours)

    def scan(self, text: bytes) -> None:
        os.write(self._ours, text)


@pytest.fixture
def cable(tmp_path: Path) -> Cable:
    return Cable(tmp_path)


@pytest.fixture
def heard(qapp: QGuiApplication, cable: Cable) -> Iterator[tuple[list[str], list[str]]]:
    """What is scanned, and the troubles told."""
    scans: list[str] = []
    troubles: list[str] = []
    scanner = SerialScanner(SerialSetting(str(cable.device)), retry=0.02)
    scanner.scanned.connect(scans.append, Qt.ConnectionType.QueuedConnection)
    scanner.trouble.connect(troubles.append, Qt.ConnectionType.QueuedConnection)
    scanner.start()
    yield scans, troubles
    scanner.stop()


def test_lines_are_scans(cable: Cable, heard: tuple[list[str], list[str]]) -> None:
    cable.put_in()
    until(lambda: heard[1][-1:] == [""], "the line is open")
    cable.scan(b"K7M4QX2P\r\nhttp://a/t/x\r")
    until(lambda: len(heard[0]) == 2)
    cable.scan(b"\x02no end at all")  # STX before it, and the silence ends it
    until(lambda: len(heard[0]) == 3)
    assert heard[0] == ["K7M4QX2P", "http://a/t/x", "no end at all"]
    cable.pull_out()


def test_a_line_that_is_pulled_out_comes_back(cable: Cable, heard: tuple[list[str], list[str]]) -> None:
    until(lambda: len(heard[1]) == 1, "it is not there yet")
    cable.put_in()
    until(lambda: len(heard[1]) == 2)
    cable.pull_out()
    until(lambda: len(heard[1]) == 3)
    cable.put_in()
    until(lambda: len(heard[1]) == 4)
    assert [bool(trouble) for trouble in heard[1]] == [True, False, True, False]
    cable.scan(b"K7M4\n")
    until(lambda: heard[0] == ["K7M4"])
    cable.pull_out()
