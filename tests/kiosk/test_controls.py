"""The code on the keys and the toggles, without QML."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from branch.contract.booking_codes import ALPHABET, MOST
from kiosk.assist.accessibility import Accessibility
from kiosk.checkin.code_entry import CodeEntry
from kiosk.home.precedence import Precedence


def test_the_keys_make_a_code(qapp: QGuiApplication) -> None:
    booking = CodeEntry()
    for key in ("k", "7", "0", "I", "", "AB"):
        booking.press(key)
    assert str(booking.code) == "K7"
    assert not bool(booking.complete)
    booking.erase()
    for _ in range(2 * MOST):
        booking.press("Z")
    assert str(booking.code) == "K" + "Z" * (MOST - 1)
    booking.reject()
    assert bool(booking.wrong)
    booking.press("2")  # full: nothing changes
    assert bool(booking.wrong)
    booking.erase()
    assert not bool(booking.wrong)
    assert len(ALPHABET) == len(set(ALPHABET)) == 31


def test_toggles_tell_of_themselves(qapp: QGuiApplication) -> None:
    heard: list[str] = []
    accessibility, precedence = Accessibility(), Precedence()
    accessibility.changed.connect(lambda: heard.append("easier"))
    precedence.changed.connect(lambda: heard.append("first"))
    accessibility.reset()
    precedence.reset()
    assert not heard
    precedence.togglePriority()
    assert precedence.segment == "priority"
    accessibility.toggleLarge()
    accessibility.reset()
    precedence.reset()
    assert heard == ["first", "easier", "easier", "first"]
    assert precedence.segment is None
