"""What all plots share: the shipped fonts, the palette, and a figure turned into SVG for a page.

Only matplotlib's object interface is used, never pyplot: a report can be written in any thread's program
without a figure staying behind.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontEntry, fontManager
from matplotlib.ft2font import FT2Font

import assets

INK, INK2, FAINT = "#12202E", "#43525F", "#5F6C78"
LINE = "#E3DFD6"
JADE, JADE_SOFT, JADE_MID = "#0B6E63", "#E1F0ED", "#B5D6D0"
LATE, MIST = "#B83A14", "#9DB0BF"

SIZE = 12.5
"""Body text of a plot in px of its own drawing."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_FILES = (
    ("Branch Latin", 400, "Inter-Regular.ttf"),
    ("Branch Latin", 600, "Inter-SemiBold.ttf"),
    ("Branch Han", 400, "NotoSansSC-Regular.ttf"),
    ("Branch Han", 600, "NotoSansSC-Bold.ttf"),
)


@cache
def _characters() -> frozenset[int]:
    """Make the shipped fonts known under names no machine has, and tell what they can write."""
    found: set[int] = set()
    for family, weight, file in _FILES:
        path = assets.ROOT / "fonts" / file
        fontManager.ttflist.append(FontEntry(fname=str(path), name=family, weight=weight))
        found.update(FT2Font(str(path)).get_charmap())
    return frozenset(found)


def writable(text: str) -> str:
    """``text`` with a box for every character that no shipped font has; line breaks are spaces."""
    known = _characters()
    return "".join(c if ord(c) in known else "□" for c in " ".join(text.split()))


def svg(
    name: str, size: tuple[float, float], title: str, description: str, draw: Callable[[Figure], None]
) -> str:
    """What ``draw`` puts on a figure of ``size`` px, as SVG text without a fixed size.

    Text becomes paths, so it looks the same everywhere. ``name`` goes before every id, so that plots can
    share one page. ``title`` is for pointers, ``description`` for those who cannot see it.
    """
    _characters()
    settings: dict[Any, Any] = {  # matplotlib's own type names all its settings
        "svg.fonttype": "path",
        "svg.hashsalt": name,
        "font.family": ["Branch Latin", "Branch Han"],
        "font.size": SIZE,
        "text.parse_math": False,
        "text.color": INK2,
        "axes.unicode_minus": False,
    }
    with mpl.rc_context(settings):
        # 72 dots per inch: a point of matplotlib is a px of the page.
        figure = Figure(figsize=(size[0] / 72, size[1] / 72), dpi=72, facecolor="none")
        draw(figure)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return _for_page(out.getvalue(), name, title, description)


def _for_page(text: str, name: str, title: str, description: str) -> str:
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(text)  # noqa: S314  # matplotlib's own
    for child in [c for c in root if c.tag.endswith("metadata")]:
        root.remove(child)
    for size in ("width", "height", "version"):
        root.attrib.pop(size, None)
    heading = ET.Element(f"{{{_SVG}}}title")
    heading.text = title
    root.insert(0, heading)
    root.set("role", "img")
    root.set("aria-label", description)
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, f"{name}-{value}")
            elif key == f"{{{_XLINK}}}href":
                element.set(key, value.replace("#", f"#{name}-", 1))
            elif "url(#" in value:
                element.set(key, value.replace("url(#", f"url(#{name}-"))
    return ET.tostring(root, encoding="unicode")


def bare(axes: Axes) -> None:
    """No frame and no tick marks; thin lines across, behind everything."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.patch.set_visible(False)
    axes.tick_params(length=0, labelcolor=FAINT, labelsize=SIZE - 1, pad=5)
    axes.set_axisbelow(True)
    axes.grid(visible=True, axis="y", color=LINE, linewidth=0.8)


def nothing(figure: Figure, text: str) -> None:
    """A quiet word where there is nothing to plot."""
    figure.text(0.5, 0.5, writable(text), ha="center", va="center", color=FAINT)


def apart(places: Sequence[float], gap: float) -> list[float]:
    """``places`` moved up where two would be closer than ``gap``; their order is kept."""
    order = sorted(range(len(places)), key=lambda n: places[n])
    moved = list(places)
    for low, high in pairwise(order):
        moved[high] = max(moved[high], moved[low] + gap)
    return moved
