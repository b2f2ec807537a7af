"""What the sign of a counter shows. Pure."""

from __future__ import annotations

from branch.contract.shapes import CounterState
from branch.devices.signs.adapter import Shown
from branch.devices.signs.sign_config import Texts


def shown(number: int, counter: CounterState | None, texts: Texts, *, live: bool) -> Shown:
    """The text for counter ``number``; ``counter`` is None where the branch has none such."""
    ticket = counter["ticket"] if counter is not None else None
    if not live:
        state = texts.lost
    elif counter is None or counter["state"] == "closed":
        state = texts.closed
    elif ticket is not None:
        state = texts.called if ticket["status"] == "called" else texts.serving
    else:
        state = texts.paused if counter["state"] == "paused" else texts.free
    called = ticket["number"] if ticket is not None else ""
    return Shown(
        state.text.replace("{number}", called).replace("{counter}", str(number)), attribute=state.attribute
    )
