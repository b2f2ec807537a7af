"""What it costs to say how long a wait will be, in a hall in which fifty wait."""

from __future__ import annotations

from time import process_time_ns

from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import RuleName
from branch.domain.queueing.estimate import Forecast
from branch.domain.tickets.ticket import Ticket, TicketStatus
from tests.bench.table import Table
from tests.domain.branches import ruled
from tests.domain.helpers import called_in, given, issue, seat

WAITING = 50
ROUNDS = 60
RULES: tuple[RuleName, ...] = ("longest-wait", "accumulating-priority")


def measure(table: Table) -> None:
    """Everybody who waits, each asked for alone, under two rules; of each the least processor time of some
    rounds, since the machine is never quiet."""
    table.heading(f"What is told of one wait, with {WAITING} waiting")
    for rule in RULES:
        hall, now = crowded(rule)
        waiting = [one for one in hall.tickets.values() if one.status is TicketStatus.WAITING]
        least = sorted(min(_spent_us(hall, now, one) for _ in range(ROUNDS)) for one in waiting)
        table.add(f"{rule}: median", least[len(least) // 2], "us")
        table.add(f"{rule}: p99", least[len(least) * 99 // 100], "us", aim="<= 200")


def crowded(rule: RuleName) -> tuple[Hall, int]:
    """A hall with three counters and fifty people who wait, and its time."""
    story = given(seat(1), seat(2), seat(4), plan=ruled(rule, most_passes=5))
    for number in (1, 2, 4):
        story.given(issue(f"at {number}", "A"), *called_in(number))
    for index in range(WAITING):
        segment = "priority" if index % 8 == 0 else None
        story.given(issue(f"t{index}", "B" if index % 3 else "A", segment))
    return story.hall, story.now


def _spent_us(hall: Hall, now: int, ticket: Ticket) -> float:
    began = process_time_ns()
    Forecast(hall, now).for_ticket(ticket)
    return (process_time_ns() - began) / 1000
