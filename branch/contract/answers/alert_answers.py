"""What the staff must know at once, and what the hall is told."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from branch.contract.json_types import Names

NoticeLevel = Literal["info", "emergency"]


class Alert(TypedDict):
    """What the staff must know at once; ``cleared_at`` is null while nobody has seen to it."""

    id: str
    kind: str
    source: str
    counter: int | None
    detail: str | None
    raised_at: str | None
    cleared_at: str | None


class Alerts(TypedDict):
    """The open alerts that the asker raised or is told of, oldest first."""

    alerts: list[Alert]


Notice = TypedDict(
    "Notice",
    {"id": str, "level": NoticeLevel, "text": Names, "from": str, "until": str | None},
)
"""What the hall is told; ``until`` is null while nobody has said. Functional, since `from` is a keyword."""


class EndedNotice(TypedDict):
    """A notice that the hall is told no more."""

    id: str
    ended_at: str
