"""Decisions about alerts: what the staff must know at once."""

from __future__ import annotations

from branch.domain import commands as c
from branch.domain import events as e
from branch.domain.errors import refusal
from branch.domain.hall import Hall
from branch.domain.model import ALERT_KINDS


def raise_alert(hall: Hall, command: c.RaiseAlert, now: int) -> tuple[e.Event, ...]:
    """One alert is open for a kind, a source and a counter: raising it again changes nothing."""
    if command.kind not in ALERT_KINDS:
        raise refusal("invalid", f"there is no alert of kind {command.kind!r}")
    if command.counter is not None:
        hall.counter(command.counter)
    elif command.kind == "silent-alarm":
        raise refusal("invalid", "a silent alarm names its counter")
    if hall.open_alert(command.kind, command.source, command.counter) is not None:
        return ()
    return (
        e.AlertRaised(
            at=now,
            alert=command.alert,
            kind=command.kind,
            source=command.source,
            at_counter=command.counter,
            detail=command.detail,
        ),
    )


def clear_alert(hall: Hall, command: c.ClearAlert, now: int) -> tuple[e.Event, ...]:
    """Somebody has seen to it, or the trouble is over."""
    alert = hall.alerts.get(command.alert)
    if alert is None:
        raise refusal("unknown-alert", "there is no such open alert")
    return (
        e.AlertCleared(
            at=now,
            alert=alert.id,
            kind=alert.kind,
            source=alert.source,
            at_counter=alert.counter,
            by=command.by,
        ),
    )
