"""Decisions about notices: what the hall is told."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import NOTICE_LEVELS


def post(_: Hall, command: c.PostNotice, now: int) -> tuple[e.Event, ...]:
    """One that is over before it begins, or already, is a mistake."""
    if command.level not in NOTICE_LEVELS:
        raise refusal("invalid", f"there is no notice of level {command.level!r}")
    if not any(text.strip() for text in command.text.values()):
        raise refusal("invalid", "a notice says something")
    since = now if command.since is None else command.since
    if command.until is not None and command.until <= max(since, now):
        raise refusal("invalid", "until is not after from, or is past")
    return (
        e.NoticePosted(
            at=now,
            notice=command.notice,
            level=command.level,
            text=dict(command.text),
            since=since,
            until=command.until,
            by=command.by,
        ),
    )


def end(hall: Hall, command: c.EndNotice, now: int) -> tuple[e.Event, ...]:
    """The hall is told it no more."""
    if command.notice not in hall.notices:
        raise refusal("unknown-notice", "there is no such notice")
    return (e.NoticeEnded(at=now, notice=command.notice, by=command.by),)


def run_out(hall: Hall, now: int) -> list[e.Event]:
    """Those whose time is over, so that no screen has to end them by itself."""
    return [
        e.NoticeEnded(at=now, notice=notice.id, by="time")
        for notice in hall.notices.values()
        if notice.until is not None and notice.until <= now
    ]
