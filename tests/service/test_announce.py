"""The service tells the LAN where it is; where it may not, it works all the same."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import threading
import time
from contextlib import closing

import pytest
from zeroconf import ServiceBrowser, ServiceInfo, ServiceListener, Zeroconf

from branch.service.connect import mdns as announce
from branch.service.connect.lan_addresses import lan_addresses
from branch.service.connect.mdns import SERVICE_TYPE, Announcement
from tests.harness.waiting import until

LOOPBACK = ["127.0.0.1"]


class Listener(ServiceListener):
    """Keeps what is announced."""

    def __init__(self) -> None:
        self.found: dict[str, ServiceInfo] = {}

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        info = zc.get_service_info(type_, name, 3000)
        if info is not None:
            self.found[name] = info

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        """Nothing changes."""

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self.found.pop(name, None)


def can_multicast() -> bool:
    try:
        Zeroconf(interfaces=LOOPBACK).close()
    except OSError:
        return False
    return True


@pytest.fixture
def listener() -> Listener:
    if not can_multicast():
        pytest.skip("this machine's loopback has no multicast")
    return Listener()


def test_it_is_found_and_taken_back(listener: Listener) -> None:
    with closing(Zeroconf(interfaces=LOOPBACK)) as zeroconf:
        ServiceBrowser(zeroconf, SERVICE_TYPE, listener)
        with closing(Announcement(8750, "人民路支行", LOOPBACK)):
            until(lambda: bool(listener.found))
            (info,) = listener.found.values()
            assert info.port == 8750
            assert info.parsed_addresses() == LOOPBACK
            assert info.decoded_properties["name"] == "人民路支行"
        until(lambda: not listener.found)


def test_it_is_found_when_the_event_loop_starts_it(listener: Listener) -> None:
    """As the service does: zeroconf would use that loop, then refuse to wait on it."""

    async def start() -> Announcement:
        return Announcement(8751, "branch", LOOPBACK)

    with closing(Zeroconf(interfaces=LOOPBACK)) as zeroconf:
        ServiceBrowser(zeroconf, SERVICE_TYPE, listener)
        began = time.monotonic()
        announcement = asyncio.run(start())
        assert time.monotonic() - began < 0.5, "the service does not wait for its name"
        with closing(announcement):
            until(lambda: bool(listener.found))


def test_two_services_on_one_machine(listener: Listener) -> None:
    with (
        closing(Zeroconf(interfaces=LOOPBACK)) as zeroconf,
        closing(Announcement(8752, "one", LOOPBACK)),
        closing(Announcement(8753, "two", LOOPBACK)),
    ):
        ServiceBrowser(zeroconf, SERVICE_TYPE, listener)
        until(lambda: len(listener.found) == 2)


@pytest.mark.parametrize("name", ["支" * 500, "x" * 500, ""])
def test_names_that_are_too_long(listener: Listener, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "host" * 40 + ".example.com")
    with closing(Zeroconf(interfaces=LOOPBACK)) as zeroconf:
        ServiceBrowser(zeroconf, SERVICE_TYPE, listener)
        with closing(Announcement(8754, name, LOOPBACK)):
            until(lambda: bool(listener.found))


# zeroconf does not close its first socket when there is no second one.
@pytest.mark.filterwarnings("ignore:.*socket:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("interfaces", [["192.0.2.1"], ["not an address"]])
def test_no_such_interface(caplog: pytest.LogCaptureFixture, interfaces: list[str]) -> None:
    with caplog.at_level(logging.INFO):
        closed_soon(Announcement(8750, "branch", interfaces))
    gc.collect()
    assert any("is not announced" in message for message in caplog.messages)


def test_a_network_that_forbids_it(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(announce, "Zeroconf", refuse)
    with caplog.at_level(logging.INFO):
        closed_soon(Announcement(8750, "branch"))
    assert caplog.messages == ["the service is not announced on the LAN: [Errno 1] Operation not permitted"]


def test_a_machine_without_interfaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ifaddr.get_adapters", list)
    assert lan_addresses() == []
    closed_soon(Announcement(8755, "branch"))


def closed_soon(announcement: Announcement) -> None:
    """Closing waits for it to have said what it has to say, twice as well as once, and leaves no thread."""
    announcement.close()
    announcement.close()
    until(lambda: not any(thread.name == "announcement" for thread in threading.enumerate()))
