"""What can be wrong with printing, and how a printer is, asked with ESC/POS real-time status (DLE EOT).

Silence is never good news: a printer that does not answer is `UNKNOWN`, not "has paper". Many cheap printers
never answer; they still print.
"""

from __future__ import annotations

import time
from enum import StrEnum
from threading import Event
from typing import ClassVar

from branch.devices.printers.printer_transport import Wire


class PrintError(Exception):
    """A ticket was not printed, or must be taken as not printed."""

    code: ClassVar[str] = "print-failed"


class SettingError(PrintError):
    """The printer setting is wrong; the message names the part, in one line."""

    code = "bad-printer-setting"


class LogoError(PrintError):
    """The file of the logo holds no picture that can be printed; the message names it, in one line."""

    code = "bad-logo"


class SlipError(PrintError):
    """The ticket cannot be drawn, such as a QR text that is too long for the paper."""

    code = "bad-slip"


class PrinterOfflineError(PrintError):
    """Nothing was sent: the printer does not answer at its address, or says it is off line."""

    code = "printer-offline"


class PrinterLostError(PrintError):
    """The printer went away during the ticket. It may be half printed, so it counts as not printed."""

    code = "printer-lost"


class PaperOutError(PrintError):
    """There was no paper, or it ran out during the ticket."""

    code = "paper-out"


class CoverOpenError(PrintError):
    """The cover is open."""

    code = "cover-open"


ANSWER_SECONDS = 1.0
"""How long one question waits. Real-time status is answered at once, also by a busy printer."""
PATIENCE_SECONDS = 4.0
"""How much longer than the ticket takes to print the last question may stay unanswered: the question queues
behind the ticket in a printer whose buffer is smaller than the picture."""

_STATE, _CAUSE, _PAPER = 1, 2, 4  # the n of DLE EOT n


class PrinterStatus(StrEnum):
    """The state of a printer, as far as it tells."""

    READY = "ready"
    PAPER_LOW = "paper-low"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


def read_status(wire: Wire) -> PrinterStatus:
    """Ask a printer how it is. Waits at most one second more than its answers take."""
    answers: dict[int, int] = {}
    for question in (_STATE, _PAPER, _CAUSE):
        answer = wire.ask(bytes((0x10, 0x04, question)), ANSWER_SECONDS)
        # Bits 0, 1, 4 and 7 are the same in every real-time answer. Anything else is some other message.
        if answer is None or answer & 0x93 != 0x12:
            break
        answers[question] = answer
    state, paper, cause = (answers.get(question, 0) for question in (_STATE, _PAPER, _CAUSE))
    # An open cover also lifts the paper sensor, so it comes first; of being off line, both are the cause.
    if cause & 0x04:
        return PrinterStatus.COVER_OPEN
    if paper & 0x60 or cause & 0x20:
        return PrinterStatus.PAPER_OUT
    if state & 0x08 or cause & 0x40:
        return PrinterStatus.OFFLINE
    if len(answers) < 3:
        return PrinterStatus.UNKNOWN
    return PrinterStatus.PAPER_LOW if paper & 0x0C else PrinterStatus.READY


def watch(wire: Wire, seconds: float, closed: Event) -> PrinterStatus:
    """Keep asking while a ticket of so many seconds prints; stop at the first trouble, or once `closed`.

    The bytes are in the printer's buffer long before they are on paper, so one good answer right after
    sending says nothing about a roll that ends in the middle.
    """
    printed = time.monotonic() + seconds
    while True:
        status = read_status(wire)
        now = time.monotonic()
        if status in _REFUSALS:
            return status
        if now >= printed + (PATIENCE_SECONDS if status is PrinterStatus.UNKNOWN else 0):
            return status
        if closed.wait(0.1):
            return status


def refuse_if_bad(status: PrinterStatus, name: str, *, during: bool = False) -> None:
    """Raise what a bad status means for the ticket; `during` words it for one that was already sent."""
    refusal = _REFUSALS.get(status)
    if refusal is PrinterOfflineError and during:
        refusal = PrinterLostError  # "offline" promises that nothing was sent
    if refusal:
        raise refusal(f"{name} is {status.value}" + (" during the ticket" if during else ""))


_REFUSALS: dict[PrinterStatus, type[PrintError]] = {
    PrinterStatus.PAPER_OUT: PaperOutError,
    PrinterStatus.COVER_OPEN: CoverOpenError,
    PrinterStatus.OFFLINE: PrinterOfflineError,
}
