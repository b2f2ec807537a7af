"""Start, steps and finish: told to the service now or, without a line, later; as of when they were anyway."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.client.calls.service_api import new_key
from branch.client.responses import BadAnswer, ServiceError
from branch.contract.actions import Action
from branch.contract.refusals import Refusal
from branch.contract.times import to_text
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.offline.deferred_actions import DeferredAction, DeferredActions
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import say
from counter.signin.session import Session

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


class ReportAction:
    """Reports what needs nobody's leave: the customer is at the counter, whatever the line does."""

    def __init__(
        self,
        link: ServiceLink,
        session: Session,
        runner: ActionRunner,
        deferred: DeferredActions,
        languages: Languages,
    ) -> None:
        """`link` is told, `runner` says how it went, ``deferred`` keeps what cannot be told now."""
        self._link, self._session, self._runner = link, session, runner
        self._deferred, self._languages = deferred, languages

    def tell(self, action: Action, control: str, step: str = "") -> None:
        """Tell that the ticket at the counter was started or finished now, or that ``step`` is done."""
        ticket = self._session.ticket
        if ticket is None or "id" not in ticket:
            return
        at = to_text(self._link.now())
        done = DeferredAction(
            action, self._session.number, ticket["id"], ticket["number"], at, new_key(), step
        )
        if self._link.live and not self._deferred.waits:
            self._runner.ask(
                action,
                lambda api, _: done.tell(api),
                control=control,
                about=step,
                failed=partial(self._not_told, control, done),
            )
        else:
            self._keep(control, done)

    def _not_told(self, control: str, done: DeferredAction, error: Refusal | ServiceError) -> None:
        """Keep it when the line went while we asked: it may have been done, and the key makes it once."""
        if isinstance(error, Refusal | BadAnswer):
            self._runner.refuse(error)
        else:
            self._keep(control, done)

    def _keep(self, control: str, done: DeferredAction) -> None:
        self._runner.rest(control)
        self._runner.say(lambda: say(self._languages, KEPT[done.action], done.number), stays=True)
        self._deferred.put(done)
