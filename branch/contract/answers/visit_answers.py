"""The visits of a day, one row for each ticket: what reports and figures are made of. For the manager."""

from __future__ import annotations

from typing_extensions import TypedDict

from branch.contract.answers.appointment_answers import AppointmentCounts
from branch.contract.answers.feedback_answers import CaseCounts
from branch.contract.answers.ticket_answers import StaffFacts, TicketFacts


class ServedService(TypedDict):
    """A service that was done in a visit, with the time (s) for it over all its stays."""

    service: str
    counter: int
    staff: str | None
    service_s: float


class StepCount(TypedDict):
    """How many of the steps of a service's standard were ticked."""

    done: int
    of: int


class GivenRating(TypedDict):
    """The customer's score, and what was said of it."""

    score: int
    tags: list[str]


class VisitRow(TicketFacts, StaffFacts):
    """One visit. ``waited_s`` is from arrival to the first call, ``service_s`` the time at the counter of
    those served; ``reason`` is why its last call was decided; ``steps`` is null for a service without steps;
    ``standard_s`` and ``wait_standard_s`` are those of its service on that day, null if it is no more
    offered; ``unrated``: its customer was asked for a rating and gave none."""

    first_called_at: str | None
    waited_s: float | None
    service_s: float | None
    served: list[ServedService]
    staff: str | None
    reason: str | None
    requeues: int
    steps: StepCount | None
    standard_s: int | None
    wait_standard_s: int | None
    rating: GivenRating | None
    unrated: bool


class Visits(TypedDict):
    """The tickets of a day, one row each, what became of the feedback cases that were opened on it, and of
    its appointments."""

    day: str | None
    visits: list[VisitRow]
    cases: CaseCounts
    appointments: AppointmentCounts
