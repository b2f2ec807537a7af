"""The sentence that a customer writes on the pad's own keyboard: English, or Chinese by its pinyin."""

from __future__ import annotations

import threading

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from counter.rating.pinyin import Candidate, candidates, load

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

LIMIT = 100
"""Characters of a sentence; the service takes 500."""

LETTERS = 40
"""Letters that may wait to become Chinese: a long sentence written without choosing once."""

SHOWN = 8
"""Candidates beside each other."""

CHINESE_MARKS = {",": "，", ".": "。", "!": "！", "?": "？"}


@QmlElement
@QmlUncreatable("made by the app")
class CommentKeyboard(QObject):
    """What has been written, what is being written, and what it may mean.

    Signals:
        changed: anything.
        touched: a key was pressed: somebody is still there.
    """

    changed = Signal()
    touched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._active = self._capital = False
        self._chinese = True
        self._text = self._letters = ""
        self._found: list[Candidate] = []
        self._first = 0

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether the keyboard is shown."""
        return self._active

    @Property(str, notify=changed)
    def text(self) -> str:
        """What stands."""
        return self._text

    @Property(str, notify=changed)
    def letters(self) -> str:
        """The pinyin that has not become Chinese yet."""
        return self._letters

    @Property(bool, notify=changed)
    def chinese(self) -> bool:
        """Whether letters are pinyin."""
        return self._chinese

    @Property(bool, notify=changed)
    def capital(self) -> bool:
        """Whether the next letter is a capital."""
        return not self._chinese and (self._capital or not self._text)

    @Property(list, notify=changed)
    def choices(self) -> list[str]:
        """What the letters may mean, so many as fit beside each other."""
        return [candidate.text for candidate in self._found[self._first : self._first + SHOWN]]

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """Whether there are others."""
        return len(self._found) > SHOWN

    @property
    def written(self) -> str | None:
        """The sentence, None if there is none."""
        return self._text.strip() or None

    @Slot(bool)
    def open(self, chinese: bool) -> None:
        """Show the keyboard, for Chinese at first or not."""
        if not self._text:
            self._chinese = chinese
        self._active = True
        # Half a second before the first key, which would wait for it.
        threading.Thread(target=load, name="pinyin", daemon=True).start()
        self._look()

    @Slot()
    def done(self) -> None:
        """That is the sentence; what still are letters becomes what it most likely means."""
        self._commit()
        self._active = False
        self._look()

    @Slot(str)
    def press(self, key: str) -> None:
        """A letter or a mark."""
        if self._chinese and key.isalpha():
            if len(self._letters) < LETTERS and len(self._text) < LIMIT:
                self._letters += key
        else:
            self._commit()
            mark = CHINESE_MARKS.get(key, key) if self._chinese else key
            self._put(mark.upper() if self.capital else mark)
            self._capital = False
        self._look()

    @Slot(str, result=bool)
    def type(self, text: str) -> bool:
        """A key of a real keyboard; whether it is one of ours."""
        if text.isdecimal() and text.isascii():
            taken = 0 < int(text) <= len(self._found) - self._first
            if taken:
                self.choose(int(text) - 1)
            return taken
        if text == " ":
            self.space()
        elif len(text) == 1 and text.isascii() and (text.isalpha() or text in CHINESE_MARKS):
            if text.isupper() and not self.capital:
                self.shift()
            self.press(text.lower())
        else:
            return False
        return True

    @Slot()
    def space(self) -> None:
        """The first candidate if there is one; else a space."""
        if self._found:
            self.choose(0)
        else:
            self._put(" ")
            self._look()

    @Slot()
    def erase(self) -> None:
        """Take back the last letter, or the last character."""
        if self._letters:
            self._letters = self._letters[:-1]
        else:
            self._text = self._text[:-1]
        self._look()

    @Slot(int)
    def choose(self, index: int) -> None:
        """That candidate of those shown; letters it does not stand for remain."""
        if 0 <= index < len(self._found) - self._first:
            chosen = self._found[self._first + index]
            self._put(chosen.text)
            self._letters = self._letters[chosen.letters :]
        self._look()

    @Slot()
    def turn(self) -> None:
        """The next candidates; the first again after the last."""
        self._first = self._first + SHOWN if self._first + SHOWN < len(self._found) else 0
        self.touched.emit()
        self.changed.emit()

    @Slot()
    def switch(self) -> None:
        """The other of Chinese and English."""
        self._commit()
        self._chinese = not self._chinese
        self._look()

    @Slot()
    def shift(self) -> None:
        """The next letter is a capital, or is not after all."""
        self._capital = not self._capital
        self._look()

    def clear(self) -> None:
        """Forget it all: it was sent, or its customer is gone."""
        self._active = self._capital = False
        self._text = self._letters = ""
        self._found, self._first = [], 0
        self.changed.emit()

    def _commit(self) -> None:
        """Make Chinese of the letters, as far as they mean anything."""
        if self._letters:
            found = candidates(self._letters, 1)
            self._put(found[0].text + self._letters[found[0].letters :] if found else self._letters)
            self._letters = ""

    def _put(self, text: str) -> None:
        self._text = (self._text + text)[:LIMIT]

    def _look(self) -> None:
        self._found, self._first = candidates(self._letters), 0
        self.touched.emit()
        self.changed.emit()
