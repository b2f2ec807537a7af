"""One recorded day through decide and evolve, event by event, on a virtual clock.

Arrivals and service times are those of the recording. Whoever has waited as long as their patience lasts
leaves. A counter is there for the sessions of its server and calls whom that server could be asked for; after
a customer it is not ready for the time of the wrap-up, and the next customer is there at once, since the
recording knows no walking. Of several that are ready the one that has been so for longest calls.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from branch.analytics.replay.server_sessions import Session
from branch.analytics.replay.trace import Customer
from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.kernel.decide import decide
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.queueing.wait_estimate import WaitEstimate
from branch.opening_hours import SECOND

# What happens first when several things happen in one instant: a server who goes calls nobody any more, a
# counter that becomes free serves whoever is about to leave, and whoever is about to leave has left when the
# next one comes in.
_GO, _COME, _FINISH, _READY, _LEAVE, _ARRIVE = range(6)


@dataclass(slots=True)
class Visit:
    """What became of a recorded customer, who queues as one of ``segment`` and has ``patience`` (ms; None:
    without end). ``waited`` in ms is None until the call, ``estimate`` is what was announced when the number
    was given, ``passed`` is how many who came later were called before by a counter that serves this one."""

    customer: Customer
    segment: str
    patience: int | None = None
    waited: int | None = None
    estimate: WaitEstimate | None = None
    passed: int = 0


@dataclass(frozen=True, slots=True)
class Staff:
    """Who serves: the sessions of the day, the number of each server's counter, the wrap-up in ms, and how
    long a service takes (ms, by service) of somebody who was not served then."""

    sessions: Sequence[Session]
    counters: Mapping[str, int]
    wrap_up: int
    lengths: Mapping[str, int]


class DayRun:
    """A day that began at the instant ``start``, with a hall whose day has been turned.

    Attributes:
        by_cap: how many calls the cap decided.
        by_promise: how many the promise of fairness decided.
        now: the instant of the last thing that happened.
    """

    def __init__(self, hall: Hall, visits: Sequence[Visit], start: int, staff: Staff) -> None:
        self.by_cap = self.by_promise = 0
        self.now = start
        self._visits = visits
        self._hall = hall
        self._start = start
        self._staff = staff
        self._agenda: list[tuple[int, int, int]] = []
        self._services = {staff.counters[one.server]: one.services for one in staff.sessions}
        self._on_duty: set[int] = set()
        self._to_come = Counter(staff.counters[one.server] for one in staff.sessions)
        self._ready: dict[int, None] = {}
        self._waiting: dict[int, Visit] = {}
        self._lines: Counter[str] = Counter()
        self._last_for = self._last_servers()

    def run(self) -> None:
        """Until nothing is left to happen."""
        for session in self._staff.sessions:
            number = self._staff.counters[session.server]
            heappush(self._agenda, (self._start + session.start_s * SECOND, _COME, number))
            heappush(self._agenda, (self._start + session.end_s * SECOND, _GO, number))
        for index, visit in enumerate(self._visits):
            heappush(self._agenda, (self._start + visit.customer.arrived_s * SECOND, _ARRIVE, index))
        while self._agenda:
            at, kind, number = heappop(self._agenda)
            if kind == _LEAVE and number not in self._waiting:
                continue
            self.now = at
            self._happen(kind, number)
            self._settle()

    def _happen(self, kind: int, number: int) -> None:
        if kind == _COME:
            self._come(number)
        elif kind == _GO:
            self._on_duty.discard(number)
        elif kind == _FINISH:
            self._do(c.FinishServing(number))
            heappush(self._agenda, (self.now + self._staff.wrap_up, _READY, number))
        elif kind == _READY:
            self._ready[number] = None
        elif kind == _LEAVE:
            self._do(c.CancelTicket(str(number)))
            self._gone(number)
        else:
            self._arrive(number)

    def _do(self, command: c.Command) -> tuple[e.Event, ...]:
        events = decide(self._hall, command, self.now)
        for event in events:
            evolve(self._hall, event)
        return events

    def _last_servers(self) -> Mapping[int, frozenset[str]]:
        """By counter, the services for which nobody else is there so late that day."""
        last: dict[str, int] = {}
        for session in sorted(self._staff.sessions, key=lambda session: (session.end_s, session.server)):
            last.update(dict.fromkeys(session.services, self._staff.counters[session.server]))
        return {
            number: frozenset(service for service, late in last.items() if late == number)
            for number in self._services
        }

    def _come(self, number: int) -> None:
        self._on_duty.add(number)
        self._to_come[number] -= 1
        if self._hall.counters[number].state == "closed":
            services = tuple(one for one in self._hall.plan.services if one in self._services[number])
            self._do(c.OpenCounter(number, f"server {number}", services))
            self._ready[number] = None

    def _arrive(self, index: int) -> None:
        visit = self._visits[index]
        self._do(c.IssueTicket(str(index), visit.customer.service, segment=visit.segment))
        visit.estimate = self._hall.tickets[str(index)].announced
        self._waiting[index] = visit
        self._lines[visit.customer.service] += 1
        if visit.patience is not None:
            heappush(self._agenda, (self.now + visit.patience, _LEAVE, index))

    def _gone(self, index: int) -> Visit:
        visit = self._waiting.pop(index)
        self._lines[visit.customer.service] -= 1
        return visit

    def _settle(self) -> None:
        """Nobody waits while a counter is ready for them, and who is not needed any more goes home."""
        for number in tuple(self._ready):
            if number not in self._on_duty and not self._stays(number):
                self._do(c.CloseCounter(number))
                del self._ready[number]
            elif self._wanted(self._services[number]):
                self._serve(number)

    def _stays(self, number: int) -> bool:
        """Whether a server stays beyond the last session because somebody waits whom nobody else serves."""
        return not self._to_come[number] and self._wanted(self._last_for[number])

    def _wanted(self, services: frozenset[str]) -> bool:
        return any(self._lines[service] for service in services)

    def _serve(self, number: int) -> None:
        (called,) = self._do(c.CallNext(number))
        assert isinstance(called, e.TicketCalled)  # noqa: S101 - somebody waits whom the counter serves
        self._do(c.StartServing(number))
        index = int(called.ticket)
        visit = self._gone(index)
        customer = visit.customer
        visit.waited = self.now - self._start - customer.arrived_s * SECOND
        services = self._services[number]
        for earlier, other in self._waiting.items():
            other.passed += earlier < index and other.customer.service in services
        self.by_cap += called.why.reason == "cap"
        self.by_promise += called.why.reason == "promise"
        del self._ready[number]
        length = (
            self._staff.lengths[customer.service]
            if customer.service_s is None
            else customer.service_s * SECOND
        )
        heappush(self._agenda, (self.now + length, _FINISH, number))
