"""How the day's announced waits held, in the figures and on the page; nothing is made up for an old day."""

from __future__ import annotations

from typing import Any

import pytest

from branch.analytics.report.report_figures import day_figures
from branch.analytics.report.report_model import AnnouncedWaits
from branch.analytics.report.report_page import report_html
from branch.analytics.report.report_words import words_for
from tests.analytics.report.days import row, sample_branch
from tests.analytics.report.test_page import text_of

BRANCH = sample_branch()
ROWS = [row("A001", "09:00", 60, took=60)]


def held(announced: int, judged: int, within: int, mae_s: float | None) -> dict[str, Any]:
    return {"announced": announced, "judged": judged, "within": within, "mae_s": mae_s}


COUNTS = {
    **held(200, 180, 162, 402.0),
    "services": {"X": held(1, 0, 0, None), "B": held(80, 70, 60, 500.0), "A": held(119, 110, 102, 340.0)},
    "segments": {"priority": held(20, 18, 18, 120.0), "ordinary": held(180, 162, 144, 430.0)},
    "hours": {"10": held(120, 110, 99, 450.0), "9": held(80, 70, 63, 330.0)},
}


def test_the_figures_stand_in_the_order_of_the_branch() -> None:
    figures = day_figures(ROWS, BRANCH, announcements=COUNTS).announcements
    assert figures is not None
    assert figures.day == AnnouncedWaits("", 200, 180, 162, 402.0)
    assert figures.day.share == 0.9
    assert [one.id for one in figures.services] == ["A", "B", "X"]
    assert figures.services[2].share is None
    assert [one.id for one in figures.segments] == ["ordinary", "priority"]
    assert [one.id for one in figures.hours] == ["9", "10"]


@pytest.mark.parametrize(
    ("language", "told", "hour"),
    [
        (
            "zh",
            "告知的等候时间是否准确 告知 可核对 上限内叫号 平均误差(分) 合计 200 180 90% 6.7",
            "09:00–10:00 80 70 90% 5.5",
        ),
        (
            "en",
            "Waits as they were announced Announced Judged By the top Mean error (min) All 200 180 90% 6.7",
            "09:00–10:00 80 70 90% 5.5",
        ),
    ],
)
def test_the_page_has_a_table_of_them(language: str, told: str, hour: str) -> None:
    figures = day_figures(ROWS, BRANCH, announcements=COUNTS)
    page = text_of(report_html(figures, words_for(BRANCH, language)))
    assert told in page
    assert hour in page


@pytest.mark.parametrize("counts", [None, {}, {"announced": 0}, {"announced": None, "services": 3}])
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "当日没有等候时间的告知记录。"),
        ("en", "No announced waits are on record for this day."),
    ],
)
def test_a_day_without_any_says_so(language: str, told: str, counts: dict[str, Any] | None) -> None:
    figures = day_figures(ROWS, BRANCH, announcements=counts)
    assert figures.announcements is None
    page = text_of(report_html(figures, words_for(BRANCH, language)))
    assert told in page
    assert "(min) All" not in page
