"""Under which addresses the LAN reaches this machine, and when that changes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from ipaddress import ip_address, ip_network

import ifaddr

log = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
LOOK_S = 5.0
"""How often addresses are looked for again: a network may come up after the service, or change."""

_INSIDE = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "cni", "flannel", "podman", "lxc", "lxd")
"""How the names begin of networks that end inside this machine, of containers and virtual machines."""

_CONTAINERS = ip_network("172.17.0.0/16")


def lan_addresses() -> list[str]:
    """This machine's IPv4 addresses that others can reach, the likeliest first: those of containers and those
    that a machine without a network gives itself come last."""
    found = [
        (_rank(str(ip.ip), f"{adapter.name}"), str(ip.ip))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if ip.is_IPv4
    ]
    return [address for _, address in sorted(found, key=lambda one: one[0]) if address[:4] != "127."]


def _rank(address: str, adapter: str) -> int:
    if ip_address(address).is_link_local:
        return 2
    return int(adapter.lower().startswith(_INSIDE) or ip_address(address) in _CONTAINERS)


class AddressWatch:
    """Looks for this machine's address until it is closed, and tells of another one.

    Attributes:
        address: the one that the LAN reaches it by now.
    """

    def __init__(
        self,
        told: Callable[[str], None],
        look: Callable[[], list[str]] = lan_addresses,
        every: float = LOOK_S,
    ) -> None:
        self._told, self._look, self._every = told, look, every
        self.address = next(iter(look()), LOOPBACK)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="addresses", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.wait(self._every):
            found = self._look()
            # A second network is no reason to move: what is printed stays good while its address does.
            keeps = self.address in found and not ip_address(self.address).is_link_local
            if found and not keeps and found[0] != self.address:
                log.info("this machine is at %s now, no longer at %s", found[0], self.address)
                self.address = found[0]
                self._told(found[0])
