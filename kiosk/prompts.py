"""What the kiosk says aloud in elderly mode: one sentence for each screen, ended by the next one."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Slot

from branch.qt.languages import Languages
from kiosk.comfort import Comfort
from kiosk.outcome import Outcome
from kiosk.visit import Visit

SAID = {
    "home": "choose-service",
    "appointment": "enter-booking-code",
    "refused": "ask-our-staff",
    "closed": "closed",
}
"""Screen -> the prompt of assets/voices/prompts.toml; a screen that is not here is silent."""

WITH_NUMBER = {"none": "have-a-seat", "printed": "take-your-ticket", "failed": "remember-your-number"}
"""How the paper stands -> what follows the number."""


class Voice(Protocol):
    """What speaks, as `branch.qt.speech.Speech` does. Never raises for want of a sound device."""

    def prompt(self, name: str, language: str) -> None:
        """Say a prompt now, in place of the one before."""
        ...

    def promptNumber(self, name: str, number: str, language: str) -> None:
        """Say a number, then a prompt."""
        ...

    def stop(self) -> None:
        """Fall silent."""
        ...


class Prompts(QObject):
    """Follows the customer through the screens while elderly mode is on."""

    def __init__(
        self,
        voice: Voice,
        visit: Visit,
        outcome: Outcome,
        comfort: Comfort,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice, self._visit, self._outcome = voice, visit, outcome
        self._comfort, self._languages = comfort, languages
        self._said: tuple[str, ...] = ()
        visit.changed.connect(self._follow)
        outcome.changed.connect(self._follow)
        comfort.changed.connect(self._follow)
        languages.currentChanged.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        if not self._comfort.elderly:
            if self._said:
                self._said = ()
                self._voice.stop()
            return
        screen, language = str(self._visit.screen), self._languages.code.partition("-")[0]
        paper = str(self._outcome.printing) if screen in ("thanks", "unprinted") else ""
        if (screen, paper, language) != self._said:
            self._said = (screen, paper, language)
            self._say(screen, paper, language)

    def _say(self, screen: str, paper: str, language: str) -> None:
        if paper in WITH_NUMBER:
            self._voice.promptNumber(WITH_NUMBER[paper], str(self._outcome.number), language)
        elif paper == "printing":
            self._voice.prompt("printing", language)
        elif screen in SAID:
            self._voice.prompt(SAID[screen], language)
        else:
            self._voice.stop()
