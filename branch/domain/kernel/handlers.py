"""What a feature hangs into the tables of the domain: functions that decide, fold, and watch the time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from branch.domain.kernel.hall import Hall
from branch.domain.kernel.messages import Event, Events

# Each function takes the one command or event that its row of the table names, so its type is not told here.
Decider = Callable[[Hall, Any, int], Events]
"""From the hall, a command and the instant to what happens; raises Refusal."""

Fold = Callable[[Hall, Any], None]
"""Takes one event into the hall; refuses nothing."""

Timer = Callable[[Hall, int], Iterable[Event]]
"""From the hall and the instant to what has become due by then; see `branch.domain.kernel.decide`."""
