"""A printer of the system's spooler: the whole job once, no question in it, and a refusal is told."""

from __future__ import annotations

import os
import stat
import sys
from functools import partial
from pathlib import Path

import pytest

from branch.devices.printers import EscposPrinter, PrinterStatus, make_printer
from branch.devices.printers.printer_status import PrintError
from branch.devices.printers.spool_transport import SpoolWire
from tests.devices.printers.decode import Decoder
from tests.devices.printers.slips import USUAL


def test_a_ticket_is_one_job_and_counts_as_sent() -> None:
    jobs: list[tuple[str, bytes]] = []
    printer = EscposPrinter("spool:Ticket", partial(SpoolWire, "Ticket", lambda *job: jobs.append(job)))
    result = printer.print(USUAL)
    assert (result.status, result.confirmed) == (PrinterStatus.UNKNOWN, False), "nobody has seen it"
    ((name, data),) = jobs
    assert name == "Ticket"
    (receipt,) = Decoder(data).receipts
    assert receipt.strips
    assert printer.status() is PrinterStatus.UNKNOWN
    assert len(jobs) == 1, "a question is no job"


def test_a_job_that_is_refused_is_not_printed() -> None:
    def refuses(name: str, _: bytes) -> None:
        raise OSError(f"{name} is paused")

    printer = EscposPrinter("spool:Ticket", partial(SpoolWire, "Ticket", refuses))
    with pytest.raises(PrintError, match="paused"):
        printer.print(USUAL)


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is elsewhere")
def test_cups_takes_the_job_raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "lp"
    program.write_text(
        '#!/bin/sh\necho "$@" >"$0.said"\ncat >"$0.job"\n[ "$2" = Ticket ] || { echo "no $2" >&2; exit 1; }\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    printer = make_printer("spool:Ticket?width=384")
    assert printer is not None
    assert printer.name == "spool:Ticket"
    printer.print(USUAL)
    assert "-d Ticket" in (tmp_path / "lp.said").read_text()
    assert "-o raw" in (tmp_path / "lp.said").read_text()
    assert Decoder((tmp_path / "lp.job").read_bytes()).receipts
    other = make_printer("spool:Other Name")
    assert other is not None
    with pytest.raises(PrintError, match="no Other Name"):
        other.print(USUAL)


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is elsewhere")
def test_no_spooler_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    printer = make_printer("spool:Ticket")
    assert printer is not None
    with pytest.raises(PrintError, match="cups-client"):
        printer.print(USUAL)
