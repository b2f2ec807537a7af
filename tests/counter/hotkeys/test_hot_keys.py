"""Hot keys: real ones on a real X server, those of Windows through their seam, and what they do."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from typing import Any, cast

import pytest
import xcffib
import xcffib.xtest
from xcffib import xproto

from counter.hotkeys.grabber import Chord, NoHotKeysError, Pressed, parse_modifiers
from counter.hotkeys.windows_keys import NO_REPEAT, VK_F1, WM_HOTKEY, WM_QUIT, WindowsKeys, real_user32
from counter.hotkeys.x11_keys import X11Keys
from tests.counter.desks import Desk
from tests.harness.hall import Hall
from tests.harness.programs import x_server
from tests.harness.waiting import until

HELD = ("ctrl", "shift")
CONTROL, SHIFT, CAPS_LOCK, F1 = 0xFFE3, 0xFFE1, 0xFFE5, 0xFFBE
"""Keysyms (X11/keysymdef.h)."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server that shows nothing to anybody, and does not begin anew when its last program has gone."""
    with x_server("320x240x24") as name:
        yield name


class Hand:
    """Presses keys on that display, as a keyboard does."""

    def __init__(self, display: str) -> None:
        self.connection = cast(Any, xcffib.connect(display))  # type: ignore[no-untyped-call]  # it has no types
        self.xtest = self.connection(xcffib.xtest.key)
        setup = self.connection.get_setup()
        first = setup.min_keycode
        mapping = self.connection.core.GetKeyboardMapping(first, setup.max_keycode - first + 1).reply()
        width = mapping.keysyms_per_keycode
        self.codes = {sym: first + at // width for at, sym in reversed(list(enumerate(mapping.keysyms)))}

    def press(self, *keysyms: int) -> None:
        """One after the other down, and up again in the other order."""
        for down, order in ((2, keysyms), (3, keysyms[::-1])):
            for keysym in order:
                self.xtest.FakeInput(down, self.codes[keysym], 0, 0, 0, 0, 0)
        self.connection.flush()
        self.connection.core.GetInputFocus().reply()


@pytest.fixture
def hand(display: str) -> Iterator[Hand]:
    """A keyboard."""
    hand = Hand(display)
    yield hand
    hand.connection.disconnect()


def chords(*keys: str) -> list[Chord]:
    return [Chord(HELD, key) for key in keys]


def test_a_chord_is_heard_and_the_key_alone_is_not(display: str, hand: Hand) -> None:
    heard: queue.SimpleQueue[str] = queue.SimpleQueue()
    keys = X11Keys(display)
    assert keys.start(chords("F2", "F9"), heard.put) == []
    hand.press(F1 + 1)
    hand.press(CONTROL, F1 + 1)
    hand.press(CONTROL, SHIFT, F1 + 1)
    assert heard.get(timeout=5) == "F2"
    hand.press(CAPS_LOCK)  # it stays on, and is no key that somebody holds
    hand.press(CONTROL, SHIFT, F1 + 8)
    assert heard.get(timeout=5) == "F9"
    hand.press(CAPS_LOCK)
    keys.stop()
    assert heard.empty()


def test_what_another_program_has_is_named_and_free_again_later(display: str, hand: Hand) -> None:
    first, second, third = X11Keys(display), X11Keys(display), X11Keys(display)
    assert first.start(chords("F2"), lambda _: None) == []
    assert second.start(chords("F2", "F3"), lambda _: None) == ["F2"]
    first.stop()
    second.stop()
    assert third.start(chords("F2", "F3"), lambda _: None) == []
    third.stop()


def test_no_thread_is_left(display: str) -> None:
    keys = X11Keys(display)
    keys.start(chords("F2"), lambda _: None)
    keys.stop()
    assert "hot keys" not in {thread.name for thread in threading.enumerate()}


def test_no_server_is_said() -> None:
    with pytest.raises(NoHotKeysError, match="no X server answers"):
        X11Keys(":4711")


def test_they_work_while_another_program_has_the_keyboard(
    desk: Desk, hall: Hall, display: str, hand: Hand
) -> None:
    number = hall.comes()
    desk.wait("nextNumber", number)
    desk.controller.desktop_keys.start(HELD, lambda: X11Keys(display))
    assert desk.find("recallButton").property("keyPrefix") == "Ctrl⇧"
    assert "Ctrl⇧F3" in desk.said()
    for keys, status in ((F1 + 1, "called"), (F1 + 1, "serving"), (F1 + 4, "parked"), (F1 + 8, "serving")):
        until(lambda: not desk.controller.runner.holds("primary") and not desk.controller.runner.pending)
        hand.press(CONTROL, SHIFT, keys)
        until(lambda status=status: hall.status(number) == status)  # type: ignore[misc]  # a default
    until(lambda: not desk.controller.runner.pending)
    hand.press(CONTROL, SHIFT, F1 + 2)
    desk.wait("messageLine", "Not possible: the service has been started.")
    hand.press(CONTROL, SHIFT, F1 + 3)
    desk.wait("transferPanel")
    assert desk.cut() == []


def test_before_somebody_signs_in_they_do_nothing(open_desk: object, display: str, hand: Hand) -> None:
    desk = open_desk()  # type: ignore[operator]  # a fixture
    desk.wait("signInScreen")
    desk.controller.desktop_keys.start(HELD, lambda: X11Keys(display))
    hand.press(CONTROL, SHIFT, F1 + 1)
    hand.press(CONTROL, SHIFT, F1 + 7)
    desk.settle()
    assert desk.text("signInError") == ""
    assert not desk.controller.runner.pending


@pytest.mark.expects_log
def test_a_desktop_without_them_is_logged_and_no_more(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def none() -> X11Keys:
        raise NoHotKeysError("there is no desktop")

    desk.controller.desktop_keys.start(HELD, none)
    assert "no hot keys: there is no desktop" in caplog.text
    assert desk.controller.work.actions.property("hotSign") == ""


class Told:
    """A user32 that writes down what it is told, and sends what a test puts into it."""

    def __init__(self, taken: Sequence[int] = ()) -> None:
        self.messages: queue.SimpleQueue[tuple[int, int]] = queue.SimpleQueue()
        self.registered: dict[int, tuple[int, int]] = {}
        self.taken = taken

    def register(self, number: int, modifiers: int, key: int) -> bool:
        if key in self.taken:
            return False
        self.registered[number] = (modifiers, key)
        return True

    def unregister(self, number: int) -> None:
        del self.registered[number]

    def wait(self) -> tuple[int, int]:
        return self.messages.get(timeout=10)

    def thread(self) -> int:
        return threading.get_ident()

    def quit(self, thread: int) -> None:
        assert thread != threading.get_ident()
        self.messages.put((WM_QUIT, 0))


def test_windows_is_asked_for_each_key_and_given_it_back() -> None:
    heard: queue.SimpleQueue[str] = queue.SimpleQueue()
    user32 = Told(taken=[VK_F1 + 4])
    keys = WindowsKeys(user32)
    pressed: Pressed = heard.put
    assert keys.start(chords("F2", "F5", "F9"), pressed) == ["F5"]
    held = NO_REPEAT | 0x0002 | 0x0004
    assert user32.registered == {1: (held, VK_F1 + 1), 3: (held, VK_F1 + 8)}
    for message in ((WM_HOTKEY, 3), (0x0400, 1), (WM_HOTKEY, 77), (WM_HOTKEY, 1)):
        user32.messages.put(message)
    assert [heard.get(timeout=5), heard.get(timeout=5)] == ["F9", "F2"]
    keys.stop()
    assert user32.registered == {}
    assert heard.empty()


def test_what_is_no_windows_says_so() -> None:
    with pytest.raises(NoHotKeysError):
        real_user32()


@pytest.mark.parametrize(("text", "held"), [("ctrl+shift", HELD), ("Shift + Ctrl", HELD), ("alt", ("alt",))])
def test_what_is_held(text: str, held: tuple[str, ...]) -> None:
    assert parse_modifiers(text) == held


@pytest.mark.parametrize("text", ["", "meta", "ctrl+ctrl", "ctrl+"])
def test_what_cannot_be_held(text: str) -> None:
    with pytest.raises(ValueError, match="hot keys are held with"):
        parse_modifiers(text)


def test_they_are_off_unless_asked_for(desk: Desk) -> None:
    assert desk.controller.work.actions.property("hotSign") == ""
    assert "hot keys" not in {thread.name for thread in threading.enumerate()}
    assert xproto.ModMask.Control == 4  # the numbers of the protocol, which the masks above stand for
