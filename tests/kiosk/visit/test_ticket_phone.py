"""A phone number with the ticket: offered where the branch wants it, skipped by one touch, shown nowhere."""

from __future__ import annotations

import logging
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from branch.service.config.branch_config import ConfigError
from tests.harness.branch import RunningService, sample_config
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Show, Start
from tests.kiosk.leaving import phone_digits
from tests.kiosk.stage import Screen
from tests.kiosk.visit.test_service_notice import PAPERS

PHONE = "13812345678"
OFFER = {'ask_phone = "never"': 'ask_phone = "offer"'}


@pytest.fixture
def service(start: Start) -> RunningService:
    """A branch that offers it, with counters 1 and 2 open."""
    running = start(changes=OFFER)
    open_counters(running, 1, 2)
    return running


def type_number(screen: Screen, phone: str = PHONE) -> None:
    """On our own keys."""
    for digit in phone:
        screen.tap(f"digit-{digit}")


def phones(service: RunningService) -> dict[str, str | None]:
    """What came with each ticket that waits, by its number, as the integration is told."""
    with asking(service, "manager") as manager, asking(service, "integration") as api:
        rows = manager.visits()["visits"]
        return {str(row["number"]): api.phone_of(str(row["id"])) for row in rows}


def test_it_comes_with_the_ticket(screen: Screen, service: RunningService) -> None:
    screen.tap("service-A")
    screen.wait("phoneScreen")
    type_number(screen)
    assert screen.text("ticketPhone") == "138 1234 5678"
    screen.tap("phoneConfirm")
    screen.wait("thanksNumber", "A001")
    assert PHONE not in str(screen.said()).replace(" ", "")
    assert phones(service) == {"A001": PHONE}


def test_one_touch_skips_it_whatever_was_typed(screen: Screen, service: RunningService) -> None:
    screen.tap("service-A")
    screen.tap("phoneSkip")
    screen.wait("thanksNumber", "A001")
    screen.tap("thanksHome")
    screen.at_home()
    screen.tap("service-A")
    type_number(screen)
    screen.tap("phoneSkip")
    screen.wait("thanksNumber", "A002")
    assert phones(service) == {"A001": None, "A002": None}


def test_it_is_not_asked_where_the_branch_does_not_want_it(start: Start, show: Show) -> None:
    screen = show(start())
    screen.at_home()
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")


def test_elderly_mode_does_not_ask(screen: Screen) -> None:
    screen.tap("toggleElderly")
    screen.tap("service-A")
    screen.wait("thanksNumber", "A001")


@pytest.mark.parametrize(("typed", "wrong"), [("1381234567", False), ("12345678901", True)])
def test_what_is_no_number_cannot_be_given(screen: Screen, typed: str, wrong: bool) -> None:
    screen.tap("service-A")
    screen.wait("phoneScreen")
    type_number(screen, typed)
    assert not screen.find("phoneConfirm").isEnabled()
    assert screen.text("phoneLine") == ("手机号不正确，请核对" if wrong else "")
    screen.tap("language-en")
    assert screen.text("phoneLine") == ("This is no phone number. Please check it." if wrong else "")


@pytest.mark.parametrize("leave", ["backHome", "idle", "thanks"])
def test_the_number_goes_with_its_customer(screen: Screen, leave: str) -> None:
    screen.tap("service-A")
    screen.wait("phoneScreen")
    type_number(screen)
    if leave == "idle":
        screen.kiosk.visit.give_up()
    elif leave == "thanks":
        screen.tap("phoneConfirm")
        screen.wait("thanksScreen")
        screen.tap("thanksHome")
    else:
        screen.tap(leave)
    screen.at_home()
    assert phone_digits(screen.kiosk) == ""
    screen.tap("service-A")
    screen.wait("ticketPhone", "")


def test_it_comes_after_what_to_bring(start: Start, show: Show) -> None:
    def edit(text: str) -> str:
        (before, after) = next(iter(OFFER.items()))
        return text.replace('prefix = "B"', PAPERS).replace(before, after)

    running = start(edit=edit)
    open_counters(running, 1)
    screen = show(running)
    screen.at_home()
    screen.tap("service-B")
    screen.tap("briefConfirm")
    screen.wait("phoneScreen")
    screen.tap("phoneSkip")
    screen.wait("thanksNumber", "B001")


def test_a_storm_of_taps_is_one_ticket(shielded: Screen, service: RunningService) -> None:
    shielded.tap("service-A")
    shielded.wait("phoneScreen")
    shielded.gone("shield")
    shielded.drum(shielded.place("phoneSkip"), 30)
    shielded.wait("thanksNumber", "A001")
    assert list(phones(service)) == ["A001"]


def test_without_the_service_it_is_kept_and_handed_in(
    service: RunningService, show: Show, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    own = tmp_path / "kiosk" / "kiosk.sqlite"
    screen = show(service, outbox=own)
    screen.at_home()
    until(lambda: bool(screen.kiosk.offline.left("V")), "numbers of the last service")
    service.stop()
    screen.wait("lostBanner")
    screen.tap("service-A")
    screen.wait("phoneScreen")
    type_number(screen)
    screen.tap("phoneConfirm")
    screen.wait("thanksNumber", "A950")
    assert _kept(own) == [PHONE]
    if sys.platform != "win32":
        for file in own.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    service.start()
    with asking(service, "manager") as manager:
        until(lambda: len(manager.visits()["visits"]) == 1, "handed in", 20)
    assert phones(service) == {"A950": PHONE}
    until(lambda: _kept(own) == [None], "forgotten here")
    assert not [record for record in caplog.records if PHONE in record.getMessage()]


def _kept(own: Path) -> list[object]:
    with closing(sqlite3.connect(own)) as outbox:
        return [phone for (phone,) in outbox.execute("SELECT phone FROM tickets")]


def test_a_pattern_that_is_none_is_named() -> None:
    edit: Callable[[str], str] = lambda text: text.replace('"1[3-9][0-9]{9}"', '"1[3-9"')  # noqa: E731
    with pytest.raises(ConfigError, match=r"kiosk\.phone_pattern: '1\[3-9' is no regular expression"):
        sample_config(edit=edit)
