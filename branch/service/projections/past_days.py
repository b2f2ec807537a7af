"""Days that are over, as reports ask for them: each folded once, when it ends, and kept.

The running day is read from the hall itself. A feedback case outlives its day, so it is kept as it stands
now, or stood when it was put away.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from branch.contract.answers.visit_answers import Case, VisitRow, Visits
from branch.domain.day.day_messages import DayOpened
from branch.domain.feedback.case import CaseOpened
from branch.domain.feedback.case_rules import FOLDS
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import CaseEvent
from branch.domain.kernel.refusals import refusal
from branch.domain.plan.branch_plan import Plan
from branch.service.core.event_rows import Entry, fold_day
from branch.service.feed.announcement_views import announcements_of
from branch.service.feed.appointment_views import appointments_summary
from branch.service.feed.case_views import case_view, cases_summary
from branch.service.feed.hall_views import Views
from branch.service.feed.visit_views import service_times_view, visit_row
from branch.service.journal.journal_format import from_record
from branch.service.journal.journal_port import JournalReader, Row
from branch.service.journal.sqlite_journal import open_reader
from branch.service.journal.storage_errors import StorageError
from branch.service.journal.subscriptions import Subscriptions
from branch.service.projections.projection_store import Change, ProjectionStore, StoredDay

_CASE_ROWS = frozenset({DayOpened.__name__, *(kind.__name__ for kind in FOLDS)})

log = logging.getLogger(__name__)

FORM = "5"
"""Names the shape of what is stored; another one has the file begun anew."""


class PastDays:
    """Keeps days and cases from the journal's rows; a `Subscriber`."""

    name = "past days"

    def __init__(self, folder: Path, reader: JournalReader, plan: Plan, views: Views) -> None:
        self._reader, self._plan, self._views = reader, plan, views
        try:
            self._store = ProjectionStore(folder, reader.id, FORM)
        except StorageError as error:
            self._store = self._in_memory(error)
        self._hall: Hall | None = None

    def cursor(self) -> int:
        """The number of the last row that was taken."""
        return self._store.cursor()

    def wants(self, row_type: str) -> bool:
        """Whether it is about a case, or begins a day."""
        return row_type in _CASE_ROWS

    def take(self, rows: Sequence[Row]) -> None:
        """Keep what the rows say: their cases as they stand now, and the day that ended before a new one."""
        try:
            with self._store.change() as change:
                for row in rows:
                    if row.type in _CASE_ROWS:
                        self._take(row, change)
                change.move_to(rows[-1].seq)
        except StorageError as error:
            self._hall = None
            self._store.close()
            self._store = self._in_memory(error)
            raise
        except BaseException:
            self._hall = None  # memory knows no more than the disk
            raise

    def visits(self, day: str) -> Visits:
        """The visits of that day, which has to be over and in the journal."""
        stored = self._store.day(day) or self._made(day)
        return {
            "day": day,
            "visits": stored.visits,
            "cases": cases_summary(self.cases(day)),
            "appointments": stored.appointments,
            "announcements": stored.announcements,
            "service_times": stored.service_times,
            "head": None,
        }

    def cases(self, day: str) -> list[Case]:
        """The feedback cases that were opened on that day."""
        return self._store.cases(day)

    def close(self) -> None:
        """Let go of the file; may be called again."""
        self._store.close()

    def _in_memory(self, error: StorageError) -> ProjectionStore:
        """A full disk is no reason not to answer: what the journal says is kept until the next start."""
        log.warning("past days are kept in memory: %s", error)
        return ProjectionStore(None, self._reader.id, FORM)

    def _take(self, row: Row, change: Change) -> None:
        event = from_record(row.type, row.at, row.data)
        if isinstance(event, DayOpened):
            over = self._day_before(row)
            if over is not None:
                self._put_over(over, change)
            self._hall = Hall(self._plan)
        hall = self._hall = self._hall or self._cases_before(row)
        evolve(hall, event)
        if isinstance(event, CaseOpened):
            change.open_case(event.case, row.day, case_view(hall.cases[event.case], self._views))
        elif isinstance(event, CaseEvent):
            change.put_case(event.case, case_view(hall.cases[event.case], self._views))

    def _put_over(self, day: str, change: Change) -> None:
        """Keep a day that is over, and on earlier days what became of those who came then."""
        hall = fold_day(self._reader, self._plan, day)
        change.put_day(self._stored(day, hall))
        earlier: dict[str, list[VisitRow]] = {}
        for ticket in map(hall.tickets.__getitem__, sorted(hall.carried)):
            taken_on = hall.plan.schedule.day_of(ticket.issued_at)
            if taken_on < day:
                earlier.setdefault(taken_on, []).append(visit_row(ticket, self._views, hall.plan))
        for taken_on, visits in earlier.items():
            change.amend_day(taken_on, visits)

    def _made(self, day: str) -> StoredDay:
        return self._stored(day, fold_day(self._reader, self._plan, day))

    def _stored(self, day: str, hall: Hall) -> StoredDay:
        tickets = [ticket for ticket in hall.tickets.values() if ticket.id not in hall.carried]
        visits = [visit_row(ticket, self._views, hall.plan) for ticket in tickets]
        announcements = announcements_of(tickets, self._views.zone)
        return StoredDay(day, visits, appointments_summary(hall), announcements, service_times_view(hall))

    def _day_before(self, row: Row) -> str | None:
        before = self._reader.read(row.seq - 2, 1) if row.seq > 1 else []
        return before[0].day if before and before[0].day != row.day else None

    def _cases_before(self, row: Row) -> Hall:
        """The day's cases as they stood before that row: after a start in the middle of a day."""
        hall = Hall(self._plan)
        for earlier in self._reader.read_day(row.day):
            if earlier.seq >= row.seq:
                break
            if earlier.type in _CASE_ROWS:
                evolve(hall, from_record(earlier.type, earlier.at, earlier.data))
        return hall


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

    def head(self, day: str) -> tuple[str, int, str] | None:
        """The id that the journal's hashes start from, and row and hash of the last one of that day."""
        return self._reader.head(day)

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
