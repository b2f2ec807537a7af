"""What load balancers, caches and generated clients expect of any HTTP service."""

from __future__ import annotations

import logging

import pytest

from branch.domain.kernel.decide import DECIDERS
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Command
from branch.domain.tickets.ticket_messages import IssueTicket
from tests.service.asking import Asker, is_problem


@pytest.mark.parametrize("path", ["/v1/health", "/v1/branch", "/v1/hall", "/openapi.json"])
def test_a_head_is_answered_as_a_get_without_its_body(asker: Asker, path: str) -> None:
    told, head = asker.get(path, role="manager"), asker.ask("HEAD", path, role="manager")
    assert (head.status_code, head.content) == (told.status_code, b"")
    assert head.headers["content-type"] == told.headers["content-type"]


def test_a_head_of_what_is_not_there(asker: Asker) -> None:
    assert asker.ask("HEAD", "/v1/nothing", role="manager").status_code == 404
    assert asker.ask("HEAD", "/v1/events", role="manager").status_code == 405


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", "GET, HEAD, OPTIONS"),
        ("/v1/health", "GET, HEAD, OPTIONS"),
        ("/v1/tickets", "OPTIONS, POST"),
        ("/v1/events", "GET, OPTIONS"),
        ("/openapi.json", "GET, HEAD, OPTIONS"),
    ],
)
def test_options_tell_the_methods(asker: Asker, path: str, allowed: str) -> None:
    answer = asker.ask("OPTIONS", path, role=None)
    assert (answer.status_code, answer.headers["allow"]) == (204, allowed)


def test_options_of_what_is_not_there(asker: Asker) -> None:
    assert asker.ask("OPTIONS", "/v1/nothing", role=None).status_code == 404


def test_the_title_of_a_problem_is_the_phrase_of_its_status(asker: Asker) -> None:
    assert asker.get("/v1/tickets/nobody", role="manager").json()["title"] == "Not Found"
    assert asker.get("/v1/branch", role=None).json()["title"] == "Unauthorized"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("EN", "en"), ("en-US", "en"), ("zh-CN", "zh"), ("zh-Hans-CN", "zh"), ("en_GB", "en")],
)
def test_a_language_tag_means_the_offered_language(asker: Asker, tag: str, language: str) -> None:
    assert asker.issue(language=tag)["language"] == language


def test_a_language_that_is_not_offered_is_refused(asker: Asker) -> None:
    answer = asker.post("/v1/tickets", {"service": "A", "language": "fr-CA"}, role="kiosk")
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown-language")


def test_a_bug_is_told_in_one_line_and_logged_once(
    asker: Asker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(hall: Hall, command: Command, now: int) -> object:
        raise ZeroDivisionError

    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setitem(DECIDERS, IssueTicket, broken)
        is_problem(asker.post("/v1/tickets", {"service": "A"}, key="one"), 500, "internal")
    assert [record.message for record in caplog.records] == ["a command could not be carried out"]
    assert asker.answer("/v1/tickets", {"service": "A"}, key="one")["number"] == "A001", "a retry may succeed"
