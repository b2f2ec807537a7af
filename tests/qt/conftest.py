"""Loads QML for tests as the apps do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from branch.qt.qt_app import make_engine
from branch.qt.slide_player import SlideShow
from branch.qt.text.app_fonts import load_fonts
from branch.qt.text.languages import Languages
from tests.harness.waiting import until

Load = Callable[..., QQuickWindow]


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> list[str]:
    """The shipped fonts, loaded once."""
    return load_fonts()


@pytest.fixture
def engine(qapp: QGuiApplication, fonts: list[str], tmp_path: Path) -> Iterator[QQmlApplicationEngine]:
    """An engine that knows our modules; what QML complains about fails the test through the log."""
    engine = make_engine([tmp_path])
    yield engine
    shiboken6.delete(engine)


@pytest.fixture
def languages(engine: QQmlApplicationEngine) -> Iterator[Languages]:
    """The languages, English first, with the pseudo-locale."""
    languages = Languages(engine, current="en", pseudo=True)
    yield languages
    languages.stop()


@pytest.fixture
def load(engine: QQmlApplicationEngine, languages: Languages, qtbot: QtBot, tmp_path: Path) -> Load:
    """Give it the body of a Window in QML; get the window, shown and drawn."""
    made = 0
    slides = SlideShow(None, datetime.now)

    def load_body(body: str, **properties: object) -> QQuickWindow:
        nonlocal made
        made += 1
        code = (
            "pragma ComponentBehavior: Bound\nimport QtQuick\nimport QtQuick.Window\nimport Branchline\n"
            "import Branchline.Core\nWindow { id: root; width: 640; height: 480; visible: true\n"
            "color: Theme.ground\nrequired property Languages languages\nrequired property SlideShow slides\n"
            f"{body}\n}}\n"
        )
        file = tmp_path / f"Case{made}.qml"
        file.write_text(code, encoding="utf-8")
        engine.setInitialProperties({"languages": languages, "slides": slides, **properties})
        engine.load(str(file))
        window = engine.rootObjects()[-1]
        assert isinstance(window, QQuickWindow)
        until(window.isExposed)
        return window

    return load_body
