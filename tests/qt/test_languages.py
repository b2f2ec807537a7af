"""Languages: switched live, named in any, complete."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from branch.qt.driving import driver
from branch.qt.text.languages import QT_TRANSLATE_N_NOOP, Languages
from branch.qt.text.pseudo_language import pseudo
from tests.qt.conftest import Load
from tools import translations


def test_a_switch_is_live_and_told(load: Load, languages: Languages, qtbot: QtBot) -> None:
    window = load("Face { rating: 5; width: 160; height: 200 }")
    assert driver.texts(window) == ["Very good"]
    with qtbot.waitSignal(languages.currentChanged):
        languages.use("zh")
    assert driver.texts(window) == ["非常满意"]
    assert languages.code == "zh"
    languages.use("fr")
    assert languages.code == "en"
    assert driver.texts(window) == ["Very good"]


def test_using_the_current_language_says_nothing(languages: Languages, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(languages.currentChanged):
        languages.use("en")


def test_a_text_in_another_language_than_the_current(languages: Languages) -> None:
    assert languages.textIn("zh", "Face", "Fair") == "一般"
    assert languages.textIn("en", "Face", "Fair") == "Fair"
    assert languages.text("Face", "Fair") == "Fair"
    assert languages.text("Face", "not there") == "not there"
    assert languages.text("Face", QT_TRANSLATE_N_NOOP("Face", "%n not there"), 3) == "3 not there"
    languages.use("xx")
    assert languages.text("Face", "Fair") == "[Fáír~]"


def test_names_out_of_the_catalogue(languages: Languages) -> None:
    names = {"zh": "个人现金", "en": "Cash"}
    assert languages.pick(names) == "Cash"
    assert languages.pickIn("zh", names) == "个人现金"
    assert languages.pickIn("fr", names) == "Cash"
    assert languages.pickIn("en", {"zh": "个人现金"}) == "个人现金"
    assert languages.pick({}) == ""
    assert languages.nameOf("zh") == "中文"
    assert languages.property("codes") == ["zh", "en", "xx"]


@pytest.mark.parametrize(
    "text", ["Not updated since %1 · reconnecting", "%n waiting", "<b>Now</b> &amp; then", "OK"]
)
def test_the_pseudo_locale_is_longer_and_keeps_what_is_not_text(text: str) -> None:
    said = pseudo(text)
    assert said[0] + said[-1] == "[]"
    assert said.count("~") >= 1
    assert len(said) >= len(re.sub("<[^>]*>|&amp;", "", text)) * 1.25
    for kept in ("%1", "%n", "<b>", "</b>", "&amp;"):
        assert (kept in said) == (kept in text)


def test_marked_texts_are_found_in_python() -> None:
    code = """
x = f(QT_TRANSLATE_NOOP("A", "b " "c"), app.translate("A", "d"))
y = QT_TRANSLATE_N_NOOP("A", "%n e") + translate(a, "f")
"""
    found = {(t.context, t.source, t.plural) for t in translations.marked_texts(code)}
    assert found == {("A", "b c", False), ("A", "d", False), ("A", "%n e", True)}


def test_a_language_is_only_a_file(tmp_path: Path, qapp: QGuiApplication, qtbot: QtBot) -> None:
    for file in translations.FOLDER.glob("*.qm"):
        shutil.copy(file, tmp_path)
    manifest = (translations.FOLDER / "languages.toml").read_text(encoding="utf-8")
    (tmp_path / "zh_HK.ts").write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_HK"><context>'
        "<name>Face</name><message><source>Fair</source><translation>麻麻</translation></message></context></TS>",
        encoding="utf-8",
    )
    translations.run_tool("pyside6-lrelease", str(tmp_path / "zh_HK.ts"), "-qm", str(tmp_path / "zh_HK.qm"))
    (tmp_path / "languages.toml").write_text(
        manifest + '\n[zh-HK]\nfile = "zh_HK"\nname = "香港中文"\nlike = "zh"\n', encoding="utf-8"
    )
    found = Languages(folder=tmp_path, current="zh-HK")
    try:
        assert (found.code, found.nameOf("zh-HK")) == ("zh-HK", "香港中文")
        assert found.text("Face", "Fair") == QCoreApplication.translate("Face", "Fair") == "麻麻"
        assert (
            found.text("Face", "Very good") == QCoreApplication.translate("Face", "Very good") == "非常满意"
        )
        assert found.pick({"en": "Cash", "zh": "个人现金"}) == "个人现金"
        with qtbot.waitSignal(found.offeredChanged):
            found.offer(["en", "zh-HK", "nowhere"])
        assert found.property("codes") == ["en", "zh-HK"]
        found.use("en")
        assert QCoreApplication.translate("Face", "Very good") == "Very good"
    finally:
        found.stop()


def test_traditional_chinese_is_as_complete_as_simplified(languages: Languages) -> None:
    simplified = translations.messages(translations.FOLDER / "zh_CN.ts")
    traditional = translations.messages(translations.FOLDER / "zh_TW.ts")
    assert traditional.keys() == simplified.keys()
    assert all(traditional.values())
    assert languages.textIn("zh-TW", "HomePage", "Choose a service") == "請選擇要辦理的業務"


def test_every_text_is_translated() -> None:
    assert translations.unfinished() == []


def test_the_files_are_up_to_date_with_the_sources(tmp_path: Path, qapp: QGuiApplication) -> None:
    names = (*translations.TARGETS, *translations.CONVERTED, *translations.PARTIAL)
    for name in names:
        shutil.copy(translations.FOLDER / f"{name}.ts", tmp_path)
    translations.update(tmp_path)
    translations.release(tmp_path)
    for name in names:
        committed = translations.messages(translations.FOLDER / f"{name}.ts")
        assert translations.messages(tmp_path / f"{name}.ts") == committed, (
            "run: python -m tools.translations"
        )
        compiled = (translations.FOLDER / f"{name}.qm").read_bytes()
        assert (tmp_path / f"{name}.qm").read_bytes() == compiled, f"{name}.qm is older than {name}.ts"
