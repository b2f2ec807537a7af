"""One recorded day through decide and evolve, event by event, on a virtual clock.

Arrivals, patience and service times are those of the recording. Whoever left then leaves here when the time
they waited then has passed, if they still wait; whoever was served then is patient. A counter calls the next
one the moment it is free, and the customer is there at once, since the recording knows no walking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from branch.analytics.replay.replay_setting import segment_of, staffing
from branch.analytics.replay.trace import Customer
from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.plan.schedule import HOUR, SECOND
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.domain.tickets.ticket import TicketStatus

# What happens first when several things happen in one instant: a counter that becomes free serves whoever is
# about to leave, and whoever is about to leave has left when the next one comes in.
_STAFF, _FINISH, _LEAVE, _ARRIVE = range(4)


@dataclass(slots=True)
class Visit:
    """What became of a recorded customer; ``waited`` in ms is None until the call, ``estimate`` is what was
    announced when the number was given."""

    customer: Customer
    waited: int | None = None
    estimate: WaitEstimate | None = None


class DayRun:
    """A day that began at the instant ``start``, with a hall whose day has been turned.

    Attributes:
        visits: one per customer, in order of arrival.
        by_cap: how many calls the cap decided.
        by_promise: how many the promise of fairness decided.
        most_passed: by how many later-comers somebody was passed at most.
        now: the instant of the last thing that happened.
    """

    def __init__(
        self, hall: Hall, customers: Sequence[Customer], start: int, lengths: Mapping[str, int]
    ) -> None:
        self.visits = [Visit(customer) for customer in customers]
        self.by_cap = self.by_promise = self.most_passed = 0
        self.now = start
        self._hall = hall
        self._start = start
        self._lengths = lengths
        self._agenda: list[tuple[int, int, int]] = []
        self._idle: set[int] = set()
        self._staff = 0
        self._waiting = 0
        self._last_shift_over = False

    def run(self) -> None:
        """Until nothing is left to happen."""
        hours = staffing(visit.customer for visit in self.visits)
        for hour in range(len(hours) + 1):
            heappush(self._agenda, (self._start + hour * HOUR, _STAFF, hour))
        for index, visit in enumerate(self.visits):
            heappush(self._agenda, (self._start + visit.customer.arrived_s * SECOND, _ARRIVE, index))
        while self._agenda:
            self.now, kind, number = heappop(self._agenda)
            if kind == _STAFF:
                self._shift(hours, number)
            elif kind == _FINISH:
                self._do(c.FinishServing(number))
                self._idle.add(number)
            elif kind == _LEAVE:
                self._leave(number)
            else:
                self._arrive(number)
            self._settle()

    def _do(self, command: c.Command) -> tuple[e.Event, ...]:
        events = decide(self._hall, command, self.now)
        for event in events:
            evolve(self._hall, event)
        return events

    def _shift(self, hours: Sequence[int], hour: int) -> None:
        """As many counters as worked in that hour; after the last one they stay until nobody waits."""
        if hour == len(hours):
            self._last_shift_over = True
            return
        self._staff = hours[hour]
        for number in range(1, self._staff + 1):
            if self._hall.counters[number].state == "closed":
                self._do(c.OpenCounter(number, f"server {number}"))
                self._idle.add(number)

    def _arrive(self, index: int) -> None:
        visit = self.visits[index]
        customer = visit.customer
        segment = segment_of(self._hall.plan, customer)
        self._do(c.IssueTicket(str(index), customer.service, segment=segment))
        visit.estimate = self._hall.tickets[str(index)].announced
        self._waiting += 1
        if customer.service_s is None:
            heappush(self._agenda, (self.now + customer.waited_s * SECOND, _LEAVE, index))

    def _leave(self, index: int) -> None:
        if self._hall.tickets[str(index)].status is TicketStatus.WAITING:
            self._do(c.CancelTicket(str(index)))
            self._waiting -= 1

    def _settle(self) -> None:
        """Nobody waits while a counter is idle, and who is not needed any more goes home."""
        for number in sorted(self._idle):
            if number > self._staff or (self._last_shift_over and not self._waiting):
                self._do(c.CloseCounter(number))
                self._idle.remove(number)
            elif self._waiting:
                self._serve(number)

    def _serve(self, number: int) -> None:
        (called,) = self._do(c.CallNext(number))
        assert isinstance(called, e.TicketCalled)  # noqa: S101 - somebody waits and every counter serves all
        self._do(c.StartServing(number))
        visit = self.visits[int(called.ticket)]
        customer = visit.customer
        visit.waited = self.now - self._start - customer.arrived_s * SECOND
        length = (
            self._lengths[customer.service] if customer.service_s is None else customer.service_s * SECOND
        )
        self.by_cap += called.why.reason == "cap"
        self.by_promise += called.why.reason == "promise"
        self.most_passed = max(self.most_passed, called.why.passed or 0)
        self._waiting -= 1
        self._idle.remove(number)
        heappush(self._agenda, (self.now + length, _FINISH, number))
