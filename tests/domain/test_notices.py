"""Notices: told until they are ended or run out, and not forgotten at midnight."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from tests.domain.branches import at
from tests.domain.helpers import did, given

TEXT = {"zh": "请从最近的出口离开", "en": "Please leave by the nearest exit"}
FIRE = c.PostNotice("n1", level="emergency", text=TEXT, by="manager")


def test_the_hall_is_told_from_now_on() -> None:
    story = given().when(FIRE)
    story.then(did(e.NoticePosted, notice="n1", level="emergency", text=TEXT, until=None))
    assert story.hall.notices["n1"].since == story.now


def test_it_is_ended_once() -> None:
    ended = given(FIRE).when(c.EndNotice("n1", "manager"))
    ended.then(did(e.NoticeEnded, notice="n1", by="manager"))
    given(FIRE, c.EndNotice("n1", "manager")).when(c.EndNotice("n1", "manager")).refused("unknown-notice")


def test_one_that_has_run_out_ends_by_itself() -> None:
    noon = c.PostNotice("n2", level="info", text=TEXT, by="manager", until=at("12:00"))
    given(noon).when(c.RunTimers(), "11:59:59").then()
    given(noon).when(c.RunTimers(), "12:00").then(did(e.NoticeEnded, notice="n2", by="time"))


def test_notices_outlive_the_day() -> None:
    story = given(
        FIRE, c.PostNotice("n2", level="info", text=TEXT, by="manager"), c.EndNotice("n2", "manager")
    )
    kept = story.hall.notices["n1"]
    story.given(c.TurnDay("2026-11-23"))
    assert story.hall.notices == {"n1": kept}
