"""The steps of the service standard for whoever is at the counter, with their ticks."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from branch.contract.actions import Action
from branch.qt.list_models import KeyedListModel
from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import BranchNames, say
from counter.shell.part import News
from counter.signin.session import Session
from counter.work.report_action import ReportAction

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1

STEP_OF = str(QT_TRANSLATE_NOOP("Counter", "Step %1/%2 · %3"))
STEPS_DONE = str(QT_TRANSLATE_NOOP("Counter", "All %1 steps done"))


def control_of(step: str) -> str:
    """The control of a step, which ticks it and takes its tick off."""
    return f"step-{step}"


@QmlElement
@QmlUncreatable("made by the app")
class Checklist(QObject):
    """What the service standard asks for, and what of it is done.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        report: ReportAction,
        languages: Languages,
        parent: QObject | None = None,
    ) -> None:
        """It is about the ticket at the session's counter; a tick is told as a start or finish is."""
        super().__init__(parent)
        self._link, self._session, self._runner = link, session, runner
        self._report, self._languages = report, languages
        self._serving = False
        self.model = KeyedListModel(("step", "name", "done", "busy", "hint"), key="step", parent=self)
        runner.changed.connect(self._look)
        languages.currentChanged.connect(self._look)

    def _get_steps(self) -> KeyedListModel:
        return self.model

    steps = Property(KeyedListModel, _get_steps, constant=True)

    @Property(bool, notify=changed)
    def serving(self) -> bool:
        """Whether somebody is served, so that steps can be ticked."""
        return self._serving

    @Property(str, notify=changed)
    def summary(self) -> str:
        """How far the standard has been kept, and what comes next: "Step 2/4 · Check identity"; nothing
        for a service without steps."""
        rows = self._rows()
        if not rows:
            return ""
        first = next((row for row in rows if not row["done"]), None)
        if first is None:
            return say(self._languages, STEPS_DONE, len(rows))
        return say(self._languages, STEP_OF, first["hint"], len(rows), first["name"])

    @Slot(str)
    def toggle(self, step: str) -> None:
        """Tick that step, or take its tick off."""
        row = next((row for row in self._rows() if row["step"] == step), None)
        if row is not None:
            self._report.tell(Action.UNTICK if row["done"] else Action.TICK, control_of(step), step)

    @Slot()
    def tickNext(self) -> None:
        """Tick the first step that is not done yet."""
        row = next((row for row in self._rows() if not row["done"]), None)
        if row is not None:
            self.toggle(str(row["step"]))

    def refresh(self, _: News) -> None:
        """Look at the service's view again."""
        self._look()

    def tick(self, _: int) -> None:
        """Do nothing: steps have no time."""

    def stop(self) -> None:
        """Do nothing: there is no timer."""

    @Slot()
    def _look(self) -> None:
        ticket = self._session.ticket
        self._serving = ticket is not None and ticket["status"] == "serving"
        steps = BranchNames(self._link.branch, self._languages).steps(ticket["service"]) if ticket else []
        done = ticket.get("steps_done", []) if ticket else []
        self.model.replace(
            {
                "step": step,
                "name": name,
                "done": step in done,
                "busy": self._runner.holds(control_of(step)),
                "hint": str(number),
            }
            for number, (step, name) in enumerate(steps, 1)
        )
        self.changed.emit()

    def _rows(self) -> list[dict[str, object]]:
        return list(self.model.rows())  # type: ignore[arg-type]  # each is a dict, see `refresh`
