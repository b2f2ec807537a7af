"""Hot keys under Windows: RegisterHotKey, in a thread with a message queue of its own.

Not run by us yet: there is no Windows machine. What is told to Windows, and what is made of its messages, is
tested through `User32`, which is the four calls of user32.dll that are used.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Sequence
from typing import Protocol

from counter.hotkeys.grabber import Chord, NoHotKeysError, Pressed

WM_QUIT, WM_HOTKEY = 0x0012, 0x0312
VK_F1 = 0x70
_MASKS = {"alt": 0x0001, "ctrl": 0x0002, "shift": 0x0004}
NO_REPEAT = 0x4000
"""MOD_NOREPEAT: a key that is held down is one press."""


class User32(Protocol):
    """Calls of Windows, each about the thread that calls; numbers as in its documentation."""

    def register(self, number: int, modifiers: int, key: int) -> bool:
        """RegisterHotKey; False if another program has it."""
        ...

    def unregister(self, number: int) -> None:
        """UnregisterHotKey."""
        ...

    def wait(self) -> tuple[int, int]:
        """GetMessage: the message and its wParam."""
        ...

    def thread(self) -> int:
        """GetCurrentThreadId."""
        ...

    def quit(self, thread: int) -> None:
        """PostThreadMessage with WM_QUIT."""
        ...


class WindowsKeys:
    """The hot keys of this desktop."""

    def __init__(self, user32: User32 | None = None) -> None:
        """``user32``: that of this machine if none is given. Raises NoHotKeysError where there is none."""
        self._user32 = user32 or real_user32()
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self._id = 0
        self._taken: list[str] = []

    def start(self, chords: Sequence[Chord], pressed: Pressed) -> list[str]:
        """See `Grabber`."""
        self._thread = threading.Thread(
            target=self._listen, args=(tuple(chords), pressed), name="hot keys", daemon=True
        )
        self._thread.start()
        self._ready.wait(5)
        return self._taken

    def stop(self) -> None:
        """See `Grabber`."""
        if self._thread is not None:
            self._user32.quit(self._id)
            self._thread.join(5)

    def _listen(self, chords: tuple[Chord, ...], pressed: Pressed) -> None:
        """Windows sends a hot key to the thread that registered it."""
        user32, mine = self._user32, {}
        self._id = user32.thread()
        for number, chord in enumerate(chords, 1):
            mask = NO_REPEAT
            for name in chord.modifiers:
                mask |= _MASKS[name]
            if user32.register(number, mask, VK_F1 + int(chord.key.removeprefix("F")) - 1):
                mine[number] = chord.key
            else:
                self._taken.append(chord.key)
        self._ready.set()
        while True:
            message, number = user32.wait()
            if message == WM_QUIT:
                break
            if message == WM_HOTKEY and number in mine:
                pressed(mine[number])
        for number in mine:
            user32.unregister(number)


def real_user32() -> User32:
    """The calls of this machine; raises NoHotKeysError where it is no Windows."""
    if sys.platform != "win32":
        raise NoHotKeysError("this is not Windows")
    return _Real()  # type: ignore[unreachable]  # mypy looks at this on Linux


class _Real:
    """user32.dll by ctypes."""

    def __init__(self) -> None:
        from ctypes import wintypes

        self._dll = ctypes.WinDLL("user32", use_last_error=True)  # type: ignore[attr-defined]  # Windows alone
        self._kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]  # Windows alone
        self._message = wintypes.MSG()

    def register(self, number: int, modifiers: int, key: int) -> bool:
        return bool(self._dll.RegisterHotKey(None, number, modifiers, key))

    def unregister(self, number: int) -> None:
        self._dll.UnregisterHotKey(None, number)

    def wait(self) -> tuple[int, int]:
        got = self._dll.GetMessageW(ctypes.byref(self._message), None, 0, 0)
        return (WM_QUIT, 0) if got <= 0 else (int(self._message.message), int(self._message.wParam))

    def thread(self) -> int:
        return int(self._kernel.GetCurrentThreadId())

    def quit(self, thread: int) -> None:
        self._dll.PostThreadMessageW(thread, WM_QUIT, 0, 0)
