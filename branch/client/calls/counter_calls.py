"""The calls of a counter: the staff session, and the ticket at the counter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from branch.client.caller import Caller
from branch.contract.actions import Action
from branch.contract.answers.counter_answers import ActionAnswer, ClosedCounter, StaffCounter, StaffFigures


class CounterCalls(Caller):
    """The requests about counters; ``n`` is the counter's number."""

    def check_staff(self, staff: str, pin: str) -> None:
        """Whether that is one of the staff; raises wrong-pin or staff-locked."""
        self._post("/v1/staff/check", {"staff": staff, "pin": pin}, None)

    def open_counter(
        self,
        n: int,
        staff: str,
        pin: str,
        services: Sequence[str] | None = None,
        *,
        move: bool = False,
        key: str | None = None,
    ) -> StaffCounter:
        """Sit down at a counter; without ``services`` for those that it is set up for. With ``move`` one
        who is signed in elsewhere comes from there, with the ticket."""
        body: dict[str, object] = {"staff": staff, "pin": pin}
        body["services"] = None if services is None else list(services)
        if move:  # told only then: an older service takes no field that it does not know
            body["move"] = True
        return self._counter(n, "open", body, key)

    def close_counter(self, n: int, *, give_back: bool = False, key: str | None = None) -> ClosedCounter:
        """Leave the counter; with ``give_back`` whoever is parked there waits again."""
        body = {"give_back": True} if give_back else None  # an older service takes no body here
        return cast(ClosedCounter, self._counter(n, "close", body, key))

    def figures(self, n: int) -> StaffFigures:
        """What whoever is signed in there has done today; totals only."""
        return cast(StaffFigures, self._get(f"/v1/counters/{n}/figures"))

    def pause(
        self, n: int, reason: str | None = None, minutes: int | None = None, *, key: str | None = None
    ) -> StaffCounter:
        """Call nobody for a while; ``minutes`` is how long that is meant to be."""
        return self._counter(n, "pause", {"reason": reason, "minutes": minutes}, key)

    def resume(self, n: int, *, key: str | None = None) -> StaffCounter:
        """The pause is over."""
        return self._counter(n, "resume", None, key)

    def act(self, n: int, action: Action, *, key: str | None = None) -> ActionAnswer:
        """Do what needs nothing but the counter, such as a recall or a no-show."""
        return self._act(n, action, None, key)

    def next(self, n: int, *, key: str | None = None) -> ActionAnswer:
        """Call whoever is next; the ticket is None when nobody waits."""
        return self._act(n, "next", None, key)

    def call(self, n: int, ticket: str, reason: str | None = None, *, key: str | None = None) -> ActionAnswer:
        """Call a chosen ticket by its id: one that waits (out of turn), is parked or was missed."""
        return self._act(n, "call", {"ticket": ticket, "reason": reason}, key)

    def start(
        self, n: int, *, ticket: str | None = None, at: str | None = None, key: str | None = None
    ) -> ActionAnswer:
        """The customer has come. Told late: with the ticket's id, and ``at`` (RFC 3339) when it was."""
        return self._act(n, "start", {"ticket": ticket, "at": at}, key)

    def recall(self, n: int, *, key: str | None = None) -> ActionAnswer:
        """Call the same ticket once more."""
        return self._act(n, "recall", None, key)

    def finish(
        self, n: int, *, ticket: str | None = None, at: str | None = None, key: str | None = None
    ) -> ActionAnswer:
        """The service is done. Told late: with the ticket's id, and ``at`` (RFC 3339) when it was."""
        return self._act(n, "finish", {"ticket": ticket, "at": at}, key)

    def tick_step(
        self,
        n: int,
        step: str,
        done: bool = True,
        *,
        ticket: str | None = None,
        at: str | None = None,
        key: str | None = None,
    ) -> ActionAnswer:
        """A step of the service standard is done, or is not after all. Told late as `finish` is."""
        return self._act(n, "steps", {"step": step, "done": done, "ticket": ticket, "at": at}, key)

    def no_show(self, n: int, *, key: str | None = None) -> ActionAnswer:
        """Nobody has come."""
        return self._act(n, "no-show", None, key)

    def park(self, n: int, *, remind_s: int | None = None, key: str | None = None) -> ActionAnswer:
        """The customer steps aside and will be called again. We are reminded so many seconds later: 0 for
        never, None for the branch's own time."""
        return self._act(n, "park", None if remind_s is None else {"remind_s": remind_s}, key)

    def park_again(
        self, n: int, ticket: str, *, remind_s: int | None = None, key: str | None = None
    ) -> ActionAnswer:
        """A parked ticket, by its id, stays aside; we are reminded later, as in `park`."""
        return self._act(n, "park-again", {"ticket": ticket, "remind_s": remind_s}, key)

    def put_back(self, n: int, ticket: str, *, key: str | None = None) -> ActionAnswer:
        """Let a missed or parked ticket wait again; can be undone at the counter."""
        return self._act(n, "requeue", {"ticket": ticket}, key)

    def then(self, n: int, services: Sequence[str], *, key: str | None = None) -> ActionAnswer:
        """What follows the service at hand in this visit, one after the other; an empty list for nothing."""
        return self._act(n, "then", {"services": list(services)}, key)

    def undo(self, n: int, *, key: str | None = None) -> ActionAnswer:
        """Take back the last action at the counter."""
        return self._act(n, "undo", None, key)

    def transfer(
        self,
        n: int,
        *,
        service: str | None = None,
        counter: int | None = None,
        staff: str | None = None,
        note: str | None = None,
        key: str | None = None,
    ) -> ActionAnswer:
        """Send the ticket on to a service, a counter or a person (``staff``), whom it follows."""
        body: dict[str, object] = {"service": service, "counter": counter, "note": note}
        if staff is not None:  # told only then: an older service takes no field that it does not know
            body["staff"] = staff
        return self._act(n, "transfer", body, key)

    def _act(self, n: int, action: str, body: Mapping[str, object] | None, key: str | None) -> ActionAnswer:
        return cast(ActionAnswer, self._post(f"/v1/counters/{n}/{action}", body, key))

    def _counter(
        self, n: int, action: str, body: Mapping[str, object] | None, key: str | None
    ) -> StaffCounter:
        return cast(StaffCounter, self._post(f"/v1/counters/{n}/{action}", body, key))
