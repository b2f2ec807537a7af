"""Start, steps and finish: told to the service now or, without a line, later; as of when they were anyway."""

from __future__ import annotations

from functools import partial

from branch.client.calls.service_api import new_key
from branch.client.service_errors import BadAnswer, ServiceError
from branch.contract.refusals import Refusal
from branch.contract.times import to_text
from branch.qt.service_link import ServiceLink
from branch.qt.text.languages import Languages
from counter.offline.deferred_actions import Action, DeferredAction
from counter.shell import counter_texts as texts
from counter.shell.action_runner import ActionRunner
from counter.shell.counter_texts import say
from counter.signin.session import Session


class ReportAction:
    """What needs nobody's leave: the customer is at the counter, whatever the line does."""

    def __init__(
        self, link: ServiceLink, session: Session, asker: ActionRunner, languages: Languages
    ) -> None:
        """`link` is told, `asker` says how it went."""
        self._link, self._session, self._asker, self._languages = link, session, asker, languages

    def tell(self, control: str, action: Action, what: str = "") -> None:
        """That the ticket at the counter was started or finished now, or that ``what``, a step, is done."""
        state = self._session.state
        ticket = state["ticket"] if state else None
        if ticket is None or "id" not in ticket:
            return
        at = to_text(self._link.now())
        step = DeferredAction(
            action, self._session.number, ticket["id"], ticket["number"], at, new_key(), what
        )
        if self._link.live and not self._session.later.waits:
            failed = partial(self._untold, control, step)
            self._asker.ask(control, lambda api, _: step.tell(api), failed=failed)
        else:
            self._keep(control, step)

    def _untold(self, control: str, step: DeferredAction, error: Refusal | ServiceError) -> None:
        """The line went while we asked: it may have been done, and the key makes sure that it is once."""
        if isinstance(error, Refusal | BadAnswer):
            self._asker.refuse(error)
        else:
            self._keep(control, step)

    def _keep(self, control: str, step: DeferredAction) -> None:
        text = texts.KEPT[step.action]
        self._asker.rest(control)
        self._asker.say(lambda: say(self._languages, text, step.number), stays=True)
        self._session.later.put(step)
