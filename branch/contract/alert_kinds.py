"""What alerts there are, who is told of each, and how much it presses: one row for each kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Severity = Literal["person", "trouble", "note"]
"""Somebody waits for somebody; something does not work; something to look at when there is time."""

_MANAGER: frozenset[str] = frozenset({"manager"})
_STAFF = _MANAGER | {"counter"}


class AlertKind(NamedTuple):
    """One kind: the roles that are told, whoever raised it aside, and how much it presses."""

    told: frozenset[str]
    severity: Severity


ALERT_KINDS: Mapping[str, AlertKind] = {
    "lobby-manager": AlertKind(_STAFF, "person"),
    # Whoever threatens a teller may stand before a colleague's screen too.
    "silent-alarm": AlertKind(_MANAGER, "person"),
    "printer": AlertKind(_STAFF, "trouble"),
    "paper-low": AlertKind(_STAFF, "note"),
    "unprinted": AlertKind(_STAFF, "person"),
    "not-handed-in": AlertKind(_STAFF, "trouble"),
    "sound": AlertKind(_STAFF, "note"),
    "sign": AlertKind(_STAFF, "note"),
    "clock": AlertKind(_STAFF, "trouble"),
    "scanner": AlertKind(_STAFF, "note"),
    # A colleague's screen may be in the sight of the customer whom a complaint is from.
    "feedback": AlertKind(_MANAGER, "note"),
    "feedback-late": AlertKind(_MANAGER, "trouble"),
    "appointments": AlertKind(_MANAGER, "trouble"),
    "wrong-pins": AlertKind(_MANAGER, "trouble"),
    "numbers-low": AlertKind(_MANAGER, "trouble"),
    "device-twice": AlertKind(_MANAGER, "trouble"),
    "device-forgets": AlertKind(_MANAGER, "note"),
    "journal": AlertKind(_MANAGER, "trouble"),
    "left-plan": AlertKind(_MANAGER, "trouble"),
}
"""The kinds of `branch.domain.alerts`; one that is not known, of a newer service, is the manager's."""


def is_told(role: str, kind: str) -> bool:
    """Whether a role is told of alerts of that kind; the customers' side never is."""
    known = ALERT_KINDS.get(kind)
    return role in (known.told if known is not None else _MANAGER)


def severity_of(kind: str) -> Severity:
    """How much an alert of that kind presses."""
    known = ALERT_KINDS.get(kind)
    return known.severity if known is not None else "note"
