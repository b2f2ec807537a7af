"""The stage alone, on a clock of the tests' own."""

from __future__ import annotations

from itertools import pairwise

from branch.contract.answers.ticket_answers import BoardTicket, TicketStatus
from display.board.callout import FULL_MS, LATE_SETTLE_MS, LEAST_MS, Callouts, moment_ms


def call(
    number: str, at: int = 0, status: TicketStatus = "called", counter: int = 3, recalls: int = 0
) -> BoardTicket:
    """A call as the feed has it."""
    return {
        "number": number,
        "service": number[0],
        "segment": "ordinary",
        "language": "zh",
        "status": status,
        "counter": counter,
        "called_at": f"2026-11-21T09:{at // 60:02}:{at % 60:02}.000+08:00",
        "recalls": recalls,
        "appointment": None,
        "came_late": False,
    }


def drain(stage: Callouts, now: int = 0) -> list[tuple[int, str]]:
    """Let time pass until the stage is empty: when whose moment began."""
    began = []
    while (due := stage.due_in(now)) is not None:
        now += due
        begun = stage.turn(now)
        if begun is not None:
            began.append((now, begun["number"]))
    return began


def test_an_empty_stage_waits_for_nothing() -> None:
    stage = Callouts()
    assert stage.turn(0) is None
    assert stage.due_in(0) is None
    assert not stage.busy


def test_a_call_has_its_full_moment() -> None:
    stage = Callouts()
    stage.announce(call("A001"), 0)
    assert stage.turn(0) is not None
    assert stage.turn(FULL_MS - 1) is None
    assert stage.current is not None
    assert stage.turn(FULL_MS) is None
    assert stage.current is None


def test_three_at_once_come_one_after_the_other() -> None:
    stage = Callouts()
    for number in ("A001", "B001", "C001"):
        stage.announce(call(number), 0)
    assert drain(stage) == [(0, "A001"), (4000, "B001"), (8000, "C001")]


def test_a_storm_drains_with_every_call_once_and_in_order() -> None:
    stage = Callouts()
    for n in range(60):
        stage.announce(call(f"A{n:03}", n), 0)
    began = drain(stage)
    assert [number for _, number in began] == [f"A{n:03}" for n in range(60)]
    moments = [after - before for (before, _), (after, _) in pairwise(began)]
    assert min(moments) == LEAST_MS
    assert moments == sorted(moments)
    assert began[-1][0] < 60 * 2000


def test_newcomers_shorten_the_moment_that_is_on() -> None:
    stage = Callouts()
    stage.announce(call("A001"), 0)
    stage.turn(0)
    for n in range(2, 12):
        stage.announce(call(f"A{n:03}", n), 100)
    assert stage.due_in(100) == LEAST_MS - 100


def test_moments_are_never_too_short_or_too_long() -> None:
    assert [moment_ms(n) for n in (0, 2, 3, 5, 7, 500)] == [4000, 4000, 3000, 2000, 1500, 1500]


def test_the_same_call_is_announced_once() -> None:
    stage = Callouts()
    assert stage.announce(call("A001"), 0)
    assert not stage.announce(call("A001"), 10)
    assert stage.announce(call("A001", at=30, recalls=1), 20)
    assert [number for _, number in drain(stage)] == ["A001", "A001"]


def test_what_was_there_before_us_is_not_announced() -> None:
    stage = Callouts()
    stage.recognise(call("A001"))
    assert not stage.announce(call("A001"), 0)
    assert not stage.busy


def test_a_call_that_was_taken_back_leaves_the_stage_and_the_queue() -> None:
    for gone in ("waiting", "missed", "parked", "cancelled", "expired"):
        stage = Callouts()
        for number in ("A001", "B001", "C001"):
            stage.announce(call(number), 0)
        stage.turn(0)
        stage.follow("A001", gone)
        stage.follow("C001", gone)
        assert stage.due_in(500) == 0
        assert drain(stage, 500) == [(500, "B001")]


def test_a_customer_who_has_come_meanwhile_is_shown_all_the_same() -> None:
    stage = Callouts()
    stage.announce(call("A001"), 0)
    stage.announce(call("B001"), 0)
    stage.turn(0)
    stage.follow("B001", "serving")
    begun = stage.turn(FULL_MS)
    assert begun is not None
    assert begun["status"] == "serving"


def test_late_calls_are_told_unless_their_customer_has_come() -> None:
    stage = Callouts()
    for number in ("A001", "B001", "C001"):
        stage.announce(call(number), 0, late=True)
    assert stage.turn(0) is None, "what comes with them may still say what became of them"
    stage.follow("A001", "served")
    stage.follow("B001", "missed")
    assert drain(stage) == [(LATE_SETTLE_MS, "C001")]


def test_after_a_snapshot_only_what_stands_is_kept() -> None:
    stage = Callouts()
    for number in ("A001", "B001", "C001"):
        stage.announce(call(number), 0)
    stage.turn(0)
    stage.keep({"A001": "serving", "C001": "called"})
    assert stage.current is not None
    assert stage.current["status"] == "serving"
    assert drain(stage, 100)[-1][1] == "C001"
    assert stage.waiting == 0


def test_another_day_begins_empty() -> None:
    stage = Callouts()
    stage.announce(call("A001"), 0)
    stage.announce(call("A002"), 0)
    stage.turn(0)
    stage.clear()
    assert not stage.busy
    assert stage.announce(call("A001"), 0)


def test_a_faster_day_has_shorter_moments() -> None:
    stage = Callouts(lambda ms: ms // 10)
    for n in range(3):
        stage.announce(call(f"A{n:03}", n), 0)
    assert [at for at, _ in drain(stage)] == [0, 400, 800]


def test_memory_stays_bounded_over_two_thousand_calls() -> None:
    stage = Callouts()
    shown = 0
    for n in range(2000):
        stage.announce(call(f"A{n:04}", n % 3600), n * 2000)
        shown += stage.turn(n * 2000) is not None
    shown += len(drain(stage, 2000 * 2000))
    assert shown == 2000
    assert stage.recognise(call("A0000", 0)), "the oldest are forgotten"
    assert stage.waiting == 0
