"""The shipped fonts for a page: cut to the characters it has, inside the page itself.

The report is opened on whatever machine the manager has, where neither font may be installed; whole, the
Chinese ones would make it a file of megabytes.
"""

from __future__ import annotations

import base64
import io
from contextlib import closing

from fontTools import subset

import assets

_FACES = (
    ("Branch Latin", 400, "Inter-Regular.ttf"),
    ("Branch Latin", 600, "Inter-SemiBold.ttf"),
    ("Branch Latin", 800, "Inter-ExtraBold.ttf"),
    ("Branch Han", 400, "NotoSansSC-Regular.ttf"),
    ("Branch Han", 700, "NotoSansSC-Bold.ttf"),
)


def font_css(text: str) -> str:
    """``@font-face`` rules that can write ``text``, with the font data in them (WOFF 1, which all read)."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f"src: url(data:font/woff;base64,{_cut(file, text)}) format('woff'); }}"
        for family, weight, file in _FACES
    )


def _cut(file: str, text: str) -> str:
    options = subset.Options()
    options.flavor = "woff"
    options.layout_features = ["kern", "tnum", "case"]
    options.hinting = False
    options.recalc_timestamp = False  # the same day, the same bytes
    out = io.BytesIO()
    with closing(subset.load_font(str(assets.ROOT / "fonts" / file), options)) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=text)
        cutter.subset(font)
        subset.save_font(font, out, options)
    return base64.b64encode(out.getvalue()).decode("ascii")
