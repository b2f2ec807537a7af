"""A request that is sent again is answered again, and done once."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.harness.branch import PIN
from tests.service.asking import Asker, is_problem, together

A = {"service": "A"}
REFUSED: list[tuple[str, object, int, str]] = [
    ("/v1/tickets", {"service": "nothing"}, 404, "unknown-service"),
    ("/v1/tickets/nobody/cancel", None, 404, "unknown-ticket"),
    ("/v1/counters/1/next", None, 409, "counter-not-open"),
    ("/v1/appointments", {"service": "A", "starts_at": "2020-01-01T00:00:00Z"}, 422, "invalid"),
    ("/v1/appointments/check-in", {"code": "NBDYSZZ"}, 404, "unknown-appointment"),
]


def test_the_same_key_gives_the_same_answer(asker: Asker) -> None:
    first = asker.post("/v1/tickets", A, key="one")
    asker.issue()
    again = asker.post("/v1/tickets", A, key="one")
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["content-type"] == first.headers["content-type"]
    assert asker.issue()["number"] == "A003"


@pytest.mark.parametrize(("path", "body", "status", "code"), REFUSED)
def test_a_refusal_is_remembered_too(asker: Asker, path: str, body: object, status: int, code: str) -> None:
    first = asker.post(path, body, role="manager", key="no")
    is_problem(first, status, code)
    # What stood in the way is out of the way now, yet the old question keeps its old answer.
    asker.open()
    asker.answer(
        "/v1/appointments",
        {"service": "A", "starts_at": "2026-11-21T09:40:00+08:00", "code": "NBDYSZZ"},
        role="manager",
    )
    again = asker.post(path, body, role="manager", key="no")
    is_problem(again, status, code)
    assert again.content == first.content


def test_answers_outlive_the_service(asker: Asker) -> None:
    asked: list[tuple[str, Any]] = [("/v1/tickets", A), *((path, body) for path, body, _, _ in REFUSED)]
    before = [asker.post(path, body, role="manager", key=f"k{n}") for n, (path, body) in enumerate(asked)]
    seq = asker.seq()
    asker.running.stop()
    asker.running.start()
    after = [asker.post(path, body, role="manager", key=f"k{n}") for n, (path, body) in enumerate(asked)]
    assert [(r.status_code, r.content) for r in before] == [(r.status_code, r.content) for r in after]
    assert asker.seq() == seq


@pytest.mark.parametrize(
    ("path", "body"),
    [("/v1/tickets", {"service": "B"}), ("/v1/counters/1/next", None), ("/v1/services/A/close", A)],
)
def test_a_key_with_another_request_is_refused(asker: Asker, path: str, body: object) -> None:
    asker.answer("/v1/tickets", A, key="mine")
    seq = asker.seq()
    if body == A:
        body = {}
    is_problem(asker.post(path, body, key="mine"), 409, "key-reused")
    assert asker.seq() == seq
    # The refusal has not taken the place of the answer.
    assert asker.answer("/v1/tickets", A, key="mine")["number"] == "A001"


def test_one_key_from_many_threads_is_one_ticket(asker: Asker) -> None:
    askers = [Asker(asker.running) for _ in range(8)]
    for turn in range(10):
        answers: list[bytes] = []

        def issue(asker: Asker, turn: int = turn, answers: list[bytes] = answers) -> None:
            answers.append(asker.post("/v1/tickets", A, key=f"turn {turn}").content)

        together(*(lambda asker=asker: issue(asker) for asker in askers))
        assert len(set(answers)) == 1, answers
    for one in askers:
        one.close()
    numbers = [ticket["number"] for ticket in asker.get("/v1/visits", role="manager").json()["visits"]]
    assert numbers == [f"A{n:03}" for n in range(1, 11)]


def test_a_key_of_the_greatest_length(asker: Asker) -> None:
    key = "k" * 128
    first = asker.answer("/v1/tickets", A, key=key)
    assert asker.answer("/v1/tickets", A, key=key) == first


@pytest.mark.parametrize("key", ["", "k" * 129, "k" * 40_000])
def test_a_key_of_no_good_length(asker: Asker, key: str) -> None:
    is_problem(asker.post("/v1/tickets", A, key=key), 422, "invalid")
    assert asker.seq() == 0


@pytest.mark.parametrize("key", ["", "k" * 129])
@pytest.mark.parametrize(
    ("path", "role", "body"),
    [
        ("/v1/staff/check", "kiosk", {"staff": "0312", "pin": PIN}),
        ("/v1/appointments/find", "kiosk", {"phone": "13800000000"}),
        ("/v1/pair", None, {"code": "0123456789", "token": "t" * 43}),
    ],
)
def test_a_key_is_looked_at_also_where_nothing_is_written(
    asker: Asker, path: str, role: str | None, body: object, key: str
) -> None:
    is_problem(asker.post(path, body, role=role, key=key), 422, "invalid")


@pytest.mark.parametrize("key", ["a b\tc", "'; DROP TABLE answers; --", "schlüssel"])
def test_any_text_may_be_a_key(asker: Asker, key: str) -> None:
    headers = {"Idempotency-Key": key.encode("latin-1").decode("latin-1")}
    first = asker.post("/v1/tickets", A, headers=headers)
    assert first.status_code == 201
    assert asker.post("/v1/tickets", A, headers=headers).content == first.content


def test_without_a_key_every_request_counts(asker: Asker) -> None:
    assert [asker.issue()["number"] for _ in range(2)] == ["A001", "A002"]


def test_signing_in_again_is_answered_again_with_the_right_pin_only(asker: Asker) -> None:
    body = {"staff": "0312", "pin": PIN}
    first = asker.post("/v1/counters/1/open", body, key="in")
    assert asker.post("/v1/counters/1/open", body, key="in").content == first.content
    is_problem(asker.post("/v1/counters/1/open", {**body, "pin": "0"}, key="in"), 403, "wrong-pin")
    is_problem(asker.post("/v1/counters/1/open", {**body, "services": ["A"]}, key="in"), 409, "key-reused")


def spelled(pin: str) -> list[bytes]:
    """The body of a sign-in in spellings that are the same to JSON."""
    escaped = "".join(f"\\u{ord(character):04x}" for character in pin)
    return [
        json.dumps({"staff": "0312", "pin": pin}).encode(),
        f'{{"pin":"{escaped}","staff":"0312"}}'.encode(),
    ]


@pytest.mark.parametrize("which", [0, 1])
def test_a_pin_leaves_no_trace(asker: Asker, tmp_path: Path, which: int) -> None:
    """Four digits have ten thousand hashes: whoever finds one in the file has the PIN."""
    path = "/v1/counters/1/open"
    body = spelled(PIN)[which]
    response = asker.post(path, data=body, key="sign in")
    assert response.status_code == 200, response.text
    wrong = "7391"
    is_problem(asker.post(path, data=spelled(wrong)[which], key="wrong"), 403, "wrong-pin")
    asker.running.stop()
    stored = b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())
    assert b"sign in" in stored, "this test looks in the wrong place"
    for pin in (PIN, wrong):
        for text in (pin.encode(), *spelled(pin)):
            for secret in (text, path.encode() + b"\0" + text):
                digest = hashlib.sha256(secret).digest()
                assert digest not in stored
                assert digest.hex().encode() not in stored
                assert secret == pin.encode() or secret not in stored
        # Digits alone may be part of a hash or an id; as a text of their own they may not be there.
        assert f'"{pin}"'.encode() not in stored


def test_a_key_belongs_to_its_token(asker: Asker) -> None:
    """A kiosk that repeats a counter's key gets its own answer, and nobody is told another's."""
    body = {"service": "A"}
    counters = asker.answer("/v1/tickets", body, role="manager", key="mine")
    kiosks = asker.answer("/v1/tickets", body, role="kiosk", key="mine")
    assert [counters["number"], kiosks["number"]] == ["A001", "A002"]
    assert asker.answer("/v1/tickets", body, role="manager", key="mine") == counters
    assert asker.answer("/v1/tickets", body, role="kiosk", key="mine") == kiosks
    other = asker.post("/v1/tickets", {"service": "B"}, role="integration", key="mine")
    assert other.json()["number"] == "B001", "a key that others have used is free"


def test_the_spelling_of_the_scheme_makes_no_other_asker(asker: Asker) -> None:
    token = asker.running.tokens["kiosk"]
    headers = [
        {"Authorization": f"{scheme} {token}", "Idempotency-Key": "one"} for scheme in ("Bearer", "bEARER")
    ]
    first, again = (asker.post("/v1/tickets", A, headers=one) for one in headers)
    assert first.content == again.content


def test_another_askers_key_cannot_be_named_whole(asker: Asker) -> None:
    asker.answer("/v1/tickets", A, role="manager", key="mine")
    asker.running.stop()
    with closing(sqlite3.connect(asker.running.folder / "journal.db")) as connection:
        (kept,) = connection.execute("SELECT key FROM answers").fetchone()
    asker.running.start()
    for key in {kept.replace("\n", sign) for sign in (" ", "\t", "")}:
        assert asker.answer("/v1/tickets", A, role="kiosk", key=key)["number"] != "A001"


@pytest.mark.parametrize(("body", "number"), [(A, "A001"), ({"service": "B"}, "B001")])
def test_an_answer_kept_by_an_older_program_counts_for_the_same_request(
    asker: Asker, body: dict[str, str], number: str
) -> None:
    """It stands under the key alone: a retry across the update is no second ticket, and another request is
    not refused for it."""
    first = asker.answer("/v1/tickets", A, key="before")
    asker.running.stop()
    with closing(sqlite3.connect(asker.running.folder / "journal.db", isolation_level=None)) as connection:
        connection.execute("UPDATE answers SET key = 'before'")
    asker.running.start()
    assert asker.answer("/v1/tickets", body, key="before")["number"] == number
    if body == A:
        assert asker.answer("/v1/tickets", A, key="before") == first
