"""A teller's own figures of today: totals, never a customer's, and no score that could be told apart.

Which customer gave which score is for nobody at the counter. A mean that moves with each rating would tell
the last one, so ratings are told in groups of `GROUP`, in the order in which they came.
"""

from __future__ import annotations

from branch.contract.answers.counter_answers import StaffFigures
from branch.domain.kernel.hall import Hall

GROUP = 3
"""So many ratings are told at a time; fewer than that are none."""

SATISFIED = 4
"""A score of so much or more is a satisfied customer (the "top two boxes" of customer surveys)."""


def figures_view(hall: Hall, staff: str, now: int) -> StaffFigures:
    """What ``staff`` has done today, wherever they sat: services finished, how long they took on average, how
    many of them within the standard of their service; pauses with the one that lasts; ratings, and those who
    were asked for one in vain."""
    services = hall.plan.services
    done = [
        stop
        for ticket in hall.tickets.values()
        for stop in ticket.stays
        if stop.staff == staff and stop.ended == "served"
    ]
    told = _told_scores(hall, staff)
    judged = [stop for stop in done if stop.service in services]
    pauses, paused = hall.pauses.get(staff, (0, 0))
    for counter in hall.counters.values():
        if counter.staff == staff and counter.state == "paused":
            pauses, paused = pauses + 1, paused + now - counter.since
    return {
        "staff": staff,
        "served": len(done),
        "average_s": sum(stop.took for stop in done) / len(done) / 1000 if done else None,
        "judged": len(judged),
        "within": sum(stop.took <= services[stop.service].standard for stop in judged),
        "pauses": pauses,
        "paused_s": paused / 1000,
        "ratings": len(told),
        "satisfied": sum(score >= SATISFIED for score in told) / len(told) if told else None,
        "mean": sum(told) / len(told) if told else None,
        "unanswered": _unanswered(hall, staff),
    }


def _told_scores(hall: Hall, staff: str) -> list[int]:
    given = [t.rating for t in hall.tickets.values() if t.staff == staff and t.rating is not None]
    given.sort(key=lambda rating: rating.at)
    return [rating.score for rating in given[: len(given) // GROUP * GROUP]]


def _unanswered(hall: Hall, staff: str) -> int:
    """In groups too: who has just said nothing is as little to be told as what somebody said."""
    silent = sum(ticket.rating_asked for ticket in hall.tickets.values() if ticket.staff == staff)
    return silent // GROUP * GROUP
