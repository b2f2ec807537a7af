"""Appointments fetched from head office, by a real service from a real web server, on good and bad days."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from branch.service.config.appointment_sections import ListSource
from branch.service.config.branch_config import ConfigError, parse
from branch.service.connect.head_office import HeadOffice
from branch.service.connect.head_office_rows import BookingRow
from tests.harness.branch import RunningService, running_service, sample_config, sample_toml
from tests.harness.clocks import HandClock
from tests.harness.waiting import until
from tests.service.asking import Asker
from tests.service.desk import Disk, desk
from tests.service.office import Office

SOON = "2026-11-21T09:45:00+08:00"

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """What is logged is looked at by the tests that expect it."""
    caplog.set_level(logging.INFO, logger="branch.service.connect.head_office")


@pytest.fixture
def office() -> Iterator[Office]:
    """A head office that answers."""
    office = Office()
    office.open()
    yield office
    office.close()


def fetching_toml(url: str, **more: object) -> str:
    """The sample with an [appointments] of its own, asking every 60 ms."""
    keys = {"source_url": f'"{url}"', "interval_minutes": 0.001, "token": '"secret"', **more}
    section = "[appointments]\n" + "".join(f"{name} = {value}\n" for name, value in keys.items())
    text, count = re.subn(r"^\[appointments\].*?^$", section, sample_toml(), flags=re.S | re.M)
    assert count == 1
    return text


@contextmanager
def fetching(folder: Path, url: str, **more: object) -> Iterator[Asker]:
    """Asks a service that fetches from there."""
    config = parse(fetching_toml(url, **more))
    with running_service(folder, config, HandClock(standing=True)) as running:
        asker = Asker(running)
        yield asker
        asker.close()


def row(ref: str = "ho-1", **more: Any) -> dict[str, Any]:
    """A row of the list."""
    return {"ref": ref, "service": "B", "starts_at": SOON, "code": "K7M4QX2P", **more}


def found(asker: Asker, code: str = "K7M4QX2P") -> list[dict[str, Any]]:
    """The appointments of a code."""
    answer: list[dict[str, Any]] = asker.get(f"/v1/appointments?code={code}").json()["appointments"]
    return answer


def status(asker: Asker, code: str = "K7M4QX2P") -> str:
    return "".join(a["status"] for a in found(asker, code))


def rounds(office: Office, more: int = 2) -> None:
    """Until it has been asked so many times more."""
    seen = len(office.asked)
    until(lambda: len(office.asked) >= seen + more)


def alerts(asker: Asker) -> list[tuple[str, str, str | None]]:
    open_ones = asker.get("/v1/alerts", role="manager").json()["alerts"]
    return [(alert["kind"], alert["source"], alert["detail"]) for alert in open_ones]


def test_they_are_fetched_and_check_in(tmp_path: Path, office: Office) -> None:
    office.rows = [row(name="Wang", phone="13800138000", note="loan papers", unknown_key=1)]
    with fetching(tmp_path, office.url) as asker:
        until(lambda: status(asker) == "booked")
        assert office.tokens[0] == "Bearer secret"
        ticket = asker.answer("/v1/appointments/check-in", {"code": "K7M4QX2P"}, role="counter")
        assert (ticket["number"], ticket["note"]) == ("B001", "loan papers")
        rounds(office)
        assert status(asker) == "checked-in", "the list does not undo what has happened here"


def test_the_same_list_is_not_sent_and_not_stored_again(tmp_path: Path, office: Office) -> None:
    office.rows = [row(), row("ho-2", code=None)]
    with fetching(tmp_path, office.url) as asker:
        until(lambda: 304 in office.answers)
        seq = asker.seq()
        rounds(office, 5)
        assert office.answers.count(200) == 1
        assert asker.seq() == seq
        office.rows.append(row("ho-3", code="K7M4QX33"))
        until(lambda: status(asker, "K7M4QX33") == "booked")
        assert asker.seq() == seq + 1, "one row is new"


def test_changes_and_cancellations_are_taken(tmp_path: Path, office: Office) -> None:
    office.rows = [row()]
    with fetching(tmp_path, office.url) as asker:
        until(lambda: status(asker) == "booked")
        office.rows = [row(starts_at="2026-11-21T11:00:00+08:00")]
        until(lambda: found(asker)[0]["starts_at"] == "2026-11-21T11:00:00.000+08:00")
        office.rows = [row(starts_at="2026-11-21T11:00:00+08:00", status="cancelled")]
        until(lambda: status(asker) == "cancelled")
        office.rows = []
        rounds(office)
        assert status(asker) == "cancelled"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("name", ""), ("phone", " "), ("segment", ""), ("code", ""), ("note", ""), ("status", "")),
        *(("status", "BOOKED"), ("status", " Booked "), ("status", None), ("name", "王" * 65)),
        *(
            ("note", "x" * 501),
            ("phone", "+86 138-0013-8000"),
            ("phone", 13800138000),
            ("phone", "(010) 6234.5678"),
        ),
        *(("code", "K7M4-QX2P"), ("service", " B "), ("starts_at", f" {SOON} "), ("ref", 18)),
    ],
)
def test_what_is_written_around_a_value_loses_no_booking(key: str, value: object) -> None:
    taken = BookingRow.model_validate(row() | {key: value})
    assert (taken.status, taken.service, taken.starts_at.isoformat()) == ("booked", "B", SOON)
    assert taken.ref == ("18" if key == "ref" else "ho-1")
    assert taken.name in (None, "王" * 64)
    assert taken.phone in (None, "+8613800138000", "13800138000", "01062345678")
    assert taken.code == (None if value == "" else "K7M4QX2P") or key != "code"


def test_a_row_full_of_decoration_is_booked(tmp_path: Path, office: Office) -> None:
    empty = dict.fromkeys(("name", "segment", "note"), "")
    office.rows = [
        row(status="BOOKED", phone="+86 138-0013-8000", **empty) | {"ref": 18, "code": "k7m4-qx2p"}
    ]
    with fetching(tmp_path, office.url) as asker:
        until(lambda: status(asker) == "booked")
        assert alerts(asker) == []


@pytest.mark.expects_log
def test_the_manager_is_told_which_rows_were_not_taken(tmp_path: Path, office: Office) -> None:
    office.rows = [row("ho-1", service="X"), row("ho-2", phone="no phone"), row("ho-3", starts_at="tomorrow")]
    with fetching(tmp_path, office.url) as asker:
        until(lambda: bool(alerts(asker)))
        ((kind, source, detail),) = alerts(asker)
        assert (kind, source) == ("appointments", "head office's list")
        assert detail is not None
        assert detail.startswith("3 not taken: ")
        assert "ho-1: unknown-service" in detail
        assert "ho-2: taken without phone" in detail
        assert "row 3: starts_at" in detail
        assert status(asker) == "booked", "the appointment holds without the number"
        office.rows = [row("ho-2")]
        until(lambda: alerts(asker) == [])


@pytest.mark.expects_log
def test_a_bad_row_is_told_once_and_keeps_no_other_out(
    tmp_path: Path, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.rows = [
        {"ref": "ho-0"},
        "nonsense",
        row("ho-1", service="X"),
        row("ho-2", starts_at="tomorrow"),
        row("ho-3"),
        row("ho-3", code="K7M4QX33"),
        row("ho-4"),
    ]
    with fetching(tmp_path, office.url) as asker:
        until(lambda: status(asker) == "booked")
        rounds(office, 4)
        said = [message for message in caplog.messages if "is not taken" in message]
        assert [message.split(" of head office")[0] for message in said] == [
            "appointment row 1",
            "appointment row 2",
            "appointment ho-1",
            "appointment row 4",
            "appointment row 6",
            "appointment ho-4",
        ]
        assert said[2].endswith("unknown-service")
        assert said[5].endswith("code-taken")
        asker.answer("/v1/appointments/check-in", {"code": "K7M4QX2P"}, role="kiosk")
        until(lambda: len(found(asker)) == 2)  # its code is free now, though the list is the same


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        ("failing", "it answered 500"),
        ("garbage", "its answer is not a list of appointments"),
        ("not-a-list", "its answer is not a list of appointments"),
        ("slow", "ReadTimeout"),
        ("dripping", "its answer did not end in time"),
    ],
)
def test_a_bad_day_of_head_office(
    tmp_path: Path, office: Office, mood: Any, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The branch goes on from what it has, the manager is told in time, and told when it is over."""
    office.rows = [row()]
    with fetching(tmp_path, office.url, timeout_seconds=0.3, away_minutes=0.01) as asker:
        until(lambda: status(asker) == "booked")
        office.mood = mood
        until(lambda: alerts(asker) == [("appointments", "head office", reason)])
        assert (
            asker.answer("/v1/appointments/check-in", {"code": "K7M4QX2P"}, role="kiosk")["number"] == "B001"
        )
        assert asker.get("/v1/alerts", role="counter").json()["alerts"] == [], "for the manager alone"
        office.rows = [row("ho-2", code="K7M4QX33")]
        office.mood = "well"
        office.released.set()
        until(lambda: status(asker, "K7M4QX33") == "booked")
        until(lambda: alerts(asker) == [])
        assert [message for message in caplog.messages if "is away" in message] == [
            f"head office is away: {reason}"
        ], "said once"
        assert any("is back" in message for message in caplog.messages)


