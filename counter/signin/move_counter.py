"""Why a teller is not let in, and what is offered: to come from another counter, or to wait a little."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.client.hall_view import HallView, staff_counters
from branch.contract.answers.counter_answers import StaffCounter
from branch.qt.text.languages import Languages
from counter.shell.counter_texts import say

OFFER_MS = 30_000
"""An offer that nobody takes is withdrawn, since it holds a PIN that was right."""

ELSEWHERE = str(QT_TRANSLATE_NOOP("Counter", "You are signed in at counter %1."))
ELSEWHERE_WITH = str(QT_TRANSLATE_NOOP("Counter", "You are at counter %1. %2 comes with you."))
NOT_HERE = str(QT_TRANSLATE_NOOP("Counter", "You are signed in at another counter."))
MOVE_HERE = str(QT_TRANSLATE_NOOP("Counter", "Move to counter %1"))
LOCKED_FOR = str(QT_TRANSLATE_NOOP("Counter", "Too many wrong PINs. Please wait %1 seconds."))
LOCKED_FOR_ONE = str(QT_TRANSLATE_NOOP("Counter", "Too many wrong PINs. Please wait 1 second."))


@dataclass(frozen=True, slots=True)
class Move:
    """To move to ``counter``, for who has just given the right PIN; till ``until``, ms of the service."""

    counter: int
    staff: str
    pin: str
    until: int


def whereabouts(view: HallView, staff: str) -> StaffCounter | None:
    """The counter where that member of staff is signed in."""
    states = staff_counters(view).values()
    return next((c for c in states if c["staff"] == staff and c["state"] != "closed"), None)


def moved_on(view: HallView, staff: str, own: StaffCounter, opened_at: str) -> bool:
    """Whether the view is newer than the answer that opened ``own`` for them at ``opened_at``, though it was
    never seen to be theirs: another window has closed it or moved them on already. Texts of one zone compare
    as their instants do."""
    there = whereabouts(view, staff)
    return own["since"] > opened_at or (there is not None and there["since"] >= opened_at)


def elsewhere(languages: Languages, view: HallView, staff: str) -> str:
    """Where they are signed in, and whom they would bring along."""
    there = whereabouts(view, staff)
    if there is None:
        return say(languages, NOT_HERE)
    if there["ticket"] is None:
        return say(languages, ELSEWHERE, there["number"])
    return say(languages, ELSEWHERE_WITH, there["number"], there["ticket"]["number"])


def move_here(languages: Languages, move: Move) -> str:
    """What a teller may do instead of signing in."""
    return say(languages, MOVE_HERE, move.counter)


def locked(languages: Languages, left_ms: int) -> str:
    """How long a number is locked yet."""
    left = max(1, math.ceil(left_ms / 1000))
    return say(languages, LOCKED_FOR, left) if left > 1 else say(languages, LOCKED_FOR_ONE)
