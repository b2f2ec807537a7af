"""What the kiosk says aloud in elderly mode: one sentence for each screen, ended by the next one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from branch.qt.text.languages import Languages
from branch.qt.timing import make_timer
from kiosk.assist.accessibility import Accessibility
from kiosk.checkin.by_phone import ByPhone
from kiosk.home.home_screen import HomeScreen
from kiosk.home.service_groups import ServiceGroups
from kiosk.shell.hall_notices import HallNotices
from kiosk.visit.visit import Visit
from kiosk.visit.visit_result import VisitResult
from kiosk.visit.visit_state import Delivered, Issuing, OnScreenOnly, VisitState

PRINTING = "printing"
"""Said while the paper is on its way."""

CLOSED = "closed"
"""Said where the branch is closed; what is said in each state of a visit stands with the state."""

BY_PHONE = "enter-phone-number"
"""Said in place of the prompt for the booking code where the phone number is typed."""

NO_NUMBERS = "ask-our-staff"
"""What is said at home while there is nothing to choose."""

STILL_THERE = "still-there"
"""Said to whoever has touched nothing for long, before the screen is made ready for the next customer."""

WITH_NUMBER = {
    "none": "have-a-seat",
    "sent": "have-a-seat",
    "printed": "take-your-ticket",
    "failed": "remember-your-number",
}
"""How the paper stands -> what follows the number."""


def prompts() -> set[str]:
    """Every prompt that may be said."""
    states: list[type[VisitState]] = [VisitState]
    for state in states:
        states += state.__subclasses__()
    said = {state.prompt for state in states if state.prompt}
    return {*said, *WITH_NUMBER.values(), BY_PHONE, NO_NUMBERS, STILL_THERE, PRINTING, CLOSED}


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
        result: VisitResult,
        home: HomeScreen,
        groups: ServiceGroups,
        accessibility: Accessibility,
        search: ByPhone,
        languages: Languages,
        notices: HallNotices,
        parent: QObject | None = None,
    ) -> None:
        """``notices``: in an emergency nothing is said over it."""
        super().__init__(parent)
        self._notices = notices
        self._voice, self._visit, self._result = voice, visit, result
        self._home, self._groups, self._search = home, groups, search
        self._accessibility, self._languages = accessibility, languages
        self._still = make_timer(self, once=True)
        self._still.setObjectName("still there?")
        self._still.timeout.connect(self._ask_if_there)
        self._said: tuple[str, ...] = ()
        visit.changed.connect(self._follow)
        search.changed.connect(self._follow)
        result.changed.connect(self._follow)
        home.changed.connect(self._follow)
        groups.changed.connect(self._follow)
        accessibility.changed.connect(self._follow)
        languages.currentChanged.connect(self._follow)
        notices.changed.connect(self._follow)

    def touched(self, ask_after_ms: int) -> None:
        """Ask whether the customer is still there after so long without another touch."""
        self._still.start(ask_after_ms)

    def stop(self) -> None:
        """End the timer."""
        self._still.stop()

    @Slot()
    def _ask_if_there(self) -> None:
        if self._notices.alarmed:
            return
        if self._accessibility.elderly and self._waits():
            self._voice.prompt(STILL_THERE, self._language())

    @Slot()
    def _follow(self) -> None:
        if self._notices.alarmed:
            return
        if not self._accessibility.elderly:
            self._still.stop()
            if self._said:
                self._said = ()
                self._voice.stop()
            return
        page, language = str(self._visit.page), self._language()
        numbered = isinstance(self._visit.state, Delivered | OnScreenOnly)
        paper = str(self._result.printing) if numbered else ""
        what = self._choices() if page == "home" else paper or self._way_in(page)
        if (page, what, language) != self._said:
            self._said = (page, what, language)
            self._say(page, paper, language)

    def _language(self) -> str:
        return self._languages.code.partition("-")[0]

    def _choices(self) -> str:
        """What home offers: said again where it is something else."""
        if self._no_numbers():
            return "none"
        return f"{self._groups.opened} {'all' if self._accessibility.everything else 'few'}"

    def _way_in(self, page: str) -> str:
        return BY_PHONE if page == "appointment" and bool(self._search.byPhone) else ""

    def _no_numbers(self) -> bool:
        return bool(self._home.lost) and not self._home.byReserve

    def _say(self, page: str, paper: str, language: str) -> None:
        if paper in WITH_NUMBER:
            self._voice.promptNumber(WITH_NUMBER[paper], str(self._result.number), language)
            return
        prompt = self._prompt(page, paper)
        if prompt:
            self._voice.prompt(prompt, language)
        else:
            self._voice.stop()

    def _prompt(self, page: str, paper: str) -> str:
        if paper == "printing":
            return PRINTING
        if page == "home" and self._no_numbers():
            return NO_NUMBERS
        state = self._visit.state
        shown = state.before if isinstance(state, Issuing) else state
        if page != shown.page:
            return CLOSED if page == "closed" else ""
        return self._way_in(page) or shown.prompt

    def _waits(self) -> bool:
        """Whether the screen waits for the customer."""
        state = self._visit.state
        shown = state.before if isinstance(state, Issuing) else state
        return str(self._visit.page) == shown.page and not shown.ends
