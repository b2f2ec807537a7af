"""The printers a kiosk can have, behind one protocol.

They block while they print; call them from a worker, one ticket at a time. Two calls at once wait for each
other.
"""

from __future__ import annotations

import errno
import os
import re
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from branch.devices.printers.printer_status import (
    PrinterLostError,
    PrinterOfflineError,
    PrinterStatus,
    read_status,
    refuse_if_bad,
    watch,
)
from branch.devices.printers.printer_transport import Wire
from branch.devices.printers.slip import Cut, Mode, QrCode, TicketSlip

if TYPE_CHECKING:
    from branch.devices.printers.escpos import Job

PRINT_DOTS_PER_SECOND = 800.0
"""100 mm a second, slower than most printers: a sent ticket is watched for as long as that takes."""

BUSY_SECONDS = 3.0
"""How long a printer is waited for that refuses, as those do that print for another kiosk."""

_AGAIN_SECONDS = 0.2
_BUSY = (errno.ECONNREFUSED, errno.EBUSY)

_UNREACHABLE = (OSError, UnicodeError)  # UnicodeError: a host name that cannot be one


@dataclass(frozen=True)
class PrintResult:
    """A ticket that was printed, as far as the printer tells."""

    status: PrinterStatus
    """How the printer was afterwards; PAPER_LOW is worth a word to staff."""
    confirmed: bool
    """False when the printer never answers: the bytes arrived, nobody knows about the paper."""
    picture: Path | None = None
    """Where the picture is, for a printer that makes pictures."""


class Printer(Protocol):
    """Prints tickets, or says with a PrintError that it did not."""

    @property
    def name(self) -> str:
        """What staff may call it, such as tcp://192.168.1.50:9100."""

    def print(self, slip: TicketSlip) -> PrintResult:
        """Print one ticket and come back when it should be on paper."""

    def status(self) -> PrinterStatus:
        """Ask how the printer is. Never raises: a printer that is not there is OFFLINE."""

    def close(self) -> None:
        """Let go of what is held; harmless when repeated."""


class PngPrinter:
    """Prints into a folder, one NUMBER.png a ticket: for machines without a printer, and for the demo."""

    def __init__(self, folder: Path, width: int | None = None) -> None:
        self._folder = folder
        self._width = width
        self.name = f"png:{folder}"

    def print(self, slip: TicketSlip) -> PrintResult:
        """Write the picture; a reader sees the whole of it or nothing."""
        from branch.devices.printers.slip_layout import render  # with Pillow, for the first ticket

        picture = render(_on_width(slip, self._width))
        path = self._folder / (re.sub(r"[^\w-]", "_", slip.number.strip()) + ".png")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, unfinished = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    picture.save(file, "PNG", dpi=(203, 203))
                Path(unfinished).chmod(0o644)  # mkstemp makes it private; a ticket is for whoever serves it
                Path(unfinished).replace(path)
            except BaseException:
                Path(unfinished).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise PrinterOfflineError(f"{self.name}: {error}") from error
        return PrintResult(PrinterStatus.READY, confirmed=True, picture=path)

    def status(self) -> PrinterStatus:
        """Ready when the folder can be written, or made."""
        place = next(p for p in (self._folder, *self._folder.absolute().parents) if p.exists())
        writable = place.is_dir() and os.access(place, os.W_OK | os.X_OK)
        return PrinterStatus.READY if writable else PrinterStatus.OFFLINE

    def close(self) -> None:
        """Nothing is held."""


class EscposPrinter:
    """A thermal printer. The way to it is opened for each ticket: one that was off and is back just works."""

    def __init__(
        self,
        name: str,
        connect: Callable[[], Wire],
        *,
        mode: Mode = "raster",
        cut: Cut = "full",
        qr_code: QrCode = "native",
        width: int | None = 576,
    ) -> None:
        self.name = name
        self._connect = connect
        self._mode = mode
        self._cut = cut
        self._qr_code = qr_code
        self._width = width
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._mute = False  # it answered nothing last time
        self._cut_off = False  # the last ticket did not get there whole

    def print(self, slip: TicketSlip) -> PrintResult:
        """Ask, send, and watch while it prints."""
        from branch.devices.printers import escpos as commands  # with Pillow, for the first ticket

        slip = _on_width(slip, self._width)
        job = commands.job(slip, self._mode, self._cut, self._qr_code)
        with self._lock, ExitStack() as stack:
            try:
                wire = stack.enter_context(closing(self._reach()))
                # A printer known to be mute is not asked first: the customer would wait for a silence.
                before = PrinterStatus.UNKNOWN if self._mute else read_status(wire)
            except _UNREACHABLE as error:
                raise PrinterOfflineError(f"{self.name} does not answer: {error}") from error
            refuse_if_bad(before, self.name)
            if self._cut_off:
                job = replace(job, data=commands.cleared(job.data, slip.width_dots))
            self._cut_off = True  # until it is known to be whole
            try:
                result = self._send(wire, job, answers=before is not PrinterStatus.UNKNOWN)
                self._cut_off = False
                return result
            except OSError as error:
                raise PrinterLostError(f"{self.name} went away during the ticket: {error}") from error

    def status(self) -> PrinterStatus:
        """Ask how the printer is; waits for a ticket that is being printed."""
        with self._lock:
            try:
                with closing(self._reach()) as wire:
                    return read_status(wire)
            except _UNREACHABLE:
                return PrinterStatus.OFFLINE

    def close(self) -> None:
        """Stop watching a ticket that prints right now; nothing is held between tickets."""
        self._closed.set()

    def _reach(self) -> Wire:
        """Open the way; a printer that another kiosk prints on right now refuses, and is waited for."""
        end = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                return self._connect()
            except OSError as error:
                if error.errno not in _BUSY or time.monotonic() >= end or self._closed.wait(_AGAIN_SECONDS):
                    raise

    def _send(self, wire: Wire, job: Job, *, answers: bool) -> PrintResult:
        wire.send(job.data)
        after = watch(wire, job.rows / PRINT_DOTS_PER_SECOND, self._closed) if answers else read_status(wire)
        refuse_if_bad(after, self.name, during=True)
        known = after is not PrinterStatus.UNKNOWN
        self._mute = not answers and not known
        if answers and not known:
            raise PrinterLostError(f"{self.name} stopped answering during the ticket")
        wire.finish()
        return PrintResult(after, confirmed=known)


def _on_width(slip: TicketSlip, width: int | None) -> TicketSlip:
    """The same ticket on the paper that is really there."""
    return slip if width is None else replace(slip, width_dots=width)
