"""USB and serial printers: what only they have. What every printer promises is in test_contract.py."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
import usb.core

from branch.devices.printers import (
    Printer,
    PrinterLostError,
    PrinterOfflineError,
    PrinterStatus,
    make_printer,
)
from branch.devices.printers import usb_transport as usb_wire
from tests.devices.printers.decode import Decoder
from tests.devices.printers.fake import FakePrinter, on_device
from tests.devices.printers.fake_usb import PRODUCT, VENDOR, Bus, on_usb
from tests.devices.printers.slips import URL, USUAL


@pytest.fixture
def bus(fake: FakePrinter, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    with on_usb(fake, monkeypatch) as bus:
        yield bus


@pytest.fixture
def printer() -> Printer:
    made = make_printer(f"usb:{VENDOR:04x}:{PRODUCT:04x}")
    assert made is not None
    return made


def test_the_system_gets_its_printer_back_after_each_ticket(printer: Printer, bus: Bus) -> None:
    printer.print(USUAL)
    assert (bus.open_handles, bus.claimed, bus.driver_there) == (0, set(), True)


def test_a_printer_that_says_it_is_something_else_prints(
    printer: Printer, bus: Bus, fake: FakePrinter
) -> None:
    bus.classes = (0xFF,)
    assert printer.print(USUAL).confirmed


def test_a_cable_that_is_pulled_during_the_ticket(printer: Printer, bus: Bus, fake: FakePrinter) -> None:
    fake.dies_after = 20_000
    with pytest.raises(PrinterLostError):
        printer.print(USUAL)
    assert bus.open_handles == 0


def test_a_machine_without_libusb_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, printer: Printer
) -> None:
    def none(*_: object, **__: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    monkeypatch.setattr(usb_wire, "_backend", lambda: None)
    monkeypatch.setattr(usb.core, "find", none)
    assert printer.status() is PrinterStatus.OFFLINE
    with pytest.raises(PrinterOfflineError, match=r"libusb-1\.0-0"):
        printer.print(USUAL)


def test_a_serial_printer_is_sent_text_unless_told_otherwise(fake: FakePrinter) -> None:
    with on_device(fake) as path:
        made = make_printer(f"serial:{path}?baud=115200")
        assert made is not None
        assert made.print(USUAL).confirmed
    receipt = fake.wait_for_ticket()
    assert receipt.qr == [URL]
    assert not receipt.strips


def test_a_serial_line_that_nobody_reads_is_lost_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("branch.devices.printers.serial_transport.SEND_SECONDS", 0.2)
    master, slave = os.openpty()
    try:
        made = make_printer(f"serial:{os.ttyname(slave)}?mode=raster")
        assert made is not None
        with pytest.raises(PrinterLostError):
            made.print(USUAL)
        assert not Decoder(os.read(master, 100_000)).receipts
    finally:
        os.close(master)
        os.close(slave)