@pytest.mark.expects_log
def test_gone_and_back_with_a_restart_of_ours_between(tmp_path: Path, office: Office) -> None:
    office.rows = [row()]
    with fetching(tmp_path, office.url, away_minutes=0.005) as asker:
        until(lambda: status(asker) == "booked")
        office.close()
        until(lambda: alerts(asker) != [])
        running: RunningService = asker.running
        running.stop()
        running.start()
        assert status(asker) == "booked", "the last copy is in the journal"
        assert [kind for kind, _, _ in alerts(asker)] == ["appointments"]
        office.open()
        until(lambda: alerts(asker) == [])
        assert [event for event in found(asker) if event["status"] == "booked"]
        assert len(found(asker)) == 1, "told again it is nothing new"


@pytest.mark.expects_log
def test_while_head_office_is_silent_everybody_else_is_served(tmp_path: Path, office: Office) -> None:
    office.mood = "slow"
    with fetching(tmp_path, office.url, timeout_seconds=5) as asker:
        until(lambda: len(office.asked) == 1)
        for n in range(1, 6):
            assert asker.issue()["number"] == f"A00{n}"
        assert office.answers == [], "it has not answered meanwhile"
        began = time.monotonic()
        office.released.set()
        asker.running.stop()
        assert time.monotonic() - began < 5


