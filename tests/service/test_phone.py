"""The customer's page under the ticket's id: it shows how far the queue is, and nothing about anybody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.harness.branch import running_service, sample_config
from tests.harness.browser import document
from tests.harness.clocks import HandClock
from tests.service.asking import Asker, is_problem

SHOWN = {
    "rate",
    "rated",
    "public_name",
    "for_counter",
    "then",
    "reasons",
    "most_passes",
    "promise",
    "rule",
    "documents",
    "doubtful",
    "branch",
    "service",
    "serving",
    "number",
    "status",
    "language",
    "ahead",
    "estimate",
    "told",
    "counter",
}


def page_of(ticket: Mapping[str, object]) -> str:
    return f"/t/{ticket['id']}"


def test_the_page(asker: Asker) -> None:
    response = asker.get(page_of(asker.issue()), role=None)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert '<meta name="viewport"' in response.text
    # It works on a LAN without the internet, and tells nobody else that it was looked at.
    assert re.findall(r"""(?:src|href)=|https?://|@import""", response.text) == []


def test_the_state_has_no_personal_data(asker: Asker) -> None:
    ticket = asker.issue(phone="13812345678", language="en")
    other = asker.issue(phone="13887654321")
    asker.open()
    state = asker.get(page_of(ticket) + "/state", role=None).json()
    assert set(state) == SHOWN
    assert (state["number"], state["status"], state["ahead"]) == ("A001", "waiting", 0)
    assert (state["language"], state["service"]["en"]) == ("en", "Cash")
    asker.at(1, "next")
    called = asker.get(page_of(ticket) + "/state", role=None)
    assert (called.json()["status"], called.json()["counter"]) == ("called", 1)
    behind = asker.get(page_of(other) + "/state", role=None)
    assert behind.json()["serving"] == [{"number": "A001", "counter": 1}]
    for text in (called.text, behind.text):
        for secret in ("13812345678", "13887654321", '"0312"'):
            assert secret not in text
    assert ticket["id"] not in behind.text


@pytest.mark.parametrize("path", ["/t/nobody", "/t/nobody/state", "/t/" + "A" * 22])
def test_an_unknown_ticket(asker: Asker, path: str) -> None:
    is_problem(asker.get(path, role=None), 404, "unknown-ticket")


def test_a_rating_from_the_phone(asker: Asker) -> None:
    ticket = asker.served()
    before = asker.get(page_of(ticket) + "/state", role=None).json()
    assert (before["rate"], before["rated"]) == (True, False)
    assert {reason["id"] for reason in before["reasons"] if 1 in reason["scores"]} == {
        *("long-wait", "unfriendly", "unclear", "not-solved")
    }
    body = {"score": 2, "tags": ["unclear"], "comment": "which form?"}
    asker.answer(page_of(ticket) + "/rating", body, role=None, key="tapped twice")
    asker.answer(page_of(ticket) + "/rating", body, role=None, key="tapped twice")
    after = asker.get(page_of(ticket) + "/state", role=None).json()
    assert (after["rate"], after["rated"]) == (False, True)
    assert "which form?" not in json.dumps(after)
    (case,) = asker.get("/v1/cases", role="manager").json()["cases"]
    assert (case["channel"], case["text"]) == ("phone", "which form?")


@pytest.mark.parametrize("first", ["phone", "pad"])
def test_whichever_comes_first_is_the_one(asker: Asker, first: str) -> None:
    ticket = asker.served()
    phone = partial(asker.post, page_of(ticket) + "/rating", role=None)
    pad = partial(asker.post, f"/v1/tickets/{ticket['id']}/rating", role="counter")
    one, other = (phone, pad) if first == "phone" else (pad, phone)
    assert one({"score": 5}).status_code == 201
    is_problem(other({"score": 1}), 409, "already-rated")
    rows = asker.get("/v1/visits", role="manager").json()["visits"]
    assert [row["rating"]["score"] for row in rows] == [5]


def test_no_answer_at_the_pad_leaves_the_phone_its_time(asker: Asker) -> None:
    ticket = asker.served()
    silent = f"/v1/tickets/{ticket['id']}/no-rating"
    assert asker.answer(silent, role="counter", key="once") == {"ticket": "A001"}
    (row,) = asker.get("/v1/visits", role="manager").json()["visits"]
    assert (row["rating"], row["unrated"]) == (None, True)
    rows = asker.seq()
    asker.answer(silent, role="counter", key="once")
    asker.answer(silent, role="counter", key="twice")
    assert asker.seq() == rows
    asker.answer(page_of(ticket) + "/rating", {"score": 5}, role=None)
    (row,) = asker.get("/v1/visits", role="manager").json()["visits"]
    assert (row["rating"]["score"], row["unrated"]) == (5, False)
    assert asker.answer(silent, role="counter") == {"ticket": "A001"}  # whether it was rated is not told
    is_problem(asker.post("/v1/tickets/nobody/no-rating"), 404, "unknown-ticket")
    is_problem(asker.post(f"/v1/tickets/{asker.issue()['id']}/no-rating"), 409, "ticket-not-served")


