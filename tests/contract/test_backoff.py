"""Pauses grow, stay under their limit and differ."""

from __future__ import annotations

import pytest

from branch.backoff import pause


@pytest.mark.parametrize(("failures", "least", "most"), [(1, 0.125, 0.25), (2, 0.25, 0.5), (3, 0.5, 1.0)])
def test_pauses_double(failures: int, least: float, most: float) -> None:
    pauses = {pause(failures, first=0.25, most=5.0) for _ in range(50)}
    assert all(least <= p <= most for p in pauses)
    assert len(pauses) > 1


@pytest.mark.parametrize("failures", [10, 100, 100_000])
def test_there_is_a_limit(failures: int) -> None:
    assert all(2.5 <= pause(failures, first=0.25, most=5.0) <= 5.0 for _ in range(50))
