"""The calls about paper: what came out of the printer, and what is to be printed once more."""

from __future__ import annotations

from typing import Literal, cast

from branch.client.caller import Caller, part
from branch.contract import shapes


class PaperCalls(Caller):
    """The part of `branch.client.calls.service_api.Api` that is about tickets on paper."""

    def printed(
        self, ticket: str, ok: bool, reason: str | None = None, *, key: str | None = None
    ) -> shapes.Ticket:
        """Tell whether the paper came out."""
        answer = self._post(f"/v1/tickets/{part(ticket)}/printed", {"ok": ok, "reason": reason}, key)
        return cast(shapes.Ticket, answer)

    def reprint(
        self, ticket: str, by: Literal["customer", "staff"] | None = None, *, key: str | None = None
    ) -> shapes.Reprinted:
        """Have a ticket printed again: a kiosk does so itself and says for whom; for anybody else a kiosk is
        asked to."""
        answer = self._post(f"/v1/tickets/{part(ticket)}/reprint", {"by": by}, key)
        return cast(shapes.Reprinted, answer)

    def reprints(self) -> list[shapes.Reprint]:
        """What we, a kiosk, are asked to print now, oldest first."""
        return cast("list[shapes.Reprint]", self._get("/v1/reprints")["reprints"])
