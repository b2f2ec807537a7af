"""How long a wait will be: the rule rolled forward over those who wait."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.queueing.dry_run import DryCall, DryCounter, DryLane, DryRun
from branch.domain.queueing.kept_run import KeptRun, may_call, newcomer_of, second_of, turn_of
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.queueing.wait_learning import Outlook
from branch.domain.queueing.weights import goes_by_time, terms
from branch.domain.tickets.ticket import Lane, Ticket
from branch.opening_hours import MINUTE


class Forecast:
    """The waits as they look in one second; make one, ask it for many tickets."""

    def __init__(self, hall: Hall, now: int) -> None:
        self._hall = hall
        self._now = now
        self._began = second_of(now)
        self._open = [counter for counter in hall.counters.values() if counter.state == "open"]
        self._calling = [
            *self._open,
            *(c for c in hall.counters.values() if c.state == "paused" and c.back_at),
        ]
        self._lanes = hall.waiting.filled()
        self._cycles: dict[str, int] = {}

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
        lane = self._lane(service, segment, on_time=promised_at is not None and not came_late, late=came_late)
        promised = promised_at if lane.appointment else None
        newcomer = newcomer_of(
            plan, lane, self._calling, self._now, behind=self._hall.waiting.last_in(lane), promised=promised
        )
        return self._estimate(lane, self._present().run.call_of_newcomer(newcomer))

    def ahead_of_newcomer(self, service: str, segment: str | None = None) -> int:
        """How many will be called before one who comes now, an ordinary customer unless a segment is named;
        while no counter serves it, as if those of the plan were about to call."""
        estimate = self.for_newcomer(service, segment)
        if estimate is not None:
            return estimate.ahead
        counters = list(self._hall.counters.values())
        newcomer = newcomer_of(self._hall.plan, self._lane(service, segment), counters, self._now)
        call = self._rolled(counters).call_of_newcomer(newcomer)
        return 0 if call is None else call.ahead

    def for_ticket(self, ticket: Ticket) -> WaitEstimate | None:
        """The wait from now of a ticket that waits; None when no open counter serves it, or when the one that
        it was sent to pauses."""
        if not any(may_call(counter, ticket.lane) for counter in self._open):
            return None
        return self._estimate(ticket.lane, self._present().run.call_of(ticket.id))

    def ahead(self, ticket: Ticket) -> int:
        """How many will be called before a ticket that waits, by the counters that serve it; while none does,
        as if those of the plan were about to call."""
        estimate = self.for_ticket(ticket)
        if estimate is not None:
            return estimate.ahead
        call = self._rolled(list(self._hall.counters.values())).call_of(ticket.id)
        return 0 if call is None else call.ahead

    def _estimate(self, lane: Lane, call: DryCall | None) -> WaitEstimate | None:
        if call is None:
            return None
        counters = sum(may_call(counter, lane) for counter in self._open)
        outlook = Outlook(call.at - self._began, call.ahead, counters, lane.service, lane.segment)
        low, middle, top = self._hall.waits.quantiles(outlook, self._now)
        return WaitEstimate(
            low=low,
            middle=middle,
            top=top,
            ahead=outlook.ahead,
            dry_run=outlook.dry_run,
            counters=counters,
        )

    def _lane(
        self, service: str, segment: str | None = None, *, on_time: bool = False, late: bool = False
    ) -> Lane:
        plan = self._hall.plan
        segment = segment or plan.services[service].segment or plan.default_segment
        return Lane(service, None, segment, on_time, late)

    def _present(self) -> KeptRun:
        """The run of those who wait now, at the counters that call."""
        kept = self._hall.kept_run
        if kept is None or kept.began != self._began:
            lanes = {lane: place for place, (lane, _) in enumerate(self._lanes)}
            kept = KeptRun(self._began, self._rolled(self._calling), lanes, self._calling)
            self._hall.kept_run = kept
        return kept

    def _rolled(self, counters: Sequence[Counter]) -> DryRun:
        hall = self._hall
        by_time = goes_by_time(hall.plan.rule)
        listed = hall.plan.rule.service_order == "listed"
        made = [
            DryLane(
                entries,
                *terms(hall.plan, lane),
                self.cycle(lane.service),
                hall.waiting.promised(lane) if by_time else (),
                list(hall.overtakes.due((lane,))),
            )
            for lane, entries in self._lanes
        ]
        dry_counters = []
        free_at = self.free_at()
        for counter in counters:
            mine = [index for index, (lane, _) in enumerate(self._lanes) if may_call(counter, lane)]
            turns = [turn_of(counter, self._lanes[index][0]) for index in mine] if listed else ()
            dry_counters.append(DryCounter(free_at.get(counter.number, self._began), mine, turns))
        return DryRun(made, dry_counters, hall.plan.rule, hall.overtakes)

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
                free[counter.number] = self._began + rest
            else:
                rests.append((rest, counter.number))
        free.update(in_turn(rests, self._began))
        return free

    def _rest(self, counter: Counter) -> int:
        """The mean time until that counter calls, in ms.

        A customer keeps it for a whole cycle more, however long already: times at a bank have hardly any
        memory (measured on bank-calls-1999). A teller whose pause or whose gap between two customers has
        lasted too long stays away as long again and half of that, but not for more than some minutes.
        """
        if counter.state == "paused":
            back_at = counter.back_at or self._began
            return max(back_at - self._began, still_idle(self._began - back_at, 0.0))
        if counter.ticket is not None:
            return self.cycle(self._hall.tickets[counter.ticket].service)
        oldest = min(
            (entries[0][0] for lane, entries in self._lanes if may_call(counter, lane)), default=None
        )
        since = self._hall.waits.cycles.free_since(counter.number)
        if oldest is None or since is None:
            return 0
        gap = self._hall.waits.cycles.gap if oldest <= since else 0.0
        return still_idle(max(0, self._began - max(oldest, since)), gap)


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
