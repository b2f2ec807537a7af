"""Days that are over, folded anew from the journal when somebody asks."""

from __future__ import annotations

from typing import Any

from branch.domain import Hall, evolve
from branch.service.journal import JournalReader
from branch.wire.records import from_record
from branch.wire.reports import visit_row
from branch.wire.views import Views


def visits_of_past_day(reader: JournalReader, views: Views, day: str) -> list[dict[str, Any]]:
    """One row for each ticket of that day, in order of issue."""
    hall = Hall(views.plan)
    for row in reader.read_day(day):
        evolve(hall, from_record(row.type, row.at, row.data))
    return [visit_row(ticket, views) for ticket in hall.tickets.values()]
