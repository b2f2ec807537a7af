"""What the hall asks of its staff: one row, with who asks, for how long, and who goes; the others are reached
from it, one after the other.

Whoever presses first goes, and the row leaves the others' screens; it stays at the counter that went until it
is done. Who is told of which alert, and how much it presses, stands in `branch.contract.alert_kinds`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api
from branch.contract.alert_kinds import severity_of
from branch.contract.answers.hall_answers import Alert
from branch.contract.times import from_text
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.voice.player import Player
from branch.voice.sound_file import nudge
from counter.help.alert_words import words_of
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import say
from counter.shell.part import News
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

ALERT = "alert"
LOUDNESS = 40
"""Percent: one soft tone, for the tellers' ears and not for the hall."""

_PRESSING = ("person", "trouble", "note")
_MINUTE_MS = 60_000

JUST_NOW = str(QT_TRANSLATE_NOOP("Counter", "just now"))
MINUTES = str(QT_TRANSLATE_NOOP("Counter", "%1 min"))
YOU_GO = str(QT_TRANSLATE_NOOP("Counter", "you go"))


@QmlElement
@QmlUncreatable("made by the app")
class HallAlerts(QObject):
    """The alert that presses most, of those that nobody else has taken, until another is chosen.

    Signals:
        changed: another alert, another minute, or another language.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        languages: Languages,
        player: Player | None,
        working: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Without a ``player`` nothing is heard; nothing is shown while nobody is ``working`` here."""
        super().__init__(parent)
        self._link, self._session, self._runner, self._languages = link, session, runner, languages
        self._player, self._working = player, working
        self._alerts: list[Alert] = []
        self._alert: Alert | None = None
        self._chosen = ""
        self._heard: set[str] = set()
        self._shown: tuple[object, ...] = ()
        languages.currentChanged.connect(self._look)

    @Property(str, notify=changed)
    def text(self) -> str:
        """Who asks for what; nothing while nobody asks for anything."""
        if self._alert is None:
            return ""
        return words_of(self._languages, self._link.branch, self._alert)

    @Property(str, notify=changed)
    def since(self) -> str:
        """For how long, and that you go if you have taken it."""
        if self._alert is None:
            return ""
        minutes = self._minutes(self._alert)
        age = say(self._languages, MINUTES, minutes) if minutes else say(self._languages, JUST_NOW)
        return f"{age} · {say(self._languages, YOU_GO)}" if self.mine else age

    @Property(bool, notify=changed)
    def mine(self) -> bool:
        """Whether whoever is signed in here has taken it."""
        return self._alert is not None and self._is_mine(self._alert)

    @Property(bool, notify=changed)
    def pressing(self) -> bool:
        """Whether somebody waits for somebody."""
        return self._alert is not None and severity_of(self._alert["kind"]) == "person"

    @Property(int, notify=changed)
    def more(self) -> int:
        """How many others there are."""
        return max(0, len(self._alerts) - 1)

    @Slot()
    def following(self) -> None:
        """Show the next of them; after the last one the first again."""
        ids = [alert["id"] for alert in self._alerts]
        if self._alert is not None and len(ids) > 1:
            self._chosen = ids[(ids.index(self._alert["id"]) + 1) % len(ids)]
            self._look()

    @Slot()
    def act(self) -> None:
        """Go; or, when one has gone, say that it is done."""
        alert, counter = self._alert, self._session.number
        if alert is None or not counter:
            return
        if self.mine:

            def ask(api: Api, key: str) -> Alert:
                return api.clear_alert(alert["id"], key=key)
        else:

            def ask(api: Api, key: str) -> Alert:
                return api.take_alert(alert["id"], counter, key=key)

        self._runner.ask(ALERT, ask, feed_tells=False)

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        self._look()

    def tick(self, _: int) -> None:
        """Look again: minutes pass."""
        self._look()

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        alerts = (
            [alert for alert in self._link.view.alerts if self._concerns(alert)] if self._working() else []
        )
        alerts.sort(key=lambda one: (not self._is_mine(one), _PRESSING.index(severity_of(one["kind"]))))
        if self._sound(alerts):
            self._chosen = ""  # somebody new waits for somebody
        self._alerts = alerts
        first = alerts[0] if alerts else None
        self._alert = next((one for one in alerts if one["id"] == self._chosen), first)
        shown = (self.text, self.since, self.mine, self.more)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _concerns(self, alert: Alert) -> bool:
        """It is not our own call, and nobody else goes."""
        ours = alert["counter"] is not None and alert["counter"] == self._session.number
        return not ours and (not alert.get("taken_by") or self._is_mine(alert))

    def _is_mine(self, alert: Alert) -> bool:
        taken = alert.get("taken_by")
        return bool(taken) and taken == str(self._session.staff)

    def _sound(self, alerts: list[Alert]) -> bool:
        """One tone for each person who asks, once; whether there is such a one."""
        persons = {one["id"] for one in alerts if severity_of(one["kind"]) == "person"}
        fresh = persons - self._heard
        self._heard = persons if self._working() else self._heard
        if fresh and self._player is not None:
            self._player.play(nudge, LOUDNESS, _played)
        return bool(fresh)

    def _minutes(self, alert: Alert) -> int:
        at = alert["raised_at"]
        return max(0, self._link.now() - from_text(at)) // _MINUTE_MS if at else 0


def _played(_: bool) -> None:
    """A machine without a loudspeaker shows the row: that is enough, and the player logs it."""
