"""A printer of the system's spooler: Windows' own or, elsewhere, that of CUPS. A job goes through as it is.

A spooler takes a job and prints it some time later, and answers no questions of the printer's: its tickets
count as sent, not as seen. `Spooler` is the seam: `lp` has been run as a program that stands for CUPS' own,
Windows' functions never, since no machine here has them.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Callable

Spooler = Callable[[str, bytes], None]
"""Hands a job to the printer of that name; OSError when it is not taken."""

TITLE = "Branchline ticket"
PATIENCE_S = 10.0


class SpoolWire:
    """An open way to a spooler: nothing goes until the job is whole."""

    def __init__(self, name: str, spooler: Spooler | None = None) -> None:
        self._name = name
        self._spooler = spooler or system_spooler()
        self._job = bytearray()

    def send(self, data: bytes) -> None:
        """Keep `data` for the job."""
        self._job += data

    def ask(self, query: bytes, seconds: float) -> int | None:
        """No answer: a spooler passes no question on, and a question is no part of the job."""
        del query, seconds
        return None

    def finish(self) -> None:
        """Hand the job over."""
        job, self._job = bytes(self._job), bytearray()
        if job:
            self._spooler(self._name, job)

    def close(self) -> None:
        """Drop what was not handed over."""
        self._job.clear()


def system_spooler() -> Spooler:
    """The spooler of this system."""
    return _winspool if sys.platform == "win32" else _cups


def _cups(name: str, job: bytes) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - a name is one argument
            ["lp", "-d", name, "-t", TITLE, "-o", "raw", "-"],  # noqa: S607 - CUPS' own, wherever it is
            input=job,
            capture_output=True,
            check=False,
            timeout=PATIENCE_S,
        )
    except FileNotFoundError as error:
        raise OSError("lp is missing (Debian: apt-get install cups-client)") from error
    except subprocess.TimeoutExpired as error:
        raise OSError(f"the spooler did not take the job in {PATIENCE_S:.0f} s") from error
    if done.returncode:
        raise OSError(done.stderr.decode(errors="replace").strip() or f"lp ended with {done.returncode}")


class _Document(ctypes.Structure):
    """DOC_INFO_1W of Windows."""

    _fields_ = (
        ("title", ctypes.c_wchar_p),
        ("file", ctypes.c_wchar_p),
        ("kind", ctypes.c_wchar_p),
    )


if sys.platform == "win32":

    def _winspool(name: str, job: bytes) -> None:
        """Print through winspool.drv as RAW, which the driver leaves as it is."""
        library = ctypes.WinDLL("winspool.drv", use_last_error=True)
        printer, written = ctypes.c_void_p(), ctypes.c_uint32()

        def done(result: int) -> None:
            if not result:
                raise OSError(f"the spooler refused the job for {name}: error {ctypes.get_last_error()}")

        done(library.OpenPrinterW(ctypes.c_wchar_p(name), ctypes.byref(printer), None))
        try:
            done(library.StartDocPrinterW(printer, 1, ctypes.byref(_Document(TITLE, None, "RAW"))))
            try:
                done(library.WritePrinter(printer, job, len(job), ctypes.byref(written)))
            finally:
                library.EndDocPrinter(printer)
            if written.value != len(job):
                raise OSError(f"the spooler took {written.value} of {len(job)} bytes for {name}")
        finally:
            library.ClosePrinter(printer)

else:

    def _winspool(name: str, job: bytes) -> None:
        raise OSError(f"{name}: there is no spooler of Windows here for {len(job)} bytes")
