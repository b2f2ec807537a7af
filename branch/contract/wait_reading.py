"""Reads the wait that an answer carries, for whoever puts it into words: apps, paper, a phone's page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from branch.contract.times import datetime_from_text
from branch.wording.wait_wording import ToldWait, WaitWords, told


def told_wait(ahead: int | None, estimate: Mapping[str, object] | None) -> ToldWait:
    """The wait of a `WaitBand`, or of a `TicketWait`, which knows its time of day.

    One of an older service has no middle: then the top alone is told.
    """
    top_s, middle_s, until = map((estimate or {}).get, ("high_s", "middle_s", "high_at"))
    if not isinstance(top_s, int | float):
        return ToldWait(ahead=ahead)
    return ToldWait(
        ahead=ahead,
        middle_s=middle_s if isinstance(middle_s, int | float) else None,
        top_s=top_s,
        told_at=datetime_from_text(until) - timedelta(seconds=top_s) if isinstance(until, str) else None,
    )


def wait_words(language: str, ahead: int | None, estimate: Mapping[str, object] | None) -> WaitWords:
    """The sentences about the wait of an answer, in a language."""
    return told(language, told_wait(ahead, estimate))
