"""The languages of the screens, switched live.

Source texts are English: `qsTr("Take a number")` in QML, and in Python a marked text, said when it is shown:

    TITLE = QT_TRANSLATE_NOOP("Kiosk", "Take a number")     # from PySide6.QtCore
    languages.text("Kiosk", TITLE)                           # in the current language
    languages.textIn("zh", "Kiosk", TITLE)                   # in a given one, whatever is current
    WAITING = QT_TRANSLATE_N_NOOP("Kiosk", "%n waiting")     # from this module: one with a count
    languages.text("Kiosk", WAITING, 3)

Texts in QML follow a switch by themselves. A controller that says texts itself connects `currentChanged` to
the notify signals of their properties. `python -m tools.translations` keeps assets/translations up to date.
Dates, times and durations are in branch.qt.text.formats.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Property, QCoreApplication, QLocale, QObject, QTranslator, Signal, Slot
from PySide6.QtQml import QmlElement, QQmlEngine

import assets
from branch.qt.qml_types import QmlUncreatable
from branch.qt.text.pseudo_language import PseudoTranslator

FOLDER = assets.ROOT / "translations"
MANIFEST = "languages.toml"


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its code on the wire, its file without the ending, its own name for itself."""

    code: str
    file: str
    name: str
    like: str = ""
    """The language that stands in for it before English does; "" for none."""
    direction: str = "ltr"
    """ "rtl" for one that is read from right to left."""


def tongues(folder: Path | None = None) -> dict[str, Tongue]:
    """The languages of the manifest in ``folder``, by code, in its order.

    Raises OSError, tomllib.TOMLDecodeError or TypeError for a manifest that is not there or not one: the
    program is not whole then.
    """
    text = ((folder or FOLDER) / MANIFEST).read_text(encoding="utf-8-sig")
    return {code: Tongue(code, **entry) for code, entry in tomllib.loads(text).items()}


QML_IMPORT_NAME = "Branchline.Core"
QML_IMPORT_MAJOR_VERSION = 1

CHINESE = "zh"
ENGLISH = "en"
PSEUDO = "xx"
"""English made longer and put in brackets: shows what does not fit and what is not translatable."""

USUAL = (CHINESE, ENGLISH)
"""What is offered until a branch has said what it wants."""

FILES = {code: tongue.file for code, tongue in tongues().items()}
"""Language code on the wire -> name of its file in assets/translations."""

NAMES = {code: tongue.name for code, tongue in tongues().items()} | {PSEUDO: "[Ƥšëüđö]"}
"""Each language's name for itself."""


def QT_TRANSLATE_N_NOOP(context: str, source: str) -> str:  # noqa: ARG001  # read from the source by lupdate
    """Mark `source` as a text with a count `%n`; lupdate knows this name, PySide6 lacks it."""
    return source


@QmlElement
@QmlUncreatable("made by the app")
class Languages(QObject):
    """The languages there are and the one in use.

    Signals:
        currentChanged: another language is in use, and QML's texts have been said again.
        offeredChanged: others are offered to choose from.
    """

    currentChanged = Signal()
    offeredChanged = Signal()

    def __init__(
        self,
        engine: QQmlEngine | None = None,
        folder: Path | None = None,
        current: str = CHINESE,
        *,
        pseudo: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """Read the translations; `engine` is the one whose texts follow, `pseudo` adds the pseudo-locale."""
        super().__init__(parent)
        self._engine = engine
        self._translators: dict[str, QTranslator] = {}
        self._tongues = tongues(folder)
        for code, tongue in self._tongues.items():
            translator = QTranslator(self)
            translator.load(str((folder or FOLDER) / f"{tongue.file}.qm"))
            self._translators[code] = translator
        if pseudo:
            self._translators[PSEUDO] = PseudoTranslator(self)
        self._pseudo = [PSEUDO] if pseudo else []
        self._offered = [code for code in USUAL if code in self._tongues] + self._pseudo
        self._current = ""
        self.use(current)

    def _codes(self) -> list[str]:
        return list(self._offered)

    def _get_current(self) -> str:
        return self._current

    codes = Property(list, _codes, notify=offeredChanged)
    current = Property(str, _get_current, notify=currentChanged)

    @Property(bool, notify=currentChanged)
    def mirrored(self) -> bool:
        """Whether the current language is read from right to left, and screens with it."""
        return self._current in self._tongues and self._tongues[self._current].direction == "rtl"

    @property
    def code(self) -> str:
        """The language in use, for Python."""
        return self._current

    def offer(self, codes: Iterable[str]) -> None:
        """Offer these, in their order, so far as there is a file for them."""
        offered = [code for code in codes if code in self._tongues] + self._pseudo
        if offered and offered != self._offered:
            self._offered = offered
            self.offeredChanged.emit()

    @Slot(str)
    def use(self, code: str) -> None:
        """Say everything in `code` from now on; a code that is not there falls back to English."""
        if code not in self._translators:
            code = ENGLISH
        if code == self._current:
            return
        for old in self._chain(self._current) if self._current else ():
            QCoreApplication.removeTranslator(self._translators[old])
        self._current = code
        for one in reversed(self._chain(code)):  # Qt asks the one installed last first
            QCoreApplication.installTranslator(self._translators[one])
        QLocale.setDefault(QLocale(self._tongues[code].file if code in self._tongues else ENGLISH))
        if self._engine is not None:
            self._engine.retranslate()
        self.currentChanged.emit()

    @Slot(str, result=str)
    def nameOf(self, code: str) -> str:
        """What the language calls itself."""
        return self._tongues[code].name if code in self._tongues else NAMES.get(code, code)

    def text(self, context: str, source: str, count: int = -1) -> str:
        """The text in the current language; `count` is put for `%n`."""
        return self.textIn(self._current, context, source, count)

    @Slot(str, str, str, result=str)
    @Slot(str, str, str, int, result=str)
    def textIn(self, code: str, context: str, source: str, count: int = -1) -> str:
        """The text in the language `code`, or the English source if it is not translated."""
        heard = (self._translators[one].translate(context, source, "", count) for one in self._chain(code))
        said = next((text for text in heard if text), source)
        return said.replace("%n", str(count)) if count >= 0 else said

    @Slot("QVariantMap", result=str)
    def pick(self, names: Mapping[str, str]) -> str:
        """The name for the current language out of a map such as {"zh": "个人现金", "en": "Cash"}."""
        return self.pickIn(self._current, names)

    @Slot(str, "QVariantMap", result=str)
    def pickIn(self, code: str, names: Mapping[str, str]) -> str:
        """The name for `code`; else that of the language it is like, the English one, whichever there is."""
        for wanted in (code, *self._chain(code), code.partition("-")[0], ENGLISH):
            if names.get(wanted):
                return str(names[wanted])
        return next((str(name) for name in names.values() if name), "")

    def stop(self) -> None:
        """Take the translation out of the app; for tests, which share one app."""
        for code in self._chain(self._current) if self._current else ():
            QCoreApplication.removeTranslator(self._translators[code])
        self._current = ""

    def _chain(self, code: str) -> list[str]:
        """The language and the one it is like, so far as there are files."""
        like = self._tongues[code].like if code in self._tongues else ""
        return [one for one in (code, like) if one in self._translators]
