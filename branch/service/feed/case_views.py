"""Feedback cases as the manager sees them. Nobody else does: they hold what a customer wrote, and of whom."""

from __future__ import annotations

from collections.abc import Iterable

from branch.contract.answers.visit_answers import Case as CaseView
from branch.contract.answers.visit_answers import CaseCounts, CaseReceipt
from branch.contract.times import optional_text
from branch.domain.feedback.case import Case
from branch.service.feed.hall_views import Views


def case_view(case: Case, views: Views) -> CaseView:
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


def case_receipt(case: Case, views: Views) -> CaseReceipt:
    """What a teller who hands in a complaint is told of it: that it is there."""
    return {
        "id": case.id,
        "state": case.state,
        "opened_at": views.time(case.opened_at),
        "due_at": views.time(case.due_at),
    }


def cases_summary(cases: Iterable[CaseView]) -> CaseCounts:
    """How many were opened, and how many of them were answered, in time and too late, or are overdue."""
    counted = list(cases)
    resolved = [case for case in counted if case["state"] == "resolved"]
    return {
        "opened": len(counted),
        "resolved": len(resolved),
        "in_time": sum(not case["overdue"] for case in resolved),
        "overdue": sum(case["overdue"] for case in counted if case["state"] != "resolved"),
    }
