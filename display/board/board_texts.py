"""What the board says, in its main language and in the second one beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.qt.text.languages import CHINESE, ENGLISH, FILES, Languages

CONTEXT = "Display"
DEFAULT = (CHINESE, ENGLISH)

NEXT = str(QT_TRANSLATE_NOOP("Display", "Next up"))
MISSED = str(QT_TRANSLATE_NOOP("Display", "Missed, please ask our staff"))
FAIR_PROMISE = str(QT_TRANSLATE_NOOP("Display", "Your counters call at most %1 who came later first"))
FAIR_RATE = str(QT_TRANSLATE_NOOP("Display", "Longest wait first; waits of priority customers count more"))
FAIR_RATE_PROMISE = str(
    QT_TRANSLATE_NOOP(
        "Display", "Longest wait first, priority waits count more; at most %1 who came later go first"
    )
)
FAIR_CAP = str(QT_TRANSLATE_NOOP("Display", "Whoever has waited %1 minutes is called first"))
FAIR_ORDER = str(QT_TRANSLATE_NOOP("Display", "Called in the order of arrival"))
GO_TO = str(QT_TRANSLATE_NOOP("Display", "Please go to counter %1"))
COUNTER = str(QT_TRANSLATE_NOOP("Display", "Counter %1"))
APPOINTMENT = str(QT_TRANSLATE_NOOP("Display", "Appointment"))
NOW_CALLING = str(QT_TRANSLATE_NOOP("Display", "Now calling"))
CALLED_AGAIN = str(QT_TRANSLATE_NOOP("Display", "Called again"))
BEING_SERVED = str(QT_TRANSLATE_NOOP("Display", "Being served"))
LAST_CALLED = str(QT_TRANSLATE_NOOP("Display", "Last called"))
AHEAD_OF_NEW = str(QT_TRANSLATE_NOOP("Display", "Ahead of a new number"))
PAUSED = str(QT_TRANSLATE_NOOP("Display", "paused"))
NOTICE = str(QT_TRANSLATE_NOOP("Display", "Notice"))
NOBODY_YET = str(QT_TRANSLATE_NOOP("Display", "Your number will appear here"))
NO_COUNTER = str(QT_TRANSLATE_NOOP("Display", "No counter is open at the moment"))
PLEASE_WAIT = str(QT_TRANSLATE_NOOP("Display", "Please take a seat, we will call you"))
NO_MORE_TODAY = str(QT_TRANSLATE_NOOP("Display", "No new numbers now; those who hold one are served"))
STALE = str(QT_TRANSLATE_NOOP("Display", "Not updated since %1 · reconnecting"))
STALE_REFUSED = str(QT_TRANSLATE_NOOP("Display", "Not updated since %1 · access refused"))
CLOSED = str(QT_TRANSLATE_NOOP("Display", "We are closed"))
THANK_YOU = str(QT_TRANSLATE_NOOP("Display", "Thank you for your visit"))
WELCOME = str(QT_TRANSLATE_NOOP("Display", "Good day, we open soon"))
OPENS_AT = str(QT_TRANSLATE_NOOP("Display", "Opens at"))
ON_BREAK = str(QT_TRANSLATE_NOOP("Display", "We are on a break"))
BACK_AT = str(QT_TRANSLATE_NOOP("Display", "Back at"))
COME_HERE = str(QT_TRANSLATE_NOOP("Display", "Please come to this counter"))
WAIT_FOR_NUMBER = str(QT_TRANSLATE_NOOP("Display", "Please wait until your number is called"))
PAUSED_HERE = str(QT_TRANSLATE_NOOP("Display", "Paused for a moment"))
BACK_AT_TIME = str(QT_TRANSLATE_NOOP("Display", "Back at %1"))
CLOSED_HERE = str(QT_TRANSLATE_NOOP("Display", "This counter is closed"))
NO_SUCH_COUNTER = str(QT_TRANSLATE_NOOP("Display", "The branch has no counter of this number"))
NOT_HERE = str(
    QT_TRANSLATE_NOOP("Display", "This board is set to services that the branch does not have: %1")
)

WAITS = {
    "asking": str(QT_TRANSLATE_NOOP("Display", "Asking the branch service known from last time")),
    "searching": str(QT_TRANSLATE_NOOP("Display", "Looking for the branch service on the network")),
    "several": str(QT_TRANSLATE_NOOP("Display", "Several branch services were found: start with --service")),
    "connecting": str(QT_TRANSLATE_NOOP("Display", "Connecting to the branch service")),
    "live": str(QT_TRANSLATE_NOOP("Display", "Connecting to the branch service")),
    "lost": str(QT_TRANSLATE_NOOP("Display", "The branch service does not answer; trying again")),
    "refused": str(QT_TRANSLATE_NOOP("Display", "The service refused this board: it needs a new token")),
}
"""What a board without anything to show waits for, by the state of its link."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in the main language and, unless it would say the same, in the second one."""

    main: str
    second: str = ""

    def arg(self, value: str) -> Pair:
        """With ``value`` for its %1."""
        return Pair(self.main.replace("%1", value), self.second.replace("%1", value))

    def as_map(self) -> dict[str, str]:
        """As QML takes it."""
        return {"main": self.main, "second": self.second}


class BoardTexts:
    """Says texts in the languages of one board. At most two are shown."""

    def __init__(self, languages: Languages, codes: Iterable[str] = DEFAULT) -> None:
        """``codes``: the languages, the main one first."""
        self._languages = languages
        self.codes: tuple[str, ...] = DEFAULT
        self.use(codes)

    def use(self, codes: Iterable[str]) -> bool:
        """Speak these from now on, as far as they are known; whether that is another choice."""
        before = self.codes
        known = dict.fromkeys(code for code in codes if code in FILES)
        self.codes = tuple(known)[:2] or DEFAULT
        self._languages.use(self.codes[0])
        return self.codes != before

    @property
    def main(self) -> str:
        """The main language."""
        return self.codes[0]

    @property
    def second(self) -> str | None:
        """The second language, None on a board with one."""
        return self.codes[1] if len(self.codes) > 1 else None

    def say(self, text: str) -> Pair:
        """A marked text of this module."""
        return self._pair([self._languages.textIn(code, CONTEXT, text) for code in self.codes])

    def names(self, names: Mapping[str, str]) -> Pair:
        """A text that the branch itself gives in several languages."""
        return self._pair([self._languages.pickIn(code, names) for code in self.codes])

    @staticmethod
    def _pair(texts: list[str]) -> Pair:
        main, second = texts[0], texts[1] if len(texts) > 1 else ""
        return Pair(main, "" if second == main else second)
