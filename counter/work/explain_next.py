"""Why is this one next? One sentence, out of the reasons that the service would call with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import NOBODY, BranchNames, say
from counter.signin.session import Session

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

WHY = "why"
BY_APPOINTMENT = str(QT_TRANSLATE_NOOP("Counter", "appointment"))
CAME_LATE = str(QT_TRANSLATE_NOOP("Counter", "late for an appointment"))
WHY_ONLY = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: nobody else waits for this counter."))
WHY_LONGEST = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: the longest wait (%2)."))
WHY_CREDIT = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: waited %2, plus %3 credit (%4)."))
WHY_PRIORITY = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: goes first (%2)."))
WHY_RATE = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: waited %2, which counts %3 times (%4)."))
WHY_TIME = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: the time of its appointment has come."))
WHY_FIRST = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: came first."))
WHY_PROMISE = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: already passed by %2 who came later."))
WHY_CAP = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: has waited over %2, so goes before all."))
WHY_SERVICE = str(QT_TRANSLATE_NOOP("Counter", "%1 is next: %2 comes first at this counter."))


@QmlElement
@QmlUncreatable("made by the app")
class ExplainNext(QObject):
    """Asks the service and says what it answers; no rule of the queue is known here.

    Signals:
        changed: see `busy`.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """`link` knows the queue, `runner` asks and says."""
        super().__init__(parent)
        self._link, self._session, self._runner, self._languages = link, session, runner, languages
        runner.changed.connect(self.changed)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether it is being asked why the next one is next."""
        return self._runner.holds(WHY)

    @Slot()
    def ask(self) -> None:
        """Say why the next one is next; nobody waits: say that."""
        queue, number = self._link.view.queue, self._session.number
        if queue is None or not queue["tickets"]:
            self._nobody()
            return
        first = queue["tickets"][0]["id"]
        self._runner.ask(WHY, lambda api, _: api.why(first, number), done=self._tell)

    def _tell(self, answer: Mapping[str, Any]) -> None:
        why = answer.get("next")
        if why is None:
            self._nobody()
        else:
            self._runner.say(
                lambda: sentence(why, BranchNames(self._link.branch, self._languages), self._languages)
            )

    def _nobody(self) -> None:
        self._runner.say(lambda: say(self._languages, NOBODY))


def sentence(why: Mapping[str, Any], names: BranchNames, languages: Languages) -> str:
    """The reasons of a call (as GET /v1/tickets/{id}/why has them) in the current language."""
    number, waited = why["number"], formats.duration(languages.code, why["waited_s"])
    kinds = [names.special_segment(why["segment"])]
    if why.get("appointment"):
        kinds.append(say(languages, BY_APPOINTMENT))
    elif why.get("came_late"):
        kinds.append(say(languages, CAME_LATE))
    kind = " · ".join(word for word in kinds if word)
    reason = why["reason"]
    if reason == "only" and not why.get("against"):
        return say(languages, WHY_ONLY, number)
    if reason == "longest-wait":
        return say(languages, WHY_LONGEST, number, waited)
    if reason == "credit":
        return say(
            languages,
            WHY_CREDIT,
            number,
            waited,
            formats.duration(languages.code, why["credit_s"]),
            kind,
        )
    if reason == "priority" and kind:
        return say(languages, WHY_PRIORITY, number, kind)
    if reason == "rate":
        kind = kind or names.segment(why["segment"])
        return say(languages, WHY_RATE, number, waited, f"{why['rate']:g}", kind)
    if reason == "appointment":
        return say(languages, WHY_TIME, number)
    if reason == "first-come":
        return say(languages, WHY_FIRST, number)
    if reason == "promise":
        return say(languages, WHY_PROMISE, number, why["passed"])
    if reason == "cap":
        return say(languages, WHY_CAP, number, formats.duration(languages.code, why["cap_s"]))
    return say(languages, WHY_SERVICE, number, names.service(why["service"]))
