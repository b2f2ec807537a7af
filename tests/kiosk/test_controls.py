"""The code on the keys and the toggles, without QML."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from branch.contract.booking_codes import ALPHABET, MOST
from kiosk.assist.accessibility import Accessibility
from kiosk.checkin.code_entry import CodeEntry


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
    comfort, heard = Accessibility(), []
    comfort.changed.connect(lambda: heard.append(1))
    comfort.reset()
    assert not heard
    comfort.togglePriority()
    assert comfort.segment == "priority"
    comfort.reset()
    assert len(heard) == 2
    assert comfort.segment is None
