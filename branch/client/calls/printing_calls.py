"""The calls about paper: what came out of the printer, and what is to be printed once more."""

from __future__ import annotations

from typing import Literal, cast

from branch.client.caller import Caller, part
from branch.contract.answers.paper_answers import Reprint, ReprintedTicket
from branch.contract.answers.ticket_answers import IssuedTicket


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
