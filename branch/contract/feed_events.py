"""The words of the feed that are no journal events."""

from __future__ import annotations

QUEUES_CHANGED = "QueuesChanged"
"""The one type that is no journal row: counts and waits as they look now. It has no id."""

RESET = "reset"
"""Take a new snapshot: what follows the number you named cannot be given."""