def test_what_the_phone_may_not_rate(asker: Asker) -> None:
    waiting = asker.issue()
    is_problem(asker.post(page_of(waiting) + "/rating", {"score": 5}, role=None), 409, "ticket-not-served")
    is_problem(asker.post("/t/nobody/rating", {"score": 5}, role=None), 404, "unknown-ticket")
    for bad in ({"score": 9}, {"score": 5, "source": "pad"}, {"score": 5, "comment": "x" * 501}):
        is_problem(asker.post(page_of(waiting) + "/rating", bad, role=None), 422, "invalid")


def test_the_page_in_a_browser(asker: Asker, tmp_path: Path) -> None:
    shown = in_a_browser(asker, asker.issue(language="en"), tmp_path)
    assert ">A001<" in shown
    assert "Renmin Road Branch · Cash" in shown
    assert json.dumps("Have a seat nearby")[1:-1] in shown
    assert 'id="face5"' not in shown


FACES = {"en": ["Very poor", "Very good"], "zh": ["很不满意", "非常满意"]}


@pytest.mark.parametrize(("language", "words"), FACES.items())
def test_the_question_in_a_browser(asker: Asker, tmp_path: Path, language: str, words: list[str]) -> None:
    asker.issue(language=language)
    asker.open()
    shown = in_a_browser(asker, asker.at(1, "next", "start", "finish"), tmp_path)
    assert [word for word in words if f"<span>{word}</span>" not in shown] == []
    assert len(re.findall(r'id="face[1-5]"', shown)) == 5


EVENING = "2026-11-21T16:40:00+08:00"
SAID = {"en": ("We close soon", "Your ID card"), "zh": ("临近结束营业", "本人身份证")}


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Asker]:
    """Twenty minutes before closing, with warnings, papers to bring for A, and six who wait for it."""
    papers = 'documents = { zh = ["本人身份证", "手机"], en = ["Your ID card", "Your phone"] }'
    edits = {'closing = "off"': 'closing = "warn"', 'prefix = "A"': f'prefix = "A"\n{papers}'}
    with (
        running_service(tmp_path / "evening", sample_config(edits), HandClock(EVENING)) as running,
        closing(Asker(running)) as asker,
    ):
        asker.open()
        for _ in range(6):
            asker.issue()
        yield asker


def test_papers_and_the_warning_are_in_the_state(evening: Asker) -> None:
    ticket = evening.issue(language="en")
    state = evening.get(page_of(ticket) + "/state", role=None).json()
    assert state["doubtful"] is True
    assert state["documents"] == {"zh": ["本人身份证", "手机"], "en": ["Your ID card", "Your phone"]}
    other = evening.issue("C")
    state = evening.get(page_of(other) + "/state", role=None).json()
    assert (state["doubtful"], state["documents"]) == (False, {})


@pytest.mark.parametrize(("language", "words"), SAID.items())
def test_papers_and_the_warning_in_a_browser(
    evening: Asker, tmp_path: Path, language: str, words: tuple[str, str]
) -> None:
    ticket = evening.issue(language=language)
    shown = in_a_browser(evening, ticket, tmp_path)
    assert re.search(rf'id="closing">{words[0]}', shown), "shown, and not hidden"
    assert f"<li>{words[1]}</li>" in shown
    assert '<section class="card" id="bring">' in shown
    evening.answer("/v1/counters/1/call", {"ticket": ticket["id"]})
    called = in_a_browser(evening, ticket, tmp_path)
    assert 'id="closing" hidden=""' in called, "it is their turn"
    assert f"<li>{words[1]}</li>" in called


def test_nothing_to_bring_shows_nothing(asker: Asker, tmp_path: Path) -> None:
    shown = in_a_browser(asker, asker.issue(), tmp_path)
    assert 'id="closing" hidden=""' in shown
    assert 'id="bring" hidden=""' in shown


def in_a_browser(asker: Asker, ticket: dict[str, object], tmp_path: Path) -> str:
    """The page's document after its script has run for a while."""
    return document(asker.running.url + page_of(ticket), tmp_path / "chrome")
