"""Who sits at which counter. The service knows; a teller who comes back is found where they were."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.hall_view import staff_counters
from branch.contract.answers.counter_answers import StaffCounter
from branch.contract.answers.ticket_answers import StaffTicket
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.offline.deferred_actions import DeferredActions
from counter.shell.counter_texts import BranchNames, say
from counter.shell.part import News
from counter.shell.preferences import recall_counter, remember_counter
from counter.signin.move_counter import moved_on, whereabouts

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

Phase = Literal["free", "called", "serving", "paused"]

ENDED = str(QT_TRANSLATE_NOOP("Counter", "You have been signed out at counter %1."))
MOVED = str(QT_TRANSLATE_NOOP("Counter", "You are signed in at counter %1 now."))
GONE = str(QT_TRANSLATE_NOOP("Counter", "This branch has no counter %1 any more. Please choose another."))


def phase_of(counter: StaffCounter | None) -> Phase:
    """What a counter is about; one that is closed has nothing to do."""
    if counter is None:
        return "free"
    ticket = counter["ticket"]
    if ticket is not None:
        return "serving" if ticket["status"] == "serving" else "called"
    return "paused" if counter["state"] == "paused" else "free"


@QmlElement
@QmlUncreatable("made by the app")
class Session(QObject):
    """The counter of this app, and whether its teller is signed in there.

    Signals:
        changed: the counter, who sits there, or whether we do.
        chosen: another counter was chosen to sign in at.
        ended: the session is over though nobody here wanted it; carries a function that says why.
    """

    changed = Signal()
    chosen = Signal()
    ended = Signal(object)

    def __init__(
        self,
        link: ServiceLink,
        deferred: DeferredActions,
        languages: Languages,
        counter: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`counter` is chosen at first; else the one that this machine was last at. ``deferred`` knows what
        was done here and is not told yet."""
        super().__init__(parent)
        self._link, self._deferred, self._languages = link, deferred, languages
        self._counter = counter if counter is not None else recall_counter() or 0
        self._staff = self._opened_at = ""
        self._seen = False
        self._leaving = False
        self.model = KeyedListModel(("number", "staff"), key="number", parent=self)
        languages.currentChanged.connect(self.changed)

    def _get_choices(self) -> KeyedListModel:
        return self.model

    choices = Property(KeyedListModel, _get_choices, constant=True)

    @Property(str, notify=changed)
    def branchName(self) -> str:
        """The branch's name."""
        return BranchNames(self._link.branch, self._languages).name

    @Property(int, notify=changed)
    def counter(self) -> int:
        """The number of the chosen counter; 0 while none is chosen."""
        return self._counter

    @Property(str, notify=changed)
    def staff(self) -> str:
        """The staff number that is signed in by this app; empty for none."""
        return self._staff

    @Property(str, notify=changed)
    def found(self) -> str:
        """Who is signed in at the chosen counter already."""
        state = staff_counters(self._link.view).get(self._counter)
        return (state["staff"] or "") if state is not None and state["state"] != "closed" else ""

    @Property(bool, notify=changed)
    def signedIn(self) -> bool:
        """Whether the counter is ours, as the service says."""
        return self._seen

    @property
    def number(self) -> int:
        """The chosen counter, for Python."""
        return self._counter

    @property
    def who(self) -> str:
        """Our staff number, for Python."""
        return self._staff

    @property
    def here(self) -> bool:
        """Whether the counter is ours, for Python."""
        return self._seen

    @property
    def state(self) -> StaffCounter | None:
        """Our counter as its teller has left it: what the service knows, with what it is still to be told."""
        return self._deferred.seen(staff_counters(self._link.view).get(self._counter))

    @property
    def ticket(self) -> StaffTicket | None:
        """The ticket at our counter, None for none."""
        state = self.state
        return state["ticket"] if state is not None else None

    @property
    def phase(self) -> Phase:
        """What our counter is about."""
        return phase_of(self.state)

    @Slot(int)
    def choose(self, counter: int) -> None:
        """Choose the counter to sign in at."""
        if counter != self._counter:
            self._counter, self._staff = counter, ""
            self.chosen.emit()
            self.changed.emit()

    def begin(self, counter: StaffCounter, staff: str) -> None:
        """Sit down at a counter that the service has opened for us."""
        self._counter, self._staff = counter["number"], staff
        remember_counter(self._counter)
        self._link.follow_counter(self._counter)
        self._opened_at = counter["since"]
        self._look()

    def expect_end(self, expected: bool) -> None:
        """Say nothing of the end of the session, because its teller signs out; or do after all."""
        self._leaving = expected

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        self._look()

    def tick(self, _: int) -> None:
        """Do nothing: a session has no time of its own."""

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    def _look(self) -> None:
        view = self._link.view
        known = staff_counters(view)
        numbers = [
            counter.number
            for counter in self._link.branch.counters
            if not counter.kept or _is_staffed(known.get(counter.number))  # kept for that session alone
        ]
        if self._counter not in numbers and numbers:
            self._leave_gone()
        states = {number: known.get(number) for number in numbers}
        self.model.replace(
            {
                "number": number,
                "staff": (state["staff"] or "") if state is not None and _is_staffed(state) else "",
            }
            for number, state in states.items()
        )
        own = states.get(self._counter)
        if self._staff and own is not None:
            ours = own["state"] != "closed" and own["staff"] == self._staff
            if not ours and (self._seen or moved_on(view, self._staff, own, self._opened_at)):
                self._end()
            self._seen = ours
        self.changed.emit()

    def _leave_gone(self) -> None:
        """The chosen counter is none of the branch's any more: say so, and be at none."""
        gone, self._counter, self._staff = self._counter, 0, ""
        self._seen = self._leaving = False
        if gone:
            self.ended.emit(lambda: say(self._languages, GONE, gone))

    def _end(self) -> None:
        counter, staff = self._counter, self._staff
        self._staff = ""

        def text() -> str:
            there = whereabouts(self._link.view, staff)
            if there is None:
                return say(self._languages, ENDED, counter)
            return say(self._languages, MOVED, there["number"])

        if not self._leaving:
            self.ended.emit(text)
        self._leaving = False


def _is_staffed(counter: StaffCounter | None) -> bool:
    return counter is not None and counter["state"] != "closed"
