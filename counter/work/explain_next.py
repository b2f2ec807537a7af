"""Why is this one next? One sentence, out of the reasons that the service would call with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from counter.shell import counter_texts as texts
from counter.shell.action_runner import ActionRunner
from counter.shell.catalogue import Catalogue
from counter.shell.counter_texts import say
from counter.signin.session import Session


class ExplainNext:
    """Asks the service and says what it answers; no rule of the queue is known here."""

    def __init__(
        self, link: ServiceLink, session: Session, asker: ActionRunner, languages: Languages
    ) -> None:
        """`link` knows the queue, `asker` asks and says."""
        self._link, self._session, self._asker, self._languages = link, session, asker, languages

    def ask(self) -> None:
        """Say why the next one is next; nobody waits: say that."""
        queue, number = self._link.view.queue, self._session.number
        if queue is None or not queue["tickets"]:
            self._nobody()
            return
        first = queue["tickets"][0]["id"]
        self._asker.ask("why", lambda api, _: api.why(first, number), done=self._tell)

    def _tell(self, answer: Mapping[str, Any]) -> None:
        why = answer.get("next")
        if why is None:
            self._nobody()
        else:
            self._asker.say(
                lambda: sentence(why, Catalogue(self._link.branch, self._languages), self._languages)
            )

    def _nobody(self) -> None:
        self._asker.say(lambda: say(self._languages, texts.NOBODY))


def sentence(why: Mapping[str, Any], catalogue: Catalogue, languages: Languages) -> str:
    """The reasons of a call (as GET /v1/tickets/{id}/why has them) in the current language."""
    number, waited = why["number"], formats.duration(languages.code, why["waited_s"])
    kinds = [catalogue.special_segment(why["segment"])]
    if why.get("appointment"):
        kinds.append(say(languages, texts.BY_APPOINTMENT))
    elif why.get("came_late"):
        kinds.append(say(languages, texts.CAME_LATE))
    kind = " · ".join(word for word in kinds if word)
    reason = why["reason"]
    if reason == "only" and not why.get("against"):
        return say(languages, texts.WHY_ONLY, number)
    if reason == "longest-wait":
        return say(languages, texts.WHY_LONGEST, number, waited)
    if reason == "credit":
        return say(
            languages,
            texts.WHY_CREDIT,
            number,
            waited,
            formats.duration(languages.code, why["credit_s"]),
            kind,
        )
    if reason == "priority" and kind:
        return say(languages, texts.WHY_PRIORITY, number, kind)
    if reason == "first-come":
        return say(languages, texts.WHY_FIRST, number)
    if reason == "promise":
        return say(languages, texts.WHY_PROMISE, number, why["passed"])
    if reason == "cap":
        return say(languages, texts.WHY_CAP, number, formats.duration(languages.code, why["cap_s"]))
    return say(languages, texts.WHY_SERVICE, number, catalogue.service(why["service"]))
