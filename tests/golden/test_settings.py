"""Files that apps have kept on their machines are read by today's apps.

Each kind of file is read in one place below: who moves a reader changes the import there, and nothing else.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from branch.client.joining.service_location import recall
from branch.client.local_store import FOLDER_VARIABLE
from branch.contract.times import from_text
from branch.qt.device_alerts import DeviceAlerts
from branch.qt.service_link import ServiceLink
from counter.offline.deferred_actions import DeferredActions
from counter.rating.customer_screen import CustomerScreen
from counter.rating.rating_outbox import RatingOutbox
from counter.shell.compact_window import PLACE
from counter.shell.preferences import recall_counter, recall_language
from kiosk.offline.offline_store import OfflineStore
from kiosk.staff.staff_login import StaffLogin
from tests.counter.desks import Desk
from tests.display.shown import branch_config, shown_board
from tests.display.test_board_voice import speaking
from tests.golden.comparing import check_kept
from tests.golden.recorded import Reader, Recorded
from tests.harness.branch import PIN, running_service
from tests.harness.clocks import HandClock
from tests.harness.waiting import until
from tests.kiosk.stage import kiosk_screen

SETTINGS = Path(__file__).parent / "settings"
BRANCH = Recorded(SETTINGS / "branch")
"""The branch of these apps, as it was when they were cut off."""

Kept = Callable[[str], Path]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """Puts the files of an app into the settings folder; gives that."""

    def put(app: str) -> Path:
        folder = tmp_path / "settings"
        shutil.copytree(SETTINGS / app, folder)
        monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
        return folder

    return put


@pytest.mark.parametrize("app", ["kiosk", "display", "counter"])
def test_the_service_that_was_good_last(app: str, kept: Kept) -> None:
    kept(app)
    known = recall(app)
    assert (known.url, known.token) == ("http://192.168.1.10:8750", BRANCH.facts["tokens"][app])


# The kiosk


def test_numbers_and_tickets_of_a_kiosk(kept: Kept) -> None:
    expected = json.loads((SETTINGS / "kiosk" / "expected.json").read_text(encoding="utf-8"))
    with closing(OfflineStore(kept("kiosk") / "kiosk.sqlite")) as own:
        now: dict[str, Any] = {
            "holder": own.holder,
            "left": own.left(expected["day"]),
            "kept": [asdict(given) for given in own.kept()],
            "papers": [list(paper) for paper in own.papers()],
        }
        branch = own.branch()
    del expected["day"]
    check_kept("what the kiosk has kept", expected, now)
    assert branch is not None
    assert list(branch.service_by_id) == ["A", "B", "C", "V"]


@pytest.mark.parametrize("version", [1, 2, 3])
def test_tables_of_every_version(version: int, kept: Kept) -> None:
    with closing(OfflineStore(kept("kiosk") / f"kiosk-tables-{version}.sqlite")) as own:
        assert own.holder == "kiosk-0123456789ab"
        assert own.left("2026-11-21") == {"A": 1}
        (given,) = own.kept()
        assert (given.number, given.printed, given.segment_reason, given.phone) == ("A949", True, None, None)
        assert [ticket["number"] for ticket, _, _ in own.papers()] == ["A949"] * (version > 1)
        assert own.branch() is None


def test_who_may_open_the_staff_menu(qapp: QGuiApplication, kept: Kept) -> None:
    kept("kiosk")
    said: list[str] = []
    with unlinked("kiosk") as link:
        door = StaffLogin(link)
        for staff, pin in (("0312", PIN), ("0312", "1111"), ("0288", PIN)):
            door.check(staff, pin, lambda against: said.append(getattr(against, "code", "in")))
    assert said == ["in", "wrong-pin", "unknown-staff"]


@pytest.mark.parametrize(("app", "kind"), [("kiosk", "printer"), ("display", "sound")])
def test_alerts_that_are_open_are_cleared_once_it_is_over(
    app: str, kind: str, qapp: QGuiApplication, kept: Kept, tmp_path: Path
) -> None:
    kept(app)
    with (
        BRANCH.served(BRANCH.copy(tmp_path / "data"), speed=1.0) as reader,
        unlinked(app, reader.url, reader.tokens[app]) as link,
    ):
        assert [alert["kind"] for alert in reader.get("/v1/alerts", app)["answer"]["alerts"]] == [kind]
        troubles = DeviceAlerts(link, app)
        assert troubles.has(kind)
        troubles.end(kind)
        link.start()
        until(lambda: not reader.get("/v1/alerts", app)["answer"]["alerts"])


def test_a_kiosk_that_comes_back_hands_in_what_it_gave(
    qapp: QGuiApplication, kept: Kept, tmp_path: Path
) -> None:
    """And is closed for the day, as staff had left it."""
    expected = json.loads((SETTINGS / "kiosk" / "expected.json").read_text(encoding="utf-8"))["kept"]
    folder = kept("kiosk")
    with (
        BRANCH.served(BRANCH.copy(tmp_path / "data"), speed=1.0) as reader,
        kiosk_screen(reader.url, reader.tokens["kiosk"], outbox=folder / "kiosk.sqlite") as screen,
    ):
        screen.wait("shutScreen")
        until(lambda: len(visits(reader).keys() & {given["number"] for given in expected}) == len(expected))
        found = visits(reader)
    for given in expected:
        row = found[given["number"]]
        assert from_text(row["issued_at"]) == given["issued_at"]
        assert row["printed"] == given["printed"]
        assert row["segment_reason"] == given["segment_reason"]
        assert row["segment"] == (given["segment"] or "ordinary")


# The counter


def test_where_a_counter_stands_and_how_it_looks(qapp: QGuiApplication, kept: Kept) -> None:
    kept("counter")
    assert recall_counter() == 1
    assert recall_language() == "en"
    place = PLACE.read()
    assert (place.compact, place.screen, place.edge) == (True, "HDMI-2", "bottom")
    assert place.large == (1480, 120, 420, 760)
    assert rating_screen() == ("HDMI-1", True)


def test_files_of_counters_before_some_fields_were_there(qapp: QGuiApplication, kept: Kept) -> None:
    kept("counter-older")
    place = PLACE.read()
    assert (place.compact, place.screen, place.edge, place.large) == (True, "HDMI-2", "top", None)
    assert rating_screen() == ("HDMI-1", False)
    with unlinked("counter") as link:
        actions, ratings = DeferredActions(link), RatingOutbox(link, lambda _: None)
        assert [step.action for step in actions.waiting] == ["start", "finish"]
        assert (len(ratings), ratings.ratings) == (2, 1)
        actions.stop()
        ratings.stop()


def test_a_counter_that_comes_back_tells_what_was_done(
    qapp: QGuiApplication, kept: Kept, tmp_path: Path
) -> None:
    facts = BRANCH.facts
    folder = kept("counter")
    files = ("counter-later.json", "counter-ratings.json")
    steps = json.loads((folder / files[0]).read_text(encoding="utf-8"))["steps"]
    with BRANCH.served(BRANCH.copy(tmp_path / "data"), speed=1.0) as reader:
        desk = Desk(reader.url, reader.tokens["counter"])
        try:
            until(lambda: not any((folder / name).exists() for name in files))
        finally:
            desk.close()
        found = visits(reader)
    row = found[facts["called"]]
    assert row["status"] == "served"
    assert from_text(row["started_at"]) == from_text(steps[0]["at"])
    assert from_text(row["finished_at"]) == from_text(steps[-1]["at"])
    assert row["steps"] == {"done": 1, "of": 4}
    rated, asked = (found[number] for number in facts["served"])
    assert (rated["rating"], asked["rating"]) == ({"score": 5, "tags": ["friendly", "fast"]}, None)
    assert (rated["unrated"], asked["unrated"]) == (False, True)


# The display


def test_the_morning_test_of_the_sound_was_heard(qapp: QGuiApplication, kept: Kept, tmp_path: Path) -> None:
    folder = kept("display")
    with running_service(
        tmp_path / "data", branch_config(), HandClock("2026-11-21T08:45:00+08:00")
    ) as service:
        for heard in (0, 1):
            with shown_board(service.url, service.tokens["display"]) as shown, speaking(shown) as spoken:
                until(lambda: shown.link.live and spoken.speech.state == "ready")
                spoken.voice.look()
                until(lambda: not spoken.speech.speaking)
                assert len(spoken.player.played) == heard
            (folder / "display-sound.json").unlink()


# How


@contextmanager
def unlinked(app: str, url: str | None = None, token: str | None = None) -> Iterator[ServiceLink]:
    """The link of an app that does not look for its service yet."""
    link = ServiceLink(app, url, token)
    try:
        yield link
    finally:
        link.stop()


def rating_screen() -> tuple[str, bool]:
    """Which screen is the customer's by choice, and whether the keyboard is theirs."""
    screen = CustomerScreen()
    (chosen,) = [str(choice["name"]) for choice in screen.property("choices") if choice["chosen"]]
    return chosen, bool(screen.property("keyboard"))


def visits(reader: Reader) -> dict[str, dict[str, Any]]:
    """Today's tickets by number, as the manager is told."""
    return {row["number"]: row for row in reader.get("/v1/visits", "manager")["answer"]["visits"]}
