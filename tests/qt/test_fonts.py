"""Nothing on any screen is drawn as a box: the shipped fonts have every character of every text."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontInfo, QTextLayout

import assets
from branch.qt.text.app_fonts import ARABIC, CHINESE, LATIN, font_files
from branch.qt.text.languages import NAMES, PSEUDO
from branch.qt.text.pseudo_language import pseudo
from tests.qt.conftest import Load
from tools import translations
from tools.sources import QT_FOLDERS, files

NUMBERS = "ABCDVY0123456789–:%"


@cache
def covered(family: str) -> frozenset[str]:
    """The characters that every weight of a family has."""
    maps = [
        TTFont(file).getBestCmap() for file in font_files() if file.name.startswith(family.replace(" ", ""))
    ]
    return frozenset(map(chr, set.intersection(*(set(found) for found in maps))))


def missing(text: str) -> set[str]:
    """The characters of `text` that no family has."""
    return set(text) - covered(LATIN) - covered(CHINESE) - covered(ARABIC) - set("\n\t")


def test_the_families_are_there_in_their_weights(fonts: list[str]) -> None:
    assert {LATIN, CHINESE, ARABIC} <= set(fonts)
    for family, weight in (
        (LATIN, 400),
        (LATIN, 600),
        (LATIN, 800),
        (CHINESE, 400),
        (CHINESE, 700),
        (ARABIC, 700),
    ):
        font = QFont(family)
        font.setWeight(QFont.Weight(weight))
        assert QFontInfo(font).exactMatch(), (family, weight)
        assert QFontInfo(font).weight() == weight


@pytest.mark.parametrize("weight", [400, 600, 800])
def test_chinese_is_drawn_by_noto_and_numbers_by_inter(fonts: list[str], weight: int) -> None:
    font = QFont(LATIN)
    font.setWeight(QFont.Weight(weight))
    layout = QTextLayout("A035 请到 3 号窗口", font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = {run.rawFont().familyName() for run in layout.glyphRuns()}
    assert len(runs) == 2
    assert any(name.startswith(LATIN) for name in runs)
    assert any(name.startswith(CHINESE) for name in runs)
    assert not any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def test_every_translated_text_is_covered() -> None:
    for name in (*translations.TARGETS, *translations.CONVERTED, *translations.PARTIAL):
        for (_, source), said in translations.messages(translations.FOLDER / f"{name}.ts").items():
            for text in (source, *said, pseudo(source)):
                assert missing(text) == set(), text


def test_every_language_can_write_its_own_name() -> None:
    for code, name in NAMES.items():
        assert code == PSEUDO or missing(name) == set(), code


def test_every_text_in_the_code_is_covered() -> None:
    for file in files((*QT_FOLDERS, "branch/wording"), ".py") + files(QT_FOLDERS, ".qml"):
        assert missing(file.read_text(encoding="utf-8")) <= set(NAMES[PSEUDO]) | {"✓"}, file


def sample_files() -> list[Path]:
    """The sample branch's own texts; what the voice reads is on no screen."""
    found = [file for kind in ("*.toml", "*.json") for file in assets.ROOT.rglob(kind)]
    return [file for file in found if "voices" not in file.parts]


def test_every_sample_text_is_covered() -> None:
    for file in sample_files():
        text = file.read_text(encoding="utf-8")
        tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
        assert missing(text) == set(), file


def test_numbers_need_inter_alone() -> None:
    assert set(NUMBERS) <= covered(LATIN)


def test_figures_are_of_one_width(load: Load) -> None:
    window = load(
        'Column { Repeater { model: ["1111", "8888"]; BaseText { required property string modelData; '
        'objectName: "n" + modelData; text: modelData } } }'
    )
    from branch.qt.driving import driver

    widths = {driver.find(window, name).implicitWidth() for name in ("n1111", "n8888")}
    assert len(widths) == 1
