"""Puts a ticket on paper: what is on it, how it looks, and the printers. No Qt; call it from a worker."""

from __future__ import annotations

from branch.devices.printers.logo import Logo
from branch.devices.printers.printer_settings import make_printer
from branch.devices.printers.printer_status import (
    CoverOpenError,
    LogoError,
    PaperOutError,
    PrinterLostError,
    PrinterOfflineError,
    PrintError,
    PrinterStatus,
    SettingError,
    SlipError,
)
from branch.devices.printers.printers import EscposPrinter, PngPrinter, Printer, PrintResult
from branch.devices.printers.slip import WIDTHS, Mark, TicketSlip

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
]
