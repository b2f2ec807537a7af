"""The parts of the teller's work, as Python has them by type and QML as one object."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from branch.qt.qml_types import QmlUncreatable
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.offline.deferred_actions import DeferredActions
from counter.queue.chosen_ticket import ChosenTicket
from counter.queue.my_queue import MyQueue
from counter.shell.action_runner import ActionRunner
from counter.shell.panels import Panels
from counter.signin.session import Session
from counter.signin.sign_out import SignOut
from counter.work.checklist import Checklist
from counter.work.counter_notices import CounterNotices
from counter.work.current_ticket import CurrentTicket
from counter.work.explain_next import ExplainNext
from counter.work.own_figures import TellerFigures
from counter.work.pause import Pause
from counter.work.report_action import ReportAction
from counter.work.reprint import Reprint
from counter.work.teller_actions import Actions
from counter.work.transfer import Transfer
from counter.work.undo_bar import UndoBar

QML_IMPORT_NAME = "Counter.Core"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class WorkParts:
    """What a teller works with once signed in."""

    runner: ActionRunner
    panels: Panels
    current: CurrentTicket
    queue: MyQueue
    report: ReportAction
    actions: Actions
    chosen: ChosenTicket
    transfer: Transfer
    pause: Pause
    checklist: Checklist
    undo: UndoBar
    reprint: Reprint
    explain: ExplainNext
    notices: CounterNotices
    figures: TellerFigures
    sign_out: SignOut


def work_parts(
    link: ServiceLink,
    session: Session,
    runner: ActionRunner,
    deferred: DeferredActions,
    languages: Languages,
    *,
    rates: bool,
    parent: QObject,
) -> WorkParts:
    """Make the parts of the work at the session's counter; ``rates``: whether customers are asked there."""
    panels = Panels(parent)
    queue = MyQueue(link, languages, parent)
    report = ReportAction(link, session, runner, deferred, languages)
    actions = Actions(link, session, runner, report, queue, panels, languages, rates=rates, parent=parent)
    return WorkParts(
        runner=runner,
        panels=panels,
        current=CurrentTicket(link, session, languages, parent),
        queue=queue,
        report=report,
        actions=actions,
        chosen=ChosenTicket(link, session, runner, queue, panels, languages, parent),
        transfer=Transfer(link, session, runner, panels, languages, parent),
        pause=Pause(session, runner, panels, languages, parent),
        checklist=Checklist(link, session, runner, report, languages, parent),
        undo=UndoBar(link, session, languages, parent),
        reprint=Reprint(link, session, runner, actions, queue, languages, parent),
        explain=ExplainNext(link, session, runner, languages, parent),
        notices=CounterNotices(link, languages, parent),
        figures=TellerFigures(link, session, languages, parent),
        sign_out=SignOut(link, session, runner, panels, languages, parent),
    )


@QmlElement
@QmlUncreatable("made by the app")
class Work(QObject):
    """The parts of the work, for QML."""

    def __init__(self, parts: WorkParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.parts = parts

    runner = Property(ActionRunner, attrgetter("parts.runner"), constant=True)
    panels = Property(Panels, attrgetter("parts.panels"), constant=True)
    current = Property(CurrentTicket, attrgetter("parts.current"), constant=True)
    queue = Property(MyQueue, attrgetter("parts.queue"), constant=True)
    actions = Property(Actions, attrgetter("parts.actions"), constant=True)
    chosen = Property(ChosenTicket, attrgetter("parts.chosen"), constant=True)
    transfer = Property(Transfer, attrgetter("parts.transfer"), constant=True)
    pause = Property(Pause, attrgetter("parts.pause"), constant=True)
    checklist = Property(Checklist, attrgetter("parts.checklist"), constant=True)
    undo = Property(UndoBar, attrgetter("parts.undo"), constant=True)
    reprint = Property(Reprint, attrgetter("parts.reprint"), constant=True)
    explain = Property(ExplainNext, attrgetter("parts.explain"), constant=True)
    notices = Property(CounterNotices, attrgetter("parts.notices"), constant=True)
    figures = Property(TellerFigures, attrgetter("parts.figures"), constant=True)
    signOut = Property(SignOut, attrgetter("parts.sign_out"), constant=True)
