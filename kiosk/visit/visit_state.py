"""Where a customer is in a visit: exactly one of the states below; and the page that is shown for it.

Home -> (the `BeforeTicket` of each step that is wanted) -> Issuing -> Delivered | OnScreenOnly | Refused;
Home -> EnteringCode (-> Searching -> ChoosingAppointment) -> Issuing;
Home -> LookingUp (a ticket that was scanned) -> Delivered | Refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from branch.client.responses import ServiceError
from branch.contract.answers.appointment_answers import FoundAppointment
from branch.contract.answers.ticket_answers import IssuedTicket
from branch.contract.refusals import Refusal
from kiosk.checkin.refusal_words import walk_in
from kiosk.home.branch_status import Availability
from kiosk.visit.unconfirmed import TicketRequest

Paper = Literal["none", "printing", "sent", "printed"]
"""How the paper of a ticket stands; "none" without a printer, "sent" where the printer does not say."""


@dataclass(frozen=True, slots=True)
class VisitState:
    """What a customer is at."""

    page: ClassVar[str] = "home"
    """The page that shows it: its QML file is named after it, as HomePage.qml."""

    prompt: ClassVar[str] = ""
    """What the spoken guide says when it begins: a prompt of assets/voices/prompts.toml."""

    waits: ClassVar[bool] = False
    """Whether it waits for the customer, and not for long."""

    busy: ClassVar[bool] = False
    """Whether an answer is on its way."""

    ends: ClassVar[bool] = False
    """Whether it is what came of the visit, and is shown whatever the branch does meanwhile."""


@dataclass(frozen=True, slots=True)
class Home(VisitState):
    """Nobody is here, or somebody who has chosen nothing."""

    prompt = "choose-service"


@dataclass(frozen=True, slots=True)
class BeforeTicket(VisitState):
    """Something to read or to say before the ticket of a service; see `kiosk.visit.before_ticket`."""

    waits = True
    service: str


@dataclass(frozen=True, slots=True)
class EnteringCode(VisitState):
    """Typing a booking code, or the phone number of an appointment."""

    page = "appointment"
    prompt = "enter-booking-code"
    waits = True


@dataclass(frozen=True, slots=True)
class Searching(VisitState):
    """Today's appointments under a phone number are being looked for."""

    page = "appointment"
    prompt = "enter-booking-code"
    busy = True


@dataclass(frozen=True, slots=True)
class ChoosingAppointment(VisitState):
    """Some were found."""

    page = "appointments"
    prompt = "choose-appointment"
    waits = True
    found: tuple[FoundAppointment, ...]


@dataclass(frozen=True, slots=True)
class Issuing(VisitState):
    """A ticket was asked for; what was `before` stays on the screen."""

    busy = True
    request: TicketRequest
    before: VisitState


@dataclass(frozen=True, slots=True)
class LookingUp(VisitState):
    """A ticket that was scanned is being looked up."""

    prompt = "choose-service"
    busy = True
    ticket: str


@dataclass(frozen=True, slots=True)
class Delivered(VisitState):
    """The customer's number. `heading` is a text of the catalogue, over a number that is not new."""

    page = "thanks"
    ends = True
    ticket: IssuedTicket
    paper: Paper = "none"
    heading: str = ""


@dataclass(frozen=True, slots=True)
class OnScreenOnly(VisitState):
    """A number without paper: the print has failed, or this kiosk ended in the midst of it."""

    page = "unprinted"
    ends = True
    ticket: IssuedTicket
    why: Literal["failed", "interrupted"]


@dataclass(frozen=True, slots=True)
class Words:
    """Texts of the catalogue, each with its value put for %1: why there is no ticket, and what to do."""

    text: str
    hint: str
    value: str = ""
    hint_value: str = ""


@dataclass(frozen=True, slots=True)
class Refused(VisitState):
    """No ticket: a no of the service or its silence, or words of our own.

    `request` is what may be asked once more, and `before` what was on the screen then."""

    page = "refused"
    prompt = "ask-our-staff"
    ends = True
    why: Refusal | ServiceError | Words
    request: TicketRequest | None = None
    before: VisitState = Home()

    @property
    def offered(self) -> str:
        """The service of which a number is offered instead; empty for none."""
        return walk_in(self.why) if isinstance(self.why, Refusal) else ""


def page_of(
    visit: VisitState,
    branch: Availability,
    *,
    shut: bool = False,
    staff: bool = False,
    emergency: bool = False,
    resting: bool = False,
) -> str:
    """The page that is shown: the only place that decides it.

    ``shut``: staff have closed this kiosk for today. ``staff``: their menu is open. ``resting``: nobody is
    here, and there are slides to show.
    """
    if staff:
        return "staff"
    if emergency:
        return "emergency"
    if shut:
        return "shut"
    if resting:
        return "slides"
    shown = visit.before if isinstance(visit, Issuing) else visit
    return shown.page if shown.ends or branch == "open" else branch
