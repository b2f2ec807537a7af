"""From a ticket to the customer's hand: on paper, or on the screen until it has been noted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from branch.client.responses import ServiceError
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.refusals import Refusal
from branch.devices.printers import Mark
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from kiosk.offline.offline_tickets import OfflineTickets
from kiosk.paper.pending_prints import PendingPrints
from kiosk.paper.print_queue import Outcome, PrintQueue
from kiosk.paper.slip_from_ticket import slip_of
from kiosk.visit.visit_flow import VisitFlow
from kiosk.visit.visit_state import Delivered, Home, OnScreenOnly, Paper

KEPT = 6
"""As many as stand on one page of the staff menu."""


class RecentTickets:
    """The newest first; forgotten with the program, for the service knows them too."""

    def __init__(self) -> None:
        self._tickets: dict[str, tuple[IssuedTicket, bool]] = {}

    def put(self, ticket: IssuedTicket, *, offline: bool) -> None:
        """Add a ticket; ``offline`` if the service does not know it yet."""
        self._tickets[ticket["id"]] = (ticket, offline)
        for old in list(self._tickets)[:-KEPT]:
            del self._tickets[old]

    def all(self) -> list[IssuedTicket]:
        """The tickets, the newest first."""
        return [ticket for ticket, _ in reversed(self._tickets.values())]

    def find(self, ticket: str) -> tuple[IssuedTicket, bool] | None:
        """A ticket, and whether it was given without the service; None if it is too old."""
        return self._tickets.get(ticket)


THANKS_MS = 8_000
SENT_MS = 20_000
"""Long enough to see whether paper comes, and to note the number if it does not."""

UNPRINTED_MS = 60_000


class Delivery:
    """No number leaves the screen before its customer has it; those of others wait until home is shown."""

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        flow: VisitFlow,
        prints: PrintQueue,
        offline: OfflineTickets,
        pending: PendingPrints,
        recent: RecentTickets,
    ) -> None:
        self._link, self._languages, self._flow = link, languages, flow
        self._prints, self._offline = prints, offline
        self._pending, self._recent = pending, recent
        self._unprinted: deque[OnScreenOnly] = deque()
        self._unknown: set[str] = set()

    def give(self, ticket: IssuedTicket, offline: bool = False) -> None:
        """Thank the customer, and print their number; ``offline`` if the service does not know it yet."""
        if offline:
            self._unknown.add(ticket["id"])
        self._recent.put(ticket, offline=offline)
        self._print(ticket)

    def show(self, ticket: IssuedTicket, heading: str) -> None:
        """Show a number that its customer has, under a text of the catalogue."""
        self._flow.enter(Delivered(ticket, heading=heading), THANKS_MS)

    def again(self) -> None:
        """Print a number that is on the screen only, marked as a copy: the first paper may be half out."""
        state = self._flow.state
        if isinstance(state, OnScreenOnly) and self._prints.there:
            self._print(state.ticket, (Mark.REPRINT,))

    @property
    def can_copy(self) -> bool:
        """Whether the number that is shown, which is not new, may be printed again."""
        state = self._flow.state
        if not isinstance(state, Delivered) or state.paper != "none":
            return False
        known = bool(state.heading) or state.ticket.get("came_late", False)
        return known and self._prints.there and bool(self._link.live)

    def copy(self, refused: Callable[[Refusal | ServiceError], None]) -> None:
        """Print that number again, if the service, which counts the copies, says so."""
        state = self._flow.state
        if not isinstance(state, Delivered) or not self.can_copy:
            return
        ticket = state.ticket
        self._flow.enter(replace(state, paper="printing"))
        self._link.ask(
            lambda api: api.reprint(ticket["id"], "customer"),
            lambda again: self._copied(again["ticket"]),
            lambda error: refused(error) if self._shown(ticket) else None,
        )

    def noted(self) -> None:
        """Take a number without paper for held: its customer has noted it."""
        if isinstance(self._flow.state, OnScreenOnly):
            self._pending.held(self._flow.state.ticket)

    def left(self) -> None:
        """Keep a number without paper no longer: its customer goes, and has seen it."""
        if isinstance(self._flow.state, OnScreenOnly):
            self._pending.end(self._flow.state.ticket["id"])

    def offer(self, ticket: IssuedTicket, offline: bool) -> None:
        """Show a ticket that was on its way to paper when this kiosk ended: its customer may be here."""
        if offline:
            self._unknown.add(ticket["id"])
        self._pending.not_held(ticket)
        self._unprinted.append(OnScreenOnly(ticket, "interrupted"))
        if isinstance(self._flow.state, Home):
            self.show_next()

    def show_next(self) -> bool:
        """Show what did not come out of the printer while another customer was here, if there was any."""
        if self._unprinted:
            self._flow.enter(self._unprinted.popleft(), UNPRINTED_MS)
            return True
        return False

    def _copied(self, ticket: IssuedTicket) -> None:
        shown = self._shown(ticket)
        if shown is not None:
            self._print(ticket, (Mark.REPRINT,), shown.heading)
        else:  # its customer has turned to the slot, and somebody else may be here
            self._to_paper(ticket, (Mark.REPRINT,))

    def _shown(self, ticket: IssuedTicket) -> Delivered | None:
        state = self._flow.state
        return state if isinstance(state, Delivered) and state.ticket["id"] == ticket["id"] else None

    def _print(self, ticket: IssuedTicket, marks: tuple[Mark, ...] = (), heading: str = "") -> None:
        paper: Paper = "printing" if self._prints.there else "none"
        self._flow.enter(Delivered(ticket, paper, heading), 0 if self._prints.there else THANKS_MS)
        self._to_paper(ticket, marks)

    def _to_paper(self, ticket: IssuedTicket, marks: tuple[Mark, ...]) -> None:
        offline = ticket["id"] in self._unknown
        if offline:
            marks = (*marks, Mark.OFFLINE)
        self._pending.begin(ticket, offline=offline)
        self._prints.print(
            ticket["id"],
            partial(slip_of, ticket, self._link.branch, self._languages, marks),
            partial(self._printed, ticket),
            partial(self._offline.paper, ticket["id"]) if offline else None,
        )

    def _printed(self, ticket: IssuedTicket, outcome: Outcome) -> None:
        shown = self._shown(ticket)
        if outcome != "failed":
            self._pending.end(ticket["id"])
            self._pending.held(ticket)
            if shown is not None:
                self._flow.enter(
                    replace(shown, paper=outcome), THANKS_MS if outcome == "printed" else SENT_MS
                )
            return
        self._pending.not_held(ticket)
        failed = OnScreenOnly(ticket, "failed")
        if shown is not None or isinstance(self._flow.state, Home):
            self._flow.enter(failed, UNPRINTED_MS)
        else:
            self._unprinted.append(failed)
