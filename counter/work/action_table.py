"""How a teller's actions are said, each once: when it can be taken back, and when it is kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.contract.actions import Action

UNDONE: Mapping[Action, str] = {
    Action.CALL: str(QT_TRANSLATE_NOOP("Counter", "%1 called")),
    Action.START: str(QT_TRANSLATE_NOOP("Counter", "%1 started")),
    Action.FINISH: str(QT_TRANSLATE_NOOP("Counter", "%1 finished")),
    Action.NO_SHOW: str(QT_TRANSLATE_NOOP("Counter", "%1 missed")),
    Action.PARK: str(QT_TRANSLATE_NOOP("Counter", "%1 parked")),
    Action.TICK: str(QT_TRANSLATE_NOOP("Counter", "%1: step ticked")),
    Action.UNTICK: str(QT_TRANSLATE_NOOP("Counter", "%1: tick taken off")),
    Action.TRANSFER: str(QT_TRANSLATE_NOOP("Counter", "%1 transferred")),
    Action.PARK_AGAIN: str(QT_TRANSLATE_NOOP("Counter", "%1 parked again")),
    Action.CHAIN: str(QT_TRANSLATE_NOOP("Counter", "%1: what follows was changed")),
    Action.REQUEUE: str(QT_TRANSLATE_NOOP("Counter", "%1 put back")),
}
"""The actions that can be taken back, as what is to be taken back is said."""

KEPT_STEP = str(QT_TRANSLATE_NOOP("Counter", "No connection. The step of %1 is kept and sent later."))
KEPT: Mapping[Action, str] = {
    Action.START: str(QT_TRANSLATE_NOOP("Counter", "No connection. The start of %1 is kept and sent later.")),
    Action.FINISH: str(
        QT_TRANSLATE_NOOP("Counter", "No connection. The finish of %1 is kept and sent later.")
    ),
    Action.TICK: KEPT_STEP,
    Action.UNTICK: KEPT_STEP,
}
"""What is said of an action that is kept."""
