"""Finding the service by mDNS, on the loopback interface only."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from zeroconf import ServiceInfo, Zeroconf

from branch.client.joining import discovery as finder
from branch.client.joining.discovery import FoundService, find
from branch.service.connect import mdns as announce
from branch.service.connect.mdns import Announcement

LOOPBACK = ["127.0.0.1"]


@pytest.fixture(scope="module")
def announced() -> Iterator[None]:
    """The service's own announcement."""
    announcement = Announcement(18750, "测试支行", LOOPBACK)
    yield
    announcement.close()


@pytest.mark.usefixtures("announced")
def test_the_announced_service_is_found_soon() -> None:
    began = time.monotonic()
    (found,) = find(10, interfaces=LOOPBACK)
    assert (found.name, found.url) == ("测试支行", "http://127.0.0.1:18750")
    assert found.version
    assert time.monotonic() - began < 8, "it should not wait for the whole timeout"


@pytest.mark.usefixtures("announced")
def test_a_second_branch_is_not_overlooked() -> None:
    other = ServiceInfo(
        finder.SERVICE_TYPE,
        f"Other.{finder.SERVICE_TYPE}",
        port=18751,
        parsed_addresses=["127.0.0.1", "192.0.2.7"],
    )
    zeroconf = Zeroconf(interfaces=LOOPBACK)
    try:
        zeroconf.register_service(other)
        found = find(10, interfaces=LOOPBACK)
    finally:
        zeroconf.unregister_service(other)
        zeroconf.close()
    assert [service.name for service in found] == ["Other", "测试支行"]
    assert set(found[0].urls) == {"http://127.0.0.1:18751", "http://192.0.2.7:18751"}


def test_setting_stop_ends_the_search() -> None:
    stop = threading.Event()
    stop.set()
    began = time.monotonic()
    assert find(30, stop=stop, interfaces=LOOPBACK) == []
    assert time.monotonic() - began < 5


def test_where_nobody_answers_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "SERVICE_TYPE", finder.SERVICE_TYPE.replace("branchline", "nobody-here"))
    assert find(0.3, interfaces=LOOPBACK) == []


def test_a_network_without_multicast_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def impossible(**_: object) -> Zeroconf:
        raise OSError("no such device")

    monkeypatch.setattr(finder, "Zeroconf", impossible)
    assert find(30) == []


def test_both_sides_speak_of_the_same_thing() -> None:
    assert finder.SERVICE_TYPE == announce.SERVICE_TYPE


def test_an_announcement_without_an_address_is_ignored() -> None:
    bare = ServiceInfo(finder.SERVICE_TYPE, f"Bare.{finder.SERVICE_TYPE}", port=1)
    assert finder.service_of(bare) is None
    v6 = ServiceInfo(
        finder.SERVICE_TYPE,
        f"V6.{finder.SERVICE_TYPE}",
        port=1,
        addresses=[socket.inet_pton(socket.AF_INET6, "fe80::1")],
    )
    assert finder.service_of(v6) is None
    assert FoundService("n", "http://a:1", others=("http://b:1",)).urls == ("http://a:1", "http://b:1")
