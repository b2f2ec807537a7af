"""The parts that need no screen: what can be undone, what was done, what a card says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from branch.contract.answers.counter_answers import StaffCounter
from branch.contract.answers.feed_events import StaffEvent
from branch.contract.answers.ticket_answers import StaffTicket
from branch.contract.branch_info import NO_BRANCH, BranchInfo
from branch.contract.times import from_text
from branch.qt.text.languages import Languages
from counter.shell.counter_texts import BranchNames
from counter.shell.part import News
from counter.shell.preferences import recall_counter, remember_counter
from counter.signin.session import phase_of
from counter.work.card_facts import card_facts
from counter.work.undo_bar import LastAction

BRANCH = BranchInfo.from_json(
    {
        "languages": ["zh", "en"],
        "services": [
            {"id": "A", "prefix": "A", "names": {"en": "Cash"}, "standard_s": 300, "wait_standard_s": 600}
        ],
        "segments": [{"id": "ordinary", "names": {}}, {"id": "vip", "names": {"en": "VIP"}}],
    }
)


def at(clock: str) -> str:
    return f"2026-11-21T{clock}+08:00"


def ms(clock: str) -> int:
    return from_text(at(clock))


def ticket(**more: Any) -> StaffTicket:
    made: dict[str, Any] = {
        "id": "x",
        "number": "A001",
        "service": "A",
        "segment": "ordinary",
        "language": "zh",
        "status": "serving",
        "issued_at": at("09:00:00"),
        "called_at": at("09:07:00"),
        "started_at": at("09:08:00"),
        "finished_at": None,
        "recalls": 0,
        "appointment": None,
    }
    return made | more  # type: ignore[return-value]  # a ticket as it comes


def counter(**more: Any) -> StaffCounter:
    made: dict[str, Any] = {
        "number": 1,
        "state": "open",
        "reason": None,
        "services": ["A"],
        "since": at("09:00:00"),
        "ticket": None,
        "undo": None,
    }
    return made | more  # type: ignore[return-value]  # a counter as it comes


def event(kind: str, clock: str, **more: Any) -> StaffEvent:
    return {"type": kind, "at": at(clock), "ticket": ticket(**more)}


def test_nothing_known_is_nothing_said(qapp: object) -> None:
    languages = Languages(current="en")
    assert card_facts(None, [], BranchNames(NO_BRANCH, languages), languages).number == ""
    assert phase_of(None) == "free"
    languages.stop()


def test_the_card_says_only_what_the_service_told(qapp: object) -> None:
    languages = Languages(current="en")
    held = ticket(segment="vip", transfers=1, language="en", printed=False, appointment=at("09:45:00"))
    facts = card_facts(counter(ticket=held), [], BranchNames(BRANCH, languages), languages)
    assert (facts.phase, facts.number, facts.title) == ("serving", "A001", "Serving · Cash")
    assert facts.tags == (
        ("VIP", "notice"),
        ("Appt 09:45", "notice"),
        ("Waited 7 min", "act"),
        ("Transferred", "act"),
    )
    assert (facts.standard, facts.since) == ("Standard 5 min", ms("09:08:00"))
    plain = card_facts(counter(ticket=ticket()), [], BranchNames(BRANCH, languages), languages)
    assert plain.tags == (("Waited 7 min", "act"),)
    late = ticket(called_at=at("09:11:00"))
    assert ("Waited 11 min", "now") in card_facts(
        counter(ticket=late), [], BranchNames(BRANCH, languages), languages
    ).tags
    languages.stop()


def test_an_action_can_be_taken_back_for_its_time() -> None:
    watch = LastAction()
    held = counter(ticket=ticket(), undo="start")
    watch.take(News(event=event("ServingStarted", "09:08:00")))
    assert watch.left_ms(held, 10, ms("09:08:04")) == 6_000
    assert watch.left_ms(held, 10, ms("09:08:11")) == 0
    assert watch.left_ms(counter(), 10, ms("09:08:04")) == 0
    assert watch.left_ms(None, 10, ms("09:08:04")) == 0


@pytest.mark.parametrize(("undo", "left"), [("start", 8_000), ("finish", 0), (None, 0)])
def test_after_a_restart_only_what_the_ticket_tells_is_offered(undo: str | None, left: int) -> None:
    watch = LastAction()
    held = counter(ticket=ticket(), undo=undo)
    watch.begin(held)
    assert watch.left_ms(held, 10, ms("09:08:02")) == left


@pytest.mark.expects_log
def test_the_counter_is_remembered(tmp_path: Path) -> None:
    assert recall_counter() is None
    remember_counter(3)
    remember_counter(3)
    assert recall_counter() == 3
    (tmp_path / "config" / "counter-place.json").write_text("no json", encoding="utf-8")
    assert recall_counter() is None
