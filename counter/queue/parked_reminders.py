"""Parked tickets whose time is up: said once in the quiet line, and heard. The list marks them meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.contract.answers.counter_answers import QueuedTicket
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.voice.player import Player
from branch.voice.sound_file import nudge
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import say
from counter.shell.part import News
from counter.signin.session import Session

LOUDNESS = 40
"""Percent: for the teller's ear, not for the hall."""

TIME_UP = str(QT_TRANSLATE_NOOP("Counter", "%1: parked time is over."))


class ParkedReminders:
    """Looks at what the service says of the parked ones; so it knows them again after a restart."""

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        languages: Languages,
        player: Player | None,
        working: Callable[[], bool],
    ) -> None:
        """Without a `player` nothing is heard; nothing is said while the teller is not ``working``."""
        self._link, self._session, self._runner, self._languages = link, session, runner, languages
        self._player, self._working = player, working
        self._told: set[str] = set()

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        queue = self._link.view.queue
        if queue is None or not self._working():
            return
        due = {row["id"]: row["number"] for row in queue["held"] if row.get("due") and self._is_ours(row)}
        fresh = [number for ticket, number in due.items() if ticket not in self._told]
        self._told = set(due)
        if not fresh:
            return
        if not self._runner.alert:  # a refusal is not talked over: the mark and the tone tell as much
            self._runner.say(lambda: say(self._languages, TIME_UP, ", ".join(fresh)))
        if self._player is not None:
            self._player.play(nudge, LOUDNESS, _played)

    def tick(self, _: int) -> None:
        """Do nothing: the service says when a time is up."""

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    def _is_ours(self, row: QueuedTicket) -> bool:
        """We parked it; or who did has gone home."""
        number = row["counter"]
        if number == self._session.number:
            return True
        state = self._link.view.counters.get(number) if number is not None else None
        return state is None or state["state"] == "closed"


def _played(_: bool) -> None:
    """A machine without a loudspeaker shows the mark: that is enough, and the player logs it."""
