"""Following the journal by name: every row, in order, from a cursor that outlives the process."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from branch.service.journal.journal_port import Draft, MemoryJournal, Row
from branch.service.journal.storage_errors import StorageFull
from branch.service.journal.subscriptions import PAGE, Subscription, Subscriptions

PATIENCE_S = 10.0


@dataclass
class Listener:
    """Takes rows into a list; its cursor is what a restart would find. ``failures`` are raised first."""

    name: str = "listener"
    wanted: frozenset[str] = frozenset({"Rung"})
    taken: list[Row] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    heard: threading.Condition = field(default_factory=threading.Condition)

    def cursor(self) -> int:
        return self.taken[-1].seq if self.taken else 0

    def wants(self, row_type: str) -> bool:
        return row_type in self.wanted

    def take(self, rows: Sequence[Row]) -> None:
        with self.heard:
            if self.failures:
                raise self.failures.pop(0)
            self.taken += rows
            self.heard.notify_all()

    def wait_for(self, count: int) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: len(self.taken) >= count, PATIENCE_S)


@dataclass(frozen=True)
class Said:
    """As much of an entry as subscriptions look at."""

    type: str


def journal_of(count: int) -> MemoryJournal:
    journal = MemoryJournal()
    journal.append([Draft("2026-11-24", at, "Rung", "{}") for at in range(count)])
    return journal


def test_rows_come_in_order_by_pages() -> None:
    listener = Listener()
    Subscription(listener, journal_of(2 * PAGE + 1)).catch_up()
    assert [row.seq for row in listener.taken] == list(range(1, 2 * PAGE + 2))


def test_what_was_taken_before_does_not_come_again() -> None:
    journal, listener = journal_of(3), Listener()
    listener.taken = journal.read(0, 2)
    Subscription(listener, journal).catch_up()
    assert [row.seq for row in listener.taken] == [1, 2, 3]


def test_a_follower_is_woken_by_what_it_wants_and_gets_all() -> None:
    journal, listener = MemoryJournal(), Listener()
    committed: Subscriptions[Said] = Subscriptions()
    committed.follow(listener, journal)
    committed.start()
    try:
        for row_type in ("Knocked", "Rung"):
            journal.append([Draft("2026-11-24", 0, row_type, "{}")])
            committed.publish([Said(row_type)])
        listener.wait_for(2)
    finally:
        committed.stop()
    assert [row.type for row in listener.taken] == ["Knocked", "Rung"]


def test_what_was_committed_while_nobody_followed_comes_at_the_start() -> None:
    listener = Listener()
    committed: Subscriptions[Said] = Subscriptions()
    committed.follow(listener, journal_of(1))
    committed.start()
    try:
        listener.wait_for(1)
    finally:
        committed.stop()


def test_hearers_are_told_at_once_in_order() -> None:
    committed: Subscriptions[Said] = Subscriptions()
    heard: list[str] = []
    committed.hear(lambda entries: heard.extend(f"a {entry.type}" for entry in entries))
    committed.hear(lambda entries: heard.extend(f"b {entry.type}" for entry in entries))
    committed.publish([Said("Rung")])
    assert heard == ["a Rung", "b Rung"]


@pytest.mark.parametrize("error", [StorageFull("the disk is full"), RuntimeError("a bug")])
@pytest.mark.expects_log
def test_one_that_failed_is_handed_the_same_rows_again(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("branch.service.journal.subscriptions._FIRST_S", 0.01)
    listener = Listener(failures=[error])
    committed: Subscriptions[Said] = Subscriptions()
    committed.follow(listener, journal_of(2))
    committed.start()
    try:
        listener.wait_for(2)
    finally:
        committed.stop()
    assert [row.seq for row in listener.taken] == [1, 2]


def test_a_failure_is_the_askers_who_catches_up_by_hand() -> None:
    subscription = Subscription(Listener(failures=[StorageFull("the disk is full")]), journal_of(1))
    with pytest.raises(StorageFull):
        subscription.catch_up()
