"""What is kept in files and compared: pictures with a tolerance, JSON line by line.

What a screen looks like and what is sent may not change unseen. When it is meant to:
``pytest --rewrite-golden FILE``, then look at what git shows as changed before committing it.

Of pictures small copies are kept (half the size), so that the repository stays small and the way a machine
draws the edge of a letter does not matter.
"""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageChops

VARIABLE = "REWRITE_GOLDEN"
"""Set in the environment by the option, for the processes of a run."""

OPTION = "--rewrite-golden"

SHRINK = 2
COLOURS = 256
"""More would be three times as large, and no difference that counts."""

STRONG = 48
"""A difference (of 255, in any of red, green and blue) that one would see."""

MOST_MEAN = 2.0
"""What another machine's letters come to, on average over the picture (of 255)."""

TILE = 12
"""Points along the side of a tile of the small copy: about two letters of small print."""

MOST_OF_TILE = 0.06
"""Share of a tile that may be visibly different before the tile counts as different."""

MOST_TILES = 2
"""So many tiles may be: the last digit of a running clock is in no more, a lost label in more."""

SEEN = Path("out/golden")
"""Where a picture that differs is left, to be looked at."""


def rewriting() -> bool:
    """Whether kept files take on what is made now."""
    return bool(os.environ.get(VARIABLE))


def check_document(kept: Path, value: Any) -> None:
    """``value`` is the JSON that the file holds; else fail with the difference."""
    now = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    if rewriting():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(now, encoding="utf-8")
        return
    before = kept.read_text(encoding="utf-8") if kept.exists() else ""
    if now != before:
        lines, new = (text.splitlines(keepends=True) for text in (before, now))
        difference = "".join(difflib.unified_diff(lines, new, f"golden/{kept.name}", "now"))
        pytest.fail(f"{kept.stem} has changed ({OPTION} takes the new shape):\n{difference}", pytrace=False)


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart: on average (of 255), and the number of visibly different tiles."""

    mean: float
    tiles: int

    @property
    def same(self) -> bool:
        """Whether they show the same."""
        return self.mean <= MOST_MEAN and self.tiles <= MOST_TILES


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Of two small copies; those of different sizes have nothing in common."""
    if one.size != other.size:
        return Difference(255.0, one.width * one.height // TILE**2)
    apart = np.asarray(ImageChops.difference(one.convert("RGB"), other.convert("RGB")))
    strong = apart.max(axis=2) > STRONG
    rows, columns = (-(-side // TILE) * TILE for side in strong.shape)
    whole = np.zeros((rows, columns), dtype=bool)
    whole[: strong.shape[0], : strong.shape[1]] = strong
    shares = whole.reshape(rows // TILE, TILE, columns // TILE, TILE).mean(axis=(1, 3))
    return Difference(float(apart.mean()), int((shares > MOST_OF_TILE).sum()))


def check_picture(kept: Path, now: Image.Image) -> None:
    """``now``, the small copy of a picture, shows what ``kept`` does; else fail, and leave it in `SEEN`."""
    if rewriting():
        if not kept.exists() or not difference(_open(kept), now).same:
            kept.parent.mkdir(parents=True, exist_ok=True)
            now.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
                kept, optimize=True
            )
        return
    if not kept.exists():
        pytest.fail(f"{kept} is not there ({OPTION} makes it)", pytrace=False)
    apart = difference(_open(kept), now)
    if not apart.same:
        SEEN.mkdir(parents=True, exist_ok=True)
        seen = SEEN / kept.name
        now.save(seen)
        pytest.fail(
            f"{kept.stem} looks different: {apart.tiles} places visibly, {apart.mean:.2f} of 255 on average; "
            f"compare {seen} with {kept} ({OPTION} takes the new look)",
            pytrace=False,
        )


def check_complete(kept: Path, names: Iterable[str], prefixes: tuple[str, ...]) -> None:
    """Every picture of those ``prefixes`` is kept in that folder, and none that is made no more."""
    wanted = {name for name in names if name.startswith(prefixes)}
    if rewriting():
        for file in kept.glob("*.png"):
            if file.stem.startswith(prefixes) and file.stem not in wanted:
                file.unlink()
    there = {file.stem for file in kept.glob("*.png") if file.stem.startswith(prefixes)}
    assert there == wanted


def _open(kept: Path) -> Image.Image:
    with Image.open(kept) as picture:
        return picture.convert("RGB")
