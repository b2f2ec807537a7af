"""What an app may ask of the service, one method for each call of docs/protocol.md.

Every method gives the answer's JSON (see `branch.contract.answers`) and raises
`branch.contract.refusals.Refusal` for a "no" with its code, or a `branch.client.responses.ServiceError`
when there was no usable answer. Each call is tried again while nobody answers; a write carries one
idempotency key through all of its attempts, so it is done at most once. ``key`` is for writes that outlive
one call, such as a tap that the person repeats.
"""

from __future__ import annotations

from typing import cast

from branch.client.caller import new_key, part
from branch.client.calls.appointment_calls import AppointmentCalls
from branch.client.calls.counter_calls import CounterCalls
from branch.client.calls.staff_calls import CaseCalls
from branch.client.calls.ticket_calls import TicketCalls
from branch.client.responses import BadAnswer
from branch.contract.answers.hall_answers import Alert, BoardSnapshot, Health, Paired, ServiceSwitch
from branch.contract.answers.visit_answers import Visits
from branch.contract.branch_info import BranchInfo

__all__ = ["Api", "new_key"]

_DAY_S = 30.0
"""Seconds that the rows of a whole past day may take: they are folded anew from the journal."""


class Api(CounterCalls, TicketCalls, AppointmentCalls, CaseCalls):
    """The whole protocol but the feed, which `branch.client.feed_reader` reads."""

    # The branch

    def health(self, challenge: str | None = None) -> Health:
        """Whether the service answers, and its proof for a ``challenge``. Sends no token, so it may be asked
        of a stranger."""
        query = {"challenge": challenge}
        return cast(Health, self._get("/v1/health", query, headers={"Authorization": None}))

    def pair(self, code: str, token: str, role: str | None = None) -> Paired:
        """Be let in with ``token``, for the secret of a pairing code. Sends no other token."""
        body = {"code": code, "token": token, "role": role}
        return cast(Paired, self._post("/v1/pair", body, None))

    def branch(self) -> BranchInfo:
        """Name, services, segments, counters, languages, hours, standards, notices."""
        try:
            return BranchInfo.from_json(self._get("/v1/branch"))
        except ValueError as error:
            raise BadAnswer(f"the description of the branch makes no sense: {error}") from error

    def snapshot(self, counter: int | None = None) -> BoardSnapshot:
        """The hall as the token's role may see it, with the queue of ``counter`` if one is named."""
        return cast(BoardSnapshot, self._get("/v1/snapshot", {"counter": counter}))

    def visits(self, day: str | None = None) -> Visits:
        """One row for each ticket of ``day`` (2026-11-21), today's if none is named. For managers."""
        return cast(Visits, self._get("/v1/visits", {"day": day}, seconds=_DAY_S))

    def close_service(
        self,
        service: str,
        reason: str | None = None,
        *,
        staff: str | None = None,
        pin: str | None = None,
        key: str | None = None,
    ) -> ServiceSwitch:
        """Take no more customers for a service; at a kiosk with a staff number and its PIN."""
        body = {"reason": reason, "staff": staff, "pin": pin}
        return cast(ServiceSwitch, self._post(f"/v1/services/{part(service)}/close", body, key))

    def reopen_service(
        self, service: str, *, staff: str | None = None, pin: str | None = None, key: str | None = None
    ) -> ServiceSwitch:
        """Take customers for it again; at a kiosk as `close_service`."""
        body = {"staff": staff, "pin": pin}
        return cast(ServiceSwitch, self._post(f"/v1/services/{part(service)}/reopen", body, key))

    # Alerts

    def raise_alert(
        self, kind: str, counter: int | None = None, detail: str | None = None, *, key: str | None = None
    ) -> Alert:
        """Tell the staff at once; an alert of ours that is open already is answered as it is."""
        body = {"kind": kind, "counter": counter, "detail": detail}
        return cast(Alert, self._post("/v1/alerts", body, key))

    def alerts(self) -> list[Alert]:
        """The open ones that we raised or are told of, oldest first."""
        return cast("list[Alert]", self._get("/v1/alerts")["alerts"])

    def take_alert(self, alert: str, counter: int | None = None, *, key: str | None = None) -> Alert:
        """Have whoever is signed in at that counter go; raises alert-taken where somebody does already."""
        body = {} if counter is None else {"counter": counter}
        return cast(Alert, self._post(f"/v1/alerts/{part(alert)}/take", body, key))

    def clear_alert(self, alert: str, *, key: str | None = None) -> Alert:
        """It is seen to, or over."""
        return cast(Alert, self._post(f"/v1/alerts/{part(alert)}/clear", None, key))
