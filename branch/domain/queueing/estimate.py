"""How long a wait will be: the rule rolled forward over those who wait."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.queueing.discipline import goes_by_time
from branch.domain.queueing.dry_run import DryCall, DryCounter, DryLane, DryRun
from branch.domain.queueing.overtaking import Entry
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.queueing.wait_learning import Outlook
from branch.domain.queueing.weights import terms
from branch.domain.tickets.ticket import Lane, Ticket
from branch.opening_hours import MINUTE

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
        return self._estimate(lane, self._rolled(lanes, self._calling, promised).call_of(""))

    def for_ticket(self, ticket: Ticket) -> WaitEstimate | None:
        """The wait from now of a ticket that waits; None when no open counter serves it, or when the one that
        it was sent to pauses."""
        if not any(may_call(counter, ticket.lane) for counter in self._open):
            return None
        if self._run is None:
            self._run = self._rolled(self._lanes, self._calling)
        return self._estimate(ticket.lane, self._run.call_of(ticket.id))

    def ahead(self, ticket: Ticket) -> int:
        """How many will be called before a ticket that waits, by the counters that serve it; while none does,
        as if those of the plan were about to call."""
        estimate = self.for_ticket(ticket)
        if estimate is not None:
            return estimate.ahead
        call = self._rolled(self._lanes, list(self._hall.counters.values())).call_of(ticket.id)
        return 0 if call is None else call.ahead

    def _estimate(self, lane: Lane, call: DryCall | None) -> WaitEstimate | None:
        if call is None:
            return None
        counters = sum(may_call(counter, lane) for counter in self._open)
        outlook = Outlook(call.at - self._now, call.ahead, counters, lane.service, lane.segment)
        low, middle, top = self._hall.waits.quantiles(outlook, self._now)
        return WaitEstimate(
            low=low,
            middle=middle,
            top=top,
            ahead=outlook.ahead,
            dry_run=outlook.dry_run,
            counters=counters,
        )

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
            mine = [index for index, (lane, _) in enumerate(lanes) if may_call(counter, lane)]
            turns = [_turn(counter, lanes[index][0]) for index in mine] if listed else ()
            dry_counters.append(DryCounter(free_at.get(counter.number, self._now), mine, turns))
        return DryRun(made, dry_counters, hall.plan.rule, hall.overtakes)

    def _promised(self, lane: Lane, newcomer: Entry | None) -> list[Entry]:
        promised = self._hall.waiting.promised(lane)
        return promised if newcomer is None else sorted([*promised, newcomer])

    def cycle(self, service: str) -> int:
        """For how long one customer of that service keeps a counter (ms), as far as is known."""
        if service not in self._cycles:
            kind = self._hall.plan.services.get(service)
            standard = float(kind.standard) if kind is not None else 0.0
            self._cycles[service] = self._hall.waits.cycles.of(service, standard)
        return self._cycles[service]

    def free_at(self) -> Mapping[int, int]:
        """By counter that calls, when it calls the next one (ms)."""
        free = {}
        rests: list[tuple[float, int]] = []
        for counter in self._calling:
            rest = self._rest(counter)
            if rest <= 0 or counter.state == "paused":
                free[counter.number] = self._now + rest
            else:
                rests.append((rest, counter.number))
        free.update(in_turn(rests, self._now))
        return free

    def _rest(self, counter: Counter) -> int:
        """The mean time until that counter calls, in ms.

        A customer keeps it for a whole cycle more, however long already: times at a bank have hardly any
        memory (measured on bank-calls-1999). A teller whose pause or whose gap between two customers has
        lasted too long stays away as long again and half of that, but not for more than some minutes.
        """
        if counter.state == "paused":
            back_at = counter.back_at or self._now
            return max(back_at - self._now, still_idle(self._now - back_at, 0.0))
        if counter.ticket is not None:
            return self.cycle(self._hall.tickets[counter.ticket].service)
        oldest = min(
            (entries[0][0] for lane, entries in self._lanes if may_call(counter, lane)), default=None
        )
        since = self._hall.waits.cycles.free_since(counter.number)
        if oldest is None or since is None:
            return 0
        gap = self._hall.waits.cycles.gap if oldest <= since else 0.0
        return still_idle(self._now - max(oldest, since), gap)


_AGAIN = 1.5
_LONGEST_AWAY = 10 * MINUTE


def still_idle(idle: int, gap: float) -> int:
    """For how long (ms) a counter goes on without calling that has been ``idle`` since somebody waits for it,
    where the mean gap between two customers is ``gap``."""
    return round(min(max(gap, _AGAIN * idle), _LONGEST_AWAY))


def in_turn(rests: Iterable[tuple[float, int]], now: int) -> Mapping[int, int]:
    """When each of several counters calls (ms), if each does so after a mean time (ms) without memory: the
    quickest first, after the mean time to the first of all, and so on with those that are left."""
    free = {}
    at = float(now)
    left = sorted(rests)
    rate = sum(1 / rest for rest, _ in left)
    for rest, counter in left:
        at += 1 / rate
        free[counter] = round(at)
        rate = max(rate - 1 / rest, _HARDLY)
    return free


_HARDLY = 1e-9
"""A rate that is none, but for what is lost in rounding."""

_LAST = 1 << 60
"""The order of issue of one who has no ticket yet."""


def may_call(counter: Counter, lane: Lane) -> bool:
    """Whether that counter may call those of that lane."""
    if lane.for_counter is not None:
        return lane.for_counter == counter.number
    return lane.service in counter.services


def _turn(counter: Counter, lane: Lane) -> int:
    return counter.services.index(lane.service) if lane.service in counter.services else -1
