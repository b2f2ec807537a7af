"""What is done at a counter, each by one word: in routes, on the feed, as what can be undone, on keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum


class Action(StrEnum):
    """An action at a counter; ``undo`` in a counter's state and ``action`` on the feed are these words."""

    OPEN = "open"
    CLOSE = "close"
    PAUSE = "pause"
    RESUME = "resume"
    CALL = "call"
    RECALL = "recall"
    START = "start"
    TICK = "tick"
    UNTICK = "untick"
    CHAIN = "chain"
    FINISH = "finish"
    NO_SHOW = "no-show"
    PARK = "park"
    PARK_AGAIN = "park-again"
    TRANSFER = "transfer"
    REQUEUE = "requeue"
    UNDO = "undo"


SESSION = frozenset({Action.OPEN, Action.CLOSE, Action.PAUSE, Action.RESUME})
"""Actions about who works at a counter; all others are about a ticket."""

ROUTES: Sequence[str] = (
    *(action for action in Action if action not in {*SESSION, Action.TICK, Action.UNTICK, Action.CHAIN}),
    *("next", "steps", "then"),
)
"""How the routes of actions about a ticket end: with the action's word, but that ``next`` calls whoever is
next, ``steps`` ticks and unticks, and ``then`` chains."""

CALLS = frozenset({Action.CALL, Action.RECALL})
"""Actions that the hall is told of: a number is shown and said."""

RECORDED_AS: Mapping[str, Action] = {
    "CounterOpened": Action.OPEN,
    "CounterClosed": Action.CLOSE,
    "CounterPaused": Action.PAUSE,
    "CounterResumed": Action.RESUME,
    "TicketCalled": Action.CALL,
    "TicketRecalled": Action.RECALL,
    "ServingStarted": Action.START,
    "StepTicked": Action.TICK,
    "ChainSet": Action.CHAIN,
    "ServingFinished": Action.FINISH,
    "TicketWentOn": Action.FINISH,
    "TicketMissed": Action.NO_SHOW,
    "TicketParked": Action.PARK,
    "ReminderMoved": Action.PARK_AGAIN,
    "TicketTransferred": Action.TRANSFER,
    "TicketRequeued": Action.REQUEUE,
    "ActionUndone": Action.UNDO,
}
"""Type of an event -> the action that it is the record of; a `StepTicked` that is not done is an untick."""


def action_of(event: Mapping[str, object]) -> Action | None:
    """Read which action an event of the feed tells of; None for an event that is no action at a counter.

    The event's ``action`` says so, but for ``ActionUndone``, where it is what was taken back; the type says
    it for a service that names no actions yet.
    """
    kind, word = str(event.get("type", "")), event.get("action")
    if kind == "StepTicked" and not event.get("done"):
        return Action.UNTICK
    if kind not in RECORDED_AS and word in set(Action):
        return Action(str(word))
    return RECORDED_AS.get(kind)
