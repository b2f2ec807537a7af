"""Instants on the wire."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from branch.contract.times import from_text, optional_text, to_text

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_milliseconds_and_an_offset() -> None:
    assert to_text(1_795_138_930_125, SHANGHAI) == "2026-11-20T09:42:10.125+08:00"
    assert to_text(0) == "1970-01-01T00:00:00.000+00:00"
    assert optional_text(None) is None
    assert optional_text(0, UTC) == to_text(0)


@given(at=st.integers(0, 4_102_444_800_000), zone=st.sampled_from(["UTC", "Asia/Kathmandu", "Europe/Berlin"]))
@settings(derandomize=True, database=None, deadline=None)
def test_there_and_back(at: int, zone: str) -> None:
    assert from_text(to_text(at, ZoneInfo(zone))) == at


def test_a_time_without_an_offset_is_no_instant() -> None:
    assert from_text("2026-11-20T01:42:10.125Z") == 1_795_138_930_125
    with pytest.raises(ValueError, match="offset"):
        from_text("2026-11-20T09:42:10")
    with pytest.raises(ValueError, match="teatime"):
        from_text("teatime")
