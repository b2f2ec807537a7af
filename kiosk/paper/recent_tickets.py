"""The last numbers that this kiosk has given, for staff who are asked for one of them again."""

from __future__ import annotations

from branch.contract.answers.ticket_answers import IssuedTicket

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
