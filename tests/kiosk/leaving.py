"""What a customer leaves on the kiosk who walks away, and whether the screen lets go of them by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from PySide6.QtCore import QObject

from branch.qt.driving import driver
from kiosk.paper.delivery import UNPRINTED_MS
from kiosk.shell.kiosk_app import IDLE_MS, Kiosk
from kiosk.visit.phone_entry import PhoneStep
from kiosk.visit.visit_state import Delivered, Home
from tests.harness.window import timer
from tests.kiosk.stage import Screen

OF_THE_HALL = frozenset(
    {"shown", "home", "screensaver", "slides", "burnIn", "notices", "staff", "staffPaper"}
)
"""Parts of the window that follow the branch, the machine and its staff, and no customer."""

OF_BOTH = frozenset({"help.state", "shield.up"})
"""A call for the lobby manager stays open; a shield is up on a new screen."""

LONGEST_MS = round(2.1 * max(IDLE_MS, UNPRINTED_MS))
"""Elderly mode has twice the time, and Qt's coarse timers may be late by a twentieth."""


def held(screen: Screen) -> Iterator[str]:
    """Why this screen might keep whoever left it: one line at most."""
    kiosk = screen.kiosk
    state, page = kiosk.visit.state, kiosk.visit.page
    timers = [timer(kiosk, name) for name in ("idle", "back home", "patience", "staff menu leaves")]
    over = [running.remainingTime() for running in timers if running.isActive()]
    printing = isinstance(state, Delivered) and state.paper == "printing"  # it has its own end
    if _somebody(kiosk) and not over and not printing:
        yield f"held: nothing ends {page} by itself"
    if over and min(over) > LONGEST_MS:
        yield f"held: {page} for {min(over) / 1000:.0f} s"


def _somebody(kiosk: Kiosk) -> bool:
    """Whether the screen is anybody's."""
    typed = (kiosk.check_in.code.code, kiosk.check_in.search.number.digits, phone_digits(kiosk))
    return (
        kiosk.visit.state != Home()
        or kiosk.accessibility.any
        or bool(kiosk.precedence.segment)
        or bool(str(kiosk.groups.opened) or str(kiosk.help.words) or kiosk.staff.open_now)
        or any(map(str, typed))
    )


def phone_digits(kiosk: Kiosk) -> str:
    """The phone number that was typed for a ticket."""
    return next(step.number.digits for step in kiosk.steps if isinstance(step, PhoneStep))


def traces(kiosk: Kiosk) -> dict[str, object]:
    """Everything that the window is told of the customer, by "part.property"."""
    parts = kiosk.parts() | {type(step).__name__: step for step in kiosk.steps}
    found: dict[str, object] = {"phone": phone_digits(kiosk), "number": kiosk.check_in.search.number.digits}
    for name, part in parts.items():
        if name not in OF_THE_HALL:
            found |= {key: value for key, value in _read(name, part).items() if key not in OF_BOTH}
    return found


def _read(name: str, part: QObject) -> Mapping[str, object]:
    described = part.metaObject()
    values = {}
    for index in range(described.propertyOffset(), described.propertyCount()):
        declared = described.property(index)
        if not str(declared.typeName()).endswith("*"):
            called = cast(str, declared.name())  # the stubs say bytes
            values[f"{name}.{called}"] = part.property(called)
    return values


def shown(screen: Screen) -> set[str]:
    """The names of all that is to be seen."""
    screen.settle()
    return {item.objectName() for item in driver.walk(screen.window.contentItem())} - {""}


def walk_away(screen: Screen) -> None:
    """What happens as soon as the timer of this screen, or else that of an untouched one, is over."""
    kiosk = screen.kiosk
    timer(kiosk, "back home" if kiosk.flow.stays_ms else "idle").timeout.emit()
