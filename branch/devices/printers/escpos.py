"""A ticket as ESC/POS bytes: as a picture, or as text with the printer's own fonts and QR code.

A picture prints the same on every printer. Text is some 400 bytes instead of 57,000, which counts on a serial
line, but needs a printer with a Chinese font.
"""

from __future__ import annotations

import logging
import math
import os
import shutil
from dataclasses import dataclass
from functools import cache
from typing import Any

from branch.devices.printers import printed_qr as qr
from branch.devices.printers.line_breaks import balance, wrap
from branch.devices.printers.printer_status import SlipError
from branch.devices.printers.slip import Cut, Mode, QrCode, TicketSlip
from branch.devices.printers.slip_layout import render
from branch.devices.printers.slip_texts import lines_of
from branch.wording.wait_wording import plain

_FRAGMENT_ROWS = 240  # a cheap printer's buffer holds no whole ticket; strips join without a seam
_CELL = 12  # dots across a Latin character of font A; a Chinese one takes two cells
_LINE = 30  # rows of a line of text
_RASTER_MODULE = 4  # dots: half a millimetre, and some four seconds at 9600 baud
_CHINESE_ON, _CHINESE_OFF = b"\x1c\x26", b"\x1c\x2e"  # FS & and FS .


log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """One ticket from reset to cut, and how many rows of dots it is long."""

    data: bytes
    rows: int


def job(slip: TicketSlip, mode: Mode, cut: Cut, qr_code: QrCode = "native") -> Job:
    """Turn a ticket into what a printer understands."""
    printer = _started()
    if mode == "text":
        try:
            rows = _write_text(printer, slip, qr_code)
        except _NoSuchCharacterError as error:
            log.info("the printer's font has no %s: a ticket is printed as a picture", error)
            printer, mode = _started(), "raster"
    if mode == "raster":
        picture = render(slip)
        printer.image(picture, fragment_height=_FRAGMENT_ROWS)
        rows = picture.height
    printer.cut(mode=cut.upper())
    return Job(bytes(printer.output), rows)


def cleared(data: bytes, width_dots: int) -> bytes:
    """The bytes of a job for a printer that may still wait for the rest of another one's picture: as many
    NULs as a strip may lack, which are nothing to a printer that waits for none."""
    return bytes(_FRAGMENT_ROWS * math.ceil(width_dots / 8)) + data


def _started() -> Any:
    printer = _library()(profile="TM-T20II")  # any profile of 576 dots: it only limits the width
    printer.hw("INIT")
    return printer


@cache
def _library() -> Any:
    """python-escpos' byte maker, imported when first needed: that takes half a second."""
    from escpos import capabilities
    from escpos.printer import Dummy

    # WORKAROUND: python-escpos 3.1 makes a temporary folder when imported and never removes it.
    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return Dummy


def _write_text(printer: Any, slip: TicketSlip, qr_code: QrCode) -> int:
    """Send a ticket as text; give back about how many rows of dots it takes."""
    lines = lines_of(slip)
    cells = slip.width_dots // _CELL
    rows = 0

    def write(text: str, size: int = 1, *, bold: bool = False, even: bool = True) -> None:
        nonlocal rows
        printer.set(custom_size=True, width=size, height=size, bold=bold)
        for line in (balance if even else wrap)(text, cells // size, _cells):
            # python-escpos' own text() leaves out FS & and sends lone Chinese punctuation another way.
            printer._raw(_CHINESE_ON + _encoded(line) + _CHINESE_OFF + b"\n")
            rows += _LINE * size

    printer.set(align="center")
    for mark in lines.marks:
        write(f"[ {mark} ]", bold=True)
    if slip.logo is not None:
        logo = slip.logo.on_width(slip.width_dots)
        printer.image(logo, fragment_height=_FRAGMENT_ROWS)  # as wide as its ink: the printer centres it
        rows += logo.height
    write(lines.branch, bold=True)
    for name in lines.service:
        write(name)
    if lines.segment:
        write(lines.segment, bold=True)
    size = min(8, cells // _cells(lines.number))
    if size < 1:
        raise SlipError(f"the number {lines.number} does not fit {slip.width_dots} dots")
    printer.print_and_feed(1)
    write(lines.number, int(size), bold=True)
    printer.print_and_feed(1)
    for clause in lines.wait:
        write(plain(clause))
    write("-" * cells, even=False)
    if lines.qr:
        rows += _write_code(printer, lines.qr, slip.width_dots, qr_code)
        write(lines.scan)
        write("-" * cells, even=False)
    for line in (*filter(None, (lines.promise,)), *lines.footer, lines.missed, lines.issued):
        write(line)
    return rows


def _write_code(printer: Any, text: str, width_dots: int, qr_code: QrCode) -> int:
    """Send a QR code; give back how many rows of dots it takes."""
    count = len(qr.matrix(text))
    if qr_code == "raster":
        picture = qr.picture(text, count * _RASTER_MODULE, width_dots)
        printer.image(picture, fragment_height=_FRAGMENT_ROWS)
        return int(picture.height)
    module = min(8, width_dots // (count + 2 * qr.QUIET))
    if module < qr.SMALLEST_MODULE:
        raise SlipError(f"a QR code of {count} modules does not fit {width_dots} dots")
    # The printer's own code has no quiet zone.
    quiet = math.ceil(qr.QUIET * module / _LINE)
    printer.print_and_feed(quiet)
    printer.qr(text, ec=1, size=module, native=True)  # 1 is level M
    printer.print_and_feed(quiet)
    return count * module + 2 * quiet * _LINE


_WRITTEN = str.maketrans("¥•–−‐‑‒\xa0\u2002\u2009\u202f", "￥·-----    ")
"""What printers with the two-byte codes alone have in another form."""


class _NoSuchCharacterError(Exception):
    """A printer's Chinese font has two-byte codes, and this text needs others."""


def _encoded(text: str) -> bytes:
    # The printer obeys control characters, wherever a name got them from.
    data = b""
    for character in "".join(c for c in text.translate(_WRITTEN) if c.isprintable()):
        code = character.encode("gb18030", "replace")
        if len(code) > 2:
            raise _NoSuchCharacterError(character)
        data += code
    return data


def _cells(text: str) -> float:
    return sum(1 if c.isascii() else 2 for c in text)
