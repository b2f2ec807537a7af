"""Tickets without the service: numbers reserved beforehand, given from this machine's own disk. No Qt."""

from __future__ import annotations

from kiosk.offline.hours import schedule_of, takes
from kiosk.offline.outbox import Given, Outbox, OutboxError
from kiosk.offline.ticket import ticket_of

__all__ = ["Given", "Outbox", "OutboxError", "schedule_of", "takes", "ticket_of"]
