"""Addresses as people write them."""

from __future__ import annotations

import pytest

from branch.client.calls.service_api import Api
from branch.client.responses import base_url


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("192.168.1.10", "http://192.168.1.10:8750"),
        ("branch.local:80", "http://branch.local:80"),
        ("http://10.0.0.1:9000/", "http://10.0.0.1:9000"),
        ("http://[fe80::1]:9000", "http://[fe80::1]:9000"),
    ],
)
def test_addresses_as_people_write_them(written: str, address: str) -> None:
    assert base_url(written) == address


@pytest.mark.parametrize(
    "written",
    ["", "ftp://a", "http://", "http://a/b", "http://a:b", "http://a:99999", "http://u:p@a"],
)
def test_what_is_no_address(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reasons are many, the type is what callers rely on
        Api(written)
