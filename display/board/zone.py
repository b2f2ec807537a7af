"""The part of the hall that a board shows: all of it, or the services of one zone. Pure: no Qt, no clock."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from branch.client.hall_view import HallView
from branch.contract.answers.counter_answers import BoardCounter
from branch.contract.answers.hall_answers import Phase, ServiceState
from branch.contract.answers.ticket_answers import BoardTicket
from branch.contract.branch_info import BranchInfo

ROWS = 3
"""Rows of the list where several zones share a screen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a board reads off the view; the fields are those of `branch.client.hall_view.HallView`."""

    day: str | None
    phase: Phase
    services: list[ServiceState]
    counters: dict[int, BoardCounter]
    calls: list[BoardTicket]


@dataclass(frozen=True, slots=True)
class Zone:
    """Services that share a part of the hall; with none it is the whole hall."""

    services: tuple[str, ...] = ()

    def has(self, service: str) -> bool:
        """Whether that service is in it."""
        return not self.services or service in self.services

    def seen(self, view: HallView) -> Seen:
        """The view as far as it is about this zone: a counter that works for other zones too is without the
        ticket that it holds for them."""
        if not self.services:
            return Seen(view.day, view.phase, view.services, view.counters, view.calls)
        return Seen(
            view.day,
            view.phase,
            [service for service in view.services if self.has(service["id"])],
            {n: self._ours(one) for n, one in view.counters.items() if any(map(self.has, one["services"]))},
            [call for call in view.calls if self.has(call["service"])],
        )

    def names(self, branch: BranchInfo) -> list[Mapping[str, str]]:
        """What its services are called, in the branch's order; none for the whole hall."""
        services = branch.services if self.services else ()
        return [service.names for service in services if self.has(service.id)]

    def is_here(self, branch: BranchInfo) -> bool:
        """Whether the branch has any of its services; also true while no branch is known."""
        known: Collection[str] = [service.id for service in branch.services]
        return not known or not self.services or any(map(self.has, known))

    def _ours(self, counter: BoardCounter) -> BoardCounter:
        ticket = counter["ticket"]
        return counter if ticket is None or self.has(ticket["service"]) else {**counter, "ticket": None}
