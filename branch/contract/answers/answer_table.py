"""What each route answers to each role: whoever is not here gets nothing.

The OpenAPI description is made of this table; tests and the demo hold real answers against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import GenericAlias, UnionType

from branch.contract.actions import ROUTES, SESSION, Action
from branch.contract.answers import feed_events as feed
from branch.contract.answers import hall_answers as hall
from branch.contract.answers.appointment_answers import (
    Appointment,
    Appointments,
    BookedAppointment,
    FoundAppointments,
    KnownAppointments,
    Slots,
)
from branch.contract.answers.counter_answers import ActionAnswer, ClosedCounter, StaffChecked, StaffCounter
from branch.contract.answers.counter_answers import StaffFigures as Figures
from branch.contract.answers.hall_answers import Alert, Alerts, EndedNotice, Notice
from branch.contract.answers.paper_answers import KioskReprinted, NumberBlock, Reprints, StaffReprinted
from branch.contract.answers.ticket_answers import CustomerTicket, PublicTicket, TicketNow, TicketPhone
from branch.contract.answers.visit_answers import (
    CallExplanation,
    Case,
    CaseReceipt,
    Cases,
    LeftUnrated,
    Rated,
    Visits,
)
from branch.contract.basics import ROLES
from branch.contract.branch_info import BranchInfo

ANYBODY = "anybody"
"""Who asks without a token: a phone, or whoever watches over the service."""

AnswerType = type | GenericAlias | UnionType


@dataclass(frozen=True, slots=True)
class RouteAnswer:
    """A good answer of a route: its status, and its type by role."""

    types: Mapping[str, AnswerType]
    status: int = 200


FEED: Mapping[str, AnswerType] = {
    "display": feed.BoardEvent,
    "kiosk": feed.KioskEvent,
    "integration": feed.IntegrationEvent,
    "counter": feed.StaffEvent,
    "manager": feed.StaffEvent,
}
"""The events of the live feed by role; `feed_events.CARRIED` says which fields each has."""

_STAFF = ("counter", "manager")
_BEHIND_GLASS = ("kiosk", "counter", "manager")
_APPS = ("kiosk", "display", "counter", "manager")
_ISSUERS = ("kiosk", "counter", "manager", "integration")
_TICKET = {"kiosk": CustomerTicket, "counter": TicketNow, "manager": TicketNow, "integration": TicketNow}


def _of(kind: AnswerType, *roles: str, status: int = 200) -> RouteAnswer:
    return RouteAnswer(dict.fromkeys(roles, kind), status)


def _ticket(roles: Iterable[str], status: int = 200) -> RouteAnswer:
    return RouteAnswer({role: _TICKET[role] for role in roles}, status)


ANSWERS: Mapping[str, RouteAnswer] = {
    "GET /v1/health": _of(hall.Health, ANYBODY),
    "POST /v1/pair": _of(hall.Paired, ANYBODY, status=201),
    "GET /v1/branch": _of(BranchInfo, *ROLES),
    "GET /v1/snapshot": RouteAnswer(
        {
            "display": hall.BoardSnapshot,
            "kiosk": hall.KioskSnapshot,
            "integration": hall.IntegrationSnapshot,
            "counter": hall.StaffSnapshot,
            "manager": hall.StaffSnapshot,
        }
    ),
    "GET /v1/events": RouteAnswer(FEED),
    "GET /v1/visits": _of(Visits, "manager"),
    "POST /v1/tickets": _ticket(_ISSUERS, 201),
    "GET /v1/tickets/{ticket}": _ticket(_ISSUERS),
    "GET /v1/tickets/{ticket}/phone": _of(TicketPhone, "integration"),
    "POST /v1/tickets/{ticket}/printed": _ticket(_BEHIND_GLASS),
    "POST /v1/tickets/{ticket}/reprint": RouteAnswer(
        {"kiosk": KioskReprinted, "counter": StaffReprinted, "manager": StaffReprinted}
    ),
    "GET /v1/reprints": _of(Reprints, "kiosk"),
    "POST /v1/tickets/{ticket}/cancel": _ticket(_ISSUERS),
    "POST /v1/tickets/{ticket}/requeue": _ticket(_ISSUERS),
    "POST /v1/tickets/{ticket}/rating": _of(Rated, "counter", "manager", "integration", status=201),
    "POST /v1/tickets/{ticket}/no-rating": _of(LeftUnrated, "counter", "manager", "integration"),
    "GET /v1/tickets/{ticket}/why": _of(CallExplanation, "counter", "manager", "integration"),
    "POST /v1/blocks": _of(NumberBlock, "kiosk", status=201),
    "POST /v1/blocks/{block}/tickets": _ticket(["kiosk"], 201),
    **{f"POST /v1/counters/{{n}}/{action}": _of(ActionAnswer, *_STAFF) for action in ROUTES},
    **{
        f"POST /v1/counters/{{n}}/{action}": _of(StaffCounter, *_STAFF)
        for action in sorted(SESSION - {Action.CLOSE})
    },
    "POST /v1/counters/{n}/close": _of(ClosedCounter, *_STAFF),
    "GET /v1/counters/{n}/figures": _of(Figures, *_STAFF),
    "POST /v1/staff/check": _of(StaffChecked, *_BEHIND_GLASS),
    "POST /v1/services/{service}/close": _of(hall.ServiceSwitch, *_BEHIND_GLASS),
    "POST /v1/services/{service}/reopen": _of(hall.ServiceSwitch, *_BEHIND_GLASS),
    "POST /v1/appointments": _of(BookedAppointment, "integration", "manager", status=201),
    "GET /v1/appointments": RouteAnswer(
        {
            "kiosk": Appointments | KnownAppointments,
            "counter": Appointments,
            "manager": Appointments,
            "integration": Appointments,
        }
    ),
    "POST /v1/appointments/find": _of(FoundAppointments, "kiosk"),
    "POST /v1/appointments/check-in": _ticket(_BEHIND_GLASS, 201),
    "POST /v1/appointments/{appointment}/cancel": _of(Appointment, "integration", "manager"),
    "GET /v1/slots": _of(Slots, *_ISSUERS),
    "POST /v1/alerts": _of(Alert, *_APPS, status=201),
    "GET /v1/alerts": _of(Alerts, *_APPS),
    "POST /v1/alerts/{alert}/take": _of(Alert, *_STAFF),
    "POST /v1/alerts/{alert}/clear": _of(Alert, *_APPS),
    "POST /v1/cases": RouteAnswer({"counter": CaseReceipt, "manager": Case}, 201),
    "GET /v1/cases": _of(Cases, "manager"),
    "GET /v1/cases/{case}": _of(Case, "manager"),
    **{
        f"POST /v1/cases/{{case}}/{action}": _of(Case, "manager")
        for action in ("take", "note", "resolve", "reopen")
    },
    "POST /v1/notices": _of(Notice, "manager", status=201),
    "POST /v1/notices/{notice}/end": _of(EndedNotice, "manager"),
    "GET /t/{ticket}/state": _of(PublicTicket, ANYBODY),
    "POST /t/{ticket}/rating": _of(Rated, ANYBODY, status=201),
}
"""By method and path. The page ``GET /t/{ticket}`` is no JSON and not in it."""
