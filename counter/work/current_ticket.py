"""The card of the current ticket."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from counter.shell.counter_texts import BranchNames
from counter.shell.part import News
from counter.signin.session import Session
from counter.work.card_facts import CardFacts, card_facts

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class CurrentTicket(QObject):
    """Who is at the counter, since when, and how that compares with the service's standard.

    Signals:
        changed: anything but the time.
        ticked: the time that is shown.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(
        self, link: ServiceLink, session: Session, languages: Languages, parent: QObject | None = None
    ) -> None:
        """What it shows is that of the session's counter in the link's view."""
        super().__init__(parent)
        self._link, self._session, self._languages = link, session, languages
        self._facts = CardFacts()
        self._seconds = 0
        languages.currentChanged.connect(self._look)

    @Property(str, notify=changed)
    def phase(self) -> str:
        """ "free", "called", "serving" or "paused"."""
        return self._facts.phase

    @Property(str, notify=changed)
    def number(self) -> str:
        """The ticket at the counter; empty when nobody is."""
        return self._facts.number

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is going on, and for which service."""
        return self._facts.title

    @Property(list, notify=changed)
    def tags(self) -> list[dict[str, str]]:
        """Text and tone of each tag."""
        return [{"text": text, "tone": tone} for text, tone in self._facts.tags]

    @Property(str, notify=changed)
    def standard(self) -> str:
        """How long the service should take."""
        return self._facts.standard

    @Property(str, notify=changed)
    def aside(self) -> str:
        """How often it was called again."""
        return self._facts.aside

    @Property(bool, notify=changed)
    def occupied(self) -> bool:
        """Whether somebody is at the counter."""
        return self._facts.number != ""

    @Property(str, notify=changed)
    def note(self) -> str:
        """What a colleague wrote when passing the customer on."""
        return self._facts.note

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What the branch reminds tellers of for such a customer."""
        return self._facts.hint

    @Property(list, notify=changed)
    def details(self) -> list[dict[str, str]]:
        """What there is to know, line by line."""
        return [{"about": about, "said": said} for about, said in self._facts.details]

    @Property(str, notify=changed)
    def nextNumber(self) -> str:
        """Who is first in the queue while nobody is at the counter."""
        return self._facts.next_number

    @Property(str, notify=ticked)
    def elapsed(self) -> str:
        """How long it has been going on: 03:42."""
        return formats.stopwatch(self._seconds) if self._facts.since else ""

    @Property(float, notify=ticked)
    def share(self) -> float:
        """How much of the standard time has gone, at most 1."""
        standard = self._facts.standard_s
        return min(1.0, self._seconds / standard) if standard else 0.0

    @Property(bool, notify=ticked)
    def late(self) -> bool:
        """Whether it takes longer than the standard."""
        return 0 < self._facts.standard_s < self._seconds

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        self._look()

    def tick(self, now: int) -> None:
        """Count the seconds."""
        since = self._facts.since
        seconds = max(0, now - since) // 1000 if since else 0
        if seconds != self._seconds:
            self._seconds = seconds
            self.ticked.emit()

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        view = self._link.view
        facts = card_facts(
            self._session.state,
            view.queue["tickets"] if view.queue else [],
            BranchNames(self._link.branch, self._languages),
            self._languages,
            self._link.now(),
            closed=view.phase == "closed",
        )
        if facts != self._facts:
            self._facts = facts
            self.changed.emit()
            self._seconds = -1
        self.tick(self._link.now())
