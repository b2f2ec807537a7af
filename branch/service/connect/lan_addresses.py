"""Under which addresses the LAN reaches this machine."""

from __future__ import annotations

import ifaddr


def lan_addresses() -> list[str]:
    """This machine's IPv4 addresses that others can reach."""
    found = [str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4]
    return [ip for ip in found if not ip.startswith("127.")]
