"""The address on QR codes is one that phones reach, also where the network comes up after the service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import ifaddr
import pytest

from branch.service.connect.lan_addresses import AddressWatch, lan_addresses
from tests.harness.waiting import until


@pytest.fixture
def told() -> list[str]:
    """The addresses that a watch has told."""
    return []


@contextmanager
def watched(told: list[str], found: list[str]) -> Iterator[AddressWatch]:
    """A watch over a list that changes."""
    watch = AddressWatch(told.append, lambda: list(found), every=0.01)
    watch.start()
    yield watch
    watch.close()


def test_containers_and_machines_without_a_network_come_last(monkeypatch: pytest.MonkeyPatch) -> None:
    adapters = [
        ("lo", "127.0.0.1"),
        ("eth1", "169.254.7.7"),
        ("docker0", "172.17.0.1"),
        ("br-4f2a", "172.20.0.1"),
        ("eth0", "192.168.1.10"),
    ]
    made = [
        SimpleNamespace(name=name, ips=[SimpleNamespace(ip=address, is_IPv4=True)])
        for name, address in adapters
    ]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: made)
    assert lan_addresses() == ["192.168.1.10", "172.17.0.1", "172.20.0.1", "169.254.7.7"]


def test_an_address_that_comes_later_is_told(told: list[str]) -> None:
    found: list[str] = []
    with watched(told, found) as watch:
        assert watch.address == "127.0.0.1"
        found.append("169.254.7.7")
        until(lambda: told == ["169.254.7.7"])
        found.insert(0, "192.168.1.10")
        until(lambda: told == ["169.254.7.7", "192.168.1.10"])


def test_a_second_network_moves_nothing_and_a_network_that_is_gone_does(told: list[str]) -> None:
    found = ["192.168.1.10"]
    with watched(told, found) as watch:
        found.insert(0, "192.168.2.20")
        found.remove("192.168.1.10")
        until(lambda: told == ["192.168.2.20"])
        found.clear()
        found.extend(["10.0.0.5", "192.168.2.20"])
        assert watch.address == "192.168.2.20"
