"""How long a wait will be: the rule rolled forward over those who wait."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.queueing.discipline import goes_by_time
from branch.domain.queueing.dry_run import DryCall, DryCounter, DryLane, DryRun
from branch.domain.queueing.overtaking import Entry
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.queueing.weights import terms
from branch.domain.tickets.ticket import Lane, Ticket

_NOBODY: Mapping[Lane, Entry] = {}


class Forecast:
    """The waits as they look at one instant; make one, ask it for many tickets."""

    def __init__(self, hall: Hall, now: int) -> None:
        self._hall = hall
        self._now = now
        self._open = [counter for counter in hall.counters.values() if counter.state == "open"]
        self._calling = [
            *self._open,
            *(c for c in hall.counters.values() if c.state == "paused" and c.back_at),
        ]
        self._lanes = hall.waiting.filled()
        self._cycles: dict[str, int] = {}
        self._run: DryRun | None = None

    def counters(self, service: str) -> int:
        """How many open counters serve it now."""
        return sum(service in counter.services for counter in self._open)

    def for_newcomer(
        self,
        service: str,
        segment: str | None = None,
        *,
        promised_at: int | None = None,
        came_late: bool = False,
    ) -> WaitEstimate | None:
        """The wait of one who comes now, an ordinary customer unless a segment is named, with an appointment
        if it is ``promised_at`` a time; None when no open counter serves it."""
        if not self.counters(service):
            return None
        plan = self._hall.plan
        segment = segment or plan.services[service].segment or plan.default_segment
        on_time = promised_at is not None and not came_late
        lane = Lane(service, None, segment, on_time, came_late)
        entry = (self._now, _LAST, "")
        lanes = [(one, [*entries, entry] if one == lane else entries) for one, entries in self._lanes]
        if all(one != lane for one, _ in lanes):
            lanes.append((lane, [entry]))
        promised = {lane: (promised_at, _LAST, "")} if promised_at is not None and on_time else {}
        return self._estimate(self._rolled(lanes, self._calling, promised).call_of(""))

    def for_ticket(self, ticket: Ticket) -> WaitEstimate | None:
        """The wait from now of a ticket that waits; None when no open counter serves it, or when the one that
        it was sent to pauses."""
        if not any(_may_call(counter, ticket.lane) for counter in self._open):
            return None
        if self._run is None:
            self._run = self._rolled(self._lanes, self._calling)
        return self._estimate(self._run.call_of(ticket.id))

    def ahead(self, ticket: Ticket) -> int:
        """How many will be called before a ticket that waits, by the counters that serve it; while none does,
        as if those of the plan were about to call."""
        estimate = self.for_ticket(ticket)
        if estimate is not None:
            return estimate.ahead
        call = self._rolled(self._lanes, list(self._hall.counters.values())).call_of(ticket.id)
        return 0 if call is None else call.ahead

    def _estimate(self, call: DryCall | None) -> WaitEstimate | None:
        if call is None:
            return None
        wait = call.at - self._now
        return WaitEstimate(low=wait // 3, middle=wait, top=wait * 5 // 2, ahead=call.ahead, dry_run=wait)

    def _rolled(
        self,
        lanes: list[tuple[Lane, list[Entry]]],
        counters: list[Counter],
        promised: Mapping[Lane, Entry] = _NOBODY,
    ) -> DryRun:
        hall = self._hall
        by_time = goes_by_time(hall.plan.rule)
        listed = hall.plan.rule.service_order == "listed"
        made = [
            DryLane(
                entries,
                *terms(hall.plan, lane),
                self.cycle(lane.service),
                self._promised(lane, promised.get(lane)) if by_time else (),
                list(hall.overtakes.due((lane,))),
            )
            for lane, entries in lanes
        ]
        dry_counters = []
        free_at = self.free_at()
        for counter in counters:
            mine = [index for index, (lane, _) in enumerate(lanes) if _may_call(counter, lane)]
            turns = [_turn(counter, lanes[index][0]) for index in mine] if listed else ()
            dry_counters.append(DryCounter(free_at.get(counter.number, self._now), mine, turns))
        return DryRun(made, dry_counters, hall.plan.rule, hall.overtakes)

    def _promised(self, lane: Lane, newcomer: Entry | None) -> list[Entry]:
        promised = self._hall.waiting.promised(lane)
        return promised if newcomer is None else sorted([*promised, newcomer])

    def cycle(self, service: str) -> int:
        """For how long one customer of that service keeps a counter (ms), as far as is known."""
        if service not in self._cycles:
            self._cycles[service] = _cycle(self._hall, service)
        return self._cycles[service]

    def free_at(self) -> Mapping[int, int]:
        """By counter that calls, when it calls the next one (ms).

        Of those who serve, the one that has served longest is free first; of n of them one is free after an
        n-th of its cycle, one after two n-ths, and so on, however long each has served already: times at a
        bank have hardly any memory (measured on bank-calls-1999). A pause that lasts longer than was said
        lasts as long again.
        """
        free = {counter.number: self._now for counter in self._calling}
        busy = []
        for counter in self._calling:
            if counter.state == "paused" and counter.back_at is not None:
                late = max(0, self._now - counter.back_at)
                free[counter.number] = counter.back_at + 2 * late
            elif counter.ticket is not None:
                ticket = self._hall.tickets[counter.ticket]
                busy.append((ticket.stay.called_at or 0, counter.number, ticket.service))
        for place, (_, number, service) in enumerate(sorted(busy), 1):
            free[number] = self._now + self.cycle(service) * place // len(busy)
        return free


_LAST = 1 << 60
"""The order of issue of one who has no ticket yet."""


def _may_call(counter: Counter, lane: Lane) -> bool:
    if lane.for_counter is not None:
        return lane.for_counter == counter.number
    return lane.service in counter.services


def _turn(counter: Counter, lane: Lane) -> int:
    return counter.services.index(lane.service) if lane.service in counter.services else -1


_PRIOR_WEIGHT = 8
"""How many services the configured standard counts for, until the branch has shown its own pace."""


def _cycle(hall: Hall, service: str) -> int:
    """The mean of that service's duration in ms, the configured standard counted as a prior."""
    kind = hall.plan.services.get(service)
    prior = float(kind.standard) if kind is not None else 0.0
    seen = hall.service_times.get(service)
    if seen is None:
        return round(prior)
    return round((prior * _PRIOR_WEIGHT + seen.mean * seen.n) / (_PRIOR_WEIGHT + seen.n))
