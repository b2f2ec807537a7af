"""Alerts over HTTP: who may raise and clear them, and above all who is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from branch.contract import alert_kinds
from branch.domain.alerts import alert
from tests.service.asking import Asker, is_problem
from tests.service.listening import Feed

ROOT = Path(__file__).parents[2]

TOLD = {
    "lobby-manager": {"counter", "manager"},
    "printer": {"counter", "manager"},
    "silent-alarm": {"manager"},
    "feedback": {"manager"},
    "feedback-late": {"manager"},
    "appointments": {"manager"},
    "wrong-pins": {"manager"},
}

TELLERS = ("kiosk", "display", "counter", "manager")


def opened(asker: Asker, role: str) -> list[dict[str, Any]]:
    """The alerts that a role's snapshot shows."""
    found: list[dict[str, Any]] = asker.get("/v1/snapshot", role=role).json()["hall"]["alerts"]
    return found


@pytest.mark.parametrize("kind", sorted(TOLD))
def test_only_those_are_told_whom_it_concerns(asker: Asker, kind: str) -> None:
    roles = ("kiosk", "display", "counter", "manager", "integration")
    feeds = {role: Feed(asker.running, role) for role in roles}
    for feed in feeds.values():
        feed.__enter__()
    try:
        raised = asker.answer("/v1/alerts", {"kind": kind, "counter": 2}, role="counter")
        asker.answer(f"/v1/alerts/{raised['id']}/clear", role="manager")
        asker.issue()
        for role, feed in feeds.items():
            feed.wait_for(partial(feed.of, "TicketIssued"))
            told = [event.data["alert"] for event in feed.of("AlertRaised") + feed.of("AlertCleared")]
            assert [alert["id"] for alert in told] == ([raised["id"]] * 2 if role in TOLD[kind] else [])
            if told:
                assert told[0] == raised
                assert told[1]["cleared_at"] is not None
    finally:
        for feed in feeds.values():
            feed.__exit__(None, None, None)


def test_snapshots_show_the_open_ones(asker: Asker) -> None:
    alarm = asker.answer("/v1/alerts", {"kind": "silent-alarm", "counter": 1}, role="counter")
    paper = asker.answer("/v1/alerts", {"kind": "paper-low", "detail": "near its end"}, role="kiosk")
    assert opened(asker, "manager") == [alarm, paper]
    assert opened(asker, "counter") == [paper]
    assert opened(asker, "kiosk") == opened(asker, "display") == opened(asker, "integration") == []
    asker.running.stop()
    asker.running.start()
    assert opened(asker, "manager") == [alarm, paper]


def test_the_same_trouble_is_told_once(asker: Asker) -> None:
    first = asker.answer("/v1/alerts", {"kind": "sound"}, role="display")
    assert asker.answer("/v1/alerts", {"kind": "sound"}, role="display") == first
    assert opened(asker, "manager") == [first]


def test_one_may_ask_for_ones_own(asker: Asker) -> None:
    help_ = asker.answer("/v1/alerts", {"kind": "lobby-manager"}, role="kiosk")
    alarm = asker.answer("/v1/alerts", {"kind": "silent-alarm", "counter": 1}, role="counter")
    asked = {role: asker.get("/v1/alerts", role=role).json()["alerts"] for role in TELLERS}
    assert asked == {"kiosk": [help_], "display": [], "counter": [help_, alarm], "manager": [help_, alarm]}
    assert asker.get("/v1/alerts", role="integration").status_code == 403
    asker.answer(f"/v1/alerts/{help_['id']}/clear", role="counter")
    assert asker.get("/v1/alerts", role="kiosk").json()["alerts"] == []


def test_who_may_clear(asker: Asker) -> None:
    alarm = asker.answer("/v1/alerts", {"kind": "silent-alarm", "counter": 1}, role="counter")
    paper = asker.answer("/v1/alerts", {"kind": "paper-low"}, role="kiosk")
    path = f"/v1/alerts/{alarm['id']}/clear"
    assert asker.post(path, role="kiosk").json()["code"] == "not-allowed"
    assert asker.answer(f"/v1/alerts/{paper['id']}/clear", role="kiosk")["cleared_at"]
    assert asker.answer(path, role="counter")["cleared_at"], "whoever raised it by mistake may take it back"
    assert asker.post(path, role="manager").json()["code"] == "unknown-alert"


@pytest.mark.parametrize(
    "body", [{"kind": "rain"}, {"kind": "silent-alarm"}, {}, {"kind": "sign", "counter": 0}]
)
def test_bad_alerts(asker: Asker, body: dict[str, Any]) -> None:
    response = asker.post("/v1/alerts", body, role="counter")
    assert response.status_code == 422
    assert response.json()["code"] == "invalid"


