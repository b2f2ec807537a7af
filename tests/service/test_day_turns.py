"""The business day turns while people are here: round the clock, and when its date was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from branch import cli
from branch.service.config.branch_config import parse
from branch.service.core.event_rows import fold
from branch.service.journal.hash_chain import verify_file
from branch.service.journal.journal_repair import repair_file
from branch.service.journal.sqlite_journal import open_reader
from tests.harness.branch import RunningService, running_service, sample_config, small_toml
from tests.harness.clocks import HandClock
from tests.harness.waiting import until
from tests.service.asking import Asker
from tests.service.test_trusted_clock import DAY, Branch, Machine

LATE = "2026-11-21T23:55:00+08:00"
TODAY, TOMORROW = "2026-11-21", "2026-11-22"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[RunningService]:
    with running_service(tmp_path, parse(small_toml()), HandClock(LATE, standing=True)) as running:
        yield running


@pytest.fixture
def asker(service: RunningService) -> Iterator[Asker]:
    with closing(Asker(service)) as asker:
        yield asker


def test_who_is_here_at_midnight_goes_along(service: RunningService, asker: Asker) -> None:
    asker.open(1, "1001")
    served = asker.issue("A")
    asker.at(1, "next", "start")
    waits = asker.issue("A")
    service.hand.pass_minutes(10)
    fresh = [asker.issue("A")["number"] for _ in range(2)]
    assert fresh == ["A003", "A004"], "the numbers of the new day, but those that are held"
    assert asker.get(f"/v1/tickets/{waits['id']}").json()["status"] == "waiting"
    assert asker.get("/" + waits["url"].split("/", 3)[3], role=None).status_code == 200
    counter = asker.snapshot("manager")["hall"]["counters"][0]
    assert (counter["state"], counter["ticket"]["number"]) == ("open", served["number"])
    assert asker.at(1, "finish", "next", "start", "finish")["number"] == waits["number"]


def test_each_visit_counts_on_the_day_it_was_taken(service: RunningService, asker: Asker) -> None:
    asker.open(1, "1001")
    waits = asker.issue("A")
    service.hand.pass_minutes(10)
    fresh = asker.issue("A")
    asker.at(1, "next", "start", "finish")

    def visits(day: str) -> list[tuple[str, str]]:
        rows = asker.get(f"/v1/visits?day={day}", role="manager").json()["visits"]
        return [(row["id"], row["status"]) for row in rows]

    for minutes in (0, 24 * 60):
        service.hand.pass_minutes(minutes)
        asker.issue("B")
        until(lambda: visits(TODAY) == [(waits["id"], "served")])
        assert visits(TOMORROW)[0][0] == fresh["id"]


def test_a_restart_after_the_turn_has_everybody(service: RunningService, asker: Asker) -> None:
    waits = asker.issue("A")
    service.hand.pass_minutes(10)
    asker.issue("B")
    service.stop()
    service.start()
    assert asker.get(f"/v1/tickets/{waits['id']}").json()["status"] == "waiting"
    assert asker.issue("A")["number"] != waits["number"]


def test_screens_keep_the_calls_across_midnight(service: RunningService, asker: Asker) -> None:
    asker.open(1, "1001")
    called = asker.issue("A")
    asker.at(1, "next")
    service.hand.pass_minutes(10)
    asker.issue("B")
    assert [call["number"] for call in asker.snapshot("display")["hall"]["calls"]] == [called["number"]]


def test_a_number_printed_before_midnight_is_handed_in_after_it(
    service: RunningService, asker: Asker
) -> None:
    block = asker.post("/v1/blocks", {"service": "A", "holder": "k"}, role="kiosk").json()
    number, n = next(iter(block["numbers"].items()))
    service.hand.pass_minutes(10)
    asker.issue("B")
    body = {"n": n, "ticket": "printed-ticket-000001", "issued_at": "2026-11-21T23:58:00+08:00"}
    handed_in = asker.post(f"/v1/blocks/{block['id']}/tickets", body, role="kiosk")
    assert handed_in.json()["number"] == number


def test_an_appointment_about_midnight_gives_a_ticket_before_and_after_it(
    service: RunningService, asker: Asker
) -> None:
    for code, at in (("ABCD2345", "2026-11-22T00:05:00+08:00"), ("ABCD2346", "2026-11-21T23:58:00+08:00")):
        booked = {"code": code, "service": "A", "starts_at": at}
        assert asker.post("/v1/appointments", booked, role="manager").status_code == 201
    assert asker.post("/v1/appointments/check-in", {"code": "ABCD2345"}, role="kiosk").status_code == 201
    service.hand.pass_minutes(8)
    asker.issue("B")
    assert asker.post("/v1/appointments/check-in", {"code": "ABCD2346"}, role="kiosk").status_code == 201


def test_a_date_that_was_wrong_is_put_right_with_everybody_in_it(tmp_path: Path) -> None:
    """A day was begun by mistake: its people and numbers go on under the right date, and when its own date
    comes it is a day like any other."""
    machine = Machine()
    with ExitStack() as stack:
        machine.wall += DAY
        first = Branch(tmp_path, machine, stack).asker.issue()
    machine.wall -= DAY
    machine.steady = 3_000
    with ExitStack() as stack:
        branch = Branch(tmp_path, machine, stack)
        second = branch.asker.issue()
        machine.pass_ms(60_000)
        third = branch.asker.issue()
        assert branch.day() == TODAY
        assert [first["number"], second["number"], third["number"]] == ["A001", "A002", "A003"]
        assert first["issued_at"][:10] == TOMORROW
        assert second["issued_at"] < third["issued_at"]
        told = branch.asker.get(f"/v1/tickets/{first['id']}").json()
        assert (told["status"], told["issued_at"][:10]) == ("waiting", TODAY)
        machine.pass_ms(DAY)
        assert branch.asker.issue()["number"] == "A001"
        assert branch.day() == TOMORROW
        for day, count in ((TODAY, 3), (TOMORROW, 1)):
            rows = branch.asker.get(f"/v1/visits?day={day}", role="manager").json()["visits"]
            assert len(rows) == count
    with closing(open_reader(tmp_path)) as reader:
        hall = fold(reader, sample_config().plan()).hall
    assert (hall.day, [ticket.number for ticket in hall.tickets.values()]) == (TOMORROW, ["A001"])
    assert cli.main(["verify", "--data", str(tmp_path)]) == 0


@pytest.mark.parametrize("away_hours", [0.5, 3, 20])
def test_a_service_that_was_away_over_midnight_has_missed_the_turn_and_no_more(
    tmp_path: Path, away_hours: float
) -> None:
    machine = Machine()
    machine.pass_ms(14 * 3_600_000)
    with ExitStack() as stack:
        asker = Branch(tmp_path, machine, stack, small_toml()).asker
        asker.open(1, "1001")
        asker.issue("A")
        asker.at(1, "next", "start", "finish")
        waits = asker.issue("A")
    machine.pass_ms(round(away_hours * 3_600_000))
    machine.steady = 3_000
    with ExitStack() as stack:
        branch = Branch(tmp_path, machine, stack, small_toml())
        branch.asker.issue("B")
        machine.pass_ms(60_000)
        branch.asker.issue("B")
        machine.pass_ms(15 * 60_000)
        branch.asker.issue("B")
        assert branch.day() == TOMORROW
        assert branch.asker.get(f"/v1/tickets/{waits['id']}").json()["status"] == "waiting"
        rows = branch.asker.get(f"/v1/visits?day={TODAY}", role="manager").json()["visits"]
        assert [row["number"] for row in rows if row["service"] == "A"] == ["A001", "A002"]


def test_a_repaired_journal_finds_its_days_where_they_begin_again(tmp_path: Path) -> None:
    machine = Machine()
    with ExitStack() as stack:
        machine.wall += DAY
        Branch(tmp_path / "data", machine, stack).asker.issue()
    machine.wall -= DAY
    with ExitStack() as stack:
        Branch(tmp_path / "data", machine, stack).asker.issue()
    (tmp_path / "whole").mkdir()
    repair_file(tmp_path / "data" / "journal.db", tmp_path / "whole" / "journal.db")
    assert verify_file(tmp_path / "whole" / "journal.db").ok
    with closing(open_reader(tmp_path / "whole")) as reader:
        assert [ticket.number for ticket in fold(reader, sample_config().plan()).hall.tickets.values()] == [
            "A001",
            "A002",
        ]
