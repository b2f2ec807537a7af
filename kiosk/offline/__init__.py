"""Tickets without the service: numbers reserved beforehand, given from this machine's own disk. No Qt."""

from __future__ import annotations

from .hours import schedule_of, takes
from .outbox import Given, Outbox, OutboxError
from .ticket import ticket_of

__all__ = ["Given", "Outbox", "OutboxError", "schedule_of", "takes", "ticket_of"]
