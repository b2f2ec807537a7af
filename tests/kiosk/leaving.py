"""What a customer leaves on the kiosk who walks away, and whether the screen lets go of them by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from PySide6.QtCore import QObject

from branch.qt.driving import driver
from kiosk.paper.delivery import UNPRINTED_MS
from kiosk.shell.kiosk_app import IDLE_MS, Kiosk
from tests.kiosk.stage import Screen

OF_THE_HALL = frozenset({"lobby", "idle", "slides", "shift", "notices", "staff", "staffPaper"})
"""Parts of the window that follow the branch, the machine and its staff, and no customer."""

OF_BOTH = frozenset({"help.state", "visit.shieldMs"})
"""A call for the lobby manager stays open; a shield depends on the screen."""

LONGEST_MS = round(2.1 * max(IDLE_MS, UNPRINTED_MS))
"""Elderly mode has twice the time, and Qt's coarse timers may be late by a twentieth."""


def held(screen: Screen) -> Iterator[str]:
    """Why this screen might keep whoever left it: one line at most."""
    kiosk = screen.kiosk
    visit = kiosk.visit
    timers = [kiosk._idle, visit._steps._home, visit._asking._patience, kiosk.staff._leaves]
    over = [timer.remainingTime() for timer in timers if timer.isActive()]
    printing = str(visit.step) == "thanks" and str(kiosk.outcome.printing) == "printing"  # it has its own end
    if _somebody(kiosk) and not over and not printing:
        yield f"held: nothing ends {visit.screen} by itself"
    if over and min(over) > LONGEST_MS:
        yield f"held: {visit.screen} for {min(over) / 1000:.0f} s"


def _somebody(kiosk: Kiosk) -> bool:
    """Whether the screen is anybody's."""
    typed = (kiosk.booking.code, kiosk.visit.finding.number.digits, kiosk.visit.phone.number.digits)
    return (
        str(kiosk.visit.step) != "home"
        or kiosk.comfort.any
        or bool(str(kiosk.menu.opened) or str(kiosk.help.words) or kiosk.staff._step)
        or any(map(str, typed))
    )


def traces(kiosk: Kiosk) -> dict[str, object]:
    """Everything that the window is told of the customer, by "part.property"."""
    found: dict[str, object] = {}
    for name, part in kiosk.properties().items():
        if isinstance(part, QObject) and name not in OF_THE_HALL:
            found |= {key: value for key, value in _read(name, part).items() if key not in OF_BOTH}
    return found


def _read(name: str, part: QObject) -> Mapping[str, object]:
    described = part.metaObject()
    values = {}
    for index in range(described.propertyOffset(), described.propertyCount()):
        called = cast(str, described.property(index).name())  # the stubs say bytes
        value = part.property(called)
        if not isinstance(value, QObject):
            values[f"{name}.{called}"] = value
    return values


def shown(screen: Screen) -> set[str]:
    """The names of all that is to be seen."""
    driver.settle(screen.window)
    return {item.objectName() for item in driver.walk(screen.window.contentItem())} - {""}


def walk_away(screen: Screen) -> None:
    """What happens as soon as the timer of this screen, or else that of an untouched one, is over."""
    steps = screen.kiosk.visit._steps
    (steps._home if steps.stays_ms else screen.kiosk._idle).timeout.emit()
