"""The sign-in form: what is missing, why one is not let in, and the offer to move from another counter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.client.calls.service_api import Api
from branch.client.responses import ServiceError
from branch.contract.answers.counter_answers import StaffCounter
from branch.contract.refusals import Refusal
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from branch.qt.text.refusal_texts import explain
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import NO_LINE, say
from counter.shell.part import News
from counter.signin.move_counter import OFFER_MS, Move, elsewhere, locked, move_here
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

SIGN_IN = "signIn"
CHOOSE_COUNTER = str(QT_TRANSLATE_NOOP("Counter", "Please choose a counter."))
GIVE_STAFF = str(QT_TRANSLATE_NOOP("Counter", "Please enter your staff number."))
GIVE_PIN = str(QT_TRANSLATE_NOOP("Counter", "Please enter your PIN."))

EARLY_MS = 5_000
"""How long a form that was sent before there is a line is kept."""


@dataclass(frozen=True, slots=True)
class Early:
    """A form that was sent before there was a line; kept till ``until``, ms of the service."""

    staff: str
    pin: str
    until: int


@QmlElement
@QmlUncreatable("made by the app")
class SignInForm(QObject):
    """Signing in at the session's counter.

    Signals:
        errorChanged: see `error` and `offer`.
        busyChanged: see `busy`.
        refused: the last try was in vain, and the PIN is to be given again.
    """

    errorChanged = Signal()
    busyChanged = Signal()
    refused = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link, self._session, self._runner, self._languages = link, session, runner, languages
        self._error: Callable[[], str] | None = None
        self._offer: Move | None = None
        self._locked_until: int | None = None
        self._early: Early | None = None
        session.chosen.connect(self._forget)
        session.ended.connect(self.tell)
        runner.changed.connect(self.busyChanged)
        link.stateChanged.connect(self._on_line)
        languages.currentChanged.connect(self.errorChanged)

    @Property(str, notify=errorChanged)
    def error(self) -> str:
        """Why one is not signed in."""
        return self._error() if self._error else ""

    @Property(str, notify=errorChanged)
    def offer(self) -> str:
        """What the big button does instead of signing in: move here from the other counter."""
        return move_here(self._languages, self._offer) if self._offer is not None else ""

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        """Whether the form has just been sent, or is as soon as there is a line."""
        return self._early is not None or self._runner.holds(SIGN_IN)

    @Slot(str, str)
    def signIn(self, staff: str, pin: str) -> None:
        """Open the counter; a session that is there already goes on."""
        staff = staff.strip()
        for missing, text in (
            (not self._session.number, CHOOSE_COUNTER),
            (not staff, GIVE_STAFF),
            (not pin, GIVE_PIN),
        ):
            if missing:
                self._fail(lambda text=text: say(self._languages, text))  # type: ignore[misc]  # a default
                return
        if str(self._link.state) == "connecting":
            # The counters are shown a moment before the feed is open: no reason to send anybody away.
            self._fail(None)
            self._early = Early(staff, pin, self._link.now() + EARLY_MS)
            self.busyChanged.emit()
            return
        self._fail(None if self._link.live else lambda: say(self._languages, NO_LINE))
        self._enter(self._session.number, staff, pin)

    @Slot()
    def move(self) -> None:
        """Take the offer: leave the other counter and sit down here, with the ticket."""
        offer = self._offer
        if offer is not None and self._enter(offer.counter, offer.staff, offer.pin, move=True):
            self._fail(None)

    @Slot()
    def withdraw(self) -> None:
        """Take the offer back, because somebody else writes into the form."""
        if self._offer is not None or self._early is not None:
            self._fail(None)

    @Slot(object)
    def tell(self, text: Callable[[], str]) -> None:
        """Say something to whoever comes to sign in."""
        self._fail(text)

    def refresh(self, _: News) -> None:
        """Say anew where somebody is."""
        if self._error is not None:
            self.errorChanged.emit()

    def tick(self, now: int) -> None:
        """Time has passed: an offer ends, and so does a lock, and the patience with a line that is slow."""
        if self._early is not None and now >= self._early.until:
            self._fail(lambda: say(self._languages, NO_LINE))
        if self._offer is not None and now >= self._offer.until:
            self._fail(None)
        if self._locked_until is not None:
            if now < self._locked_until:
                self.errorChanged.emit()
            else:
                self._fail(None)

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _forget(self) -> None:
        self._fail(None)

    @Slot()
    def _on_line(self) -> None:
        early = self._early
        if early is not None and str(self._link.state) != "connecting":
            self._fail(None)
            self.signIn(early.staff, early.pin)

    def _enter(self, counter: int, staff: str, pin: str, *, move: bool = False) -> bool:
        """Ask to open it; whether that is asked now."""

        def ask(api: Api, key: str) -> StaffCounter:
            return api.open_counter(counter, staff, pin, move=move, key=key)

        def opened(answer: StaffCounter) -> None:
            self._fail(None)
            self._session.begin(answer, staff)

        def failed(error: Refusal | ServiceError) -> None:
            self._refused(error, Move(counter, staff, pin, self._link.now() + OFFER_MS))

        return self._runner.ask(SIGN_IN, ask, done=opened, failed=failed)

    def _refused(self, error: Refusal | ServiceError, move: Move) -> None:
        code = error.code if isinstance(error, Refusal) else ""
        if code == "staff-elsewhere":
            self._fail(lambda: elsewhere(self._languages, self._link.view, move.staff), offer=move)
        elif code == "staff-locked" and isinstance(error, Refusal) and error.wait_s is not None:
            # What the service's time is known by may be put back a little meanwhile: nobody waits longer.
            wait = error.wait_s * 1000
            until = self._link.now() + wait
            self._fail(
                lambda: locked(self._languages, min(wait, until - self._link.now())), locked_until=until
            )
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
        """Say why one is not signed in, or nothing any more; what was offered or kept before is withdrawn."""
        self._error, self._offer, self._locked_until = text, offer, locked_until
        self.errorChanged.emit()
        if self._early is not None:
            self._early = None
            self.busyChanged.emit()
