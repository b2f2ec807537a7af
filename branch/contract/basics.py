"""What every topic uses: the plain types of JSON, the audiences, and where a service is found on its LAN."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
"""Any JSON value."""

JsonObject = Mapping[str, Json]

Names = Mapping[str, str]
"""A text by language."""


ROLES = ("kiosk", "display", "counter", "manager", "integration")

STAFF_ROLES = frozenset({"counter", "manager"})
"""Who sees staff numbers and the queue of a counter, whose rows carry ticket ids."""


PORT = 8750
"""The one port, when nothing else is said."""

SERVICE_TYPE = "_branchline._tcp.local."
"""What it is called in mDNS."""
