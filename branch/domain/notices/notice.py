"""What the hall is told, how it is posted, and what is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from branch.domain.kernel.messages import Command, Event

NOTICE_LEVELS = ("info", "emergency")
"""A line on the screens, or the whole of the board."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the hall is told, by language, from ``since`` until ``until`` (None: until somebody ends it)."""

    id: str
    level: str
    text: Mapping[str, str]
    since: int
    until: int | None
    by: str


@dataclass(frozen=True, slots=True)
class PostNotice(Command):
    """Tell the hall something, by language; from now and until it is ended unless told otherwise (ms)."""

    notice: str
    level: str
    text: Mapping[str, str]
    by: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class EndNotice(Command):
    """Tell it no more."""

    notice: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePosted(Event):
    """The hall is told something by language, from ``since`` (ms) until ``until`` or until it is ended."""

    notice: str
    level: str
    text: Mapping[str, str]
    since: int
    until: int | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeEnded(Event):
    """The hall is told that no more; ``by`` is "time" when it had run out."""

    notice: str
    by: str
