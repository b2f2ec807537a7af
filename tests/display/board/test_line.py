"""The line to the service goes and comes: the board never lies about it, and misses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from branch.client.calls.service_api import Api
from branch.contract.answers.hall_answers import BoardSnapshot
from tests.client.proxy import Proxy
from tests.display.shown import Shown, branch_config, shown_board
from tests.harness.branch import running_service
from tests.harness.clocks import HandClock
from tests.harness.hall import Hall
from tests.harness.waiting import until


@pytest.fixture
def proxy(hall: Hall) -> Iterator[Proxy]:
    """A line that can be cut while the service and its tellers go on."""
    proxy = Proxy(hall.service.url, lambda: None)
    yield proxy
    proxy.close()


def test_a_service_that_stops_leaves_the_numbers_and_says_since_when(hall: Hall, shown: Shown) -> None:
    hall.take("A", "A", "A")
    first, second = hall.call(1, 2)
    until(lambda: len(shown.announced) == 2 and shown.look == "now")
    hall.service.stop()
    until(lambda: shown.has("staleBanner"))
    assert "09:30" in shown.text("staleBanner")
    assert "Not updated since 09:30" in shown.text("staleBanner")
    assert shown.text("mainNumber") == second
    assert shown.listed() == [first]
    assert shown.look == "calm", "nobody knows whether that is still so"
    hall.service.start()
    until(lambda: not shown.has("staleBanner"))
    assert shown.link.live
    assert shown.look == "now"
    (third,) = hall.call(3)
    until(lambda: shown.text("mainNumber") == third)
    assert [number for number, _, _ in shown.announced] == [first, second, third]


def test_calls_made_while_the_line_was_cut_are_shown_once(hall: Hall, proxy: Proxy) -> None:
    with shown_board(proxy.url, hall.service.tokens["display"], heartbeat=0.5) as shown:
        until(lambda: shown.link.live)
        hall.take(*["A"] * 4)
        before = hall.call(1)
        until(lambda: len(shown.announced) == 1 and shown.look == "now")
        proxy.cut_all()
        during = hall.call(2, 3, 4)
        until(lambda: len(shown.announced) == 4)
        assert [number for number, _, _ in shown.announced] == before + during
        until(lambda: shown.look == "now" and shown.link.live)
        assert len(shown.announced) == 4


def test_a_hiccup_is_not_shouted_about(hall: Hall, proxy: Proxy) -> None:
    with shown_board(proxy.url, hall.service.tokens["display"]) as shown:
        until(lambda: shown.link.live)
        states: list[tuple[str, bool]] = []

        def note() -> None:
            states.append((str(shown.link.state), shown.has("staleBanner")))

        shown.link.stateChanged.connect(note)
        proxy.cut_all()
        until(lambda: states and shown.link.live)
        assert ("lost", True) not in states
        assert not shown.has("staleBanner")


def test_a_new_snapshot_announces_nothing_twice(hall: Hall, shown: Shown) -> None:
    hall.take("A", "A", "A")
    numbers = hall.call(1, 2)
    until(lambda: len(shown.announced) == 2 and shown.look == "now")
    snapshot = _snapshot(hall)
    # What the link does when the feed says `reset`.
    shown.link.take_snapshot(shown.link.view, snapshot)
    assert shown.panel["number"] == numbers[1]
    assert shown.look == "now"
    numbers += hall.call(3)
    until(lambda: len(shown.announced) == 3)
    shown.link.take_snapshot(shown.link.view, _snapshot(hall))
    until(lambda: shown.look == "now")
    assert [number for number, _, _ in shown.announced] == numbers


def test_a_call_that_only_the_snapshot_knows_is_shown(hall: Hall, proxy: Proxy) -> None:
    with shown_board(proxy.url, hall.service.tokens["display"]) as shown:
        until(lambda: shown.link.live)
        hall.take("A", "A")
        view = shown.link.view
        shown.link.changed.disconnect()  # as if the events had been lost
        first, second = hall.call(1, 2)
        snapshot = _snapshot(hall)
        view.calls = []
        shown.link.take_snapshot(view, snapshot)
        until(lambda: len(shown.announced) == 2)
        assert [number for number, _, _ in shown.announced] == [first, second]


@contextmanager
def called_before_midnight(folder: Path, closes: str) -> Iterator[tuple[Hall, Shown]]:
    """A branch that ``closes`` at that time and opens at midnight, a second before: A001 is on the board."""
    changes = {
        'sat = ["09:00-17:00"]': f'sat = ["09:00-{closes}"]',
        'sun = ["09:00-16:00"]': 'sun = ["00:00-24:00"]',
    }
    clock = HandClock("2026-11-21T23:50:00+08:00")
    with running_service(folder / "data", branch_config(changes), clock) as service:
        hall = Hall(service)
        hall.open(1)
        hall.take("A")
        hall.call(1)
        with shown_board(service.url, service.tokens["display"]) as shown:
            until(lambda: shown.has("mainNumber"))
            clock.put("2026-11-21T23:59:59+08:00")
            yield hall, shown
        hall.close()


def test_another_day_begins_with_an_empty_board(tmp_path: Path, qapp: QGuiApplication) -> None:
    with called_before_midnight(tmp_path, "23:59") as (hall, shown):
        until(lambda: not shown.has("mainNumber"))
        assert shown.listed() == []
        assert shown.announced == []
        until(lambda: shown.text("clock") == "00:00")
        hall.open(1)
        hall.take("A")
        assert hall.call(1) == ["A001"], "numbers begin anew"
        until(lambda: shown.text("mainNumber") == "A001")
        assert len(shown.announced) == 1


def test_a_call_stays_on_the_board_where_the_branch_is_open_over_midnight(
    tmp_path: Path, qapp: QGuiApplication
) -> None:
    with called_before_midnight(tmp_path, "24:00") as (_, shown):
        until(lambda: shown.link.view.day == "2026-11-22")
        until(lambda: shown.text("clock") == "00:00")
        assert shown.text("mainNumber") == "A001"
        assert shown.announced == [], "nobody is called once more"


@pytest.mark.parametrize(
    ("at", "title", "opens"),
    [("08:20", "您好", "09:00"), ("18:00", "本网点现在不营业", ""), ("12:30", "现在是休息时间", "13:30")],
)
def test_closed(tmp_path: Path, qapp: QGuiApplication, at: str, title: str, opens: str) -> None:
    changes = {'sat = ["09:00-17:00"]': 'sat = ["09:00-12:00", "13:30-17:00"]'}
    clock = HandClock(f"2026-11-21T{at}:00+08:00")
    with (
        running_service(tmp_path / "data", branch_config(changes), clock) as service,
        shown_board(service.url, service.tokens["display"]) as shown,
    ):
        until(lambda: shown.has("closedScreen"))
        assert title in shown.text("closedTitle")
        assert shown.text("opensAt") == opens
        assert shown.text("clock") == at
        assert not shown.has("boardScreen")


def test_waiting_for_a_service(qapp: QGuiApplication) -> None:
    with shown_board("http://127.0.0.1:9", "none") as shown:
        until(lambda: "127.0.0.1:9" in shown.text("waitingScreen"))
        assert "正在连接网点服务" in shown.text("waitingScreen")
        assert "Connecting to the branch service" in shown.text("waitingScreen")
        assert not shown.has("boardScreen")


def test_a_token_that_is_not_accepted(hall: Hall) -> None:
    with shown_board(hall.service.url, "wrong") as shown:
        until(lambda: "new token" in shown.text("waitingScreen"))


def _snapshot(hall: Hall) -> BoardSnapshot:
    with Api(hall.service.url, hall.service.tokens["display"]) as api:
        return api.snapshot()
