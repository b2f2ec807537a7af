"""What a customer asks the service for: a ticket of a service, or a check-in with a code."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from branch.client.calls.service_api import Api
from branch.client.service_errors import ServiceError, Unauthorized, Unavailable
from branch.contract import shapes
from branch.domain.kernel.refusals import Refusal
from kiosk.checkin.refusal_words import About, look_up

Answer = shapes.Ticket | tuple[Refusal, About | None]
"""A ticket, or why there is none and what that is about: an appointment, or when there are tickets again."""

_MAY_OPEN = frozenset({"service-closed", "quota-reached"})

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TicketRequest:
    """Asked again, it is the same wish: its key makes it at most one ticket."""

    key: str
    service: str = ""
    code: str = ""
    qr: str = ""
    appointment: str = ""
    phone: str = field(default="", repr=False, compare=False)
    language: str | None = None
    segment: str | None = None
    segment_reason: str | None = None

    def ask(self, api: Api) -> Answer:
        """Ask for it; raises ServiceError. Runs in a worker."""
        if self.checks_in:
            return self._check_in(api)
        try:
            return api.issue(
                self.service,
                self.language,
                self.segment,
                segment_reason=self.segment_reason,
                phone=self.phone or None,
                key=self.key,
            )
        except Refusal as error:
            return error, _again_at(api, self.service) if error.code in _MAY_OPEN else None

    @property
    def checks_in(self) -> bool:
        """Whether it is about an appointment."""
        return bool(self.code or self.appointment)

    def _check_in(self, api: Api) -> Answer:
        """The ticket, or the refusal with the appointment it is about. The whole signed text goes instead of
        its code where that was scanned."""
        try:
            return api.check_in(
                code=None if self.qr else self.code or None,
                qr=self.qr or None,
                phone=self.phone or None,
                appointment=self.appointment or None,
                language=self.language,
                key=self.key,
            )
        except Refusal as error:
            return error, look_up(api, error, self.code, self.appointment)


def _again_at(api: Api, service: str) -> About | None:
    """When that service takes customers again today; None if nobody can say."""
    try:
        states = api.snapshot()["hall"]["services"]
    except (ServiceError, Refusal) as error:
        log.info("nobody says when %s opens: %s", service, error)
        return None
    opens = next((state.get("opens_at") for state in states if state["id"] == service), None)
    return About(opens) if opens else None


def may_be_done(error: ServiceError) -> bool:
    """Whether the service may have given the ticket all the same: nobody knows after a cut line."""
    return not isinstance(error, Unavailable | Unauthorized)


def take_back(api: Api, wish: TicketRequest) -> None:
    """See to it that nobody holds the ticket of a wish whose answer never came.

    Asking again under its key gives the ticket if there is one, and makes one if there is none; either way
    it is cancelled, so that no teller calls a number that nobody has.
    """
    answer = wish.ask(api)
    if not isinstance(answer, tuple):
        api.cancel(answer["id"], key=f"{wish.key}-back")
