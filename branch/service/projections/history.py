"""Days that are over, as routes and reports ask for them."""

from __future__ import annotations

from pathlib import Path

from branch.contract.answers.feedback_answers import Case
from branch.contract.answers.visit_answers import Visits
from branch.domain.kernel.refusals import refusal
from branch.domain.plan.branch_plan import Plan
from branch.service.feed.feed_entries import Entry
from branch.service.feed.hall_views import Views
from branch.service.journal.sqlite_journal import open_reader
from branch.service.journal.storage_errors import StorageError
from branch.service.journal.subscriptions import Subscriptions
from branch.service.projections.past_days import PastDays


class History:
    """Reads past days on a connection of its own. May be used from several threads."""

    def __init__(self, folder: Path, plan: Plan, views: Views, committed: Subscriptions[Entry]) -> None:
        """Raises StorageError."""
        self._reader = open_reader(folder)
        self._days = PastDays(folder, self._reader, plan, views)
        self._subscription = committed.follow(self._days, self._reader)

    def check(self, day: str) -> None:
        """Raise unknown-day unless there is such a day in the journal. Raises StorageError."""
        if day not in self._reader.days():
            raise refusal("unknown-day", f"there was no business day {day!r}")

    def visits(self, day: str) -> Visits:
        """The visits of a day that is over, with its cases as they stand now. Raises StorageError."""
        self._catch_up()
        return self._days.visits(day)

    def cases(self, day: str) -> list[Case]:
        """The cases that were opened on a day, as they stand now. Raises StorageError."""
        self._catch_up()
        return self._days.cases(day)

    def _catch_up(self) -> None:
        try:
            self._subscription.catch_up()
        except StorageError:  # it has been said; what cannot be kept on disk is kept in memory
            self._subscription.catch_up()

    def close(self) -> None:
        """Let go of the files; may be called again."""
        self._days.close()
        self._reader.close()
