"""The counter's memory stays where it was, service after service; `make bench` does it with five hundred."""

from __future__ import annotations

import pytest

from tests.bench.desk import growth, run

FIRST, LAST = 20, 60
"""By then everything has been shown once; the rest is what stays behind."""

MOST = 2.0
"""Percent for forty services: some 100 KB for each, which is what machines differ by."""


@pytest.mark.timeout(300)
def test_forty_services_leave_nothing_behind() -> None:
    figures = run(LAST, (FIRST, LAST))
    assert growth(figures) < MOST, figures
