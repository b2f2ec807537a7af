"""How events tick the steps of the service standard; a part of `branch.domain.evolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from branch.domain import events as e
from branch.domain.hall import Hall
from branch.domain.model import Undo


def _ticked(hall: Hall, event: e.StepTicked) -> None:
    ticket = hall.tickets[event.ticket]
    mark = (event.service, event.step)
    others = tuple(other for other in ticket.ticked if other != mark)
    hall.put(replace(ticket, ticked=(*others, mark) if event.done else others))
    undo = Undo("tick" if event.done else "untick", ticket, event.at)
    hall.counters[event.counter] = replace(hall.counters[event.counter], undo=undo)


FOLDS: Mapping[type[e.Event], Callable[[Hall, Any], None]] = {e.StepTicked: _ticked}
