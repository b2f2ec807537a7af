"""Keys that come without a token: whoever holds no ticket, or one that is not served, leaves nothing."""

from __future__ import annotations

from pathlib import Path

from tests.service.asking import Asker, is_problem
from tests.service.test_phone import page_of

SCORE = {"score": 5}


def stored(data: Path) -> bytes:
    """Every byte of the data folder."""
    return b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())


def test_a_refusal_without_a_token_is_not_kept(asker: Asker, tmp_path: Path) -> None:
    served = page_of(asker.served()) + "/rating"
    waiting = page_of(asker.issue()) + "/rating"
    is_problem(asker.post("/t/nobody/rating", SCORE, role=None, key="unknown-one"), 404, "unknown-ticket")
    is_problem(asker.post(waiting, SCORE, role=None, key="waiting-one"), 409, "ticket-not-served")
    asker.answer(served, SCORE, role=None, key="served-one")
    is_problem(asker.post(served, SCORE, role=None, key="another-one"), 409, "already-rated")
    asker.running.stop()
    found = stored(tmp_path / "data")
    assert b"served-one" in found, "this test looks in the wrong place"
    for key in (b"unknown-one", b"waiting-one", b"another-one"):
        assert key not in found


def test_a_key_that_was_refused_without_a_token_may_be_used_again(asker: Asker) -> None:
    asker.open()
    ticket = asker.issue()
    path = page_of(ticket) + "/rating"
    is_problem(asker.post(path, SCORE, role=None, key="early"), 409, "ticket-not-served")
    asker.at(1, "next", "start", "finish")
    first = asker.answer(path, SCORE, role=None, key="early")
    assert asker.answer(path, SCORE, role=None, key="early") == first
