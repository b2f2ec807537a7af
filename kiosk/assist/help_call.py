"""Call the lobby manager to this kiosk, and say honestly how far that has got.

The feed tells kiosks of no alerts, so as long as ours is open the service is asked for it now and then. What
was told stays told for the next customer too; only the words about it are the caller's own.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api, new_key
from branch.client.responses import ServiceError
from branch.contract.answers.hall_answers import Alert
from branch.contract.refusals import Refusal
from branch.contract.times import from_text
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.timing import make_timer
from kiosk.home.branch_status import clock_of
from kiosk.visit.visit_texts import say

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

KIND = "lobby-manager"
CALLING = str(QT_TRANSLATE_NOOP("Kiosk", "Calling the lobby manager…"))
CALLED_AT = str(
    QT_TRANSLATE_NOOP("Kiosk", "The lobby manager has been called at %1. Please stay near this screen.")
)
REMIND = str(QT_TRANSLATE_NOOP("Kiosk", "Nobody here yet? Touch once more to remind them."))
MANAGER_COMES = str(QT_TRANSLATE_NOOP("Kiosk", "The lobby manager is on the way."))
SEEN_TO = str(
    QT_TRANSLATE_NOOP("Kiosk", "Staff have seen to your call. If you still need help, please call again.")
)
NOT_CALLED = str(
    QT_TRANSLATE_NOOP("Kiosk", "Your call could not be sent. Please speak to our staff in the hall.")
)

LOOK_MS = 2_000
"""How often the service is asked whether somebody has seen to the call, while it is open."""

SEEN_TO_MS = 30_000
FAILED_MS = 15_000
REMIND_MS = 3 * 60_000
"""A call that nobody has seen to for so long may be made once more."""

log = logging.getLogger(__name__)

State = Literal["", "asking", "told", "coming", "seen-to", "failed"]


@QmlElement
@QmlUncreatable("made by the app")
class HelpCall(QObject):
    """The call for the lobby manager.

    Signals:
        changed: another state, or other words for it.
    """

    changed = Signal()

    def __init__(self, link: ServiceLink, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._languages = link, languages
        self._state: State = ""
        self._alert: Alert | None = None
        self._mine = False
        self._look = make_timer(self, interval=LOOK_MS)
        self._look.setObjectName("call seen to?")
        self._look.timeout.connect(self._ask_about_it)
        self._over = make_timer(self, once=True)
        self._over.setObjectName("words about the call")
        self._over.timeout.connect(self._end)
        link.stateChanged.connect(self._ask_about_it)
        languages.currentChanged.connect(self.changed)

    @Property(str, notify=changed)
    def state(self) -> str:
        """Nothing, "asking" (on its way), "told" (staff's screens show it), "coming" (somebody goes),
        "seen-to" (it was cleared, and nobody is known to have gone) or "failed" (it could not be sent)."""
        return self._state

    @Property(str, notify=changed)
    def words(self) -> str:
        """What the customer who called is told; empty for everybody else."""
        if not self._mine:
            return ""
        if self._state == "told":
            told = say(self._languages, CALLED_AT, self._at())
            return f"{told} {say(self._languages, REMIND)}" if self._may_remind() else told
        sources = {"asking": CALLING, "coming": MANAGER_COMES, "seen-to": SEEN_TO, "failed": NOT_CALLED}
        return say(self._languages, sources[self._state]) if self._state in sources else ""

    @Slot()
    def call(self) -> None:
        """Call the lobby manager, unless a call is on its way or open and too fresh to be repeated."""
        if self._state == "asking":
            return
        self._mine = True
        if not self._link.live:
            self._become("failed", FAILED_MS)
        elif self._state == "coming" and self._alert is not None:
            self.changed.emit()
        elif self._state != "told":
            self._send(None)
        elif self._may_remind() and self._alert is not None:
            self._send(self._alert["id"])
        else:
            self.changed.emit()

    def left(self) -> None:
        """Take the words away with the customer who called; an open call stays open."""
        self._mine = False
        if self._state in ("coming", "seen-to", "failed"):
            self._become("")
        else:
            self.changed.emit()

    def stop(self) -> None:
        """End every timer."""
        self._look.stop()
        self._over.stop()

    # What comes back

    def _send(self, before: str | None) -> None:
        self._become("asking")
        self._link.ask(partial(_raise, before, new_key()), done=self._told, failed=self._not_told)

    def _told(self, alert: Alert) -> None:
        self._alert = alert
        self._look.start()
        self._become("told")

    def _not_told(self, error: Refusal | ServiceError) -> None:
        log.info("the lobby manager was not called: %s", error)
        self._become("failed", FAILED_MS)

    @Slot()
    def _ask_about_it(self) -> None:
        if self._link.live and self._state != "asking":
            self._link.ask(Api.alerts, done=self._heard, failed=self._heard_nothing)

    def _heard(self, alerts: list[Alert]) -> None:
        open_ = next((a for a in alerts if a["kind"] == KIND and a["counter"] is None), None)
        if self._state == "asking":
            return  # older than what is on its way now
        if open_ is None:
            if self._alert is not None:
                went, self._alert = bool(self._alert.get("taken_at")), None
                self._look.stop()
                self._become("seen-to" if self._mine and not went else "", SEEN_TO_MS)
        elif open_.get("taken_at"):
            self._alert = open_
            self._look.start()
            if self._state != "coming":
                self._become("coming")
        elif self._state != "told":
            self._told(open_)
        else:
            self._look.start()
            self.changed.emit()  # it may be time to remind

    def _heard_nothing(self, error: Refusal | ServiceError) -> None:
        log.info("nothing heard of the call: %s", error)  # what was told stays told until the next look

    @Slot()
    def _end(self) -> None:
        self._become("")

    def _become(self, state: State, stays_ms: int = 0) -> None:
        self._state = state
        self._over.stop()
        if stays_ms:
            self._over.start(self._link.paced(stays_ms))
        self.changed.emit()

    def _may_remind(self) -> bool:
        return self._state == "told" and self._link.now() - self._raised() >= REMIND_MS

    def _raised(self) -> int:
        at = self._alert["raised_at"] if self._alert is not None else None
        return from_text(at) if at else self._link.now()

    def _at(self) -> str:
        at = self._alert["raised_at"] if self._alert is not None else None
        return clock_of(at, self._link.branch.zone) if at else ""


def _raise(before: str | None, key: str, api: Api) -> Alert:
    """Raise the alert; an earlier one that nobody has seen to is cleared first, or it would tell nothing."""
    if before is not None:
        try:
            api.clear_alert(before, key=f"{key}-before")
        except Refusal as error:
            if error.code != "unknown-alert":
                raise
    return api.raise_alert(KIND, key=key)
