"""How notices are posted and ended."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events, details_of
from branch.domain.kernel.refusals import refusal
from branch.domain.notices.notice import (
    NOTICE_LEVELS,
    EndNotice,
    Notice,
    NoticeDetails,
    NoticeEnded,
    NoticePosted,
    PostNotice,
)


def post(_: Hall, command: PostNotice, now: int) -> Events:
    """One that is over before it begins, or already, is a mistake."""
    if command.level not in NOTICE_LEVELS:
        raise refusal("invalid", f"there is no notice of level {command.level!r}")
    if not any(text.strip() for text in command.text.values()):
        raise refusal("invalid", "a notice says something")
    since = now if command.since is None else command.since
    if command.until is not None and command.until <= max(since, now):
        raise refusal("invalid", "until is not after from, or is past")
    return (
        NoticePosted(
            at=now,
            notice=command.notice,
            since=since,
            **details_of(NoticeDetails, command),
        ),
    )


def end(hall: Hall, command: EndNotice, now: int) -> Events:
    """The hall is told it no more."""
    if command.notice not in hall.notices:
        raise refusal("unknown-notice", "there is no such notice")
    return (NoticeEnded(at=now, notice=command.notice, by=command.by),)


def run_out(hall: Hall, now: int) -> list[Event]:
    """Those whose time is over, so that no screen has to end them by itself."""
    return [
        NoticeEnded(at=now, notice=notice.id, by="time")
        for notice in hall.notices.values()
        if notice.until is not None and notice.until <= now
    ]


def _notice_posted(hall: Hall, event: NoticePosted) -> None:
    hall.notices[event.notice] = Notice(event.notice, event.since, **details_of(NoticeDetails, event))


def _notice_ended(hall: Hall, event: NoticeEnded) -> None:
    hall.notices.pop(event.notice, None)


DECIDERS: Mapping[type[Command], Decider] = {
    PostNotice: post,
    EndNotice: end,
}

FOLDS: Mapping[type[Event], Fold] = {
    NoticePosted: _notice_posted,
    NoticeEnded: _notice_ended,
}
