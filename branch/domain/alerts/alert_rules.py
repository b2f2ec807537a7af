"""How alerts are raised, taken, given back and cleared."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping

from branch.domain.alerts.alert import (
    ALERT_KINDS,
    LEFT_PLAN,
    ONCE_A_DAY,
    TAKEN_HOLDS,
    Alert,
    AlertCleared,
    AlertDetails,
    AlertRaised,
    AlertReturned,
    AlertTaken,
    ClearAlert,
    RaiseAlert,
    TakeAlert,
    TellTrouble,
)
from branch.domain.kernel.changing import replace
from branch.domain.kernel.hall import Hall
from branch.domain.kernel.handlers import Decider, Fold
from branch.domain.kernel.messages import Command, Event, Events, details_of
from branch.domain.kernel.refusals import refusal


def raise_alert(hall: Hall, command: RaiseAlert, now: int) -> Events:
    """One alert is open for a kind, a device, a counter and a detail: raising it again changes nothing."""
    if command.kind not in ALERT_KINDS:
        raise refusal("invalid", f"there is no alert of kind {command.kind!r}")
    if command.counter is not None:
        hall.counter(command.counter)
    elif command.kind == "silent-alarm":
        raise refusal("invalid", "a silent alarm names its counter")
    if hall.open_alert(command) is not None:
        return ()
    return (
        AlertRaised(
            at=now,
            alert=command.alert,
            at_counter=command.counter,
            **details_of(AlertDetails, command),
        ),
    )


def tell_trouble(hall: Hall, command: TellTrouble, now: int) -> Events:
    """One alert is open while something is wrong, about what is wrong now; also those that a run before has
    left, which may tell of it in other words."""
    known = hall.alerts_of(command.kind, command.source)
    still = [alert for alert in known if alert.detail == command.detail]
    ended = tuple(_cleared(alert, command.source, now) for alert in known if alert not in still)
    if command.detail is None or still:
        return ended
    raised = RaiseAlert(command.alert, kind=command.kind, source=command.source, detail=command.detail)
    return ended + raise_alert(hall, raised, now)


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


def given_back(hall: Hall, staff: Collection[str | None], now: int) -> tuple[AlertReturned, ...]:
    """What those people had taken, who are signed in no more: somebody else must go."""
    taken = [alert for alert in hall.alerts.values() if alert.taken_by is not None]
    return tuple(_returned(alert, now) for alert in taken if alert.taken_by in staff)


def forgotten(hall: Hall, now: int) -> Events:
    """What was taken so long ago that nobody can still be on the way: an app that died says nothing. So it is
    with what was taken by a clock that has been put back since."""
    return tuple(
        _returned(alert, now)
        for alert in hall.alerts.values()
        if alert.taken_at is not None and not 0 <= now - alert.taken_at < TAKEN_HOLDS
    )


def carried_alerts(hall: Hall, returned: Container[str]) -> tuple[Alert, ...]:
    """The open alerts as the next day begins with them, those ``returned`` (ids) taken by nobody."""
    return tuple(_untaken(one) if one.id in returned else one for one in hall.alerts.values())


def clear_alert(hall: Hall, command: ClearAlert, now: int) -> Events:
    """Somebody has seen to it, or the trouble is over."""
    alert = hall.alerts.get(command.alert)
    if alert is None:
        raise refusal("unknown-alert", "there is no such open alert")
    return (_cleared(alert, command.by, now),)


def _cleared(alert: Alert, by: str, now: int) -> AlertCleared:
    return AlertCleared(
        at=now, alert=alert.id, kind=alert.kind, source=alert.source, at_counter=alert.counter, by=by
    )


def _returned(alert: Alert, now: int) -> AlertReturned:
    return AlertReturned(
        at=now,
        alert=alert.id,
        at_counter=alert.counter,
        raised_at=alert.raised_at,
        by=alert.taken_by or "",
        **details_of(AlertDetails, alert),
    )


def _untaken(alert: Alert) -> Alert:
    return replace(alert, taken_by=None, taken_at=None)


def _alert_raised(hall: Hall, event: AlertRaised) -> None:
    details = details_of(AlertDetails, event)
    hall.alerts[event.alert] = Alert(event.alert, event.at_counter, event.at, **details)
    if event.kind in ONCE_A_DAY:
        hall.told_today.add(event.alert)
    if event.kind == LEFT_PLAN and event.detail is not None:
        hall.left_plan_told.add(event.detail)


def _alert_taken(hall: Hall, event: AlertTaken) -> None:
    alert = hall.alerts.get(event.alert)
    if alert is not None:
        hall.alerts[event.alert] = replace(alert, taken_by=event.by, taken_at=event.at)


def _alert_returned(hall: Hall, event: AlertReturned) -> None:
    alert = hall.alerts.get(event.alert)
    if alert is not None:
        hall.alerts[event.alert] = _untaken(alert)


def _alert_cleared(hall: Hall, event: AlertCleared) -> None:
    alert = hall.alerts.pop(event.alert, None)
    # Ended by its teller there is nobody any more, and who comes then is told of anew.
    if alert is not None and alert.kind == LEFT_PLAN and event.by == alert.source:
        hall.left_plan_told.discard(alert.detail or "")


DECIDERS: Mapping[type[Command], Decider] = {
    RaiseAlert: raise_alert,
    TellTrouble: tell_trouble,
    TakeAlert: take_alert,
    ClearAlert: clear_alert,
}

FOLDS: Mapping[type[Event], Fold] = {
    AlertRaised: _alert_raised,
    AlertTaken: _alert_taken,
    AlertReturned: _alert_returned,
    AlertCleared: _alert_cleared,
}
