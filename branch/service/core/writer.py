"""The single writer: decide, append, commit, then publish.

One thread owns the hall. Whatever has queued up while the last commit was on its way to disk goes into the
next transaction, so that many askers share the price of one. Nobody is answered or shown anything before it
is on disk; what is read is read between two commits.

When the disk refuses, everybody in that batch is told so, and the hall is folded anew from the journal:
memory never knows more than the disk. A command that fails by a bug is its asker's alone: the others of the
batch are stored and answered.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from branch.domain.day.day_messages import AdoptPlan, DayOpened, TurnDay
from branch.domain.day.kept_rules import dependents
from branch.domain.kernel.decide import RunTimers, decide
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Command, Events
from branch.domain.kernel.refusals import Refusal, refusal
from branch.domain.plan.branch_plan import Plan
from branch.service.core.event_rows import Batch, Entry, fold, left_out
from branch.service.core.service_clock import Clock
from branch.service.core.trusted_clock import TrustedClock
from branch.service.core.writer_inbox import Answered, Ask, Inbox, Job, Render, RenderRefusal
from branch.service.journal.journal_port import Answer, Journal
from branch.service.journal.storage_errors import StorageError
from branch.service.use_cases.actor import Actor

log = logging.getLogger(__name__)

_ANSWERS_KEPT = 3 * 24 * 3_600_000
"""Idempotency keys are remembered for three days (ms): longer than any retry."""

IDLE_S = 5.0
"""How often the calendar is looked at while nobody asks (real seconds at most, less on a faster clock), and
after the disk refused a new day."""

PASS_MS = 1_000
"""So much of the service's time passes before it is looked again whether something has become due (ms)."""

_LEAST_IDLE_S = 0.05
"""A faster clock does not have the writer spin."""

_SLEWED = 60_000
"""A clock that is set right goes back by less than this (ms)."""


