"""Days that are over, folded anew from the journal when somebody asks."""

from __future__ import annotations

from branch.domain.feedback.case import Case
from branch.domain.feedback.case_messages import CaseOpened
from branch.domain.feedback.case_rules import FOLDS
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.plan.branch_plan import Plan
from branch.service.journal.journal_format import from_record
from branch.service.journal.journal_port import JournalReader


def past_hall(reader: JournalReader, plan: Plan, day: str) -> Hall:
    """The hall of that day as it was at its end."""
    hall = Hall(plan)
    for row in reader.read_day(day):
        evolve(hall, from_record(row.type, row.at, row.data))
    return hall


_CASE_ROWS = frozenset({"DayOpened", *(kind.__name__ for kind in FOLDS)})


def cases_of_past_day(reader: JournalReader, plan: Plan, day: str) -> list[Case]:
    """The feedback cases that were opened on that day, as they stand now, or stood when put away."""
    hall, opened, found = Hall(plan), set[str](), dict[str, Case]()
    for later in (other for other in reader.days() if other >= day):
        for row in reader.read_day(later):
            if row.type not in _CASE_ROWS:
                continue
            event = from_record(row.type, row.at, row.data)
            evolve(hall, event)
            if later == day and isinstance(event, CaseOpened):
                opened.add(event.case)
        at_hand = opened & hall.cases.keys()
        if not at_hand:  # all of them have been put away
            break
        found |= {case: hall.cases[case] for case in hall.cases if case in at_hand}
    return list(found.values())
