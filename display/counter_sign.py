"""What the strip above one counter says: whose turn it is here, who serves, and when a pause ends."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.hall_view import Changes
from branch.contract.answers.counter_answers import BoardCounter
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.times import datetime_from_text
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from display.board import board_texts as w
from display.board.board import Board
from display.board.board_texts import BoardTexts, Pair

QML_IMPORT_NAME = "Display.Core"
QML_IMPORT_MAJOR_VERSION = 1

_NOTHING = Pair("")


def sign_of(
    number: int, counter: BoardCounter | None, words: BoardTexts, *, stale: bool
) -> dict[str, object]:
    """The strip of a counter, ready to be laid out; ``counter`` is None where the branch has none of that
    number. ``look`` is "calling", "calm", "free", "paused" or "closed"; what is stale calls nobody."""
    ticket = counter["ticket"] if counter is not None else None
    shown: dict[str, object] = {
        "counter": str(number),
        "word": words.say(w.COUNTER).as_map(),
        "name": _NOTHING.as_map(),
        "number": "",
    }
    if counter is None:
        return shown | _look("closed", words.say(w.NO_SUCH_COUNTER))
    if counter["state"] != "closed":
        shown["name"] = words.names(counter.get("public_name") or {}).as_map()
    if ticket is not None:
        called = ticket["status"] == "called" and not stale
        text = words.say(
            w.COME_HERE if called else w.BEING_SERVED if ticket["status"] == "serving" else w.LAST_CALLED
        )
        return shown | {"number": ticket["number"]} | _look("calling" if called else "calm", text)
    if counter["state"] == "paused":
        back = counter.get("back_at")
        hint = words.say(w.BACK_AT_TIME).arg(formats.clock(datetime_from_text(back))) if back else _NOTHING
        return shown | _look("paused", words.say(w.PAUSED_HERE), hint)
    if counter["state"] == "open":
        return shown | _look("free", words.say(w.WAIT_FOR_NUMBER))
    return shown | _look("closed", words.say(w.CLOSED_HERE))


def _look(look: str, text: Pair, hint: Pair = _NOTHING) -> dict[str, object]:
    return {"look": look, "text": text.as_map(), "hint": hint.as_map()}


@QmlElement
@QmlUncreatable("made by the app")
class CounterSign(QObject):
    """The strip above one counter. It shows what the counter does at once: here no call waits for another.

    Signals:
        changed: it says something else.
    """

    changed = Signal()

    def __init__(
        self, link: ServiceLink, board: Board, words: BoardTexts, number: int, parent: QObject | None = None
    ) -> None:
        """``board`` knows the hall's languages, and whether what is shown is still true."""
        super().__init__(parent)
        self._link, self._board, self._words, self._number = link, board, words, number
        self._shown = sign_of(number, None, words, stale=False)
        board.changed.connect(self._refresh)
        link.snapshotTaken.connect(self._refresh)
        link.changed.connect(self._on_event)

    @Property(dict, notify=changed)
    def shown(self) -> object:
        """See `sign_of`."""
        return self._shown

    @Slot(object, object)
    def _on_event(self, changes: Changes, _event: BoardEvent) -> None:
        if self._number in changes.counters:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        counter = self._link.view.counters.get(self._number)
        shown = sign_of(self._number, counter, self._words, stale=self._board.is_stale)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
