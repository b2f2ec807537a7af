"""What the hall is told, how it is posted, and what is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from branch.domain.kernel.messages import Command, Event

NOTICE_LEVELS = ("info", "emergency")
"""A line on the screens, or the whole of the board."""


@dataclass(frozen=True, kw_only=True)
class NoticeDetails:
    """What the hall is told, by language, ``by`` whom, ``until`` when (ms; None: until somebody ends it)."""

    __slots__ = ()

    level: str
    text: Mapping[str, str]
    until: int | None = None
    by: str


@dataclass(frozen=True, slots=True)
class Notice(NoticeDetails):
    """What the hall is told, from ``since`` (ms) on."""

    id: str
    since: int


@dataclass(frozen=True, slots=True)
class PostNotice(NoticeDetails, Command):
    """Tell the hall something, from now on unless ``since`` (ms) says otherwise."""

    notice: str
    since: int | None = None


@dataclass(frozen=True, slots=True)
class EndNotice(Command):
    """Tell it no more."""

    notice: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePosted(NoticeDetails, Event):
    """The hall is told something, from ``since`` (ms) on."""

    notice: str
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeEnded(Event):
    """The hall is told that no more; ``by`` is "time" when it had run out."""

    notice: str
    by: str