def test_one_goes_and_everybody_who_is_told_sees_who(asker: Asker) -> None:
    asker.open(1, "0312")
    asker.open(2, "0288")
    help_ = asker.answer("/v1/alerts", {"kind": "lobby-manager"}, role="kiosk")
    with Feed(asker.running, "counter") as feed:
        taken = asker.answer(f"/v1/alerts/{help_['id']}/take", {"counter": 2})
        assert taken["taken_by"] == "0288"
        feed.wait_for(lambda: feed.of("AlertTaken"))
        (told,) = feed.of("AlertTaken")
    assert (told.data["by"], told.data["alert"]["id"]) == ("0288", help_["id"])
    second = asker.post(f"/v1/alerts/{help_['id']}/take", {"counter": 1})
    is_problem(second, 409, "alert-taken")
    assert asker.answer(f"/v1/alerts/{help_['id']}/take", {"counter": 2}) == taken, "who goes may ask again"
    asker.running.stop()
    asker.running.start()
    assert opened(asker, "counter") == [taken]
    (own,) = asker.get("/v1/alerts", role="kiosk").json()["alerts"]
    assert (own["taken_by"], own["taken_at"]) == (None, taken["taken_at"]), "that somebody comes, not who"
    asker.answer(f"/v1/alerts/{help_['id']}/clear")
    is_problem(asker.post(f"/v1/alerts/{help_['id']}/take", {"counter": 2}), 404, "unknown-alert")


def test_what_a_teller_had_taken_is_everybodys_again_once_they_sign_out(asker: Asker) -> None:
    asker.open(1, "0312")
    help_ = asker.answer("/v1/alerts", {"kind": "lobby-manager"}, role="kiosk")
    with Feed(asker.running, "counter") as feed:
        asker.answer(f"/v1/alerts/{help_['id']}/take", {"counter": 1})
        asker.answer("/v1/counters/1/close")
        feed.wait_for(lambda: feed.of("AlertReturned"))
        (told,) = feed.of("AlertReturned")
    assert (told.data["by"], told.data["alert"]) == ("0312", help_)
    assert opened(asker, "counter") == [help_]
    (own,) = asker.get("/v1/alerts", role="kiosk").json()["alerts"]
    assert (own["taken_by"], own["taken_at"]) == (None, None)
    asker.open(2, "0288")
    assert asker.answer(f"/v1/alerts/{help_['id']}/take", {"counter": 2})["taken_by"] == "0288"


def test_each_number_and_cause_is_answered_with_its_own(asker: Asker) -> None:
    bodies: list[dict[str, str | None]] = [
        {"kind": "unprinted", "detail": detail} for detail in ("A001", "A002")
    ]
    bodies += [{"kind": "printer", "detail": detail} for detail in ("paper-out", "cover-open", None)]
    raised = [asker.answer("/v1/alerts", body, role="kiosk") for body in bodies]
    assert [one["detail"] for one in raised] == ["A001", "A002", "paper-out", "cover-open", None]
    assert opened(asker, "counter") == raised
    assert [asker.answer("/v1/alerts", body, role="kiosk") for body in bodies] == raised


def older_token(asker: Asker, role: str) -> str:
    """A second token of that name, as older versions made them."""
    with closing(sqlite3.connect(asker.running.folder / "journal.db")) as connection, connection:
        row = (sha256(f"second {role}".encode()).digest(), role, f"test {role}")
        connection.execute("INSERT INTO tokens (hash, role, name) VALUES (?, ?, ?)", row)
    return f"second {role}"


def test_two_devices_of_one_name_are_two(asker: Asker) -> None:
    asker.running.tokens["twin"] = older_token(asker, "kiosk")
    asker.running.tokens["other desk"] = older_token(asker, "counter")
    own, twins = (asker.answer("/v1/alerts", {"kind": "printer"}, role=one) for one in ("kiosk", "twin"))
    assert own["id"] != twins["id"]
    for role, raised in (("kiosk", own), ("twin", twins)):
        assert asker.get("/v1/alerts", role=role).json()["alerts"] == [raised]
    asker.answer(f"/v1/alerts/{twins['id']}/clear", role="twin")
    assert opened(asker, "counter") == [own]
    asker.answer("/v1/alerts", {"kind": "silent-alarm", "counter": 1}, role="counter")
    assert asker.get("/v1/alerts", role="other desk").json()["alerts"] == [own]


def test_nobody_takes_what_is_not_for_them(asker: Asker) -> None:
    asker.open(1, "0312")
    alarm = asker.answer("/v1/alerts", {"kind": "silent-alarm", "counter": 2}, role="counter")
    is_problem(asker.post(f"/v1/alerts/{alarm['id']}/take", {"counter": 1}), 403, "not-allowed")
    assert asker.answer(f"/v1/alerts/{alarm['id']}/take", role="manager")["taken_by"] == "test manager"
    printer = asker.answer("/v1/alerts", {"kind": "printer"}, role="kiosk")
    is_problem(asker.post(f"/v1/alerts/{printer['id']}/take", {"counter": 3}), 409, "counter-not-open")


def test_the_protocol_tells_who_is_told_of_what() -> None:
    lines = (ROOT / "docs/protocol.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| ")]
    told = {row[0]: (row[-2], row[-1]) for row in rows if row[0] in alert.ALERT_KINDS}
    table = {
        kind: (", ".join(sorted(row.told)), row.severity) for kind, row in alert_kinds.ALERT_KINDS.items()
    }
    assert told == table


def test_every_kind_has_an_audience() -> None:
    assert set(alert_kinds.ALERT_KINDS) == set(alert.ALERT_KINDS)
    assert not alert_kinds.is_told("kiosk", "printer")
    assert alert_kinds.is_told("manager", "of a newer service")
