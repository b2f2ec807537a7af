"""Additions apart: everything that was recorded is still there and equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter
from types import NoneType
from typing import Any

import pytest

MOST_TOLD = 12
"""Differences that a failing test tells; one fault often makes hundreds."""


def check_kept(what: str, recorded: Any, now: Any) -> None:
    """Fail with the JSON path of each recorded value that ``now`` does not have, or has otherwise."""
    found = list(differences(recorded, now))
    if found:
        more = [f"... and {len(found) - MOST_TOLD} more"] if len(found) > MOST_TOLD else []
        pytest.fail(f"{what} has changed:\n" + "\n".join([*found[:MOST_TOLD], *more]), pytrace=False)


FORESEEN: Mapping[str, tuple[type, ...]] = {
    "low_s": (int,),
    "high_s": (int,),
    "ahead": (int,),
    "closing": (str, NoneType),
    "next": (list,),
    "title": (str,),
}
"""What is not recorded but foretold from the record, or said of it beside a code, and its type: it may be
said better."""

FORETOLD_ORDER = ".queue.tickets"
"""Who waits for a counter, in the order in which they will be called: that may be said better as well."""

NEXT_ONES = "$.answer.against"
"""Of one who waits, those who would be called first."""


def differences(recorded: Any, now: Any, path: str = "$") -> Iterator[str]:
    """One line for each difference: keys may be added to an object, nothing else may be otherwise."""
    foreseen = FORESEEN.get(path.rsplit(".", 1)[-1])
    if foreseen is not None and isinstance(recorded, foreseen) and isinstance(now, foreseen):
        return
    if path == NEXT_ONES and isinstance(now, list):
        return
    if type(recorded) is not type(now):
        yield f"{path}: was {_short(recorded)}, is {_short(now)}"
    elif isinstance(recorded, dict):
        for key, value in recorded.items():
            below = f"{path}.{key}"
            if key in now:
                yield from differences(value, now[key], below)
            else:
                yield f"{below}: was {_short(value)}, is not there"
    elif isinstance(recorded, list):
        if len(recorded) != len(now):
            yield f"{path}: had {len(recorded)} entries, has {len(now)}"
        if path.endswith(FORETOLD_ORDER):
            recorded, now = (sorted(tickets, key=itemgetter("id")) for tickets in (recorded, now))
        for index, (one, other) in enumerate(zip(recorded, now, strict=False)):
            yield from differences(one, other, f"{path}[{index}]")
    elif recorded != now:
        yield f"{path}: was {_short(recorded)}, is {_short(now)}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 100 else f"{text[:97]}..."
