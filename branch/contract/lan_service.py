"""Where a branch service is found on its LAN."""

from __future__ import annotations

PORT = 8750
"""The one port, when nothing else is said."""

SERVICE_TYPE = "_branchline._tcp.local."
"""What it is called in mDNS."""
