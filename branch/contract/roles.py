"""The roles of tokens: who asks, and so which audience is answered."""

from __future__ import annotations

ROLES = ("kiosk", "display", "counter", "manager", "integration")

STAFF_ROLES = frozenset({"counter", "manager"})
"""Who sees staff numbers and the queue of a counter, whose rows carry ticket ids."""
