"""The shipped fonts: whole, of the right weight, and with their licence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

import assets
from tools.fonts import BUDGET, OUT, SOURCES, Source, check, national_table

FILES = [
    pytest.param(source, name, weight, id=name) for source in SOURCES for _, name, weight in source.files
]


@pytest.fixture
def noto() -> Iterator[TTFont]:
    with TTFont(OUT / "NotoSansSC-Regular.ttf") as font:
        yield font


@pytest.mark.parametrize(("source", "name", "weight"), FILES)
def test_a_file_is_found_by_its_family_and_weight(source: Source, name: str, weight: int) -> None:
    assert check(OUT / name, source.family, weight) is None
    assert check(OUT / name, "Arial", weight) is not None
    assert check(OUT / name, source.family, 100) is not None


@pytest.mark.parametrize(("source", "name", "weight"), FILES)
def test_a_missing_character_would_be_seen(source: Source, name: str, weight: int) -> None:
    with TTFont(OUT / name) as font:
        assert font["glyf"][".notdef"].numberOfContours > 0


@pytest.mark.parametrize(
    "text", ["温馨提示", "鑫淼", "，。！？：；（）《》「」、…—·", "№℃①★●→¥", "喆珺玥昇祎"]
)
def test_chinese_has_its_signs_and_the_names_people_have(noto: TTFont, text: str) -> None:
    assert {c for c in text if ord(c) not in noto.getBestCmap()} == set()


def test_all_of_gb2312_is_there(noto: TTFont) -> None:
    hanzi = {
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA) or row >= 0xD8
    }
    assert len(hanzi) == 6763
    assert {c for c in hanzi if ord(c) not in noto.getBestCmap()} == set()


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def test_every_character_of_the_national_table_is_there(name: str) -> None:
    table = national_table()
    assert len(table) == 8105
    with TTFont(OUT / name) as font:
        assert {chr(c) for c in table - font.getBestCmap().keys()} == set()


@pytest.mark.parametrize("rare", "旻旸鋆彧韡弢暐塱垟埗沄䶮𬭚禤濛喆")
def test_rare_characters_of_names_and_places_are_there(noto: TTFont, rare: str) -> None:
    assert ord(rare) in noto.getBestCmap()


@pytest.mark.parametrize(("source", "name", "weight"), FILES)
def test_a_file_keeps_within_the_budget(source: Source, name: str, weight: int) -> None:
    assert (OUT / name).stat().st_size <= BUDGET


@pytest.mark.parametrize("name", ["Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-ExtraBold.ttf"])
def test_inter_keeps_its_tabular_figures_and_kerning(name: str) -> None:
    with TTFont(OUT / name) as font:
        assert "tnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert "kern" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
        assert {c for c in "AZaz09éßŁž–—“”…€£×→←↑↓" if ord(c) not in font.getBestCmap()} == set()


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.family)
def test_the_licence_stands_beside_the_font(source: Source) -> None:
    text = (assets.ROOT / "fonts" / source.licence).read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-ExtraBold.ttf"])
def test_where_figures_are_of_one_width_a_hyphen_does_not_tear_a_word(name: str) -> None:
    at = QFontDatabase.addApplicationFont(str(OUT / name))
    font = QFont(QFontDatabase.applicationFontFamilies(at)[0])
    plain = QFontMetricsF(font).horizontalAdvance("-")
    font.setFeature(QFont.Tag("tnum"), 1)
    tabular = QFontMetricsF(font)
    assert tabular.horizontalAdvance("-") == pytest.approx(plain, abs=0.1)
    assert tabular.horizontalAdvance("1") == pytest.approx(tabular.horizontalAdvance("0"), abs=0.1)
