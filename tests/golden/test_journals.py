"""Recorded days are read by today's programs as they were by those that wrote them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from branch import cli
from tests.golden.comparing import check_kept, differences
from tests.golden.recorded import FOLDER, PAGES, Reader, Recorded, every_recorded, page_of, report_of
from tests.harness.golden import rewriting


@dataclass(frozen=True)
class Opened:
    """A recorded branch, the copy of its data folder, and somebody who asks the service that serves it."""

    recorded: Recorded
    data: Path
    reader: Reader


@pytest.fixture(scope="module", params=every_recorded(), ids=lambda recorded: recorded.folder.name)
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Each recorded branch, being served."""
    recorded: Recorded = request.param
    data = recorded.copy(tmp_path_factory.mktemp("golden") / "data")
    with recorded.served(data) as reader:
        yield Opened(recorded, data, reader)


def rows(data: Path) -> list[tuple[Any, ...]]:
    """Every row of a journal."""
    with closing(sqlite3.connect(data / "journal.db")) as connection:
        return connection.execute("SELECT * FROM events ORDER BY seq").fetchall()


def test_every_role_is_answered_as_it_was(opened: Opened) -> None:
    """Snapshots, the branch, visits, cases, figures, tickets, slots and appointments."""
    answers = opened.recorded.answers()
    assert len(answers) > 40
    count = len(rows(opened.data))
    for recorded in answers:
        now = opened.reader.get(recorded["path"], recorded["role"])
        if "seq" in recorded["answer"]:  # the one fact that a row which today's program adds may change
            assert now["answer"]["seq"] == count
            now["answer"]["seq"] = recorded["answer"]["seq"]
        check_kept(f"what {recorded['role'] or 'anybody'} is answered at {recorded['path']}", recorded, now)


def test_every_role_follows_the_newest_day_as_it_did(opened: Opened) -> None:
    facts = opened.recorded.facts
    for role, recorded in opened.recorded.feed().items():
        last = int(recorded[-1]["id"])
        now = [one for one in opened.reader.feed(role, facts["after"], None) if int(one["id"]) <= last]
        check_kept(f"the feed of {role}", recorded, now)


def test_a_request_of_then_is_not_carried_out_again(opened: Opened) -> None:
    retried = opened.recorded.facts["retried"]
    before = rows(opened.data)
    answer = opened.reader.ask(
        "POST", retried["path"], retried["role"], key=retried["key"], body=retried["body"]
    )
    assert (answer.status_code, answer.text) == (retried["status"], retried["answer"])
    assert rows(opened.data) == before


@pytest.mark.parametrize("name", PAGES)
def test_the_page_of_the_newest_day_is_the_same(name: str) -> None:
    """Made from what was answered then: that it is answered today is shown above. A page that is to look
    otherwise is taken by ``--rewrite-golden``; its figures are not."""
    recorded = Recorded(FOLDER / name)
    day = recorded.facts["days"][-1]
    answers = {(one["role"], one["path"]): one["answer"] for one in recorded.answers()}
    visits, branch = answers["manager", f"/v1/visits?day={day}"], answers["manager", "/v1/branch"]
    now = page_of(visits, branch, PAGES[name])
    if rewriting():
        recorded.keep_page(now)
    check_kept(f"the page of {day}", recorded.page().splitlines(), now.splitlines())


def test_the_figures_of_every_day_are_the_same(opened: Opened) -> None:
    branch = opened.reader.get("/v1/branch", "manager")["answer"]
    for report in opened.recorded.reports():
        visits = opened.reader.get(f"/v1/visits?day={report['day']}", "manager")["answer"]
        check_kept(f"the report of {report['day']}", report["figures"], report_of(visits, branch))


def test_the_rows_stay_as_they_were_written(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a newer program adds, it adds after them; and the chain over all of it is whole."""
    recorded = rows(opened.recorded.folder)
    assert rows(opened.data)[: len(recorded)] == recorded
    assert cli.main(["verify", "--data", str(opened.data)]) == 0
    assert not capsys.readouterr().err


def test_every_type_of_event_is_in_a_journal() -> None:
    listed = (FOLDER / "event-types.txt").read_text(encoding="utf-8").split()
    recorded = {row[3] for one in every_recorded() for row in rows(one.folder)}
    assert recorded == set(listed)


@pytest.mark.parametrize(
    ("recorded", "now", "told"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, []),
        ({"a": {"b": [1]}}, {"a": {"b": [2]}}, ["$.a.b[0]: was 1, is 2"]),
        ({"a": None}, {}, ["$.a: was None, is not there"]),
        ([1], [1, 2], ["$: had 1 entries, has 2"]),
        ({"a": 1}, {"a": True}, ["$.a: was 1, is True"]),
        ([1, {"a": "x"}], [1, {"a": "y"}], ["$[1].a: was 'x', is 'y'"]),
    ],
)
def test_what_counts_as_kept(recorded: Any, now: Any, told: list[str]) -> None:
    assert list(differences(recorded, now)) == told
