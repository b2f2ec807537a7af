"""The board speaks: each call in its moment, once; and sees to it that there is something to speak with."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, Slot

from branch.client.local_store import LocalStore
from branch.contract.answers.ticket_answers import BoardTicket
from branch.contract.times import datetime_from_text
from branch.qt.device_alerts import DeviceAlerts
from branch.qt.service_link import ServiceLink
from branch.qt.speech import Speech
from branch.qt.timing import make_timer
from display.board.board import Board

LATE_S = 20.0
"""A call that comes to the board later than this, after a cut, is shown but not spoken."""

LOOK_MS = 30_000
"""How often a lost sound device is looked for, and whether the morning's test is due."""

TEST_BEFORE = timedelta(minutes=30)
"""The morning's test is heard so long before the branch opens, or later, but never once it is open."""

ALERT = "sound"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SoundTest:
    """The day of the last test of the sound, in ISO 8601."""

    tested: str = ""


_KEPT = LocalStore("display-sound.json", SoundTest, SoundTest)


class BoardVoice(QObject):
    """Joins a board to its voice. Staff have an alert `sound` as long as nothing can be heard."""

    def __init__(
        self,
        link: ServiceLink,
        board: Board,
        speech: Speech,
        at: Callable[[int], datetime],
        parent: QObject | None = None,
    ) -> None:
        """``at`` is an instant, in ms, in the branch's zone."""
        super().__init__(parent)
        self._link, self._board, self._speech, self._at = link, board, speech, at
        self._troubles = DeviceAlerts(link, "display", self)
        self._testing: str | None = None
        self._looking = make_timer(self, interval=LOOK_MS)
        self._looking.setObjectName("sound")
        self._looking.timeout.connect(self.look)
        link.snapshotTaken.connect(self._on_snapshot)
        board.began.connect(self._on_began)
        board.emergency_begun.connect(speech.emergency)
        board.emergency_ended.connect(speech.calm)
        speech.changed.connect(self._on_speech)

    @Slot()
    def look(self) -> None:
        """See whether a lost device is back, and whether the morning's test is due."""
        if self._speech.state != "ready" and not self._speech.speaking:
            self._speech.probe()
        self._test_if_due()
        self._on_speech()

    def stop(self) -> None:
        """Say nothing more. A board that is off is not a board without sound, so its alert is cleared."""
        self._looking.stop()
        self._speech.changed.disconnect(self._on_speech)
        self._troubles.leave()
        self._speech.close()

    # Calls

    @Slot()
    def _on_snapshot(self) -> None:
        self._speech.use(self._link.branch, self._time)
        self._looking.start()
        self.look()

    @Slot(object)
    def _on_began(self, call: BoardTicket) -> None:
        if self._board.lateness > LATE_S:
            _log.info("%s was heard of late: shown, not spoken", call["number"])
        elif self._link.simulated and self._speech.speaking:
            _log.info("%s is not spoken: a day that runs faster has no time for it", call["number"])
        elif call["counter"] is not None:
            self._speech.call(call["number"], call["counter"], call["language"])

    # The device

    def _test_if_due(self) -> None:
        view = self._link.view
        if view.phase != "opening-soon" or view.opens_at is None or self._testing is not None:
            return
        now, opens = self._at(self._link.now()), datetime_from_text(view.opens_at)
        today = now.date().isoformat()
        if now < opens - TEST_BEFORE or now >= opens or _KEPT.read().tested == today:
            return
        self._testing = today
        self._speech.chime()

    @Slot()
    def _on_speech(self) -> None:
        if self._testing is not None and not self._speech.speaking:
            day, self._testing = self._testing, None
            _log.info("the morning's test of the sound on %s: %s", day, self._speech.state)
            _KEPT.keep(SoundTest(day))
        if self._speech.state == "silent":
            self._troubles.begin(ALERT)
        elif self._speech.state == "ready":
            self._troubles.end(ALERT)

    def _time(self) -> time:
        return self._at(self._link.now()).time()
