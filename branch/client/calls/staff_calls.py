"""The calls of notices and feedback cases: for the manager, but for opening a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast

from branch.client.caller import Caller, part
from branch.client.responses import BadAnswer
from branch.contract.answers.hall_answers import Notice
from branch.contract.answers.visit_answers import Case, CaseReceipt, CaseState
from branch.contract.times import from_text


class CaseCalls(Caller):
    """The requests about feedback cases. ``by`` is the person, where the app's own name does not say
    enough."""

    def open_case(
        self,
        channel: str,
        text: str,
        *,
        number: str | None = None,
        service: str | None = None,
        counter: int | None = None,
        by: str | None = None,
        key: str | None = None,
    ) -> CaseReceipt:
        """Write down a complaint that came by ``channel``: paper, telephone, in-person, letter, email,
        other. ``number`` is a ticket of today. The manager gets the whole `Case`."""
        body = {
            "channel": channel,
            "text": text,
            "number": number,
            "service": service,
            "counter": counter,
            "by": by,
        }
        return cast(CaseReceipt, self._post("/v1/cases", body, key))

    def cases(self, state: CaseState | None = None, day: str | None = None) -> list[Case]:
        """Those at hand, or those that were opened on ``day`` (2026-11-21)."""
        found = self._get("/v1/cases", {"state": state, "day": day})
        if not isinstance(found.get("cases"), list):
            raise BadAnswer("the answer has no list of cases")
        return cast(list[Case], found["cases"])

    def case(self, case: str) -> Case:
        """One case with its history."""
        return cast(Case, self._get(f"/v1/cases/{part(case)}"))

    def take_case(self, case: str, *, by: str | None = None, key: str | None = None) -> Case:
        """See to it."""
        return self._case(case, "take", None, by, key)

    def note_case(self, case: str, text: str, *, by: str | None = None, key: str | None = None) -> Case:
        """Write down what has been done or said."""
        return self._case(case, "note", text, by, key)

    def resolve_case(
        self, case: str, text: str | None = None, *, by: str | None = None, key: str | None = None
    ) -> Case:
        """It is answered."""
        return self._case(case, "resolve", text, by, key)

    def reopen_case(
        self, case: str, text: str | None = None, *, by: str | None = None, key: str | None = None
    ) -> Case:
        """It was not answered after all."""
        return self._case(case, "reopen", text, by, key)

    def _case(
        self,
        case: str,
        action: Literal["take", "note", "resolve", "reopen"],
        text: str | None,
        by: str | None,
        key: str | None,
    ) -> Case:
        answer = self._post(f"/v1/cases/{part(case)}/{action}", {"text": text, "by": by}, key)
        return cast(Case, answer)


def holding(notices: Iterable[Notice], now: int) -> tuple[Notice | None, list[Notice]]:
    """The newest emergency, if there is one, and the lines of the others; ``now`` is the service's time, ms.

    A screen that is cut off ends what runs out by itself: the service could not tell it.
    """
    begun = [one for one in notices if from_text(one["from"]) <= now and not _over(one, now)]
    emergencies = [one for one in begun if one["level"] == "emergency"]
    return (emergencies[-1] if emergencies else None), [one for one in begun if one["level"] == "info"]


def _over(notice: Notice, now: int) -> bool:
    return notice["until"] is not None and from_text(notice["until"]) <= now
