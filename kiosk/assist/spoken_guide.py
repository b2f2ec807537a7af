"""What the kiosk says aloud in elderly mode: one sentence for each screen, ended by the next one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot

from branch.qt.text.languages import Languages
from kiosk.assist.accessibility import Accessibility
from kiosk.home.home_screen import HomeScreen
from kiosk.home.service_groups import ServiceGroups
from kiosk.shell.hall_notices import HallNotices
from kiosk.visit.visit import Visit
from kiosk.visit.visit_result import VisitResult
from kiosk.visit.visit_state import WAITING

SAID = {
    "home": "choose-service",
    "brief": "read-notice",
    "appointment": "enter-booking-code",
    "appointments": "choose-appointment",
    "refused": "ask-our-staff",
    "closed": "closed",
}
"""Screen -> the prompt of assets/voices/prompts.toml; a screen that is not here is silent."""

BY_PHONE = "enter-phone-number"
"""Said in place of the prompt for the booking code where the phone number is typed."""

NO_NUMBERS = "ask-our-staff"
"""What is said at home while there is nothing to choose."""

STILL_THERE = "still-there"
"""Said to whoever has touched nothing for long, before the screen is made ready for the next customer."""

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

    def emergency(self, text: Mapping[str, str]) -> None:
        """Have everybody look, before all else, and say what there is to read."""
        ...

    def calm(self) -> None:
        """The emergency is over."""
        ...

    def stop(self) -> None:
        """Fall silent."""
        ...


class SpokenGuide(QObject):
    """Follows the customer through the screens while elderly mode is on."""

    def __init__(
        self,
        voice: Voice,
        visit: Visit,
        outcome: VisitResult,
        lobby: HomeScreen,
        menu: ServiceGroups,
        comfort: Accessibility,
        languages: Languages,
        notices: HallNotices,
        parent: QObject | None = None,
    ) -> None:
        """``notices``: in an emergency nothing is said over it."""
        super().__init__(parent)
        self._notices = notices
        self._voice, self._visit, self._outcome = voice, visit, outcome
        self._lobby, self._menu, self._comfort, self._languages = lobby, menu, comfort, languages
        self._still = QTimer(self, singleShot=True)
        self._still.setObjectName("still there?")
        self._still.timeout.connect(self._ask_if_there)
        self._said: tuple[str, ...] = ()
        visit.changed.connect(self._follow)
        visit.finding.changed.connect(self._follow)
        outcome.changed.connect(self._follow)
        lobby.changed.connect(self._follow)
        menu.changed.connect(self._follow)
        comfort.changed.connect(self._follow)
        languages.currentChanged.connect(self._follow)
        notices.changed.connect(self._follow)

    def touched(self, ask_after_ms: int) -> None:
        """Somebody is here; asked whether they still are after so long without another touch."""
        self._still.start(ask_after_ms)

    def stop(self) -> None:
        """Say nothing more by ourselves."""
        self._still.stop()

    @Slot()
    def _ask_if_there(self) -> None:
        if self._notices.alarmed:
            return
        if self._comfort.elderly and str(self._visit.screen) in ("home", *WAITING):
            self._voice.prompt(STILL_THERE, self._language())

    @Slot()
    def _follow(self) -> None:
        if self._notices.alarmed:
            return
        if not self._comfort.elderly:
            self._still.stop()
            if self._said:
                self._said = ()
                self._voice.stop()
            return
        screen, language = str(self._visit.screen), self._language()
        paper = str(self._outcome.printing) if screen in ("thanks", "unprinted") else ""
        what = self._choices() if screen == "home" else paper or self._way_in(screen)
        if (screen, what, language) != self._said:
            self._said = (screen, what, language)
            self._say(screen, paper, language)

    def _language(self) -> str:
        return self._languages.code.partition("-")[0]

    def _choices(self) -> str:
        """What home offers: said again where it is something else."""
        if self._no_numbers():
            return "none"
        return f"{self._menu.opened} {'all' if self._comfort.everything else 'few'}"

    def _way_in(self, screen: str) -> str:
        return BY_PHONE if screen == "appointment" and bool(self._visit.finding.byPhone) else ""

    def _no_numbers(self) -> bool:
        return bool(self._lobby.lost) and not self._lobby.byReserve

    def _say(self, screen: str, paper: str, language: str) -> None:
        if paper in WITH_NUMBER:
            self._voice.promptNumber(WITH_NUMBER[paper], str(self._outcome.number), language)
        elif paper == "printing":
            self._voice.prompt("printing", language)
        elif screen == "home" and self._no_numbers():
            self._voice.prompt(NO_NUMBERS, language)
        elif self._way_in(screen):
            self._voice.prompt(self._way_in(screen), language)
        elif screen in SAID:
            self._voice.prompt(SAID[screen], language)
        else:
            self._voice.stop()
