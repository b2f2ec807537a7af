"""What every printer promises, run on each kind."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from branch.devices.printers import (
    CoverOpenError,
    PaperOutError,
    Printer,
    PrinterLostError,
    PrinterOfflineError,
    PrinterStatus,
    PrintResult,
    make_printer,
)
from branch.devices.printers.slip_layout import render
from tests.devices.printers.decode import Decoder
from tests.devices.printers.fake import FakePrinter, on_device, on_network
from tests.devices.printers.fake_usb import PRODUCT, VENDOR, on_usb
from tests.devices.printers.slips import ALL, LONGEST, USUAL

HANGS_S = 10.0
"""Longer than any answer is waited for: whoever takes so long would never have come back."""

FAULTS = [
    ("paper_out", PrinterStatus.PAPER_OUT, PaperOutError),
    ("cover_open", PrinterStatus.COVER_OPEN, CoverOpenError),
    ("error", PrinterStatus.OFFLINE, PrinterOfflineError),
]


class Stand:
    """A printer with a way to look at its paper and to take it away."""

    answers = True

    def __init__(self, setting: str) -> None:
        made = make_printer(setting)
        assert made is not None
        self.printer: Printer = made

    def papers(self) -> list[Image.Image]:
        raise NotImplementedError

    def unplug(self) -> None:
        raise NotImplementedError


class PngStand(Stand):
    def __init__(self, folder: Path) -> None:
        self.folder = folder / "tickets"
        super().__init__(f"png:{self.folder}")

    def papers(self) -> list[Image.Image]:
        papers = []
        for path in sorted(self.folder.glob("*.png")):
            with Image.open(path) as picture:
                papers.append(picture.convert("1"))
        return papers

    def unplug(self) -> None:
        for path in self.folder.glob("*"):
            path.unlink()
        if self.folder.exists():
            self.folder.rmdir()
        self.folder.write_text("not a folder")


class FileStand(Stand):
    answers = False

    def __init__(self, folder: Path) -> None:
        self.path = folder / "lp0"
        self.path.touch()
        super().__init__(f"file:{self.path}")

    def papers(self) -> list[Image.Image]:
        return [receipt.picture for receipt in Decoder(self.path.read_bytes()).receipts]

    def unplug(self) -> None:
        self.path.unlink()


class FakeStand(Stand):
    def __init__(self, setting: str, fake: FakePrinter, lifeline: contextlib.ExitStack) -> None:
        super().__init__(setting)
        self.fake = fake
        self.lifeline = lifeline

    def papers(self) -> list[Image.Image]:
        return [self.fake.wait_for_ticket(n + 1).picture for n in range(self.fake.tickets())]

    def unplug(self) -> None:
        self.lifeline.close()


class PrinterContract:
    """The promise."""

    def test_a_ticket_comes_out_as_it_was_drawn(self, stand: Stand) -> None:
        stand.printer.print(USUAL)
        (paper,) = stand.papers()
        assert paper.tobytes() == render(USUAL).tobytes()

    @pytest.mark.parametrize("name", ALL)
    def test_every_kind_of_ticket_prints(self, stand: Stand, name: str) -> None:
        stand.printer.print(ALL[name])
        assert [paper.size for paper in stand.papers()] == [render(ALL[name]).size]

    def test_it_confirms_only_what_it_can_know(self, stand: Stand) -> None:
        result = stand.printer.print(USUAL)
        expected = PrinterStatus.READY if stand.answers else PrinterStatus.UNKNOWN
        assert (result.status, result.confirmed) == (expected, stand.answers)

    def test_it_says_how_it_is(self, stand: Stand) -> None:
        assert stand.printer.status() == (PrinterStatus.READY if stand.answers else PrinterStatus.UNKNOWN)

    def test_the_same_number_prints_again(self, stand: Stand) -> None:
        stand.printer.print(USUAL)
        stand.printer.print(USUAL)
        assert stand.papers()[-1].tobytes() == render(USUAL).tobytes()

    def test_tickets_at_once_do_not_mix(self, stand: Stand) -> None:
        slips = [replace(USUAL, number=f"A{n:03}") for n in range(3)]
        results: list[PrintResult] = []
        threads = [
            threading.Thread(target=lambda slip=slip: results.append(stand.printer.print(slip)))
            for slip in slips
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert len(results) == 3
        assert {paper.tobytes() for paper in stand.papers()} == {render(slip).tobytes() for slip in slips}

    def test_a_printer_that_is_gone_is_offline_and_not_waited_for(self, stand: Stand) -> None:
        stand.unplug()
        begin = time.monotonic()
        assert stand.printer.status() is PrinterStatus.OFFLINE
        assert time.monotonic() - begin < HANGS_S
        with pytest.raises(PrinterOfflineError) as caught:
            stand.printer.print(LONGEST)
        assert caught.value.code == "printer-offline"
        assert "\n" not in str(caught.value)

    def test_closing_twice_is_harmless(self, stand: Stand) -> None:
        stand.printer.print(USUAL)
        stand.printer.close()
        stand.printer.close()

    def test_staff_can_tell_it_by_its_name(self, stand: Stand) -> None:
        assert stand.printer.name.startswith(("png:", "file:", "tcp://", "serial:", "usb:"))


class FaultContract(PrinterContract):
    """What those promise besides that can be asked how they are: before the ticket, during it and after."""

    @pytest.mark.parametrize(("fault", "status", "refusal"), FAULTS)
    def test_what_is_wrong_before_is_told_before_a_byte_is_sent(
        self, stand: FakeStand, fault: str, status: PrinterStatus, refusal: type[Exception]
    ) -> None:
        setattr(stand.fake, fault, True)
        assert stand.printer.status() is status
        with pytest.raises(refusal):
            stand.printer.print(USUAL)
        assert not stand.fake.begun()
        setattr(stand.fake, fault, False)
        assert stand.printer.print(USUAL).confirmed, "mended, it prints the next one"

    @pytest.mark.parametrize("after", [200, 30_000])
    @pytest.mark.parametrize("silent", [False, True])
    def test_one_that_dies_in_the_middle_is_lost(self, stand: FakeStand, after: int, silent: bool) -> None:
        stand.fake.silent = silent
        stand.fake.dies_after = after
        with pytest.raises(PrinterLostError) as caught:
            stand.printer.print(USUAL)
        assert caught.value.code == "printer-lost"
        assert stand.fake.tickets() == 0

    def test_paper_that_ends_in_the_middle_is_seen_afterwards(self, stand: FakeStand) -> None:
        stand.fake.runs_out_after = 20_000
        with pytest.raises(PaperOutError, match="during the ticket"):
            stand.printer.print(USUAL)

    def test_paper_near_its_end_prints_and_is_told(self, stand: FakeStand) -> None:
        stand.fake.paper_low = True
        assert stand.printer.status() is PrinterStatus.PAPER_LOW
        result = stand.printer.print(USUAL)
        assert (result.status, result.confirmed) == (PrinterStatus.PAPER_LOW, True)

    def test_silence_is_unknown_and_never_paper(self, stand: FakeStand) -> None:
        stand.fake.silent = True
        assert stand.printer.status() is PrinterStatus.UNKNOWN
        result = stand.printer.print(USUAL)
        assert (result.status, result.confirmed) == (PrinterStatus.UNKNOWN, False)

    def test_one_that_falls_silent_in_the_middle_is_lost(self, stand: FakeStand) -> None:
        stand.fake.freezes_after = 30_000
        with pytest.raises(PrinterLostError, match="stopped answering"):
            stand.printer.print(USUAL)


class TestPng(PrinterContract):
    @pytest.fixture
    def stand(self, tmp_path: Path) -> Stand:
        return PngStand(tmp_path)


class TestPlainFile(PrinterContract):
    @pytest.fixture
    def stand(self, tmp_path: Path) -> Stand:
        return FileStand(tmp_path)


class TestDevice(FaultContract):
    @pytest.fixture
    def stand(self) -> Iterator[Stand]:
        fake = FakePrinter()
        with contextlib.ExitStack() as lifeline:
            yield FakeStand(f"file:{lifeline.enter_context(on_device(fake))}", fake, lifeline)


class TestNetwork(FaultContract):
    @pytest.fixture
    def stand(self) -> Iterator[Stand]:
        fake = FakePrinter()
        with contextlib.ExitStack() as lifeline:
            port = lifeline.enter_context(on_network(fake))
            yield FakeStand(f"tcp://127.0.0.1:{port}", fake, lifeline)


class TestSerial(FaultContract):
    @pytest.fixture
    def stand(self) -> Iterator[Stand]:
        fake = FakePrinter()
        with contextlib.ExitStack() as lifeline:
            path = lifeline.enter_context(on_device(fake))
            yield FakeStand(f"serial:{path}?mode=raster&baud=115200", fake, lifeline)


class TestUsb(FaultContract):
    @pytest.fixture
    def stand(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
        fake = FakePrinter()
        with contextlib.ExitStack() as lifeline:
            lifeline.enter_context(on_usb(fake, monkeypatch))
            yield FakeStand(f"usb:{VENDOR:04x}:{PRODUCT:04x}", fake, lifeline)
