"""What the manager tells the hall, at the kiosk: a line on its screens, or an emergency over all of them.

While the service is away the last known notices hold, and end by our clock: nobody could take them back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.staff_calls import holding
from branch.contract.answers.hall_answers import Notice
from branch.devices.printers.line_breaks import wrap
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.timing import make_timer

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 1_000
TURN_MS = 8_000
"""How long each of several notices is the one on the line."""

PIECE = 80
"""Cells (a Chinese character has two) of a notice that are on the line at once: it stays two lines high."""

_JOINED = 3
_JOINER = "\u2060"  # no line breaks at it

MOST_OTHERS = 2
"""An emergency is told in the current language and so many others."""


class Alarm(Protocol):
    """What calls everybody's eyes to the screen, as `branch.qt.speech.Speech` does."""

    def emergency(self, text: Mapping[str, str]) -> None:
        """Say it, before all else and also in quiet hours."""
        ...

    def calm(self) -> None:
        """It is over."""
        ...


@QmlElement
@QmlUncreatable("made by the app")
class HallNotices(QObject):
    """The notices that hold now.

    Signals:
        changed: another line, an emergency or its end, or another language.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        languages: Languages,
        alarm: Alarm | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._languages, self._alarm = link, languages, alarm
        self._emergency: Notice | None = None
        self._infos: list[Notice] = []
        self._turn = 0
        self._timer = make_timer(self)
        self._timer.setObjectName("notices")
        self._timer.timeout.connect(self._look)
        link.changed.connect(self._look)
        link.snapshotTaken.connect(self._look)
        languages.currentChanged.connect(self.changed)

    def start(self) -> None:
        """Begin to look at the notices: they begin and run out by themselves."""
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Look at the notices no more."""
        self._timer.stop()

    @property
    def alarmed(self) -> bool:
        """Whether there is an emergency, for Python."""
        return self._emergency is not None

    @Property(str, notify=changed)
    def line(self) -> str:
        """What is told now, one after the other; empty for nothing."""
        pieces = self.pieces()
        return held_together(pieces[self._turn % len(pieces)]) if pieces else ""

    @Property(str, notify=changed)
    def emergency(self) -> str:
        """What is told instead of everything else; empty while all is well."""
        return held_together(self._main())

    @Property(str, notify=changed)
    def emergencyOthers(self) -> str:
        """The same in the branch's other languages."""
        if self._emergency is None:
            return ""
        text, main = self._emergency["text"], self._main()
        codes = [code for code in self._link.branch.languages if code in text]
        others = [text[code] for code in codes if text[code] != main]
        return "\n\n".join(held_together(other) for other in others[:MOST_OTHERS])

    def _main(self) -> str:
        return self._languages.pick(self._emergency["text"]) if self._emergency is not None else ""

    def pieces(self) -> list[str]:
        """All lines in the order of their turns; what is long has several."""
        told = (self._languages.pick(info["text"]) for info in self._infos)
        return [piece for text in told for piece in wrap(text, PIECE, _cells)]

    @Slot()
    def _look(self) -> None:
        """Find what holds by the service's clock, which goes on while the service is away."""
        now = self._link.now()
        emergency, infos = holding(self._link.view.notices, now)
        turn = now // self._link.paced(TURN_MS) if infos else 0
        if (emergency, infos, turn) == (self._emergency, self._infos, self._turn):
            return
        begun = emergency is not None and (
            self._emergency is None or emergency["id"] != self._emergency["id"]
        )
        self._emergency, self._infos, self._turn = emergency, infos, turn
        if self._alarm is not None and begun and emergency is not None:
            self._alarm.emergency(emergency["text"])
        elif self._alarm is not None and emergency is None:
            self._alarm.calm()
        self.changed.emit()


def held_together(text: str) -> str:
    """The text, whose last line will not be a single Chinese character: that would be half a word."""
    head, tail = text[:-_JOINED], text[-_JOINED:]
    return text if tail.isascii() else head + _JOINER.join(tail)


def _cells(text: str) -> float:
    return sum(1 if character.isascii() else 2 for character in text)
