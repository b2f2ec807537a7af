"""Who sits at which counter. The service knows; a teller who comes back is found where they were."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api
from branch.client.hall_view import staff_counters
from branch.client.service_errors import ServiceError
from branch.contract.answers.counter_answers import StaffCounter
from branch.contract.refusals import Refusal
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import explain
from counter.offline.deferred_actions import DeferredActions
from counter.shell.action_runner import ActionRunner
from counter.shell.catalogue import Catalogue
from counter.shell.counter_texts import (
    CHOOSE_COUNTER,
    ENDED,
    GIVE_PIN,
    GIVE_STAFF,
    MOVE_HERE,
    MOVED,
    NO_LINE,
    say,
)
from counter.shell.preferences import recall_counter, remember_counter
from counter.signin.move_counter import OFFER_MS, Move, elsewhere, locked, moved_on, whereabouts

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Session(QObject):
    """Signing in and out.

    Signals:
        changed: the counter, who sits there, or whether we do.
        errorChanged: see `error` and `offer`.
        busyChanged: see `busy`.
        refused: the last try was in vain, and the PIN is to be given again.
        left: signed out; carries the figures of the day, None if the service told none.
    """

    changed = Signal()
    errorChanged = Signal()
    busyChanged = Signal()
    refused = Signal()
    left = Signal(object)

    def __init__(
        self,
        link: ServiceLink,
        asker: ActionRunner,
        languages: Languages,
        counter: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`counter` is chosen at first; else the one that this machine was last at."""
        super().__init__(parent)
        self._link, self._asker, self._languages = link, asker, languages
        self._counter = counter if counter is not None else recall_counter() or 0
        self._staff = self._opened_at = ""
        self._seen = False
        self._leaving = False
        self._error: Callable[[], str] | None = None
        self._offer: Move | None = None
        self._locked_until: int | None = None
        self.later = DeferredActions(link, self)
        self.model = KeyedListModel(("number", "staff"), key="number", parent=self)
        asker.changed.connect(self.busyChanged)
        languages.currentChanged.connect(self.errorChanged)
        languages.currentChanged.connect(self.changed)

    def _get_choices(self) -> KeyedListModel:
        return self.model

    choices = Property(KeyedListModel, _get_choices, constant=True)

    @Property(str, notify=changed)
    def branchName(self) -> str:
        """Where we are."""
        return Catalogue(self._link.branch, self._languages).name

    @Property(int, notify=changed)
    def counter(self) -> int:
        """The number of the chosen counter; 0 while none is chosen."""
        return self._counter

    @Property(str, notify=changed)
    def staff(self) -> str:
        """Who we are, once signed in."""
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

    @Property(str, notify=errorChanged)
    def error(self) -> str:
        """Why one is not signed in."""
        return self._error() if self._error else ""

    @Property(str, notify=errorChanged)
    def offer(self) -> str:
        """What the big button does instead of signing in: move here from the other counter."""
        return say(self._languages, MOVE_HERE, self._offer.counter) if self._offer is not None else ""

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        """Whether the form has just been sent."""
        return self._asker.holds("signIn")

    @property
    def number(self) -> int:
        """The chosen counter, for Python."""
        return self._counter

    @property
    def state(self) -> StaffCounter | None:
        """Our counter as we have left it: what the service knows, with what it is still to be told."""
        return self.later.seen(staff_counters(self._link.view).get(self._counter))

    @property
    def who(self) -> str:
        """Our staff number, for Python."""
        return self._staff

    @property
    def here(self) -> bool:
        """Whether the counter is ours, for Python."""
        return self._seen

    @Slot(int)
    def choose(self, counter: int) -> None:
        """That counter, please."""
        if counter != self._counter:
            self._counter, self._staff = counter, ""
            self._fail(None)
            self.changed.emit()

    @Slot(str, str)
    def signIn(self, staff: str, pin: str) -> None:
        """Open the counter; a session that is there already goes on."""
        staff = staff.strip()
        for missing, text in (
            (not self._counter, CHOOSE_COUNTER),
            (not staff, GIVE_STAFF),
            (not pin, GIVE_PIN),
        ):
            if missing:
                self._fail(lambda text=text: say(self._languages, text))  # type: ignore[misc]  # a default
                return
        self._fail(None if self._link.live else lambda: say(self._languages, NO_LINE))
        self._enter(self._counter, staff, pin)

    @Slot()
    def move(self) -> None:
        """Take the offer: leave the other counter and sit down here, with the ticket."""
        offer = self._offer
        if offer is not None and self._enter(offer.counter, offer.staff, offer.pin, move=True):
            self._fail(None)

    @Slot()
    def withdraw(self) -> None:
        """Somebody else writes into the form."""
        if self._offer is not None:
            self._fail(None)

    def leave(self, *, give_back: bool = False) -> None:
        """End of the day at this counter; with ``give_back`` whoever is parked here waits again."""
        counter = self._counter
        self._leaving = self._asker.ask(
            "signOut",
            lambda api, key: api.close_counter(counter, give_back=give_back, key=key),
            done=lambda state: self.left.emit(state.get("figures")),
            failed=self._stayed,
        )

    def tell(self, text: Callable[[], str]) -> None:
        """Say something to whoever comes to sign in."""
        self._fail(text)

    def tick(self) -> None:
        """Time has passed: an offer ends, and so does a lock."""
        now = self._link.now()
        if self._offer is not None and now >= self._offer.until:
            self._fail(None)
        if self._locked_until is not None:
            if now < self._locked_until:
                self.errorChanged.emit()
            else:
                self._fail(None)

    def refresh(self) -> None:
        """Look at the service's view again."""
        view = self._link.view
        catalogue = Catalogue(self._link.branch, self._languages)
        numbers = catalogue.counters
        if self._counter not in numbers and numbers:
            self._counter = 0
        states = {number: staff_counters(view).get(number) for number in numbers}
        self.model.replace(
            {
                "number": number,
                "staff": (state["staff"] or "") if state and state["state"] != "closed" else "",
            }
            for number, state in states.items()
        )
        own = states.get(self._counter)
        if self._staff and own is not None:
            ours = own["state"] != "closed" and own["staff"] == self._staff
            if not ours and (self._seen or moved_on(view, self._staff, own, self._opened_at)):
                self._end()
            self._seen = ours
        if self._error is not None:
            self.errorChanged.emit()  # it may say where somebody is
        self.changed.emit()

    def _enter(self, counter: int, staff: str, pin: str, *, move: bool = False) -> bool:
        """Ask to open it; whether that is asked now."""

        def ask(api: Api, key: str) -> StaffCounter:
            return api.open_counter(counter, staff, pin, move=move, key=key)

        return self._asker.ask(
            "signIn",
            ask,
            done=lambda state: self._opened(state, staff),
            failed=lambda error: self._refused(error, Move(counter, staff, pin, self._link.now() + OFFER_MS)),
        )

    def _opened(self, answer: StaffCounter, staff: str) -> None:
        counter = answer["number"]
        self._fail(None)
        self._counter, self._staff = counter, staff
        remember_counter(counter)
        self._link.follow_counter(counter)
        self._opened_at = answer["since"]
        self.refresh()

    def _stayed(self, error: Refusal | ServiceError) -> None:
        self._leaving = False
        self._asker.refuse(error)

    def _end(self) -> None:
        counter, staff = self._counter, self._staff
        self._staff = ""

        def text() -> str:
            there = whereabouts(self._link.view, staff)
            if there is None:
                return say(self._languages, ENDED, counter)
            return say(self._languages, MOVED, there["number"])

        if not self._leaving:
            self._fail(text)
        self._leaving = False

    def _refused(self, error: Refusal | ServiceError, move: Move) -> None:
        code = error.code if isinstance(error, Refusal) else ""
        if code == "staff-elsewhere":
            self._fail(lambda: elsewhere(self._languages, self._link.view, move.staff), offer=move)
        elif code == "staff-locked" and isinstance(error, Refusal) and error.wait_s is not None:
            until = self._link.now() + error.wait_s * 1000
            self._fail(lambda: locked(self._languages, until - self._link.now()), locked_until=until)
        else:
            self._fail(lambda: explain(self._languages, error))
        self.refused.emit()

    def _fail(
        self,
        text: Callable[[], str] | None,
        *,
        offer: Move | None = None,
        locked_until: int | None = None,
    ) -> None:
        """Say why one is not signed in, or nothing any more; what was offered before is withdrawn."""
        self._error, self._offer, self._locked_until = text, offer, locked_until
        self.errorChanged.emit()
