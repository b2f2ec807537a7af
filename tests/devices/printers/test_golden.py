"""The layout of a ticket, looked at once and kept; `pytest --rewrite-golden` keeps it anew."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from branch.devices.printers import Logo
from branch.devices.printers.slip_layout import render
from tests.devices.printers.slips import ENGLISH, LONGEST, USUAL, bank_logo
from tests.harness.golden import rewriting

GOLDEN = Path(__file__).parent / "golden"
LEAST_DIFFERENT = 0.002
"""Of all dots: another version of FreeType may move a few, a layout that changed moves thousands."""

with tempfile.TemporaryDirectory() as made:
    LOGO = Logo(bank_logo(Path(made)))

SLIPS = {
    "zh-576": replace(USUAL, most_passes=5, by_rate=True),
    "en-576": replace(ENGLISH, most_passes=5, by_rate=True),
    "zh-384": replace(USUAL, width_dots=384),
    "en-384": replace(ENGLISH, width_dots=384),
    "longest-576": LONGEST,
    "logo-576": replace(USUAL, logo=LOGO),
    "logo-384": replace(ENGLISH, width_dots=384, logo=LOGO),
}


@pytest.mark.parametrize("name", SLIPS)
def test_the_layout_is_the_one_that_was_looked_at(name: str, tmp_path: Path) -> None:
    picture = render(SLIPS[name])
    kept = GOLDEN / f"{name}.png"
    if rewriting():
        GOLDEN.mkdir(exist_ok=True)
        picture.save(kept, optimize=True)
    with Image.open(kept) as golden:
        assert picture.size == golden.size
        difference = ImageChops.logical_xor(picture, golden.convert("1"))
    moved = difference.convert("L").histogram()[255]
    picture.save(tmp_path / "drawn.png")
    assert moved <= LEAST_DIFFERENT * picture.width * picture.height, (
        f"compare {kept} and {tmp_path}/drawn.png"
    )
