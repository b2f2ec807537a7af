"""What is asked at a counter: by the device at which its session was begun, or by the manager."""

from __future__ import annotations

from collections.abc import Callable

from branch.domain.counters.counter import Counter
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Command
from branch.domain.kernel.refusals import refusal
from branch.service.use_cases.actor import COUNTER, Actor


def own_counter(hall: Hall, number: int, actor: Actor) -> Counter:
    """The counter, if that device may act there; raises unknown-counter and counter-elsewhere. Where nobody
    is signed in the rules of the queue say so."""
    counter = hall.counter(number)
    if actor.role == COUNTER and counter.state != "closed" and not actor.works(counter):
        raise refusal("counter-elsewhere", f"counter {number} was opened at another device", counter=number)
    return counter


def at_counter(
    number: int, ask: Command | Callable[[Hall], Command], actor: Actor
) -> Callable[[Hall], Command]:
    """That command, if the device may act at the counter; raises counter-elsewhere."""

    def command(hall: Hall) -> Command:
        own_counter(hall, number, actor)
        return ask if isinstance(ask, Command) else ask(hall)

    return command
