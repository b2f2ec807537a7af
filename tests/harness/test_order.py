"""What a run begins with is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import conftest

TESTS = Path(conftest.__file__).parent


@pytest.mark.parametrize("name", conftest.LONGEST)
def test_the_file_is_there(name: str) -> None:
    assert (TESTS / name).exists()


def test_the_longest_files_come_first(request: pytest.FixtureRequest) -> None:
    places = [TESTS / name for name in conftest.LONGEST]
    order = [places.index(item.path) for item in request.session.items if item.path in places]
    assert order == sorted(order)
    others = [item.path in places for item in request.session.items]
    assert others == sorted(others, reverse=True)
