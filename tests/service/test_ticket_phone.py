"""The phone number that came with a ticket: in the journal, and told to one asker for one purpose."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from branch.contract.basics import ROLES
from branch.service.journal.journal_database import journal_path
from tests.service.asking import Asker, is_problem
from tests.service.listening import Feed
from tests.service.test_feed_roles import hear_up_to

PHONE, OTHER = "13812345678", "13987654321"


def handed_in(asker: Asker, phone: str) -> str:
    """A ticket that was given without the service, with a phone number; its id."""
    block = asker.answer("/v1/blocks", {"service": "A", "holder": "k"}, role="kiosk")
    body = {
        "ticket": "x" * 22,
        "n": min(block["numbers"].values()),
        "issued_at": "2026-11-21T09:30:00+08:00",
        "phone": phone,
    }
    return str(asker.answer(f"/v1/blocks/{block['id']}/tickets", body, role="kiosk")["id"])


def phone_of(asker: Asker, ticket: str) -> object:
    """As the integration is told."""
    return asker.get(f"/v1/tickets/{ticket}/phone", role="integration").json()


def test_the_integration_may_read_it_by_the_ticket(asker: Asker) -> None:
    ticket = asker.issue("A", phone=PHONE)["id"]
    assert phone_of(asker, ticket) == {"id": ticket, "phone": PHONE}
    late = handed_in(asker, OTHER)
    assert phone_of(asker, late) == {"id": late, "phone": OTHER}
    without = asker.issue("A")["id"]
    assert phone_of(asker, without) == {"id": without, "phone": None}
    is_problem(asker.get("/v1/tickets/nobody/phone", role="integration"), 404, "unknown-ticket")


def test_nobody_is_told_once_the_visit_is_over(asker: Asker) -> None:
    ticket = asker.issue("A", phone=PHONE)["id"]
    asker.open()
    asker.at(1, "next", "start")
    assert phone_of(asker, ticket) == {"id": ticket, "phone": PHONE}
    asker.at(1, "finish")
    is_problem(asker.get(f"/v1/tickets/{ticket}/phone", role="integration"), 409, "ticket-ended")


def test_no_other_answer_has_it(asker: Asker, caplog: pytest.LogCaptureFixture) -> None:
    """Every reading call that there is, for every role that may make it; and the logs."""
    caplog.set_level(logging.DEBUG)
    tickets = [asker.issue("A", phone=PHONE)["id"], handed_in(asker, OTHER)]
    asker.open()
    asker.at(1, "next", "start")
    told: list[str] = []
    paths = ["/v1/branch", "/v1/snapshot", "/v1/snapshot?counter=1", "/v1/visits", "/v1/alerts", "/v1/cases"]
    for ticket in tickets:
        paths += [f"/v1/tickets/{ticket}", f"/v1/tickets/{ticket}/why", f"/t/{ticket}", f"/t/{ticket}/state"]
    for role in sorted(ROLES):
        answers = [asker.get(path, role=role) for path in paths]
        assert any(answer.status_code == 200 for answer in answers)
        told += [answer.text for answer in answers]
        with Feed(asker.running, role, "?after=0&counter=1") as feed:
            hear_up_to(feed, asker.seq())
            told += [str(event.data) for event in feed.events]
    told += [record.getMessage() for record in caplog.records]
    for secret in (PHONE, OTHER):
        assert not [text for text in told if secret in text]


def test_the_journal_has_it(asker: Asker, tmp_path: Path) -> None:
    asker.issue("A", phone=PHONE)
    with closing(sqlite3.connect(journal_path(tmp_path / "data"))) as journal:
        rows = journal.execute("SELECT * FROM events").fetchall()
    assert PHONE in str(rows)


@pytest.mark.parametrize("phone", ["12345", "23812345678", "138123456789"])
def test_what_is_typed_at_a_kiosk_must_look_like_a_number(asker: Asker, phone: str) -> None:
    is_problem(asker.post("/v1/tickets", {"service": "A", "phone": phone}, role="kiosk"), 422, "invalid")
    asker.answer("/v1/tickets", {"service": "A", "phone": phone}, role="integration")
