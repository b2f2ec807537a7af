"""Puts tickets on paper in a worker of its own, and tells the service what came of it.

A printer that hangs keeps nobody from taking a number: only other tickets for the same paper wait for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot

from branch.devices.printers import (
    Logo,
    Printer,
    PrinterOfflineError,
    PrintError,
    PrinterStatus,
    PrintResult,
    TicketSlip,
)
from branch.qt.device_alerts import DeviceAlerts
from branch.qt.timing import make_timer
from kiosk.paper.pending_prints import PrintReports

WATCH_MS = 30_000
"""How often a printer that prints nothing is asked how it is; more often while it is in trouble."""

WATCH_TROUBLE_MS = 5_000

_BAD = (PrinterStatus.PAPER_OUT, PrinterStatus.COVER_OPEN, PrinterStatus.OFFLINE)

_CAUSES = {status.value: status.value for status in _BAD} | {PrinterOfflineError.code: "offline"}
"""What staff can see to at the printer, by what tells of it; anything else says only that it failed."""

_TOLD = (PrinterStatus.PAPER_OUT.value, PrinterStatus.COVER_OPEN.value)
"""Troubles whose end only the printer can tell: silence does not end them, a printed ticket does."""

log = logging.getLogger(__name__)

Outcome = Literal["failed", "sent", "printed"]
"""What came of a print; "sent" of a printer that says nothing: whether paper came out nobody knows."""

Done = Callable[[Outcome], None]
Tell = Callable[[bool, str | None], None]


class PrintQueue(QObject):
    """The way to the printer."""

    _crossed = Signal(object)

    def __init__(
        self,
        printer: Printer | None,
        reports: PrintReports,
        troubles: DeviceAlerts,
        parent: QObject | None = None,
        *,
        logo: Logo | None = None,
    ) -> None:
        """``printer`` is None where the screen has to do; ``logo`` goes on everything that is printed."""
        super().__init__(parent)
        self._troubles = troubles
        self._at_work = 0
        self._watch = make_timer(self, once=True)
        self._watch.setObjectName("printer watch")
        self._watch.timeout.connect(self._look)
        self._reports = reports
        self._printer = printer
        self._logo = logo
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="paper")
        self._stopped = False
        self._waiting: list[Callable[[PrinterStatus], None]] = []
        self._bad: str | None = None
        self._crossed.connect(self._run_here, Qt.ConnectionType.QueuedConnection)

    @property
    def there(self) -> bool:
        """Whether there is a printer at all."""
        return self._printer is not None

    def start(self) -> None:
        """Be ready to draw a ticket, and keep asking how the printer is from now on."""
        if self._printer is not None:
            self._pool.submit(_load_drawing)
        self._look()

    def print(
        self, ticket: str, make: Callable[[], TicketSlip], done: Done, tell: Tell | None = None
    ) -> None:
        """Print what ``make`` gives; ``done`` runs here later and says what came of it.

        ``tell`` hears it instead of `PrintReports`, with the reason: for a ticket that it does not know yet.
        """
        if self._printer is not None and not self._stopped:
            self._at_work += 1
            self._pool.submit(
                self._work, self._printer, ticket, make, partial(self._printed, ticket, done, tell)
            )

    def look_again(self, answer: Callable[[PrinterStatus], None] | None = None) -> None:
        """Ask the printer now: somebody has seen to it. ``answer`` hears what it says, after the ticket that
        is being printed if there is one."""
        if answer is not None:
            self._waiting.append(answer)
        self._look()

    def stop(self) -> None:
        """Stop watching the paper; nothing comes back after this."""
        self._stopped = True
        self._watch.stop()
        if self._printer is not None:
            self._printer.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    # In the worker

    def _work(
        self,
        printer: Printer,
        ticket: str,
        make: Callable[[], TicketSlip],
        done: Callable[[str | None, PrintResult | None], None],
    ) -> None:
        reason = result = None
        try:
            result = printer.print(replace(make(), logo=self._logo))
            log.info("ticket printed", extra={"ticket": ticket, "paper": str(result.status)})
        except PrintError as error:
            reason = error.code
            log.info("ticket not printed: %s", error, extra={"ticket": ticket})
        except Exception:  # whatever went wrong, the customer must learn that there is no paper
            reason = PrintError.code
            log.exception("the printer failed", extra={"ticket": ticket})
        self._crossed.emit(partial(done, reason, result))

    def _ask(self, printer: Printer) -> None:
        status = printer.status()
        self._crossed.emit(partial(self._looked, status))

    # In the GUI thread

    @Slot(object)
    def _run_here(self, call: Callable[[], None]) -> None:
        if not self._stopped:
            call()

    @Slot()
    def _look(self) -> None:
        """Ask the printer, unless a ticket is about to tell the same."""
        if self._printer is not None and not self._stopped:
            if self._at_work:
                self._watch.start(WATCH_TROUBLE_MS)
            else:
                self._pool.submit(self._ask, self._printer)

    def _looked(self, status: PrinterStatus) -> None:
        if status in _BAD:
            self._in_trouble(status.value)
        elif status is not PrinterStatus.UNKNOWN or self._bad not in _TOLD:
            self._well(status)
        answers, self._waiting = self._waiting, []
        for answer in answers:
            answer(status)
        self._watch.start(WATCH_TROUBLE_MS if status in _BAD else WATCH_MS)

    def _in_trouble(self, what: str | None, *, again: bool = False) -> None:
        if self._bad is None or what in _CAUSES:
            self._bad = _CAUSES.get(what or "", what)
        self._troubles.turn("printer", self._bad, again=again)

    def _well(self, status: PrinterStatus) -> None:
        self._bad = None
        self._troubles.end("printer")
        self._paper_left(status)

    def _paper_left(self, status: PrinterStatus) -> None:
        if status is PrinterStatus.PAPER_LOW:
            self._troubles.begin("paper-low")
        elif status is PrinterStatus.READY:
            self._troubles.end("paper-low")

    def _printed(
        self, ticket: str, done: Done, tell: Tell | None, reason: str | None, result: PrintResult | None
    ) -> None:
        self._at_work -= 1
        if result is not None:
            self._well(result.status)
        elif reason != "bad-slip":
            self._in_trouble(reason, again=True)
            self._watch.start(WATCH_TROUBLE_MS)
        if tell is not None:
            tell(reason is None, reason)
        else:
            self._reports.tell(ticket, reason is None, reason)
        done("failed" if result is None else "printed" if result.confirmed else "sent")


def _load_drawing() -> None:
    """Load what tickets are drawn with, in the worker: the first customer of the day need not wait for it."""
    try:
        import branch.devices.printers.slip_layout  # noqa: F401
    except ImportError:
        log.exception("tickets cannot be drawn")
