"""The page: one whole file, right in both languages, that says what the figures say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from branch.analytics.report import report_words as formats
from branch.analytics.report.highlights import notes, tiles
from branch.analytics.report.report_figures import day_figures
from branch.analytics.report.report_page import report_html, write_report
from branch.analytics.report.report_texts import TEXTS
from branch.analytics.report.report_words import words_for
from branch.contract.branch_info import BranchInfo
from tests.analytics.report.days import busy_day, row, sample_branch
from tests.analytics.report.test_figures import ROWS, small_day

BRANCH = sample_branch()
XHTML = re.compile("<!DOCTYPE html>")


def text_of(page: str) -> str:
    """All that is read on the page, spaces made one."""
    root = ET.fromstring(XHTML.sub("", page, count=1).strip())  # noqa: S314  # our own
    for parent in root.iter():
        for child in [c for c in parent if c.tag in ("style", "head")]:
            parent.remove(child)
    return " ".join(" ".join(root.itertext()).split())


def page_of(rows: list[dict[str, Any]], language: str = "zh", branch: BranchInfo = BRANCH) -> str:
    return report_html(day_figures(rows, branch), words_for(branch, language))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_file_that_needs_nothing_else(tmp_path: Path, language: str) -> None:
    path = write_report(tmp_path / "new" / "folder", busy_day(), BRANCH, language)
    assert path == tmp_path / "new" / "folder" / "report.html"
    assert [file.name for file in path.parent.iterdir()] == ["report.html"]
    page = path.read_text(encoding="utf-8")
    without_names = re.sub(r'xmlns(:\w+)?="[^"]*"', "", page)
    assert not re.search(r"https?:|<script|<link|@import|src=", without_names)
    assert set(re.findall(r"url\((\w+:|#)", without_names)) <= {"data:", "#"}
    assert len(page) < 700_000
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert page.count("<svg") == 4


@pytest.mark.parametrize(("language", "said"), [("zh", "1/2"), ("en", "1 of 2")])
def test_the_page_says_how_often_every_step_was_ticked(language: str, said: str) -> None:
    rows = [row(f"A00{n}", "09:05", 60, took=240, steps={"done": n, "of": 2}) for n in (1, 2)]
    text = text_of(page_of(rows, language))
    assert said in text
    assert {"zh": "步骤全做", "en": "All steps"}[language] in text


def test_the_page_says_the_figures_in_chinese() -> None:
    text = text_of(page_of(small_day()))
    assert text.startswith("人民路支行 · 日报 2026年11月21日 周六 取号 6 人 · 09:05 第一位到店")
    assert "办结 4 人 占取号 6 人的 67%" in text
    assert "平均等候 10.0 分 标准平均 11 分 比标准短 1.0 分" in text
    assert "标准时间内叫号 60% 2 人等候超标" in text
    assert "满意率 67% 3 人评价（75%） 平均 3.7 / 5" in text
    assert "过号未到 17% 1 人 另有 1 人取消或离开" in text
    assert "B001 等候 20.0 分，标准 15 分" in text
    assert "贵宾理财平均办理 15.0 分，标准 12 分" in text
    assert "个人现金 4 2 8.0 10.0 11.6 12.0 10 67% 5.0 5.8 5 50%" in text
    assert "等候最久 3 60%" in text


def test_the_page_says_the_figures_in_english() -> None:
    text = text_of(page_of(small_day(), "en"))
    assert text.startswith("Renmin Road Branch · Day report Saturday 21 November 2026")
    assert "Mean wait 10.0 min Standards average 11 min 1.0 min shorter" in text
    assert "Cash 4 2 8.0 10.0 11.6 12.0 10 67% 5.0 5.8 5 50%" in text
    assert not re.search("[\u4e00-\u9fff]", text)


def test_an_unknown_language_is_read_in_english() -> None:
    assert words_for(BRANCH, "fr")("served") == "Served"
    assert words_for(BRANCH, "zh_CN")("served") == "办结"


def test_a_day_without_customers() -> None:
    page = page_of([])
    assert "<svg" not in page
    assert "当日没有人取号。" in text_of(page)


def test_names_are_escaped() -> None:
    told = BRANCH.to_json(for_staff=True)
    told["name"]["zh"] = "<script>alert('&')</script>"
    told["services"][0]["names"]["zh"] = "<b>&amp;"
    branch = BranchInfo.from_json(told)
    page = page_of([row("A001", "09:00", 900, took=900) | {"number": '"><img/>'}], "zh", branch)
    assert not re.search("<script|<img|<b>", page)
    text = text_of(page)
    assert "<script>alert('&')</script> · 日报" in text
    assert '"><img/> 等候 15.0 分' in text


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_any_day_has_tiles_and_notes(rows: list[dict[str, Any]]) -> None:
    for language in ("zh", "en"):
        figures, words = day_figures(rows, BRANCH), words_for(BRANCH, language)
        assert len(tiles(figures, words)) == 5
        assert all(note.text for note in notes(figures, words))


# Not made smaller when it fails: a page takes a second, and the failing rows are few anyway.
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(ROWS)
def test_any_day_has_a_page(rows: list[dict[str, Any]]) -> None:
    assert text_of(page_of(rows))


def test_what_is_worth_a_look() -> None:
    words = words_for(BRANCH, "en")
    good = notes(day_figures([row("A001", "09:00", 60, took=60)], BRANCH), words)
    assert [(note.tone, note.text) for note in good] == [
        ("good", "Everybody was called within the standard"),
        ("", "Busiest 09:00–10:00: 1 arrivals"),
    ]
    bad = notes(
        day_figures(
            [
                row("A001", "09:00", 660, took=600, score=1),
                row("C001", "10:00", 0, took=500),
                row("B001", "10:01"),
            ],
            BRANCH,
        ),
        words,
    )
    assert [(note.tone, note.text) for note in bad] == [
        ("late", "A001 waited 11.0 min; the standard is 10"),
        ("late", "1 of the 1 who came 09:00–10:00 and were called waited beyond the standard"),
        ("late", "2 services took longer than standard, most of all Cash: 10.0 min, standard 5"),
        ("notice", "1 rated 1 or 2"),
        ("notice", "1 visits were left unfinished"),
        ("", "Busiest 10:00–11:00: 2 arrivals"),
    ]


def test_one_standard_for_all_is_named() -> None:
    wait, within = tiles(day_figures([row("A001", "09:00", 660)], BRANCH), words_for(BRANCH, "zh"))[1:3]
    assert within.label == "10 分钟内叫号"
    assert wait.lines == (("标准 10 分", ""), ("比标准长 1.0 分", "late"))


def test_every_text_is_there_in_both_languages_with_the_same_places() -> None:
    for key, (chinese, english) in TEXTS.items():
        assert chinese, key
        assert english, key
        assert set(re.findall(r"{\w+}", chinese)) == set(re.findall(r"{\w+}", english)), key


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (None, "—"),
        (0.0, "0%"),
        (1.0, "100%"),
        (0.93, "93%"),
        (0.996, "99.6%"),
        (0.9999, "99.9%"),
        (0.0001, "0.1%"),
    ],
)
def test_all_is_said_only_of_all(part: float | None, said: str) -> None:
    assert formats.percent(part) == said


def test_numbers_as_people_read_them() -> None:
    assert [formats.minutes(s) for s in (None, 0, 372, 5999, 6240)] == ["—", "0.0", "6.2", "100", "104"]
    assert [formats.short_minutes(s) for s in (600, 450)] == ["10", "7.5"]
    assert (formats.ratio(1.08), formats.ratio(None), formats.score(None)) == ("108%", "—", "—")


@pytest.mark.parametrize(
    ("language", "alone", "beside"),
    [
        ("zh", "没有评价 1 人未作评价", "1 人评价（50%） 平均 4.0 / 5 1 人未作评价"),
        ("en", "No ratings 1 asked, no answer", "1 rated (50%) Mean score 4.0 of 5 1 asked, no answer"),
    ],
)
def test_who_said_nothing_is_counted(language: str, alone: str, beside: str) -> None:
    silent = row("A001", "09:00", 60, took=60, unrated=True)
    assert alone in text_of(page_of([silent], language))
    assert beside in text_of(page_of([silent, row("A002", "09:00", 60, took=60, score=4)], language))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "反馈工单 当日新增 4 已办结 2 按时办结 1 未办结 2 已超时 1"),
        ("en", "Feedback cases Opened on this day 4 Resolved 2 Resolved in time 1 Not resolved 2 Beyond"),
    ],
)
def test_the_cases_have_a_table_where_there_are_any(language: str, told: str) -> None:
    words, rows = words_for(BRANCH, language), [row("A001", "09:00", 60, took=60)]
    cases = {"opened": 4, "resolved": 2, "in_time": 1, "overdue": 1}
    assert told in text_of(report_html(day_figures(rows, BRANCH, cases), words))
    assert told.split(" 4")[0] not in text_of(page_of(rows, language))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_feedback_cases_are_noted_with_how_many_were_answered_in_time(language: str) -> None:
    words = words_for(BRANCH, language)
    rows = [row("A001", "09:00", 60, took=60)]
    assert not [note for note in notes(day_figures(rows, BRANCH), words) if "4" in note.text]
    cases = {"opened": 4, "resolved": 2, "in_time": 1, "overdue": 1}
    told = [note for note in notes(day_figures(rows, BRANCH, cases), words) if note.tone == "late"]
    assert [note.text for note in told] == (
        ["反馈工单 4 件：已办结 2 件，其中按时 1 件", "1 件反馈工单已超时"]
        if language == "zh"
        else ["Feedback cases: 4; resolved 2, in time 1", "Feedback cases beyond their time: 1"]
    )


COUNTS = {"booked": 5, "came": 2, "late": 1, "cancelled": 1, "unclaimed": 2}
APPOINTMENTS = {
    **COUNTS,
    "services": {
        "B": {"booked": 2, "came": 1, "late": 1, "cancelled": 0, "unclaimed": 1},
        "A": {"booked": 3, "came": 1, "late": 0, "cancelled": 1, "unclaimed": 1},
    },
}


@pytest.mark.parametrize(
    ("language", "table", "noted"),
    [
        (
            "zh",
            "预约 预约数 到店 其中迟到 取消 未到 合计 5 2 1 1 2 个人现金 3 1 0 1 1 个人非现金 2 1 1 0 1",
            "预约 5 位，其中 2 位未到",
        ),
        (
            "en",
            "Appointments Booked Came Of them late Cancelled Nobody came All 5 2 1 1 2 Cash 3 1 0 1 1",
            "Appointments: 5; nobody came for 2",
        ),
    ],
)
def test_appointments_are_counted_by_service(language: str, table: str, noted: str) -> None:
    words = words_for(BRANCH, language)
    figures = day_figures([row("A001", "09:00", 60, took=60)], BRANCH, None, APPOINTMENTS)
    assert table in text_of(report_html(figures, words))
    assert noted in [note.text for note in notes(figures, words)]


def test_a_day_without_appointments_has_no_table_of_them() -> None:
    none = {**dict.fromkeys(COUNTS, 0), "services": {}}
    rows = [row("A001", "09:00", 60, took=60)]
    for counts in (None, {}, none):
        figures = day_figures(rows, BRANCH, None, counts)
        assert figures.appointments == ()
        assert "Of them late" not in text_of(report_html(figures, words_for(BRANCH, "en")))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_head_of_the_day_is_printed(tmp_path: Path, language: str) -> None:
    head = {"journal": "id", "row": 812, "hash": "ab" * 32, "signature": "c2lnbmF0dXJl"}
    page = text_of(write_report(tmp_path, busy_day(), BRANCH, language, head=head).read_text("utf-8"))
    assert all(str(head[name]) in page for name in ("row", "hash", "signature"))
    assert "verify --head" in page
