"""Whether the ticket printer and the scanner of a new kiosk work: one piece of paper, one scan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from branch.devices.printers.printer_settings import make_printer
from branch.devices.printers.printer_status import PrintError, PrinterStatus, SettingError
from branch.devices.printers.slip import TicketSlip
from branch.installing.machine import Machine, SetupError

SCAN_S = 30
"""Seconds in which somebody can find a code to scan."""

TEST_NUMBER = "T000"
"""What stands on the test ticket; no service can have it, since numbers begin at 001."""


_NOT_HERE = "not here: it is tested on the machine itself"


@dataclass(frozen=True)
class PrinterTest:
    """A test ticket is printed."""

    setting: str

    @property
    def says(self) -> str:
        return f"print a test ticket on {self.setting}"

    def done(self, _: Machine) -> bool:
        return False

    def do(self, machine: Machine) -> str:
        if not machine.here:
            return _NOT_HERE
        try:
            printer = make_printer(self.setting)
            if printer is None:
                return ""
            result = printer.print(test_slip())
        except (SettingError, PrintError) as error:
            raise SetupError(f"the printer: {error}") from error
        if result.status is PrinterStatus.UNKNOWN:
            return "sent; this printer does not say how it is, so look whether the paper came out"
        return f"printed; the printer says {result.status}"


@dataclass(frozen=True)
class ScannerTest:
    """A code is scanned; a scanner that types needs no test, for it is a keyboard."""

    setting: str
    tell: Callable[[str], None]

    @property
    def says(self) -> str:
        return f"wait for a scan on {self.setting}"

    def done(self, _: Machine) -> bool:
        return False

    def do(self, machine: Machine) -> str:
        if not machine.here:
            return _NOT_HERE
        from serial import Serial, SerialException

        from branch.devices.scanners import ScannerSettingError, serial_setting  # with Qt

        try:
            setting = serial_setting(self.setting)
            if setting is None:
                return ""
            self.tell(f"scan any code within {SCAN_S} s")
            with Serial(setting.device, setting.baud, timeout=SCAN_S) as line:
                seen = line.read_until(b"\r")
        except (ScannerSettingError, SerialException, OSError) as error:
            raise SetupError(f"the scanner: {error}") from error
        if not seen:
            raise SetupError(f"the scanner: nothing was read in {SCAN_S} s")
        return f"read {seen.decode('ascii', 'replace').strip()!r}"


def test_slip() -> TicketSlip:
    """What is printed to see whether a printer works: both scripts, a number, a code."""
    return TicketSlip(
        branch="Branchline",
        service=("测试打印", "Test print"),
        number=TEST_NUMBER,
        issued_at=datetime.now().astimezone(),
        qr="https://example.invalid/branchline-test",
    )
