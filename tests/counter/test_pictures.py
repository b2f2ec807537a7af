"""Every state of both windows in both languages looks as it did when somebody last looked at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.counter.pictures import pictures
from tests.harness.golden import check_complete, check_picture

GOLDEN = Path(__file__).parent / "golden"
KEPT = ("counter-", "strip-", "rating-")


@pytest.fixture(scope="module")
def made(fonts: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All pictures, made once."""
    folder = tmp_path_factory.mktemp("pictures")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRANCHLINE_CONFIG_DIR", str(folder / "config"))
        pictures(folder)
    return {file.stem: file for file in sorted(folder.glob("*.png"))}


@pytest.mark.timeout(300)
def test_every_picture_is_kept(made: dict[str, Path]) -> None:
    for name, file in made.items():
        if name.startswith(KEPT):
            check_picture(GOLDEN / f"{name}.png", file)
    check_complete(GOLDEN, made, KEPT)
