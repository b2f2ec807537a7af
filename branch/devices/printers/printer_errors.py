"""Everything that can go wrong with a ticket on its way to paper.

    PrintError                 a ticket was not printed
    +-- SettingError           bad-printer-setting   the setting names no printer we could use
    +-- LogoError              bad-logo              the logo's file cannot be printed; tickets go without
    +-- SlipError              bad-slip              the ticket cannot be drawn on this paper
    +-- PrinterOfflineError    printer-offline       nobody answers, or the printer says it is off line
    +-- PrinterLostError       printer-lost          it went away during the ticket, maybe half printed
    +-- PaperOutError          paper-out
    +-- CoverOpenError         cover-open

Callers switch on `code`, which is stable, and translate it; the message is English and for the log.
"""

from __future__ import annotations

from typing import ClassVar


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
