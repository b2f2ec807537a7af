"""Notices over HTTP: who may post them, who is told, and how long they last."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from tests.service.asking import Asker
from tests.service.listening import Feed

ROLES = ("kiosk", "display", "counter", "manager", "integration")
TEXT = {"zh": "请从最近的出口离开", "en": "Please leave by the nearest exit"}


def told(asker: Asker, role: str) -> list[dict[str, Any]]:
    """The notices in a role's snapshot."""
    found: list[dict[str, Any]] = asker.get("/v1/snapshot", role=role).json()["hall"]["notices"]
    return found


def test_everybody_is_told_and_told_when_it_ends(asker: Asker) -> None:
    feeds = {role: Feed(asker.running, role) for role in ROLES}
    for feed in feeds.values():
        feed.__enter__()
    try:
        notice = asker.answer("/v1/notices", {"level": "emergency", "text": TEXT}, role="manager")
        assert (notice["level"], notice["text"], notice["until"]) == ("emergency", TEXT, None)
        assert all(told(asker, role) == [notice] for role in ROLES)
        asker.answer(f"/v1/notices/{notice['id']}/end", role="manager")
        for feed in feeds.values():
            feed.wait_for(partial(feed.of, "NoticeEnded"))
            assert [event.data["notice"] for event in feed.of("NoticePosted")] == [notice]
            assert [event.data["ended"] for event in feed.of("NoticeEnded")] == [notice["id"]]
    finally:
        for feed in feeds.values():
            feed.__exit__(None, None, None)
    assert all(told(asker, role) == [] for role in ROLES)


@pytest.mark.parametrize("role", ["kiosk", "display", "counter", "integration"])
def test_only_the_manager_tells_the_hall(asker: Asker, role: str) -> None:
    assert asker.post("/v1/notices", {"text": TEXT}, role=role).status_code == 403
    notice = asker.answer("/v1/notices", {"text": TEXT}, role="manager")
    assert asker.post(f"/v1/notices/{notice['id']}/end", role=role).status_code == 403


def test_it_outlives_a_restart_and_who_posted_it_is_not_told(asker: Asker) -> None:
    notice = asker.answer("/v1/notices", {"text": TEXT}, role="manager")
    asker.running.stop()
    asker.running.start()
    assert told(asker, "display") == [notice]
    assert set(notice) == {"id", "level", "text", "from", "until"}
