"""What is read from right to left: icons that point, numbers that stay, catalogues that are not whole."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlApplicationEngine

from branch.qt.driving import driver
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from tests.qt.conftest import Load
from tools import translations


@pytest.mark.parametrize(("name", "turns"), [("back", True), ("forward", True), ("check", False)])
def test_icons_that_point_are_turned(
    load: Load, engine: QQmlApplicationEngine, name: str, turns: bool
) -> None:
    window = load(f'Icon {{ width: 96; height: 96; name: "{name}"; color: "black" }}')
    usual = driver.grab(window)
    theme: object = engine.singletonInstance("Branchline", "Theme")
    assert isinstance(theme, QObject)
    theme.setProperty("mirrored", True)
    assert (usual != driver.grab(window)) is turns


def test_only_arabic_is_mirrored(languages: Languages) -> None:
    seen = {}
    for code in ("zh", "ar", "zh-TW", "en"):
        languages.use(code)
        seen[code] = bool(languages.mirrored)
    assert seen == {"zh": False, "ar": True, "zh-TW": False, "en": False}


def test_what_has_no_arabic_is_said_in_english(languages: Languages) -> None:
    assert languages.textIn("ar", "HomePage", "Choose a service") == "اختر الخدمة"
    assert languages.textIn("ar", "QueueCard", "%n waiting", 3) == "3 waiting"
    assert not any("HomePage" in line for line in translations.missing())


def test_dates() -> None:
    assert formats.day("ar", date(2026, 11, 21)) == "السبت 21 نوفمبر"
