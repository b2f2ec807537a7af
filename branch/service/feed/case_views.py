"""Feedback cases as the manager sees them. Nobody else does: they hold what a customer wrote, and of whom."""

from __future__ import annotations

from collections.abc import Iterable

from branch.contract.times import optional_text
from branch.domain.feedback.case import Case
from branch.service.feed.hall_views import View, Views


def case_view(case: Case, views: Views) -> View:
    """A case with its whole history."""
    return {
        "id": case.id,
        "state": case.state,
        "channel": case.channel,
        "opened_at": views.time(case.opened_at),
        "due_at": views.time(case.due_at),
        "overdue": case.overdue,
        "resolved_at": optional_text(case.resolved_at, views.zone),
        "handler": case.handler,
        "ticket": case.ticket,
        "number": case.number,
        "service": case.service,
        "counter": case.counter,
        "staff": case.staff,
        "score": case.score,
        "tags": list(case.tags),
        "text": case.text,
        "notes": [
            {"at": views.time(note.at), "by": note.by, "did": note.did, "text": note.text}
            for note in case.notes
        ],
    }


def cases_summary(cases: Iterable[View]) -> View:
    """How many were opened, and how many of them were answered, in time and too late, or are overdue."""
    counted = list(cases)
    resolved = [case for case in counted if case["state"] == "resolved"]
    return {
        "opened": len(counted),
        "resolved": len(resolved),
        "in_time": sum(not case["overdue"] for case in resolved),
        "overdue": sum(case["overdue"] for case in counted if case["state"] != "resolved"),
    }
