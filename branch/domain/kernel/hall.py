"""The state of one business day. Changed by `branch.domain.kernel.evolve` alone, read by everyone else."""

from __future__ import annotations

from branch.domain.alerts.alert import OF_THE_DAY, Alert, RaiseAlert
from branch.domain.appointments.appointment import Appointment
from branch.domain.counters.counter import Counter
from branch.domain.feedback.case import Case
from branch.domain.kernel.changing import replace
from branch.domain.kernel.refusals import refusal
from branch.domain.notices.notice import Notice
from branch.domain.offline.number_block import NumberBlock
from branch.domain.plan.branch_plan import Plan
from branch.domain.queueing.kept_run import KeptRun
from branch.domain.queueing.overtaking import Overtakes
from branch.domain.queueing.service_times import ServiceTimes
from branch.domain.queueing.wait_learning import WaitLearning
from branch.domain.queueing.waiting_room import WaitingRoom
from branch.domain.tickets.ticket import ON_HOLD, Reprint, Ticket, TicketStatus


class Hall:
    """Everything the queue knows of today: the fold of the day's events.

    Attributes:
        plan: the branch as configured; the one that the day goes by, as far as the history tells.
        plan_hash: that of the plan as the history has it; None where it tells of none.
        day: the business day, None before the first.
        tickets: every ticket of the day by id, in order of issue.
        counters: every configured counter by number.
        waiting: the tickets that wait.
        overtakes: whom the called ones have passed.
        addressed_to_staff: ids of those who wait or stand aside and were sent to a person.
        on_hold: ids of the parked and missed ones, oldest first.
        called: ids of those that have been called, the newest call last.
        numbers_issued: by service, how many numbers have been given today, or may have been before a restore,
            those of blocks left out.
        last_numbers: by service, the last number that was not set aside before a restore.
        issue_times: by service, when each of its tickets of the day was taken, in the order of time.
        blocks: the numbers set aside today for kiosks that cannot ask, by id.
        told_today: ids of the alerts that are raised once a day.
        reprints: tickets on their way to paper a second time, by the reprint's id.
        numbers_of: by prefix, the numbers that have been given today, those of blocks left out.
        closed_services: services that take nobody, with the reason.
        pauses: by staff, how often they have paused today and for how long (ms), a pause that lasts left out.
        appointments: today's and later ones, by id.
        service_times: how long each service has taken on this day.
        waits: what the waits of all days have taught.
        carried: ids of those who came on the day before and went along when it turned.
        kept_run: those who wait rolled forward, until something changes it; no part of the state.
        alerts: those that nobody has seen to yet, by id, oldest first; they outlive the day.
        cases: what customers were unhappy with, by id, oldest first; they outlive the day.
        notices: what the hall is told, by id, oldest first; they outlive the day.
        left_plan_told: what has left branch.toml and was told of, as the alerts' details have it.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.plan_hash: str | None = None
        self.day: str | None = None
        self.tickets: dict[str, Ticket] = {}
        self.counters: dict[int, Counter] = {}
        self.overtakes = Overtakes(self.plan.rule.most_passes)
        self.waiting = WaitingRoom(self.overtakes)
        self.addressed_to_staff: dict[str, None] = {}
        self.on_hold: dict[str, None] = {}
        self.called: dict[str, None] = {}
        self.numbers_issued: dict[str, int] = {}
        self.last_numbers: dict[str, int] = {}
        self.issue_times: dict[str, list[int]] = {}
        self.numbers_of: dict[str, set[int]] = {}
        self.blocks: dict[str, NumberBlock] = {}
        self.told_today: set[str] = set()
        self.reprints: dict[str, Reprint] = {}
        self.closed_services: dict[str, str | None] = {}
        self.pauses: dict[str, tuple[int, int]] = {}
        self.carried: frozenset[str] = frozenset()
        self.appointments: dict[str, Appointment] = {}
        self.service_times: dict[str, ServiceTimes] = {}
        self.waits = WaitLearning()
        self.kept_run: KeptRun | None = None
        self.alerts: dict[str, Alert] = {}
        self.cases: dict[str, Case] = {}
        self.notices: dict[str, Notice] = {}
        self.left_plan_told: set[str] = set()
        self.reset_day(None)

    def reset_day(self, day: str | None) -> None:
        """Clear what belongs to one day; what outlives the day is given anew by DayOpened."""
        self.day = day
        self.plan_hash = None
        self.tickets = {}
        self.counters = {n: Counter(n, plan.services) for n, plan in self.plan.counters.items()}
        self.overtakes = Overtakes(self.plan.rule.most_passes)
        self.waiting = WaitingRoom(self.overtakes)
        self.addressed_to_staff = {}
        self.on_hold = {}
        self.called = {}
        self.numbers_issued = {}
        self.last_numbers = {}
        self.issue_times = {}
        self.numbers_of = {}
        self.blocks = {}
        self.told_today = set()
        self.reprints = {}
        self.closed_services = {}
        self.pauses = {}
        self.carried = frozenset()
        self.service_times = {}
        self.left_plan_told = set()

    def adopt(self, plan: Plan) -> None:
        """Go by that plan; a counter that it does not have stays if anybody has been at it today. A session
        with services of its own goes on with them, as far as the plan has them, and those that now are every
        counter's; any other has those of its counter."""
        before, self.plan = self.plan, plan
        counters = {}
        for number, planned in plan.counters.items():
            counter = self.counters.get(number) or Counter(number, planned.services)
            services = planned.services
            old = before.counters[number].services if number in before.counters else ()
            if counter.state != "closed" and counter.services != old:
                more = (one for one in plan.kept.everywhere if one in planned.services and one not in old)
                going_on = (one for one in counter.services if one in plan.services)
                services = tuple(dict.fromkeys((*going_on, *more))) or planned.services
            if counter.services != services:
                counter = replace(counter, services=services)
            counters[number] = counter
        others = {n: counter for n, counter in self.counters.items() if n not in counters and counter.since}
        self.counters = counters | others
        waiting = (ticket for ticket in self.tickets.values() if ticket.status is TicketStatus.WAITING)
        self.overtakes.promise(plan.rule.most_passes, waiting)

    def ticket(self, ticket_id: str) -> Ticket:
        """That ticket; raises unknown-ticket."""
        try:
            return self.tickets[ticket_id]
        except KeyError:
            raise refusal("unknown-ticket", "there is no such ticket today") from None

    def block(self, block_id: str) -> NumberBlock:
        """That block of numbers; raises unknown-block."""
        try:
            return self.blocks[block_id]
        except KeyError:
            raise refusal("unknown-block", "there is no such block of numbers today") from None

    def counter(self, number: int) -> Counter:
        """That counter; raises unknown-counter."""
        try:
            return self.counters[number]
        except KeyError:
            raise refusal("unknown-counter", f"there is no counter {number}") from None

    def put(self, ticket: Ticket) -> None:
        """Store the next version of a ticket, one change further."""
        self.tickets[ticket.id] = replace(ticket, changes=ticket.changes + 1)
        if ticket.status in ON_HOLD:
            self.on_hold[ticket.id] = None
        else:
            self.on_hold.pop(ticket.id, None)
        if ticket.place.for_staff is not None and (
            ticket.status in ON_HOLD or ticket.status is TicketStatus.WAITING
        ):
            self.addressed_to_staff[ticket.id] = None
        else:
            self.addressed_to_staff.pop(ticket.id, None)
        if ticket.status is TicketStatus.WAITING:
            self.called.pop(ticket.id, None)

    def clear_target(self, number: int) -> None:
        """Let those who were sent to a counter wait for their service: nobody is there any more."""
        for ticket_id in [*self.waiting.directed(number), *self.on_hold]:
            if self.tickets[ticket_id].place.for_counter == number:
                self._direct(ticket_id, None)

    def retarget_for_staff(self, staff: str | None) -> None:
        """Let those who were sent to a person wait where that person calls, or for their service while the
        person is away."""
        there = self.counter_of(staff)
        number = there.number if there is not None and there.state == "open" else None
        for ticket_id in list(self.addressed_to_staff):
            ticket = self.tickets[ticket_id]
            if ticket.place.for_staff == staff and ticket.place.for_counter != number:
                self._direct(ticket_id, number)

    def counter_of(self, staff: str | None) -> Counter | None:
        """The counter at which that person is signed in."""
        if staff is None:
            return None
        return next((c for c in self.counters.values() if c.staff == staff and c.state != "closed"), None)

    def _direct(self, ticket_id: str, number: int | None) -> None:
        ticket = self.tickets[ticket_id]
        waits = ticket.status is TicketStatus.WAITING
        if waits:
            self.waiting.remove(ticket)
        self.put(replace(ticket, place=replace(ticket.place, for_counter=number)))
        if waits:
            self.waiting.add(self.tickets[ticket_id])

    def add_service_time(self, service: str, took: int) -> None:
        """Count one more service that took so long (ms)."""
        self.service_times[service] = self.service_times.get(service, ServiceTimes()).with_sample(took)

    def put_called_last(self, ticket_id: str) -> None:
        """Make that ticket the newest call."""
        self.called.pop(ticket_id, None)
        self.called[ticket_id] = None

    def open_alert(self, asked: RaiseAlert) -> Alert | None:
        """The open alert about the same: of that device, or of one of its name where the journal tells no
        device. A number of another day is another's."""
        about = (asked.counter, asked.detail)
        for alert in self.alerts_of(asked.kind, asked.source):
            now = asked.kind not in OF_THE_DAY or self._is_today(alert.raised_at)
            if now and (alert.counter, alert.detail) == about and alert.device in (None, asked.device):
                return alert
        return None

    def alerts_of(self, kind: str, source: str) -> list[Alert]:
        """The open alerts of that kind from that source, oldest first."""
        return [one for one in self.alerts.values() if (one.kind, one.source) == (kind, source)]

    def _is_today(self, at: int) -> bool:
        return self.plan.schedule.day_of(at) == self.day

    def case(self, case_id: str) -> Case:
        """That feedback case; raises unknown-case."""
        try:
            return self.cases[case_id]
        except KeyError:
            raise refusal("unknown-case", "there is no such case") from None

    def appointment(self, appointment_id: str) -> Appointment:
        """That appointment; raises unknown-appointment."""
        try:
            return self.appointments[appointment_id]
        except KeyError:
            raise refusal("unknown-appointment", "there is no such appointment") from None
