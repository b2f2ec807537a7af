"""How alerts are raised and cleared."""

from __future__ import annotations

from collections.abc import Mapping

from branch.domain.alerts.alert import (
    ALERT_KINDS,
    Alert,
    AlertCleared,
    AlertDetails,
    AlertRaised,
    AlertTaken,
    ClearAlert,
    RaiseAlert,
    TakeAlert,
)
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events, details_of
from branch.domain.kernel.refusals import refusal


def raise_alert(hall: Hall, command: RaiseAlert, now: int) -> Events:
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
        AlertRaised(
            at=now,
            alert=command.alert,
            at_counter=command.counter,
            **details_of(AlertDetails, command),
        ),
    )


def take_alert(hall: Hall, command: TakeAlert, now: int) -> Events:
    """One goes; who asks again has gone already, and who comes second is told."""
    alert = hall.alerts.get(command.alert)
    if alert is None:
        raise refusal("unknown-alert", "there is no such open alert")
    if alert.taken_by is not None:
        if alert.taken_by == command.by:
            return ()
        raise refusal("alert-taken", f"{alert.taken_by} goes already")
    return (
        AlertTaken(
            at=now,
            alert=alert.id,
            kind=alert.kind,
            source=alert.source,
            at_counter=alert.counter,
            by=command.by,
        ),
    )


def clear_alert(hall: Hall, command: ClearAlert, now: int) -> Events:
    """Somebody has seen to it, or the trouble is over."""
    alert = hall.alerts.get(command.alert)
    if alert is None:
        raise refusal("unknown-alert", "there is no such open alert")
    return (
        AlertCleared(
            at=now,
            alert=alert.id,
            kind=alert.kind,
            source=alert.source,
            at_counter=alert.counter,
            by=command.by,
        ),
    )


def _alert_raised(hall: Hall, event: AlertRaised) -> None:
    details = details_of(AlertDetails, event)
    hall.alerts[event.alert] = Alert(event.alert, event.at_counter, event.at, **details)


def _alert_taken(hall: Hall, event: AlertTaken) -> None:
    alert = hall.alerts.get(event.alert)
    if alert is not None:
        hall.alerts[event.alert] = replace(alert, taken_by=event.by, taken_at=event.at)


def _alert_cleared(hall: Hall, event: AlertCleared) -> None:
    hall.alerts.pop(event.alert, None)


DECIDERS: Mapping[type[Command], Decider] = {
    RaiseAlert: raise_alert,
    TakeAlert: take_alert,
    ClearAlert: clear_alert,
}

FOLDS: Mapping[type[Event], Fold] = {
    AlertRaised: _alert_raised,
    AlertTaken: _alert_taken,
    AlertCleared: _alert_cleared,
}
