"""What an app may ask of the service, one method for each call of docs/protocol.md.

Every method gives the answer's JSON (see `branch.contract.answers`) and raises
`branch.contract.refusals.Refusal` for a "no" with its code, or a `branch.client.responses.ServiceError`
when there was no usable answer. Each call is tried again while nobody answers; a write carries one
idempotency key through all of its attempts, so it is done at most once. ``key`` is for writes that outlive
one call, such as a tap that the person repeats.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, cast

from branch.client.caller import Caller, new_key, part
from branch.client.calls.counter_calls import CounterCalls
from branch.client.calls.staff_calls import CaseCalls
from branch.client.responses import BadAnswer
from branch.contract.answers.appointment_answers import (
    Appointment,
    BookedAppointment,
    FoundAppointment,
    Slots,
)
from branch.contract.answers.hall_answers import Alert, BoardSnapshot, Health, ServiceSwitch
from branch.contract.answers.paper_answers import NumberBlock, Reprint, ReprintedTicket
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.answers.visit_answers import CallExplanation, LeftUnrated, Rated, Visits
from branch.contract.branch_info import BranchInfo


class PaperCalls(Caller):
    """The part of `branch.client.calls.service_api.Api` that is about tickets on paper."""

    def printed(
        self, ticket: str, ok: bool, reason: str | None = None, *, key: str | None = None
    ) -> IssuedTicket:
        """Tell whether the paper came out."""
        answer = self._post(f"/v1/tickets/{part(ticket)}/printed", {"ok": ok, "reason": reason}, key)
        return cast(IssuedTicket, answer)

    def reprint(
        self, ticket: str, by: Literal["customer", "staff"] | None = None, *, key: str | None = None
    ) -> ReprintedTicket:
        """Have a ticket printed again: a kiosk does so itself and says for whom; for anybody else a kiosk is
        asked to."""
        answer = self._post(f"/v1/tickets/{part(ticket)}/reprint", {"by": by}, key)
        return cast(ReprintedTicket, answer)

    def reprints(self) -> list[Reprint]:
        """What we, a kiosk, are asked to print now, oldest first."""
        return cast("list[Reprint]", self._get("/v1/reprints")["reprints"])


__all__ = ["Api", "new_key"]

_DAY_S = 30.0
"""Seconds that the rows of a whole past day may take: they are folded anew from the journal."""


class Api(CounterCalls, CaseCalls, PaperCalls):
    """The whole protocol but the feed, which `branch.client.feed_reader` reads."""

    # The branch

    def health(self) -> Health:
        """Whether the service answers. Sends no token, so it may be asked of a stranger."""
        return cast(Health, self._get("/v1/health", headers={"Authorization": None}))

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
        self, service: str, reason: str | None = None, *, key: str | None = None
    ) -> ServiceSwitch:
        """Take no more customers for a service."""
        answer = self._post(f"/v1/services/{part(service)}/close", {"reason": reason}, key)
        return cast(ServiceSwitch, answer)

    def reopen_service(self, service: str, *, key: str | None = None) -> ServiceSwitch:
        """Take customers for it again."""
        return cast(ServiceSwitch, self._post(f"/v1/services/{part(service)}/reopen", None, key))

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

    def clear_alert(self, alert: str, *, key: str | None = None) -> Alert:
        """It is seen to, or over."""
        return cast(Alert, self._post(f"/v1/alerts/{part(alert)}/clear", None, key))

    # Tickets

    def issue(
        self,
        service: str,
        language: str | None = None,
        segment: str | None = None,
        phone: str | None = None,
        channel: str | None = None,
        *,
        segment_reason: str | None = None,
        key: str | None = None,
    ) -> IssuedTicket:
        """Take a number. A kiosk passes the ``key`` of the visit, so that two taps are one ticket."""
        body = {
            "service": service,
            "language": language,
            "segment": segment,
            "phone": phone,
            "channel": channel,
            "segment_reason": segment_reason,
        }
        return cast(IssuedTicket, self._post("/v1/tickets", body, key))

    def reserve(self, service: str, holder: str, *, key: str | None = None) -> NumberBlock:
        """Numbers to give while the service is away; ``holder`` is the kiosk's own name for itself."""
        answer = self._post("/v1/blocks", {"service": service, "holder": holder}, key)
        return cast(NumberBlock, answer)

    def hand_in(
        self,
        block: str,
        ticket: str,
        n: int,
        issued_at: str,
        *,
        language: str | None = None,
        segment: str | None = None,
        segment_reason: str | None = None,
        phone: str | None = None,
        printed: bool | None = None,
        reason: str | None = None,
        key: str | None = None,
    ) -> IssuedTicket:
        """Tell of number ``n`` of a block, which was given as ``ticket`` at ``issued_at`` (RFC 3339)."""
        body = {
            "ticket": ticket,
            "n": n,
            "issued_at": issued_at,
            "language": language,
            "segment": segment,
            "segment_reason": segment_reason,
            "phone": phone,
            "printed": printed,
            "reason": reason,
        }
        return cast(IssuedTicket, self._post(f"/v1/blocks/{part(block)}/tickets", body, key))

    def ticket(self, ticket: str) -> IssuedTicket:
        """A ticket, by its id, as it stands now."""
        return cast(IssuedTicket, self._get(f"/v1/tickets/{part(ticket)}"))

    def phone_of(self, ticket: str) -> str | None:
        """The phone number that came with a ticket, while its visit lasts; raises ticket-ended."""
        return cast("str | None", self._get(f"/v1/tickets/{part(ticket)}/phone")["phone"])

    def cancel(self, ticket: str, *, key: str | None = None) -> IssuedTicket:
        """The customer leaves before being called."""
        return cast(IssuedTicket, self._post(f"/v1/tickets/{part(ticket)}/cancel", None, key))

    def requeue(self, ticket: str, *, key: str | None = None) -> IssuedTicket:
        """A missed or parked ticket waits again."""
        return cast(IssuedTicket, self._post(f"/v1/tickets/{part(ticket)}/requeue", None, key))

    def rate(
        self,
        ticket: str,
        score: int,
        tags: Sequence[str] = (),
        comment: str | None = None,
        source: str = "pad",
        *,
        at: str | None = None,
        key: str | None = None,
    ) -> Rated:
        """The customer's word on the service, ``score`` 1 (very bad) to 5 (very good), once. Told late: with
        ``at`` (RFC 3339) when it was given."""
        body = {"score": score, "tags": list(tags), "comment": comment, "source": source, "at": at}
        return cast(Rated, self._post(f"/v1/tickets/{part(ticket)}/rating", body, key))

    def no_rating(self, ticket: str, *, key: str | None = None) -> LeftUnrated:
        """The customer was asked for a rating and gave none; noted once."""
        return cast(LeftUnrated, self._post(f"/v1/tickets/{part(ticket)}/no-rating", None, key))

    def why(self, ticket: str, counter: int | None = None) -> CallExplanation:
        """Why it was called when it was, or what it still waits for; or whom that counter calls next."""
        return cast(CallExplanation, self._get(f"/v1/tickets/{part(ticket)}/why", {"counter": counter}))

    # Appointments

    def appointments(
        self, *, code: str | None = None, phone: str | None = None, appointment: str | None = None
    ) -> list[Appointment]:
        """The appointments under a code, today's under a phone number, or the one of that id."""
        asked = {"code": code, "phone": phone, "id": appointment}
        return cast("list[Appointment]", _listed(self._get("/v1/appointments", asked)))

    def find_appointments(self, phone: str) -> list[FoundAppointment]:
        """Today's under a number that somebody typed at a kiosk; raises too-many-tries."""
        answer = self._post("/v1/appointments/find", {"phone": phone}, None)
        return cast("list[FoundAppointment]", _listed(answer))

    def book(
        self,
        service: str,
        starts_at: str,
        *,
        phone: str | None = None,
        name: str | None = None,
        code: str | None = None,
        segment: str | None = None,
        note: str | None = None,
        key: str | None = None,
    ) -> BookedAppointment:
        """Promise a time (RFC 3339 with an offset). ``segment`` is the ticket's, ``note`` the teller's."""
        body = {
            "service": service,
            "starts_at": starts_at,
            "phone": phone,
            "name": name,
            "code": code,
            "segment": segment,
            "note": note,
        }
        return cast(BookedAppointment, self._post("/v1/appointments", body, key))

    def check_in(
        self,
        *,
        code: str | None = None,
        qr: str | None = None,
        phone: str | None = None,
        appointment: str | None = None,
        language: str | None = None,
        key: str | None = None,
    ) -> IssuedTicket:
        """A ticket for the customer with the appointment: by its code, its QR text, or by phone and id."""
        body = {"code": code, "qr": qr, "phone": phone, "id": appointment, "language": language}
        return cast(IssuedTicket, self._post("/v1/appointments/check-in", body, key))

    def slots(self, service: str, day: str | None = None) -> Slots:
        """The times of ``day`` (2026-11-21, today's if none is named) that can still be booked."""
        return cast(Slots, self._get("/v1/slots", {"service": service, "day": day}))

    def cancel_appointment(self, appointment: str, *, key: str | None = None) -> Appointment:
        """Nobody will come for it; its time and its code are free again."""
        answer = self._post(f"/v1/appointments/{part(appointment)}/cancel", None, key)
        return cast(Appointment, answer)


def _listed(answer: Mapping[str, object]) -> list[object]:
    found = answer.get("appointments")
    if not isinstance(found, list):
        raise BadAnswer("the answer has no list of appointments")
    return found
