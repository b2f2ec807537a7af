"""Tells the LAN where the branch service is (mDNS), so that the apps find it without being told."""

from __future__ import annotations

import logging
import socket
import threading

from zeroconf import Error, ServiceInfo, Zeroconf

from branch import VERSION
from branch.contract.basics import SERVICE_TYPE as SERVICE_TYPE
from branch.service.connect.lan_addresses import LOOK_S, LOOPBACK, lan_addresses

log = logging.getLogger(__name__)

_HOST_CHARACTERS = 30
_NAME_CHARACTERS = 60
"""DNS allows 63 bytes for a label and 255 for a text."""

_GOODBYE_S = 3.0


class Announcement:
    """The service's name on the LAN until it is closed.

    In a thread of its own: to claim a name takes a second, and zeroconf refuses to do so on an event loop.
    """

    def __init__(
        self, port: int, name: str, interfaces: list[str] | None = None, *, secure: bool = False
    ) -> None:
        """``secure``: whether it speaks TLS."""
        self._port = port
        self._name, self._secure = name, secure
        self._interfaces = interfaces
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="announcement", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Take the name back; may be called again."""
        self._closing.set()
        self._thread.join(_GOODBYE_S)

    def _run(self) -> None:
        try:
            while not self._closing.is_set():
                self._announce(self._interfaces or lan_addresses() or [LOOPBACK])
        except (OSError, Error) as error:
            # A branch whose network forbids multicast still works: its apps are given the URL.
            log.info("the service is not announced on the LAN: %s", error)

    def _announce(self, addresses: list[str]) -> None:
        """Until it is closed or this machine has other addresses."""
        host = socket.gethostname().partition(".")[0][:_HOST_CHARACTERS]
        info = ServiceInfo(
            SERVICE_TYPE,
            f"Branchline {self._port} on {host}.{SERVICE_TYPE}",
            port=self._port,
            parsed_addresses=addresses,
            properties={
                "name": self._name[:_NAME_CHARACTERS],
                "version": VERSION,
                **({"tls": "1"} if self._secure else {}),
            },
        )
        with Zeroconf(interfaces=addresses) as zeroconf:
            zeroconf.register_service(info, cooperating_responders=True)
            while not self._closing.wait(LOOK_S):
                if self._interfaces is None and sorted(lan_addresses() or [LOOPBACK]) != sorted(addresses):
                    return