class Writer:
    """Owns the hall and the journal. Callbacks run in the writer's thread and must only hand over.

    Attributes:
        replayed: the last entries of the day that goes on.
        plan_at_start: what the day goes by: the configured plan, and what the day needs of the one before.
        dependents: who depends on what has left branch.toml, at the start.
    """

    def __init__(
        self,
        journal: Journal,
        plan: Plan,
        clock: Clock,
        *,
        publish: Callable[[Sequence[Entry]], None],
        deliver: Callable[[Sequence[Callable[[], None]]], None],
        idle: float = IDLE_S,
    ) -> None:
        self._journal = journal
        self._plan, self._plan_hash = plan, plan.hash
        self._clock = clock
        self._publish = publish
        self._deliver = deliver
        self._idle = idle
        self._patience = min(idle, max(_LEAST_IDLE_S, idle / max(1.0, clock.speed)))
        self._inbox = Inbox(deliver)
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        folded = fold(journal, plan)
        self._hall, self._now, self.replayed = folded.hall, folded.at, folded.entries
        self.plan_at_start, self.dependents = folded.hall.plan, tuple(dependents(folded.hall))
        if isinstance(clock, TrustedClock):
            clock.go_on_from(self._now, self._cuts_short)
        if self._now > clock.now() + _SLEWED and not clock.steps_back:
            log.warning("the clock is behind the journal's last row; time stands still until it gets there")
        self._unsure = False
        self._gap = journal.gap()
        self._seq = journal.last_seq()
        self._next_turn = 0.0
        self._corrected_by = 0
        self._next_pass = 0

    @property
    def seq(self) -> int:
        """The sequence number of the newest row on disk that everybody may know of."""
        return self._seq

    @property
    def alive(self) -> bool:
        """Whether it takes jobs: started, not stopped and not failed."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin to take jobs."""
        self._thread.start()

    def stop(self) -> None:
        """Answer what has been asked, then end; may be called again."""
        if self._thread.is_alive():
            self._inbox.stop()
            self._thread.join()

    def submit(
        self,
        ask: Ask,
        render: Render,
        refused: RenderRefusal,
        done: Callable[[Answered], None],
        failed: Callable[[Exception], None],
        *,
        key: str | None = None,
        older_key: str | None = None,
        fingerprint: bytes = b"",
        actor: Actor | None = None,
        keep_refusal: bool = True,
    ) -> None:
        """Ask for a command; ``done`` or ``failed`` (StorageError, WriterEnded, a bug) is delivered later.

        ``older_key`` is what older programs kept the answer to the very same request under.
        """
        self._inbox.put(
            Job(done, failed, ask, render, refused, key, older_key, fingerprint, actor, keep_refusal)
        )

    def read(
        self,
        look: Callable[[Hall, int], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Look at the hall between two commits; ``look`` gets the hall and the instant."""
        self._inbox.put(Job(done, failed, read=look))

    def _run(self) -> None:
        jobs: list[Job] = []
        try:
            while not self._inbox.stopped:
                jobs = self._inbox.take(self._patience)
                self._carry_out(jobs)
                jobs = []
        except Exception:
            log.exception("the writer has failed: the service can do nothing more")
        finally:
            self._inbox.close(jobs)

    def _carry_out(self, jobs: list[Job]) -> None:
        writes = [job for job in jobs if job.ask is not None]
        due = self._is_due()
        if writes or due or self._day_is_over():
            self._write(writes, due=due)
        for job in jobs:
            if job.read is not None:
                self._look(job)
        if jobs:
            self._deliver([job.hand_over for job in jobs])

    def _tick(self) -> int:
        """The instant, which never runs backwards; but a clock that was wrong before is believed, since time
        would stand still until it has passed what it said then."""
        now = self._clock.now()
        if isinstance(self._clock, TrustedClock):
            self._corrected_by += self._clock.take_correction()
        if now > self._now or (now < self._now - _SLEWED and self._clock.steps_back):
            self._now = now
        return self._now

    def _cuts_short(self, now: int, other: int) -> bool:
        """Whether ``other`` is on another business day than the one that runs, which is not over ``now``."""
        day, schedule = self._hall.day, self._plan.schedule
        if day is not None and day < schedule.day_of(now) and schedule.goes_on(day):
            day = schedule.day_of(now)  # it turns with what is asked next
        if day is None or schedule.day_of(other) == day:
            return False
        hours = schedule.opening(day)
        return bool(hours) and now < hours[-1][1]

    def _look(self, job: Job) -> None:
        assert job.read is not None  # noqa: S101
        try:
            self._make_sure()
            job.result = job.read(self._hall, self._tick())
        except Exception as error:  # noqa: BLE001 - it is the asker's, who gets it
            job.error = error

    def _write(self, jobs: list[Job], *, due: bool) -> None:
        """Carry out these jobs in one commit; each in its own when one of them cannot be undone otherwise."""
        try:
            self._make_sure()
            batch = self._commit(jobs, due=due)
        except StorageError as error:
            # The trace would say nothing that the one line does not.
            log.error("nothing of %d requests was stored: %s", len(jobs), error)  # noqa: TRY400
            self._fail(jobs, error)
            return
        except Exception as error:
            if self._unsure or len(jobs) + due < 2 or not jobs:
                log.exception("a command could not be carried out")
                self._fail(jobs, error)
                return
            # One of them has left the hall half changed, or rows that no journal takes. Alone, each either is
            # stored or fails by itself.
            self._unsure = True
            for job in jobs:
                self._write([job], due=False)
            return
        self._seq += len(batch.drafts)
        if batch.entries:
            self._publish(batch.entries)
        if self._gap is not None:
            self._forget_gap()
        if any(isinstance(entry.event, DayOpened) for entry in batch.entries):
            self._forget(self._now - _ANSWERS_KEPT)

    def _commit(self, jobs: list[Job], *, due: bool) -> Batch:
        now = self._tick()
        today, day = self._turns_into(now), self._hall.day
        # A day that is over keeps its plan to the end.
        adopts = today is None and self._hall.plan_hash != self._plan_hash
        adopted = decide(self._hall, AdoptPlan(self._plan), now) if adopts else ()
        batch = Batch(self._hall, self._seq, adopted)
        if today is not None:
            batch.apply(decide(self._hall, TurnDay(today, self._plan, self._correction(today)), now))
        if self._gap is not None:
            batch.apply(decide(self._hall, left_out(self._gap, self._plan.schedule, day, now), now))
        if due:
            batch.apply(self._due_events(now))
        for job in jobs:
            self._take(job, now, batch)
        if batch.drafts or batch.answers:
            self._journal.append(batch.drafts, list(batch.answers.values()))
        self._corrected_by = 0
        return batch

    def _correction(self, today: str) -> int | None:
        """By how much the date was wrong; None where it only turns. Who was away over the turn of a day that
        went on has missed it, and was right before."""
        day = self._hall.day
        missed = isinstance(self._clock, TrustedClock) and self._clock.resumed
        if day is None or (missed and self._plan.schedule.is_open_across(day, today)):
            return None
        return self._corrected_by or None

    def _turns_into(self, now: int) -> str | None:
        """The business day that begins with what is asked ``now``, None while the one that runs is the right
        one. It is an earlier one only where the clock was wrong."""
        day, today = self._hall.day or "", self._plan.schedule.day_of(now)
        return today if day < today or (self._corrected_by and day != today) else None

    def _day_is_over(self) -> bool:
        """Whether a new day has begun on which nobody has asked for anything: screens left on show it too."""
        if time.monotonic() < self._next_turn:
            return False
        if self._unsure:  # the hall in memory may be of a day that never reached the disk
            return True
        now = self._tick()
        return self._hall.day is not None and self._turns_into(now) is not None

    def _is_due(self) -> bool:
        """Whether something has come to its time though nobody asks; looked at every `PASS_MS`."""
        now = self._tick()
        if self._next_pass - PASS_MS <= now < self._next_pass or self._unsure:
            return False
        self._next_pass = now + PASS_MS
        return bool(self._due_events(now))

    def _due_events(self, now: int) -> Events:
        """What has become due; a timer that fails is nobody's who asks for something else."""
        try:
            return decide(self._hall, RunTimers(), now)
        except Exception:
            log.exception("what has become due could not be found out")
            return ()

    def _take(self, job: Job, now: int, batch: Batch) -> None:
        """Carry out one command in memory and put down what must reach the disk for it."""
        assert job.ask is not None and job.render is not None and job.refused is not None  # noqa: S101, PT018
        job.result, job.error = None, None
        if job.key is not None:
            known = batch.answers.get(job.key) or self._journal.answer(job.key)
            if known is not None:
                if known.fingerprint == job.fingerprint:
                    job.result = Answered(known.status, known.body)
                else:
                    reused = refusal("key-reused", "this idempotency key belongs to another request")
                    job.result = Answered(*job.refused(reused))
                return
            older = None if job.older_key is None else self._journal.answer(job.older_key)
            if older is not None and older.fingerprint == job.fingerprint:
                job.result = Answered(older.status, older.body)
                return
        try:
            command = job.ask if isinstance(job.ask, Command) else job.ask(self._hall)
            events = decide(self._hall, command, now)
        except Refusal as refused:
            job.result = Answered(*job.refused(refused))
            if not job.keep_refusal:
                return
        except Exception as error:
            # Nothing was changed yet: it is the asker's alone, and a retry may ask anew.
            log.exception("a command could not be carried out")
            job.error = error
            return
        else:
            batch.apply(events, None if job.actor is None else job.actor.told(self._hall, command))
            job.result = Answered(*job.render(self._hall, events, now))
        if job.key is not None:
            batch.answers[job.key] = Answer(job.key, job.fingerprint, job.result.status, job.result.body, now)

    def _forget(self, before: int) -> None:
        try:
            self._journal.forget_answers(before)
        except StorageError as error:
            # What was stored is stored; old answers go with the next day.
            log.warning("old answers are still there: %s", error)

    def _forget_gap(self) -> None:
        self._gap = None
        try:
            self._journal.forget_gap()
        except StorageError as error:
            log.warning("numbers will be left out once more at the next start: %s", error)

    def _fail(self, jobs: list[Job], error: Exception) -> None:
        """Tell everybody, and forget in memory what the disk does not hold."""
        for job in jobs:
            job.result, job.error = None, error
        self._unsure = True
        self._next_pass = 0
        self._next_turn = time.monotonic() + self._idle

    def _make_sure(self) -> None:
        """After a failure, fold the hall anew from what the disk holds; raises StorageError until it can."""
        if not self._unsure:
            return
        folded = fold(self._journal, self._plan)
        self._hall = folded.hall
        self._unsure = False
        stored = [entry for entry in folded.entries if entry.seq > self._seq]
        if stored:  # a commit that failed has reached the disk after all
            self._seq = stored[-1].seq
            self._publish(stored)
