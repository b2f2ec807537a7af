"""Puts tickets on paper in a worker of its own, and tells the service what came of it.

A printer that hangs keeps nobody from taking a number: only other tickets for the same paper wait for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from branch.client.api import Api, new_key
from branch.client.errors import ServiceError
from branch.domain.errors import Refusal
from branch.qt.link import ServiceLink
from kiosk.printing import Printer, PrintError, TicketSlip

log = logging.getLogger(__name__)

Done = Callable[[bool], None]
Tell = Callable[[bool, str | None], None]


class Paper(QObject):
    """The way to the printer."""

    _crossed = Signal(object)

    def __init__(self, link: ServiceLink, printer: Printer | None, parent: QObject | None = None) -> None:
        """``printer`` is None where the screen has to do."""
        super().__init__(parent)
        self._link = link
        self._printer = printer
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="paper")
        self._stopped = False
        self._untold: list[Callable[[Api], object]] = []
        self._crossed.connect(self._run_here, Qt.ConnectionType.QueuedConnection)
        link.stateChanged.connect(self._tell_again)

    @property
    def there(self) -> bool:
        """Whether there is a printer at all."""
        return self._printer is not None

    def print(
        self, ticket: str, make: Callable[[], TicketSlip], done: Done, tell: Tell | None = None
    ) -> None:
        """Print what ``make`` gives; ``done`` runs here later and says whether it is on paper.

        ``tell`` hears it instead of the service, with the reason: for a ticket that it does not know yet.
        """
        if self._printer is not None and not self._stopped:
            self._pool.submit(
                self._work, self._printer, ticket, make, partial(self._printed, ticket, done, tell)
            )

    def stop(self) -> None:
        """Stop watching the paper; nothing comes back after this."""
        self._stopped = True
        if self._printer is not None:
            self._printer.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    # In the worker

    def _work(
        self,
        printer: Printer,
        ticket: str,
        make: Callable[[], TicketSlip],
        done: Callable[[str | None], None],
    ) -> None:
        reason = None
        try:
            result = printer.print(make())
            log.info("ticket printed", extra={"ticket": ticket, "paper": str(result.status)})
        except PrintError as error:
            reason = error.code
            log.info("ticket not printed: %s", error, extra={"ticket": ticket})
        except Exception:  # whatever went wrong, the customer must learn that there is no paper
            reason = PrintError.code
            log.exception("the printer failed", extra={"ticket": ticket})
        self._crossed.emit(partial(done, reason))

    # In the GUI thread

    @Slot(object)
    def _run_here(self, call: Callable[[], None]) -> None:
        if not self._stopped:
            call()

    def _printed(self, ticket: str, done: Done, tell: Tell | None, reason: str | None) -> None:
        key = new_key()
        if tell is not None:
            tell(reason is None, reason)
        else:
            self._tell(lambda api: api.printed(ticket, reason is None, reason, key=key))
        done(reason is None)

    def _tell(self, question: Callable[[Api], object]) -> None:
        self._link.ask(question, failed=partial(self._untellable, question))

    def _untellable(self, question: Callable[[Api], object], error: Refusal | ServiceError) -> None:
        log.info("the service was not told about paper: %s", error)
        if isinstance(error, ServiceError):
            self._untold.append(question)

    def _tell_again(self) -> None:
        if self._link.live and self._untold:
            untold, self._untold = self._untold, []
            for question in untold:
                self._tell(question)
