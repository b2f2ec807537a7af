"""What the manager tells the hall: which notices hold now. Pure; the time is an argument."""

from __future__ import annotations

from collections.abc import Iterable

from branch.contract.answers.hall_answers import Notice
from branch.contract.times import from_text


def holding(notices: Iterable[Notice], now: int) -> tuple[Notice | None, list[Notice]]:
    """The newest emergency, if there is one, and the lines of the others; ``now`` is the service's time, ms.

    A screen that is cut off ends what runs out by itself: the service could not tell it.
    """
    begun = [one for one in notices if from_text(one["from"]) <= now and not _over(one, now)]
    emergencies = [one for one in begun if one["level"] == "emergency"]
    return (emergencies[-1] if emergencies else None), [one for one in begun if one["level"] == "info"]


def _over(notice: Notice, now: int) -> bool:
    return notice["until"] is not None and from_text(notice["until"]) <= now
