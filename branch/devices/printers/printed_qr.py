"""QR codes as exact dots: a printer's dot is never split, so every module has the same size."""

from __future__ import annotations

import qrcode
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError

from branch.devices.printers.printer_status import SlipError

QUIET = 4
"""White modules around a code; fewer and some phones do not find it."""
SMALLEST_MODULE = 3
"""Dots. 3 are 0.38 mm, about the least a phone reads on thermal paper."""


def matrix(text: str) -> list[list[bool]]:
    """The code's modules without its quiet zone, True for black. Corrects 15 %, which survives a crease."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:  # the library raises either, by how far it is over
        raise SlipError(f"the QR text of {len(text)} characters does not fit a QR code") from error
    return [[bool(module) for module in row] for row in code.get_matrix()]


def picture(text: str, wanted: int, paper: int) -> Image.Image:
    """The code with its quiet zone, the black part at most `wanted` dots wide where its content allows."""
    modules = matrix(text)
    count = len(modules)
    module = max(SMALLEST_MODULE, wanted // count)
    whole = (count + 2 * QUIET) * module
    if whole > paper:
        raise SlipError(f"a QR code of {count} modules does not fit {paper} dots")
    code = Image.new("L", (count, count))
    code.putdata([0 if black else 255 for row in modules for black in row])
    framed = Image.new("L", (whole, whole), 255)
    framed.paste(code.resize((count * module,) * 2, Image.Resampling.NEAREST), (QUIET * module,) * 2)
    return framed
