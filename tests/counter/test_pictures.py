"""Every state of both windows in both languages looks as it did when somebody last looked at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL.Image import Image

from tests.counter.pictures import pictures
from tests.harness.album import SmallCopies
from tests.harness.golden import check_complete, check_picture, rewriting

GOLDEN = Path(__file__).parent / "golden"
KEPT = ("counter-", "strip-", "rating-")
NAMES = sorted(file.stem for file in GOLDEN.glob("*.png") if file.stem.startswith(KEPT))


@pytest.fixture(scope="module")
def made(fonts: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image]:
    """Small copies of all pictures, made once."""
    copies = SmallCopies()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRANCHLINE_CONFIG_DIR", str(tmp_path_factory.mktemp("config")))
        pictures(copies.keep)
    return copies.made


@pytest.mark.timeout(300)
def test_every_picture_is_kept(made: dict[str, Image]) -> None:
    if rewriting():
        for name in (name for name in made if name.startswith(KEPT)):
            check_picture(GOLDEN / f"{name}.png", made[name])
    check_complete(GOLDEN, made, KEPT)


@pytest.mark.parametrize("name", NAMES)
def test_it_looks_as_it_did(made: dict[str, Image], name: str) -> None:
    if name in made:  # else it is made no more, which is told above
        check_picture(GOLDEN / f"{name}.png", made[name])
