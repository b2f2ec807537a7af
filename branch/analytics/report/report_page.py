"""The day's report as one HTML file that needs nothing else: styles, fonts and plots are inside it."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any

from fontTools import subset
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

import assets
from branch.analytics.report import plots
from branch.analytics.report import report_words as formats
from branch.analytics.report.highlights import notes, tiles
from branch.analytics.report.report_figures import day_figures
from branch.analytics.report.report_model import DayFigures
from branch.analytics.report.report_words import Words, words_for
from branch.analytics.report.visits import Json
from branch.contract.branch_info import BranchInfo

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


NAME = "report.html"


def write_report(
    folder: Path,
    visits: Iterable[Json],
    branch: BranchInfo,
    language: str = "zh",
    cases: Json | None = None,
    appointments: Json | None = None,
    announcements: Json | None = None,
    head: Json | None = None,
) -> Path:
    """Write the report of the day that ``visits`` are of into ``folder``; where it is.

    ``visits``, ``cases``, ``appointments``, ``announcements`` and ``head`` are those of ``GET /v1/visits``,
    ``branch`` is ``GET /v1/branch``; ``language`` is "zh" or "en". An earlier report there is replaced.
    """
    figures = day_figures(visits, branch, cases, appointments, announcements)
    page = report_html(figures, words_for(branch, language), head)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    path.write_text(page, encoding="utf-8")
    return path


def report_html(figures: DayFigures, words: Words, head: Json | None = None) -> str:
    """The whole page, with the ``head`` of the day in the journal if it is known."""
    template = _environment().get_template("page.html.j2")
    values: dict[str, Any] = {
        "figures": figures,
        "words": words,
        "f": formats,
        "tiles": tiles(figures, words),
        "notes": notes(figures, words),
        "day": formats.long_day(words.language, figures.day) if figures.day else "",
        "head": head,
        "lang": "zh-CN" if words.language == "zh" else "en",
        "plots": {name: Markup(text) for name, text in _plots(figures, words).items()},  # noqa: S704  # our own
    }
    # Twice: which characters the fonts must have is known only when the page is there.
    text = template.render(values, fonts="")
    return template.render(values, fonts=Markup(font_css(unescape(text))))  # noqa: S704  # base64


def _plots(figures: DayFigures, words: Words) -> dict[str, str]:
    if not figures.ends.customers:
        return {}
    return {
        "day": plots.day_svg(figures, words),
        "hours": plots.hours_svg(figures, words),
        "waits": plots.waits_svg(figures, words),
        "ratings": plots.ratings_svg(figures, words),
    }


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).resolve().parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
