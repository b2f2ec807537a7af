"""Between the hall and the journal: events to rows and entries, and a day's rows folded to the hall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from branch.domain import events as e
from branch.domain.counters.counter import Counter
from branch.domain.day.day_messages import DayOpened
from branch.domain.day.kept_rules import plan_of_day
from branch.domain.feedback.case import Case
from branch.domain.kernel.evolve import evolve
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event, Events
from branch.domain.offline.number_block import LeaveGap
from branch.domain.plan.branch_plan import Plan
from branch.domain.tickets.ticket import Ticket
from branch.opening_hours import Schedule
from branch.service.journal.journal_format import actor_of, events_of, to_record, with_actor
from branch.service.journal.journal_port import Answer, Draft, JournalReader, NumberGap

REPLAYED = 2_000
"""Entries of the current day that are kept at start, so that screens can resume across a restart."""


class Beginning(NamedTuple):
    """The calls, the newest first, and the counters, each with whom it holds."""

    calls: tuple[Ticket, ...]
    counters: tuple[tuple[Counter, Ticket | None], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal row, with the ticket, its counter, whom that counter holds, and the feedback case, frozen
    right after it; who did it, as the row says; and what a day begins with, if people go along into it."""

    seq: int
    at: int
    day: str
    event: e.Event
    ticket: Ticket | None
    counter: Counter | None
    held: Ticket | None
    case: Case | None = None
    actor: Mapping[str, str] | None = None
    beginning: Beginning | None = None

    @property
    def type(self) -> str:
        """The type of its row."""
        return type(self.event).__name__


def entry_after(
    hall: Hall, event: e.Event, seq: int, day: str, actor: Mapping[str, str] | None = None
) -> Entry:
    """The entry of ``event``, which the hall has just taken in."""
    ticket = hall.tickets.get(event.ticket) if isinstance(event, e.TicketEvent) else None
    number = event.counter if isinstance(event, e.CounterEvent | e.AtCounter) else None
    if number is None and isinstance(event, e.TicketExpired) and ticket is not None:
        number = ticket.stay.counter
    if isinstance(event, e.TicketRequeued | e.ReminderMoved | e.ReminderDue):
        number = event.at_counter
    counter = hall.counters.get(number) if number is not None else None
    held = hall.tickets.get(counter.ticket) if counter is not None and counter.ticket else None
    case = hall.cases.get(event.case) if isinstance(event, e.CaseEvent) else None
    beginning = None
    if isinstance(event, DayOpened) and event.carried is not None:
        calls = tuple(hall.tickets[called] for called in reversed(hall.called))
        there = (
            (one, hall.tickets[one.ticket] if one.ticket is not None else None)
            for one in hall.counters.values()
        )
        beginning = Beginning(calls, tuple(there))
    return Entry(seq, event.at, day, event, ticket, counter, held, case, actor, beginning)


@dataclass(frozen=True, slots=True)
class Folded:
    """The hall, the day's last entries, and the instant of the newest row (0 when there is none)."""

    hall: Hall
    entries: list[Entry]
    at: int


def fold(journal: JournalReader, plan: Plan) -> Folded:
    """Read the newest day and no other: what outlives a day stands in its first row.

    What has happened is folded under the plan that it happened under; from now on the hall goes by ``plan``,
    which the journal is told of before anything else happens (`Hall.plan_hash` is the journal's).
    """
    hall = Hall(plan)
    entries: list[Entry] = []
    day = journal.latest_day()
    if day is None:
        return Folded(hall, entries, 0)
    kept_after = journal.last_seq() - REPLAYED
    at = 0
    for row, event in events_of(journal.read_day(day)):
        evolve(hall, event)
        at = row.at
        if row.seq > kept_after:
            entries.append(entry_after(hall, event, row.seq, day, actor_of(row)))
    if hall.day is None:
        raise ValueError(f"the journal's day {day} does not begin with {DayOpened.__name__}")
    hall.adopt(plan_of_day(hall, plan))
    return Folded(hall, entries, at)


def fold_day(journal: JournalReader, plan: Plan, day: str) -> Hall:
    """The hall of that day as it was at its end, under the plan of that day; under ``plan`` if the journal is
    so old that it tells of none."""
    hall = Hall(plan)
    for _, event in events_of(journal.read_day(day)):
        evolve(hall, event)
    return hall


def left_out(gap: NumberGap, schedule: Schedule, day: str | None, now: int) -> LeaveGap:
    """What a note in the journal, whose newest rows are of ``day``, asks of the queue at ``now``; nothing on
    a later day than that of the restore. A clock before it tells nothing, so the gap is left."""
    today = schedule.day_of(now)
    known = gap.day == today
    if now >= gap.at and not known and today not in (day, schedule.day_of(gap.at)):
        return LeaveGap("", {}, {})
    if gap.exact and not known:  # the journal before was whole, and had no row of today
        return LeaveGap("", {}, {})
    return LeaveGap(today, gap.given, gap.set_aside, gap.exact)


class Batch:
    """The rows, their entries for the feed, and the answers by key. ``seq`` is the last row's on disk;
    ``adopted`` goes before anything else that happens, if anything does."""

    def __init__(self, hall: Hall, seq: int, adopted: Events = ()) -> None:
        self._hall = hall
        self._seq = seq
        self._adopted = adopted
        self.drafts: list[Draft] = []
        self.entries: list[Entry] = []
        self.answers: dict[str, Answer] = {}

    def apply(self, events: Sequence[Event], actor: Mapping[str, str] | None = None) -> None:
        """Take events into the hall, and put down what must reach the disk before anybody hears of them;
        ``actor`` is who asked for them, if anybody did."""
        if events and self._adopted:
            adopted, self._adopted = self._adopted, ()
            self.apply(adopted)
        for event in events:
            evolve(self._hall, event)
            day = self._hall.day or ""
            kind, text = to_record(event)
            self.drafts.append(Draft(day, event.at, kind, with_actor(text, actor)))
            self.entries.append(entry_after(self._hall, event, self._seq + len(self.drafts), day, actor))