def test_a_long_list_lets_customers_between(tmp_path: Path, office: Office) -> None:
    office.rows = [row(f"ho-{n}", code=None, starts_at="2026-11-23T10:00:00+08:00") for n in range(600)]
    with fetching(tmp_path, office.url) as asker:
        until(lambda: asker.seq() > 1)
        ticket = asker.issue()
        assert ticket["number"] == "A001"
        before = asker.seq()
        until(lambda: asker.seq() >= 602, seconds=60)
        assert before < 602, "the ticket did not wait for the whole list"


def test_stopping_waits_for_nobody(tmp_path: Path, office: Office) -> None:
    with fetching(tmp_path, office.url):
        rounds(office)
    assert not [thread for thread in threading.enumerate() if thread.name == "head office"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"source_url": '"ftp://x/y"'}, "appointments.source_url: "),
        ({"interval_minutes": 0}, "appointments.interval_minutes: "),
        ({"timeout_seconds": 0}, "appointments.timeout_seconds: "),
    ],
)
def test_a_mistake_is_named(more: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(fetching_toml("http://x/y", **more))
    assert said in str(caught.value)


@pytest.mark.expects_log
def test_what_the_disk_refused_is_fetched_again(office: Office) -> None:
    office.rows = [row()]
    disk = Disk()
    with desk(disk) as at:
        disk.full = True
        fetching = HeadOffice(
            ListSource(office.url, "", interval=0.05, timeout=10, alert_after=1800), at.writer
        )
        fetching.start()
        try:
            rounds(office, 3)
            assert not at.hall()["appointments"]
            disk.full = False
            until(lambda: [a.ref for a in at.hall()["appointments"].values()] == ["ho-1"])
            until(lambda: 304 in office.answers)
        finally:
            fetching.stop()


def test_without_an_address_nothing_is_fetched(tmp_path: Path) -> None:
    with running_service(tmp_path, sample_config(), HandClock(standing=True)):
        assert not [thread for thread in threading.enumerate() if thread.name == "head office"]
