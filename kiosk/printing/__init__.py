"""Puts a ticket on paper: what is on it, how it looks, and the printers. No Qt; call it from a worker."""

from __future__ import annotations

from .errors import (
    CoverOpenError,
    LogoError,
    PaperOutError,
    PrinterLostError,
    PrinterOfflineError,
    PrintError,
    SettingError,
    SlipError,
)
from .layout import render
from .logo import Logo
from .printers import EscposPrinter, PngPrinter, Printer, PrintResult
from .settings import make_printer
from .slip import WIDTHS, Mark, TicketSlip
from .status import PrinterStatus

__all__ = [
    "WIDTHS",
    "CoverOpenError",
    "EscposPrinter",
    "Logo",
    "LogoError",
    "Mark",
    "PaperOutError",
    "PngPrinter",
    "PrintError",
    "PrintResult",
    "Printer",
    "PrinterLostError",
    "PrinterOfflineError",
    "PrinterStatus",
    "SettingError",
    "SlipError",
    "TicketSlip",
    "make_printer",
    "render",
]
