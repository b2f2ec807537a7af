"""The dry run that is kept while nothing happens in the hall but that people come.

In a rush several kiosks ask for a wait within one second, and the tickets that they give change the run only
behind those whom it has called so far. So it goes by the second in which it began, and takes newcomers in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from branch.domain.counters.counter import Counter
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.dry_run import DryRun, Newcomer
from branch.domain.queueing.weights import goes_by_time, terms
from branch.domain.tickets.ticket import Lane, Ticket
from branch.opening_hours import SECOND


class KeptRun(NamedTuple):
    """The run of those who wait at the ``counters`` that call, from the second that ``began`` (ms), and its
    ``lanes`` by their place in it."""

    began: int
    run: DryRun
    lanes: Mapping[Lane, int]
    counters: Sequence[Counter]

    def takes_in(self, ticket: Ticket, plan: Plan) -> bool:
        """Whether the run is that of the hall also now that this ticket waits in it."""
        lane = self.lanes.get(ticket.lane)
        if lane is None or ticket.promise is not None or ticket.told_late:
            return False
        newcomer = newcomer_of(plan, ticket.lane, self.counters, ticket.place.queued_from)
        return self.run.join(ticket.id, newcomer, lane)


def second_of(now: int) -> int:
    """The beginning of the second of that instant."""
    return now - now % SECOND


def newcomer_of(
    plan: Plan,
    lane: Lane,
    counters: Sequence[Counter],
    now: int,
    *,
    behind: str | None = None,
    promised: int | None = None,
) -> Newcomer:
    """One who comes ``now`` and will wait in that lane, ``behind`` the last there now, with an appointment if
    they are ``promised`` a time."""
    serving = {place: counter for place, counter in enumerate(counters) if may_call(counter, lane)}
    turns = {place: turn_of(counter, lane) for place, counter in serving.items()}
    by_time = promised if goes_by_time(plan.rule) else None
    return Newcomer(now, *terms(plan, lane), serving.keys(), behind, by_time, turns)


def may_call(counter: Counter, lane: Lane) -> bool:
    """Whether that counter may call those of that lane."""
    if lane.for_counter is not None:
        return lane.for_counter == counter.number
    return lane.service in counter.services


def turn_of(counter: Counter, lane: Lane) -> int:
    """The place of the lane's service in the counter's list; -1 for those who were sent there."""
    return counter.services.index(lane.service) if lane.service in counter.services else -1
