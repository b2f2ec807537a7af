"""The calls of a ticket: taking a number, the paper, the rating, and numbers that a kiosk gives by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from branch.client.caller import Caller, part
from branch.contract.answers.paper_answers import NumberBlock, Reprint, ReprintedTicket
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.answers.visit_answers import CallExplanation, LeftUnrated, Rated


class TicketCalls(Caller):
    """The requests about tickets; ``ticket`` is a ticket's id."""

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

    # On paper

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
