"""The live feed: every event once and in order, whatever is cut, and to each role what it may see."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from branch.contract.answers.feed_events import EventFields
from branch.service.core.event_rows import Entry
from branch.service.feed.feed_entries import entry_data
from branch.service.feed.hall_views import Views
from tests.harness.branch import RunningService, running_service
from tests.harness.clocks import HandClock
from tests.service.asking import Asker
from tests.service.listening import Feed

BEAT = 0.3


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Asker]:
    """A branch whose heart beats fast."""
    with running_service(tmp_path / "data", heartbeat=BEAT) as running, closing(Asker(running)) as asker:
        yield asker


def issue_for_a_while(asker: Asker, count: int, done: threading.Event) -> None:
    with closing(Asker(asker.running)) as own:
        for number in range(count):
            own.issue("ABCV"[number % 4])
    done.set()


def hear(feed: Feed, enough: int, done: threading.Event) -> None:
    feed.wait_for(lambda: len(feed.rows()) >= enough or done.is_set())


def test_snapshot_then_events_across_cuts(asker: Asker) -> None:
    """A reader that is cut again and again misses nothing and gets nothing twice."""
    chance = random.Random(1)
    done = threading.Event()
    asker.issue()
    writer = threading.Thread(target=issue_for_a_while, args=(asker, 150, done))
    writer.start()
    last = asker.snapshot()["seq"]
    first, ids = last, list[int]()
    while not (done.is_set() and last == asker.seq()):
        query, headers = chance.choice([(f"?after={last}", {}), ("", {"Last_Event_ID": str(last)})])
        with Feed(asker.running, "manager", query, **headers) as feed:
            hear(feed, chance.randint(0, 20), done)
        ids += feed.ids()
        last = ids[-1] if ids else last
    writer.join()
    assert ids == list(range(first + 1, asker.seq() + 1))


def test_events_across_a_restart(asker: Asker) -> None:
    asker.issue()
    with Feed(asker.running, "manager", "?after=0") as feed:
        feed.wait_for(lambda: len(feed.rows()) == 2)
        asker.running.stop()
        feed.wait_for(feed.ended.is_set)
        assert feed.of("reset") == [], "to stop is no reason to begin anew"
    asker.running.start()
    asker.issue()
    with Feed(asker.running, "manager", Last_Event_ID="3") as feed:
        feed.wait_for(feed.rows)
        asker.issue()
        feed.wait_for(lambda: len(feed.rows()) == 2)
        assert feed.ids() == [4, 5]
    with Feed(asker.running, "manager", "?after=1") as feed:
        feed.wait_for(lambda: len(feed.rows()) == 3)
        assert [event.data["ticket"]["number"] for event in feed.rows()] == ["A001", "A002", "A003"]


def test_the_header_is_later_than_the_query(asker: Asker) -> None:
    for _ in range(3):
        asker.issue()
    with Feed(asker.running, "manager", "?after=1", Last_Event_ID="4") as feed:
        feed.wait_for(feed.rows)
        assert feed.ids() == [5]


def test_without_a_number_from_now_on(asker: Asker) -> None:
    asker.issue()
    with Feed(asker.running) as feed:
        asker.issue()
        feed.wait_for(feed.rows)
        assert feed.ids() == [4]


@pytest.mark.parametrize("after", [4, 999, 10**17])
def test_a_number_that_is_not_yet_there(asker: Asker, after: int) -> None:
    asker.issue()
    with Feed(asker.running, "display", f"?after={after}") as feed:
        feed.wait_for(feed.ended.is_set)
        assert [(event.type, event.id, event.data) for event in feed.events] == [
            ("reset", None, {"type": "reset", "seq": 3})
        ]


def test_a_number_that_is_too_old(tmp_path: Path) -> None:
    """A start keeps the entries of the current day: what is older can only be taken as a snapshot."""
    clock = HandClock(standing=True)
    with running_service(tmp_path, clock=clock) as running, closing(Asker(running)) as asker:
        asker.issue()
        clock.put("2026-11-22T09:30:00+08:00")
        asker.issue()
        with Feed(running, "manager", "?after=1") as feed:
            feed.wait_for(lambda: len(feed.rows()) == 5)
            types = [event.type for event in feed.rows()]
            assert types == ["TicketIssued", "TicketExpired", "DayClosed", "DayOpened", "TicketIssued"]
        running.stop()
        running.start()
        with Feed(running, "manager", "?after=1") as feed:
            feed.wait_for(feed.ended.is_set)
            assert [event.type for event in feed.events] == ["reset"]
        with Feed(running, "manager", "?after=5") as feed:
            feed.wait_for(lambda: len(feed.rows()) >= 2)
            assert [event.type for event in feed.rows()] == ["DayOpened", "TicketIssued"]


def test_the_new_day_is_told_in_the_night(tmp_path: Path) -> None:
    """A board that is left on shows the new day in the morning, though nobody has come yet."""
    clock = HandClock("2026-11-21T16:59:00+08:00", standing=True)
    with (
        running_service(tmp_path, clock=clock, heartbeat=BEAT) as running,
        closing(Asker(running)) as asker,
    ):
        asker.issue()
        with Feed(running, "display") as feed:
            clock.put("2026-11-22T00:00:01+08:00")
            feed.wait_for(lambda: feed.of("DayOpened"))
            assert feed.of("DayOpened")[0].data["day"] == "2026-11-22"
            assert [event.data["ticket"]["status"] for event in feed.of("TicketExpired")] == ["expired"]
        assert asker.snapshot()["hall"]["day"] == "2026-11-22"


def test_a_quiet_feed_beats(quick: Asker) -> None:
    with Feed(quick.running, "display") as feed:
        feed.wait_for(lambda: feed.comments.count("heartbeat") + len(feed.of("QueuesChanged")) >= 8)
        assert feed.rows() == []
        assert feed.comments[0] == "welcome"
        times = [event.at for event in feed.of("QueuesChanged")]
        assert all(later - earlier < BEAT + 1.5 for earlier, later in pairwise(times))


def test_counts_soon_after_a_change_but_not_too_often(asker: Asker) -> None:
    with Feed(asker.running, "kiosk") as feed:
        feed.wait_for(lambda: feed.of("QueuesChanged"))
        before = len(feed.of("QueuesChanged"))
        done = threading.Event()
        writer = threading.Thread(target=issue_for_a_while, args=(asker, 200, done))
        writer.start()
        feed.wait_for(lambda: len(feed.of("TicketIssued")) == 200, 20)
        writer.join()
        feed.wait_for(lambda: sum(s["waiting"] for s in feed.of("QueuesChanged")[-1].data["services"]) == 200)
        told = feed.of("QueuesChanged")[before:]
        took = told[-1].at - feed.of("TicketIssued")[0].at
        assert len(told) <= 5 * took + 2
        assert all(event.id is None for event in told)
        assert told[0].at - feed.of("TicketIssued")[0].at < 1.0
        assert told[-1].at - feed.of("TicketIssued")[-1].at < 1.0


def test_a_counters_queue_is_for_that_counter(asker: Asker) -> None:
    with (
        Feed(asker.running, "counter", "?counter=1") as one,
        Feed(asker.running, "counter", "?counter=3") as three,
        Feed(asker.running, "counter") as none,
    ):
        asker.issue("A")
        asker.issue("C")

        def queue(feed: Feed, counter: int) -> list[str]:
            told = feed.of("QueuesChanged")
            rows = told[-1].data["queues"][str(counter)]["tickets"] if told else []
            return [ticket["number"] for ticket in rows]

        one.wait_for(lambda: queue(one, 1) == ["A001"])
        three.wait_for(lambda: queue(three, 3) == ["C001"])
        none.wait_for(lambda: len(none.of("TicketIssued")) == 2 and none.of("QueuesChanged"))
        assert all(set(event.data["queues"]) == {"1"} for event in one.of("QueuesChanged"))
        assert all("queues" not in event.data for event in none.of("QueuesChanged"))


def test_a_row_that_cannot_be_told_has_its_readers_begin_anew(
    running: RunningService, asker: Asker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault in one view takes neither the rows after it from a screen, nor the others' feeds."""

    def broken(entry: Entry, views: Views, role: str) -> EventFields | None:
        if role == "kiosk" and entry.type == "TicketCancelled":
            raise ZeroDivisionError
        return entry_data(entry, views, role)

    monkeypatch.setattr("branch.service.feed.kept_entries.entry_data", broken)
    ticket = asker.issue()
    since = f"?after={asker.seq()}"
    with (
        caplog.at_level(logging.ERROR),
        Feed(running, "kiosk", since) as kiosk,
        Feed(running, "manager", since) as manager,
    ):
        asker.answer(f"/v1/tickets/{ticket['id']}/cancel", role="manager")
        asker.issue()
        kiosk.wait_for(lambda: kiosk.of("TicketIssued"))
        manager.wait_for(lambda: manager.of("TicketIssued"))
        told = [event.type for event in kiosk.events if event.type in ("reset", "TicketIssued")]
        assert told == ["reset", "TicketIssued"]
        assert [event.type for event in manager.rows()] == ["TicketCancelled", "TicketIssued"]
    errors = {record.message for record in caplog.records if record.levelno == logging.ERROR}
    assert errors == {"row 4 cannot be told to the role kiosk"}
