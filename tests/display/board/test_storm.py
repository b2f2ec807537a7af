"""The worst hour: hundreds of calls at once, a line that is cut again and again, clocks that are wrong."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication

from branch.client.calls.service_api import Api
from branch.client.feed_reader import FeedReader
from tests.client.proxy import proxy
from tests.client.recorder import Recorder
from tests.display.shown import Shown, branch_config, shown_board
from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until

COUNTERS = 20
EACH = 25
BUSY, ACTS = 8, 80

SIZES = [(1280, 720), (3840, 2160), (1080, 1920), (1920, 1080), (640, 360), (720, 1280)]


@contextmanager
def record(hall: Hall) -> Iterator[Callable[[], list[tuple[str, int, bool]]]]:
    """What there is to announce in the order of the journal, by a feed of its own that nobody cuts."""
    heard = Recorder()
    reader = FeedReader(
        hall.service.url,
        hall.service.tokens["display"],
        on_snapshot=heard.callbacks["on_snapshot"],
        on_event=heard.callbacks["on_event"],
        on_state=heard.callbacks["on_state"],
    )
    reader.start()
    heard.until_live()

    def calls() -> list[tuple[str, int, bool]]:
        calling = [e for e in list(heard.events) if e["type"] in ("TicketCalled", "TicketRecalled")]
        tickets = [event["ticket"] for event in calling]
        return [(t["number"], cast(int, t["counter"]), t["recalls"] > 0) for t in tickets]

    try:
        yield calls
    finally:
        reader.stop()
        reader.join(10)


class Tellers:
    """Call, call again, and serve only who has been shown: nobody else can have come."""

    def __init__(self, hall: Hall, shown: Shown, chance: random.Random) -> None:
        self._hall, self._shown, self._chance = hall, shown, chance
        self._holding: dict[int, list[str]] = {}
        self.calls = 0

    def act(self) -> None:
        """One of them does what is next."""
        counter = self._chance.randint(1, BUSY)
        held = self._holding.setdefault(counter, [])
        shown = [number for number, _, _ in self._shown.announced]
        if held and shown.count(held[0]) == len(held):
            self._hall.finish(counter)
            held.clear()
            return
        if held:
            self._hall.desk.recall(counter)
            held.append(held[0])
        else:
            held += self._hall.call(counter)
        self.calls += 1

    def all_shown(self) -> bool:
        """Whether the board has caught up with them."""
        return len(self._shown.announced) >= self.calls


def test_five_hundred_calls_of_twenty_counters_each_have_their_moment(
    tmp_path: Path, qapp: QGuiApplication
) -> None:
    config = branch_config(counters=COUNTERS)
    with running_service(tmp_path / "data", config, HandClock()) as service, closing(Hall(service)) as hall:
        hall.open(*range(1, COUNTERS + 1))
        hall.take(*["A"] * (COUNTERS * EACH))
        with (
            record(hall) as told,
            shown_board(service.url, service.tokens["display"], size=(640, 360), pace=0.01) as shown,
        ):
            until(lambda: shown.link.live)
            _all_at_once(hall)
            until(lambda: len(told()) == COUNTERS * EACH, seconds=60)
            until(lambda: len(shown.announced) >= COUNTERS * EACH, seconds=60)
            until(lambda: shown.look != "calling")
            assert shown.announced == told(), "each once, in the order of the calls"
            assert len({number for number, _, _ in shown.announced}) == COUNTERS * EACH
            assert shown.text("mainNumber") == told()[-1][0]
            assert not shown.has("staleBanner")


@pytest.mark.parametrize("seed", [1, 7, 2026])
def test_a_line_cut_at_random_loses_no_call_and_repeats_none(
    tmp_path: Path, qapp: QGuiApplication, seed: int
) -> None:
    chance = random.Random(seed)  # to be the same in every run
    healed = threading.Event()

    def budget() -> int | None:
        return None if healed.is_set() else chance.randint(300, 12_000)

    config = branch_config({"recalls = 3": "recalls = 0"})
    with running_service(tmp_path / "data", config, HandClock()) as service, closing(Hall(service)) as hall:
        hall.open(*range(1, BUSY + 1))
        hall.take(*["A"] * ACTS)
        token = service.tokens["display"]
        with (
            record(hall) as told,
            proxy(service.url, budget) as line,
            shown_board(line.url, token, size=(640, 360), heartbeat=0.5, pace=0.02) as shown,
        ):
            until(lambda: shown.link.live)
            tellers = Tellers(hall, shown, chance)
            for _ in range(ACTS):
                tellers.act()
                if chance.random() < 0.2:
                    line.cut_all()
                if chance.random() < 0.2:
                    until(tellers.all_shown)
            healed.set()
            until(tellers.all_shown)
            until(lambda: shown.link.live and shown.look != "calling")
            until(lambda: len(told()) == tellers.calls)
            assert shown.announced == told(), f"seed {seed}, {line.cuts} cuts"
            assert line.cuts > 2
            assert tellers.calls > ACTS / 2


def test_another_screen_in_the_middle_of_a_call(hall: Hall, shown: Shown) -> None:
    hall.take(*["A"] * len(SIZES))
    numbers = []
    for counter, size in enumerate(SIZES, start=1):
        numbers += hall.call(counter)
        shown.resize(*size)
        until(lambda: shown.text("mainNumber") == numbers[-1])  # noqa: B023  # asked at once
        shown.settle()
        assert shown.cut() == [], size
    until(lambda: shown.look == "now")
    assert [number for number, _, _ in shown.announced] == numbers


def test_a_clock_that_is_set_while_the_line_is_down_changes_nothing(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that hears of the right time late puts its clock right by hours."""
    right = time.time_ns
    with (
        proxy(hall.service.url) as line,
        shown_board(line.url, hall.service.tokens["display"], heartbeat=0.5) as shown,
    ):
        until(lambda: shown.link.live)
        hall.take("A", "A")
        first = hall.call(1)
        until(lambda: len(shown.announced) == 1)
        line.let_nobody_in()
        line.cut_all()
        until(lambda: shown.has("staleBanner"))
        monkeypatch.setattr(time, "time_ns", lambda: right() + 3 * 3600 * 10**9)
        shown.board.usePortrait(False)  # shows anew what it has
        assert "09:30" in shown.text("staleBanner")
        assert shown.text("clock") == "09:30"
        second = hall.call(2)
        line.let_in()
        until(lambda: len(shown.announced) == 2)
        assert [number for number, _, _ in shown.announced] == first + second
        assert shown.board.lateness < 60, "by the service's clock, not by ours"
        until(lambda: not shown.has("staleBanner"))


def _all_at_once(hall: Hall) -> None:
    """Every teller calls, serves and finishes as fast as can be, each on a line of its own."""
    service = hall.service

    def work(counter: int) -> None:
        with Api(service.url, service.tokens["counter"]) as desk:
            for _ in range(EACH):
                desk.next(counter)
                desk.start(counter)
                desk.finish(counter)

    tellers = [threading.Thread(target=work, args=(n,)) for n in range(1, COUNTERS + 1)]
    for teller in tellers:
        teller.start()
    until(lambda: not any(teller.is_alive() for teller in tellers), seconds=60)
