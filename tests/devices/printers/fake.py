"""A ticket printer for tests: answers DLE EOT, keeps what it got, and has the faults real ones have."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from branch.devices.printers import printer_status as status
from branch.devices.printers import printers
from tests.devices.printers.decode import Decoder, Receipt


class DiedError(Exception):
    """The printer's power went."""


class FakePrinter:
    """The inside of a printer, whatever line it hangs on. Faults are plain attributes, set at any time."""

    def __init__(self) -> None:
        self.paper_out = False
        self.paper_low = False
        self.cover_open = False
        self.error = False
        self.silent = False
        self.dies_after: int | None = None
        """Bytes of input after which the line is cut."""
        self.freezes_after: int | None = None
        """Bytes of input after which it neither answers nor hangs up."""
        self.runs_out_after: int | None = None
        """Bytes of input after which the paper ends."""
        self.questions = 0
        self._received = bytearray()
        self._news = threading.Condition()

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the line; give back what the printer answers to them."""
        answers = b""
        with self._news:
            for byte in data:
                self._received.append(byte)
                if self.dies_after is not None and len(self._received) > self.dies_after:
                    raise DiedError
                if self.runs_out_after is not None and len(self._received) > self.runs_out_after:
                    self.paper_out = True
                # Like the real ones, which also find a question inside a picture.
                if self._received[-3:-1] == b"\x10\x04":
                    self.questions += 1
                    answers += self._answer(byte)
            self._news.notify_all()
        frozen = self.freezes_after is not None and len(self._received) > self.freezes_after
        return b"" if self.silent or frozen else answers

    def wait_for_ticket(self, count: int = 1) -> Receipt:
        """The count-th ticket that was cut; fails when none comes."""
        with self._news:
            come = self._news.wait_for(lambda: len(self._decoded().receipts) >= count, timeout=5)
            assert come, "no ticket was cut"
            return self._decoded().receipts[count - 1]

    def tickets(self) -> int:
        """How many tickets were cut so far."""
        with self._news:
            return len(self._decoded().receipts)

    def begun(self) -> bool:
        """Whether anything of a ticket arrived that was not cut."""
        with self._news:
            under_head = self._decoded().open
            return bool(under_head.strips or under_head.lines)

    def _decoded(self) -> Decoder:
        return Decoder(bytes(self._received))

    def _answer(self, question: int) -> bytes:
        bad = self.paper_out or self.cover_open or self.error
        bits = {
            1: 0x08 * bad,
            2: 0x04 * self.cover_open | 0x20 * self.paper_out | 0x40 * self.error,
            4: 0x0C * (self.paper_low or self.paper_out) | 0x60 * self.paper_out,
        }
        return bytes((0x12 | bits[question],)) if question in bits else b""


@contextlib.contextmanager
def on_network(printer: FakePrinter) -> Iterator[int]:
    """Put a printer on a TCP port of this machine; gives the port. One line at a time, as they do."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_serve_tcp, args=(printer, server), daemon=True)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _serve_tcp(printer: FakePrinter, server: socket.socket) -> None:
    while True:
        try:
            line, _ = server.accept()
        except OSError:  # the test is over
            return
        with line:
            line.settimeout(5)
            try:
                while data := line.recv(4096):
                    line.sendall(printer.feed(data))
            except DiedError:
                # Closing with no lingering resets the line, as a printer does that lost its power.
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            except OSError:
                continue


@contextlib.contextmanager
def on_device(printer: FakePrinter) -> Iterator[str]:
    """Put a printer behind a device file; gives its path, which is gone with it.

    The path is a link of our own: the system gives the number of a closed terminal to the next who asks.
    """
    master, slave = os.openpty()
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / "printer"
    path.symlink_to(os.ttyname(slave))
    over = threading.Event()
    thread = threading.Thread(target=_serve_device, args=(printer, master, over), daemon=True)
    thread.start()
    try:
        yield str(path)
    finally:
        folder.cleanup()
        over.set()
        thread.join(5)
        for end in (master, slave):
            with contextlib.suppress(OSError):  # a test may have pulled the plug
                os.close(end)


def _serve_device(printer: FakePrinter, master: int, over: threading.Event) -> None:
    while not over.is_set():
        if select.select([master], [], [], 0.05)[0]:
            try:
                os.write(master, printer.feed(os.read(master, 4096)))
            except DiedError:
                os.close(master)  # what is written to the other end is an error from now on
                return


@contextlib.contextmanager
def black_hole() -> Iterator[int]:
    """A port that neither answers nor refuses, like the address of a printer that is switched off."""
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        port = server.getsockname()[1]
        # Fill the queue of connections nobody accepts; the kernel then ignores further ones.
        for _ in range(8):
            filler = stack.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        yield port


def be_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake prints and answers at once, so nothing is waited for as long as for real."""
    monkeypatch.setattr(printers, "PRINT_DOTS_PER_SECOND", 1e6)
    monkeypatch.setattr(printers, "BUSY_SECONDS", 0.4)
    monkeypatch.setattr(status, "ANSWER_SECONDS", 0.4)
    monkeypatch.setattr(status, "PATIENCE_SECONDS", 0.4)
