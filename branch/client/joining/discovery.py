"""Finds branch services on the LAN by mDNS; branch.service.connect.mdns is the other side."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from zeroconf import Error, IPVersion, ServiceBrowser, ServiceInfo, ServiceListener, Zeroconf

from branch.contract.basics import SERVICE_TYPE as SERVICE_TYPE

SETTLE_S = 0.5
"""Seconds to go on listening once somebody has answered: a second branch must not stay unseen."""

_LOOK_S = 0.05
_DETAILS_MS = 3_000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FoundService:
    """A service that says it is there: the branch's name, its most likely address, and its other ones.

    Anybody on the LAN may say so; ask the person before a stranger is given a token.
    """

    name: str
    url: str
    version: str = ""
    others: tuple[str, ...] = ()

    @property
    def urls(self) -> tuple[str, ...]:
        """All its addresses, the most likely first."""
        return self.url, *self.others


def find(
    timeout: float = 3.0, *, stop: threading.Event | None = None, interfaces: Sequence[str] | None = None
) -> list[FoundService]:
    """The services that answer within ``timeout`` seconds, by name; returns soon after the first answer.

    Returns what there is when ``stop`` is set, and nothing where the network forbids multicast.
    ``interfaces`` are the addresses of our own to ask from, instead of all.
    """
    stop = stop or threading.Event()
    listener = _Listener()
    try:
        zeroconf = (
            Zeroconf(interfaces=list(interfaces)) if interfaces else Zeroconf(ip_version=IPVersion.V4Only)
        )
    except (OSError, Error) as error:
        _log.info("cannot look for services on the LAN: %s", error)
        return []
    try:
        browser = ServiceBrowser(zeroconf, SERVICE_TYPE, listener)
        until = time.monotonic() + timeout
        while time.monotonic() < until and not stop.wait(_LOOK_S):
            if listener.first is not None and time.monotonic() > listener.first + SETTLE_S:
                break
        browser.cancel()
    finally:
        zeroconf.close()
    return sorted(listener.found(), key=lambda service: (service.name, service.url))


class _Listener(ServiceListener):
    """Collects what is announced. Its methods run in zeroconf's thread."""

    def __init__(self) -> None:
        self.first: float | None = None
        self._found: dict[str, FoundService] = {}
        self._lock = threading.Lock()

    def found(self) -> list[FoundService]:
        with self._lock:
            return list(self._found.values())

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        info = zc.get_service_info(type_, name, _DETAILS_MS)
        service = service_of(info) if info is not None else None
        if service is not None:
            with self._lock:
                self._found[name] = service
            self.first = self.first or time.monotonic()

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self.add_service(zc, type_, name)

    def remove_service(self, _zc: Zeroconf, _type: str, name: str) -> None:
        with self._lock:
            self._found.pop(name, None)


def service_of(info: ServiceInfo) -> FoundService | None:
    texts = info.decoded_properties
    scheme = "https" if texts.get("tls") == "1" else "http"
    urls = [f"{scheme}://{address}:{info.port}" for address in info.parsed_addresses(IPVersion.V4Only)]
    if not urls or not info.port:
        return None
    name = texts.get("name") or info.get_name()
    return FoundService(name, urls[0], texts.get("version") or "", tuple(urls[1:]))
