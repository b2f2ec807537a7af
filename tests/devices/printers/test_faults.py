"""What goes wrong with a network printer besides what test_contract.py has for all of them."""

from __future__ import annotations

import errno
import threading
import time

import pytest

from branch.devices.printers import (
    PaperOutError,
    Printer,
    PrinterLostError,
    PrinterOfflineError,
    PrinterStatus,
    make_printer,
    printers,
)
from branch.devices.printers import escpos as commands
from branch.devices.printers import printer_transport as wire
from branch.devices.printers.slip_layout import render
from tests.devices.printers.fake import FakePrinter, black_hole, on_network
from tests.devices.printers.slips import USUAL


@pytest.fixture
def printer(port: int) -> Printer:
    made = make_printer(f"tcp://127.0.0.1:{port}")
    assert made is not None
    return made


def test_an_open_cover_is_named_before_the_paper_it_lifts(printer: Printer, fake: FakePrinter) -> None:
    fake.cover_open = fake.paper_out = True
    assert printer.status() is PrinterStatus.COVER_OPEN


def test_paper_that_ends_after_the_last_byte_was_taken(
    printer: Printer, fake: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "PRINT_DOTS_PER_SECOND", 1000)
    taken_all = len(render(USUAL).tobytes()) + 3 * 9  # picture and some questions later
    fake.runs_out_after = taken_all
    with pytest.raises(PaperOutError, match="during the ticket"):
        printer.print(USUAL)


def test_closing_ends_the_watch(printer: Printer, fake: FakePrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "PRINT_DOTS_PER_SECOND", 1)  # the ticket takes a quarter of an hour

    def close_when_cut() -> None:
        fake.wait_for_ticket()
        printer.close()

    closer = threading.Thread(target=close_when_cut)
    closer.start()
    assert printer.print(USUAL).confirmed
    closer.join()


def test_a_mute_printer_is_not_waited_for_before_each_ticket(printer: Printer, fake: FakePrinter) -> None:
    fake.silent = True
    printer.print(USUAL)
    asked = fake.questions
    printer.print(USUAL)
    fake.wait_for_ticket(2)
    assert fake.questions == asked + 1  # afterwards only, where nobody waits for paper


def test_a_mute_printer_that_finds_its_voice_is_heard(printer: Printer, fake: FakePrinter) -> None:
    fake.silent = True
    printer.print(USUAL)
    fake.silent = False
    assert printer.print(USUAL).confirmed
    fake.paper_out = True
    with pytest.raises(PaperOutError):
        printer.print(USUAL)


def test_a_fault_that_begins_during_the_ticket_is_not_called_offline(
    printer: Printer, fake: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = wire.TcpWire.send

    def send_and_jam(self: wire.TcpWire, data: bytes) -> None:
        send(self, data)
        fake.error = fake.error or len(data) > 1000

    monkeypatch.setattr(wire.TcpWire, "send", send_and_jam)
    with pytest.raises(PrinterLostError):  # "offline" promises that nothing was sent
        printer.print(USUAL)


def test_a_printer_that_is_switched_off_is_offline_within_two_seconds() -> None:
    with black_hole() as port:
        printer = make_printer(f"tcp://127.0.0.1:{port}")
        assert printer is not None
        begin = time.monotonic()
        assert printer.status() is PrinterStatus.OFFLINE
        middle = time.monotonic()
        with pytest.raises(PrinterOfflineError):
            printer.print(USUAL)
        end = time.monotonic()
    assert 0.5 < middle - begin < 2, "the port did answer"
    assert end - middle < 2


def test_a_name_that_cannot_be_a_host_is_offline() -> None:
    printer = make_printer("tcp://printer..hall")
    assert printer is not None
    assert printer.status() is PrinterStatus.OFFLINE
    with pytest.raises(PrinterOfflineError):
        printer.print(USUAL)


def test_the_ticket_after_one_that_was_cut_off_is_whole(printer: Printer, fake: FakePrinter) -> None:
    fake.dies_after = 9000  # within a strip of the picture
    with pytest.raises(PrinterLostError):
        printer.print(USUAL)
    fake.dies_after = None
    assert printer.print(USUAL).confirmed
    strips = fake.wait_for_ticket().strips
    whole = FakePrinter()
    whole.feed(commands.job(USUAL, "raster", "full").data)
    expected = whole.wait_for_ticket().strips
    assert [s.tobytes() for s in strips[-len(expected) :]] == [s.tobytes() for s in expected]


def test_a_printer_that_is_busy_for_another_kiosk_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "BUSY_SECONDS", 30.0)
    fake, refused = FakePrinter(), 3
    with on_network(fake) as port:

        def connect() -> wire.Wire:
            nonlocal refused
            refused -= 1
            if refused >= 0:
                raise ConnectionRefusedError(errno.ECONNREFUSED, "refused")
            return wire.TcpWire("127.0.0.1", port)

        assert printers.EscposPrinter("shared", connect).print(USUAL).confirmed
    assert refused == -1
