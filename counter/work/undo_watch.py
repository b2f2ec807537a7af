"""What can be taken back, and for how long."""

from __future__ import annotations

from branch.contract.answers.counter_answers import StaffCounter
from branch.contract.answers.feed_events import StaffEvent
from counter.shell.catalogue import instant

ACTS = {
    "TicketCalled": "call",
    "ServingStarted": "start",
    "ServingFinished": "finish",
    "TicketWentOn": "finish",
    "ChainSet": "chain",
    "TicketMissed": "no-show",
    "TicketParked": "park",
    "TicketTransferred": "transfer",
    "TicketRequeued": "requeue",
    "ReminderMoved": "park-again",
}
"""Event -> the service's name of the action that it can take back."""


class UndoWatch:
    """Knows the last action at one counter and when it was.

    The service says only that something can be taken back; since when comes from the feed, or, after a
    restart, from the ticket at the counter. Where neither tells, nothing is offered.
    """

    def __init__(self) -> None:
        self.action = self.number = ""
        self._at = 0

    def take(self, event: StaffEvent) -> None:
        """An event at our counter."""
        action = ACTS.get(event.get("type", ""))
        if event.get("type") == "StepTicked":
            action = "tick" if event["done"] else "untick"
        if action is not None and "ticket" in event:
            self.action, self.number, self._at = action, event["ticket"]["number"], instant(event["at"])

    def begin(self, counter: StaffCounter | None) -> None:
        """The view begins anew."""
        self.action = self.number = ""
        ticket = counter["ticket"] if counter else None
        action = counter.get("undo") if counter else None
        if ticket is None or action not in ("call", "start"):
            return
        self.action, self.number = action, ticket["number"]
        self._at = instant(ticket["called_at"] if action == "call" else ticket.get("started_at"))

    def left_ms(self, counter: StaffCounter | None, window_s: int, now: int) -> int:
        """How long it can still be taken back; 0 when it cannot."""
        if counter is None or not self.action or counter.get("undo") != self.action:
            return 0
        return max(0, self._at + window_s * 1000 - now)
