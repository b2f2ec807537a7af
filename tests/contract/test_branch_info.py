"""The branch as the service describes it and as the apps read it."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

import pytest

from branch.contract.branch_info import NO_BRANCH, BranchInfo, KioskInfo, VoiceInfo
from branch.service.config.branch_config import BranchConfig
from tests.golden.comparing import check_kept
from tests.golden.recorded import every_recorded

RECORDED = [
    answer
    for recorded in every_recorded()
    for answer in recorded.answers()
    if answer["path"] == "/v1/branch" and answer["status"] == 200
]


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda recorded: recorded["role"])
def test_a_recorded_answer_reads_and_writes_to_the_same_text(recorded: dict[str, Any]) -> None:
    answer = recorded["answer"]
    again = BranchInfo.from_json(answer).to_json(for_staff="hints" in answer)
    check_kept("the description of a branch", answer, again)
    assert [key for key in again if key in answer] == list(answer), "in the order that it had"


def test_what_an_older_service_does_not_tell_has_its_default() -> None:
    branch = BranchInfo.from_json({"name": {"en": "Old"}, "services": [{"id": "A"}]})
    assert (branch.voice, branch.kiosk, branch.hints) == (VoiceInfo(), KioskInfo(), ())
    assert branch.service_by_id["A"].standard_s == 0
    assert branch.standards.undo_window_s == 10
    assert branch != NO_BRANCH


def test_what_a_newer_service_adds_is_passed_over() -> None:
    branch = BranchInfo.from_json(
        {
            "lockers": [1, 2],
            "kiosk": {"ask_phone": "insist", "lights": True, "elderly_services": ["A"]},
            "counters": [{"number": 3, "direction": "upstairs"}],
        }
    )
    assert branch.kiosk == KioskInfo(elderly_services=("A",))
    assert branch.counters[0].direction is None


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"services": [{"id": "A"}, {"prefix": "B"}]}, "services.1.id: Field required"),
        (
            {"standards": {"undo_window_s": "soon"}},
            "standards.undo_window_s: Input should be a valid integer",
        ),
        ({"hours": [[["09:00", "9 pm"]], *[[]] * 6]}, "hours.0.0.1: Invalid isoformat string: '9 pm'"),
        ({"hours": [[]]}, "hours: Tuple should have at least 7 items after validation, not 1"),
        ([], "Input should be a dictionary or an instance of BranchInfo"),
    ],
)
def test_what_makes_no_sense_is_told_by_its_key(answer: object, told: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(told)}[^\n]*$"):
        BranchInfo.from_json(answer)


def test_times_of_day_are_times() -> None:
    branch = BranchInfo.from_json(
        {
            "hours": [[["09:00", "24:00"]], *[[]] * 6],
            "special_hours": {"2027-01-01": []},
            "voice": {"volume": [{"from": "08:00", "percent": 80}], "quiet": [["22:00", "07:00"]]},
        }
    )
    assert branch.hours[0] == ((time(9), time.max),)
    assert branch.special_hours == {date(2027, 1, 1): ()}
    assert (branch.voice.volume[0].start, branch.voice.quiet) == (time(8), ((time(22), time(7)),))


def test_only_staff_are_told_what_tellers_are_reminded_of() -> None:
    branch = BranchInfo.from_json({"hints": [{"service": None, "segment": "vip", "text": {"en": "Tea"}}]})
    assert branch.to_json(for_staff=True)["hints"] == [
        {"service": None, "segment": "vip", "text": {"en": "Tea"}}
    ]
    assert "hints" not in branch.to_json(for_staff=False)


def test_a_reason_for_closing_that_nobody_listed_is_its_own_name() -> None:
    branch = BranchInfo.from_json({"close_reasons": [{"id": "busy", "names": {"zh": "忙"}}]})
    assert branch.close_reason("busy") == {"zh": "忙"}
    assert branch.close_reason(" No water ") == {"en": "No water"}
    assert (branch.close_reason(None), branch.close_reason(" ")) == ({}, {})


def test_the_file_says_nothing_of_the_voice_and_the_kiosks_as_an_older_service_does() -> None:
    fields = BranchConfig.model_fields
    assert fields["voice"].default.made() == VoiceInfo()
    assert fields["kiosk"].default.made(()) == KioskInfo()
