"""The plots: SVG that a page can hold, that tells itself to those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from branch.analytics.report import plots
from branch.analytics.report.drawing import apart, writable
from branch.analytics.report.report_figures import day_figures
from branch.analytics.report.report_model import DayFigures
from branch.analytics.report.report_texts import TEXTS
from branch.analytics.report.report_words import Words, words_for
from tests.analytics.report.days import busy_day, row, sample_branch

BRANCH = sample_branch()
SVG = "{http://www.w3.org/2000/svg}"
Plot = Callable[[DayFigures, Words], str]
PLOTS = [plots.day_svg, plots.hours_svg, plots.waits_svg, plots.ratings_svg]
DAYS: dict[str, list[dict[str, Any]]] = {
    "busy": busy_day(),
    "empty": [],
    "nobody called": [row("A001", "09:00")],
    "one": [row("A001", "16:59", 0, took=30, score=1)],
    "nothing known": [{}],
    "a wait of nobody who came": [row("A001", "09:00"), row("A002", "09:00", 60) | {"issued_at": None}],
    "odd names": [row("A001", "09:00", 900, took=60) | {"service": "$x$_^\x00\ud800<&--> \U0001f600"}],
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("plot", PLOTS)
def test_a_plot_is_xml_with_a_title_and_a_description(plot: Plot, day: str, language: str) -> None:
    text = plot(day_figures(DAYS[day], BRANCH), words_for(BRANCH, language))
    root = ET.fromstring(text)  # noqa: S314  # our own
    title = root.find(f"{SVG}title")
    assert root.tag == f"{SVG}svg"
    assert (root.get("role"), root.get("width")) == ("img", None)
    assert root.get("viewBox")
    assert title is not None
    assert title.text
    assert root.get("aria-label")
    assert "{" not in (root.get("aria-label") or "")


def test_text_is_paths_and_nothing_comes_from_elsewhere() -> None:
    for plot in PLOTS:
        root = ET.fromstring(plot(day_figures(DAYS["busy"], BRANCH), words_for(BRANCH, "zh")))  # noqa: S314  # our own
        assert not list(root.iter(f"{SVG}text"))
        for element in root.iter():
            for key, value in element.attrib.items():
                assert "http" not in value
                assert not key.endswith("href") or value.startswith("#")


def test_plots_share_a_page_without_sharing_ids() -> None:
    figures, words = day_figures(DAYS["busy"], BRANCH), words_for(BRANCH, "en")
    ids = [re.findall(r'\bid="([^"]+)"', plot(figures, words)) for plot in PLOTS]
    assert sum(map(len, ids)) == len({one for of_plot in ids for one in of_plot})


def test_the_same_day_gives_the_same_plot() -> None:
    figures, words = day_figures(DAYS["busy"], BRANCH), words_for(BRANCH, "zh")
    assert plots.day_svg(figures, words) == plots.day_svg(figures, words)


def test_the_description_tells_the_peak() -> None:
    figures = day_figures([row("A001", "09:41"), row("A002", "09:42", 60)], BRANCH)
    assert "09:42: 2." in plots.day_svg(figures, words_for(BRANCH, "en"))


def test_every_word_can_be_written_by_the_shipped_fonts() -> None:
    for chinese, english in TEXTS.values():
        assert writable(chinese) == chinese
        assert writable(english) == english
    assert writable("a\U0001f600\x00b\nc") == "a□□b c"


def test_labels_keep_apart() -> None:
    assert apart([5, 5, 1, 20], 3) == [5, 8, 1, 20]
    assert apart([], 3) == []
