"""From a ticket to the customer's hand: on paper, or on the screen until it has been noted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from branch.client.service_errors import ServiceError
from branch.contract import shapes
from branch.devices.printers import Mark
from branch.domain.kernel.refusals import Refusal
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.paper.pending_prints import PendingPrints
from kiosk.paper.print_queue import PrintQueue
from kiosk.paper.recent_tickets import RecentTickets
from kiosk.paper.slip_from_ticket import slip_of
from kiosk.visit.visit_result import Printing, VisitResult
from kiosk.visit.visit_state import Steps

THANKS_MS = 8_000
UNPRINTED_MS = 60_000


class Delivery:
    """No number leaves the screen before its customer has it; those of others wait until home is shown."""

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        steps: Steps,
        outcome: VisitResult,
        paper: PrintQueue,
        reserve: OfflineTickets,
        unfinished: PendingPrints,
        given: RecentTickets,
    ) -> None:
        self._link, self._languages, self._steps = link, languages, steps
        self._outcome, self._paper = outcome, paper
        self._reserve, self._unfinished, self._given = reserve, unfinished, given
        self._unprinted: deque[tuple[shapes.Ticket, Printing]] = deque()
        self._offline: set[str] = set()

    def give(self, ticket: shapes.Ticket, *, offline: bool = False) -> None:
        """The customer's number: thanks, and its paper; ``offline`` if the service does not know it yet."""
        if offline:
            self._offline.add(ticket["id"])
        self._given.put(ticket, offline=offline)
        self._print(ticket)

    def again(self) -> None:
        """The paper once more, marked as a second one: the first may be half out."""
        ticket = self._outcome.ticket
        if self._steps.now == "unprinted" and ticket is not None and self._paper.there:
            self._print(ticket, (Mark.REPRINT,))

    @property
    def copies(self) -> bool:
        """Whether the number that is shown, which was scanned, may be printed again."""
        scanned = self._steps.now == "thanks" and bool(self._outcome.heading)
        return (
            scanned and str(self._outcome.printing) == "none" and self._paper.there and bool(self._link.live)
        )

    def copy(self, refused: Callable[[Refusal | ServiceError], None]) -> None:
        """Print the scanned number again, if the service, which counts the copies, says so."""
        ticket = self._outcome.ticket
        if ticket is None or not self.copies:
            return
        self._outcome.show_paper("printing")
        self._steps.enter("thanks")
        self._link.ask(
            lambda api: api.reprint(ticket["id"], "customer"),
            lambda again: self._copied(again["ticket"]),
            lambda error: refused(error) if self._shows(ticket) else None,
        )

    def noted(self) -> None:
        """The customer has the number without paper."""
        self._unfinished.held(self._outcome.ticket)

    def left(self) -> None:
        """The customer goes away from a number that was not printed: it has been seen."""
        if self._steps.now == "unprinted" and self._outcome.ticket is not None:
            self._unfinished.end(self._outcome.ticket["id"])

    def offer(self, ticket: shapes.Ticket, offline: bool) -> None:
        """This kiosk ended while that ticket was on its way to paper: its customer may still be here."""
        if offline:
            self._offline.add(ticket["id"])
        self._unfinished.not_held(ticket)
        self._unprinted.append((ticket, "interrupted"))
        if self._steps.now == "home":
            self.show_next()

    def show_next(self) -> bool:
        """What did not come out of the printer while another customer was here; whether there was any."""
        if self._unprinted:
            self._show(*self._unprinted.popleft())
            return True
        return False

    def _copied(self, ticket: shapes.Ticket) -> None:
        if self._shows(ticket):
            self._print(ticket, (Mark.REPRINT,), self._outcome.said_over)
        else:  # its customer has turned to the slot, and somebody else may be here
            self._to_paper(ticket, (Mark.REPRINT,))

    def _shows(self, ticket: shapes.Ticket) -> bool:
        shown = self._outcome.ticket
        return self._steps.now == "thanks" and shown is not None and shown["id"] == ticket["id"]

    def _print(self, ticket: shapes.Ticket, marks: tuple[Mark, ...] = (), heading: str = "") -> None:
        self._outcome.show_ticket(ticket, "printing" if self._paper.there else "none", heading)
        self._steps.enter("thanks", 0 if self._paper.there else THANKS_MS)
        self._to_paper(ticket, marks)

    def _to_paper(self, ticket: shapes.Ticket, marks: tuple[Mark, ...]) -> None:
        offline = ticket["id"] in self._offline
        if offline:
            marks = (*marks, Mark.OFFLINE)
        self._unfinished.begin(ticket, offline=offline)
        self._paper.print(
            ticket["id"],
            partial(slip_of, ticket, self._link.branch, self._languages, marks),
            partial(self._printed, ticket),
            partial(self._reserve.paper, ticket["id"]) if offline else None,
        )

    def _printed(self, ticket: shapes.Ticket, ok: bool) -> None:
        here = self._shows(ticket)
        if ok:
            self._unfinished.end(ticket["id"])
            self._unfinished.held(ticket)
        else:
            self._unfinished.not_held(ticket)
        if ok and here:
            self._outcome.show_paper("printed")
            self._steps.enter("thanks", THANKS_MS)
        elif not ok and (here or self._steps.now == "home"):
            self._show(ticket, "failed")
        elif not ok:
            self._unprinted.append((ticket, "failed"))

    def _show(self, ticket: shapes.Ticket, why: Printing) -> None:
        self._outcome.show_ticket(ticket, why)
        self._steps.enter("unprinted", UNPRINTED_MS)
