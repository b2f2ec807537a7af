"""The board's controller: what the hall sees, kept right with every event, call after call."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls import staff_calls as notices
from branch.client.hall_view import Changes
from branch.contract.answers.feed_events import BoardEvent
from branch.contract.answers.hall_answers import Notice
from branch.contract.answers.ticket_answers import BoardTicket
from branch.contract.branch_info import BranchInfo
from branch.contract.times import datetime_from_text
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.timing import make_timer, monotonic
from display.board import board_content as hall
from display.board import board_texts as w
from display.board import screen_texts as screens
from display.board.board_texts import BoardTexts
from display.board.callout import Callouts
from display.board.hall_clock import HallClock
from display.board.main_panel import Seen, Zone, idle_panel, look_of, panel_of, row_of

QML_IMPORT_NAME = "Display.Core"
QML_IMPORT_MAJOR_VERSION = 1

HICCUP_MS = 800
"""A line that is back within this time was not lost to anybody in the hall."""

ROW_ROLES = (
    *("number", "counter", "direction", "promised", "word", "second", "wordFirst"),
    *("now", "onStage", "spoken"),
)
TILE_ROLES = ("id", "letter", "note", "ahead", "wait", "within")

_log = logging.getLogger(__name__)


@QmlElement
@QmlUncreatable("made by the app")
class Board(QObject):
    """What is on the board.

    Signals:
        announced: the moment of a call begins: its number, its counter, and whether it is called again;
            `lateness` is then of that call.
        began: the same, with the whole call.
        emergency_begun: the hall is told of an emergency: its text by language. Once for each.
        emergency_ended: it is over.
        changed: any of the properties reads otherwise than before.
    """

    announced = Signal(str, int, bool)
    began = Signal(object)
    emergency_begun = Signal(dict)
    emergency_ended = Signal()
    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        words: BoardTexts,
        clock: HallClock,
        *,
        from_branch: bool = True,
        paced: Callable[[int], int] | None = None,
        zone: Zone | None = None,
        rows: int | None = None,
        list_all: bool = False,
        arrived_leave: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """``from_branch``: the branch's own languages are shown. ``paced``: how long a duration is here.
        ``zone``: what of the hall it shows, else all. ``rows``: how many its list has on a quiet day,
        else as many as the shape of the screen allows; ``list_all``: the newest call is in it too.
        ``arrived_leave``: who has come to the counter leaves the board, else stays while there is room."""
        super().__init__(parent)
        self._link, self._words, self._clock = link, words, clock
        self._from_branch, self._zone, self._own_rows = from_branch, zone or Zone(), rows
        self._list_all, self._arrived_leave = list_all, arrived_leave
        self._stage = Callouts(paced or link.paced)
        self._rows = KeyedListModel(ROW_ROLES, key="number", parent=self)
        self._tiles = KeyedListModel(TILE_ROLES, parent=self)
        self._portrait = False
        self._stale = False
        self._live_from = 0
        self._emergency = ""
        self._shown: dict[str, object] = {}
        self._turning = make_timer(self, once=True)
        self._turning.setObjectName("stage")
        self._turning.timeout.connect(self._turn)
        self._doubt = make_timer(self, once=True, interval=HICCUP_MS)
        self._doubt.setObjectName("hiccup")
        self._doubt.timeout.connect(self._doubted)
        link.stateChanged.connect(self._on_state)
        link.snapshotTaken.connect(self._on_snapshot)
        link.changed.connect(self._on_event)
        clock.told.connect(self._on_time)
        self._refresh()

    # What screens see

    def _get_rows(self) -> KeyedListModel:
        return self._rows

    def _get_tiles(self) -> KeyedListModel:
        return self._tiles

    rows = Property(KeyedListModel, fget=_get_rows, constant=True)
    tiles = Property(KeyedListModel, fget=_get_tiles, constant=True)

    @Property(str, notify=changed)
    def screen(self) -> str:
        """ "waiting", "elsewhere", "closed" or "board"."""
        return str(self._shown["screen"])

    @Property(dict, notify=changed)
    def panel(self) -> object:
        """The main panel; see display.panel."""
        return self._shown["panel"]

    @Property(dict, notify=changed)
    def message(self) -> object:
        """What the screens "waiting" and "closed" say; see display.screens."""
        return self._shown["message"]

    @Property(int, notify=changed)
    def slots(self) -> int:
        """How many rows the list has room for."""
        return int(str(self._shown["slots"]))

    @Property(dict, notify=changed)
    def texts(self) -> object:
        """What is always there: branch, notice, labels; main and second language each."""
        return self._shown["texts"]

    @Property(dict, notify=changed)
    def stale(self) -> object:
        """Since when the board is not up to date, in words; empty while it is."""
        return self._shown["stale"]

    @Property(dict, notify=changed)
    def emergency(self) -> object:
        """What takes the whole board; empty texts while nothing does."""
        return self._shown["emergency"]

    @property
    def is_stale(self) -> bool:
        """Whether the line is lost."""
        return self._stale

    @property
    def lateness(self) -> float:
        """How old the call announced last was when we heard of it, in seconds of the service's clock: what
        was missed while the line was cut is shown, but no longer said aloud."""
        return self._stage.heard_s

    @Slot(bool)
    def usePortrait(self, portrait: bool) -> None:
        """The screen is higher than wide: there is room for one row more."""
        self._portrait = portrait
        self._refresh()

    def stop(self) -> None:
        """Show nothing new any more."""
        self._turning.stop()
        self._doubt.stop()
        self._clock.stop()

    # What comes from the service

    @Slot()
    def _on_state(self) -> None:
        if str(self._link.state) == "live":
            self._doubt.stop()
            self._stale = False
            self._live_from = self._link.now()
        elif bool(self._link.known) and not self._stale and not self._doubt.isActive():
            self._doubt.start()
        self._refresh()

    @Slot()
    def _doubted(self) -> None:
        self._stale = True
        self._refresh()

    @Slot(object)
    def _on_snapshot(self, changes: Changes | None) -> None:
        branch: BranchInfo = self._link.branch
        if self._from_branch:
            self._words.use(branch.languages or w.DEFAULT)
        self._clock.use_zone(branch.time_zone)
        if changes is not None:
            if changes.day:
                self._stage.clear()
            self._stage.keep(hall.statuses(self._seen()))
            self._announce(changes)
            for call in self._link.view.calls:
                self._stage.recognise(call)
        self._turn()

    @Slot(object, object)
    def _on_event(self, changes: Changes, event: BoardEvent) -> None:
        if changes.day:
            self._stage.clear()
            for call in self._link.view.calls:
                self._stage.recognise(call)
        if "ticket" in event:
            self._stage.follow(event["ticket"]["number"], event["ticket"]["status"])
        self._announce(changes)
        if changes:
            self._turn()

    def _announce(self, changes: Changes) -> None:
        for call in filter(self._ours, changes.new_calls):
            called = datetime_from_text(call["called_at"]).timestamp() * 1000 if call["called_at"] else 0
            heard_s = max(0.0, (self._link.now() - called) / 1000)
            late = called < self._live_from
            if not self._stage.announce(call, self._now(), late=late, heard_s=heard_s):
                _log.info("%s was announced before", call["number"])

    @Slot()
    def _on_time(self) -> None:
        if self._link.view.notices:  # one may begin or run out
            self._refresh()

    # What is shown

    def _seen(self) -> Seen:
        return self._zone.seen(self._link.view)

    def _ours(self, call: BoardTicket) -> bool:
        return self._zone.has(call["service"])

    def _now(self) -> int:
        return round(monotonic() * 1000)

    @Slot()
    def _turn(self) -> None:
        begun = self._stage.turn(self._now())
        self._refresh()
        if begun is not None:
            _log.info("%s to counter %s", begun["number"], begun["counter"])
            self.began.emit(begun)
            self.announced.emit(begun["number"], begun["counter"] or 0, begun["recalls"] > 0)
        due = self._stage.due_in(self._now())
        if due is None:
            self._turning.stop()
        else:
            self._turning.start(due)

    def _refresh(self) -> None:
        view, stage, words = self._seen(), self._stage, self._words
        calls, arrows = (
            hall.standing(view, arrived_leave=self._arrived_leave),
            hall.directions(self._link.branch),
        )
        main = stage.current or next(iter(calls), None)
        on_stage = stage.current["number"] if stage.current is not None else None
        # While several have to share the stage they all stand in the list, so nobody waits to be seen.
        together = bool(stage.waiting) or self._list_all
        without = {main["number"]} if main is not None and not together else set()
        slots = self._own_rows or (hall.SLOTS_PORTRAIT if self._portrait else hall.SLOTS)
        listed, slots = hall.listed(calls, without, slots)
        self._rows.replace(row_of(c, words, arrows, on_stage=on_stage, stale=self._stale) for c in listed)
        paused = words.say(w.PAUSED).main
        self._tiles.replace(
            hall.tiles(
                view.services,
                self._link.branch,
                paused,
                words.main,
                lambda names: words.names(names).main,
                stale=self._stale,
            )
        )
        here = self._zone.is_here(self._link.branch)
        screen = hall.screen_of(view, known=bool(self._link.known), here=here, busy=stage.busy)
        opens = hall.anyone_open(view)
        if main is None or (main["status"] == "served" and not opens and on_stage is None):
            panel = idle_panel(words, anyone_open=opens)
        else:
            look = look_of(main, on_stage=on_stage is not None, stale=self._stale)
            panel = panel_of(main, look, words, arrows)
        alarm, told = notices.holding(self._link.view.notices, self._link.now())
        since = formats.clock(self._clock.at(self._link.heard_at())) if self._stale else ""
        self._show(
            {
                "screen": screen,
                "panel": panel,
                "slots": slots,
                "message": screens.message(screen, self._link, self._zone, words),
                "texts": screens.texts(self._link.branch, view, self._zone, words, told),
                "emergency": words.names(alarm["text"] if alarm is not None else {}).as_map(),
                "stale": screens.stale_text(str(self._link.state), since, words),
            }
        )

        self._sound(alarm)

    def _sound(self, alarm: Notice | None) -> None:
        before, self._emergency = self._emergency, alarm["id"] if alarm is not None else ""
        if alarm is not None and before != alarm["id"]:
            _log.info("emergency: %s", alarm["text"])
            self.emergency_begun.emit(alarm["text"])
        elif alarm is None and before:
            self.emergency_ended.emit()

    def _show(self, shown: Mapping[str, object]) -> None:
        if shown != self._shown:
            self._shown = dict(shown)
            self.changed.emit()
