"""The theme keeps its promises: contrast, scale, steps, stillness."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlApplicationEngine

from tests.harness.legible import LARGE_TEXT, SMALL_TEXT, contrast


@pytest.fixture
def theme(engine: QQmlApplicationEngine) -> QObject:
    """The one Theme of an engine."""
    found: object = engine.singletonInstance("Branchline", "Theme")
    assert isinstance(found, QObject)
    return found


def test_the_measure_is_right() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("high", [False, True])
def test_every_text_can_be_read_on_its_ground(theme: QObject, dark: bool, high: bool) -> None:
    theme.setProperty("dark", dark)
    theme.setProperty("highContrast", high)
    poor = []
    for names, least in (("pairs", SMALL_TEXT), ("largePairs", LARGE_TEXT)):
        for pair in theme.property(names):
            text, ground = (theme.property(name) for name in pair.split())
            assert isinstance(text, QColor), pair
            assert isinstance(ground, QColor), pair
            ratio = contrast(text, ground)
            if ratio < (7 if high and names == "pairs" else least):
                poor.append(f"{pair}: {ratio:.2f}")
    assert poor == []


def test_the_type_scale(theme: QObject) -> None:
    theme.setProperty("base", 28)
    sizes = [theme.property(name) for name in ("small", "body", "lead", "title", "heading", "display")]
    assert sizes == [22, 28, 35, 44, 55, 68]
    theme.setProperty("largeType", True)
    assert theme.property("body") == 35


def test_spacing_is_in_steps_of_eight(theme: QObject) -> None:
    assert [theme.property(f"s{n}") for n in (1, 2, 3, 4, 5, 6, 8)] == [8 * n for n in (1, 2, 3, 4, 5, 6, 8)]


def test_reduced_motion_is_no_motion(theme: QObject) -> None:
    assert 200 <= theme.property("normal") <= theme.property("slow") <= 300
    theme.setProperty("reduceMotion", True)
    assert [theme.property(name) for name in ("quick", "normal", "slow")] == [0, 0, 0]
