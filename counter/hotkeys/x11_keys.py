"""Hot keys under X11: GrabKey on the root window by xcffib, in a thread with a connection of its own."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Sequence
from typing import Any

import xcffib
from xcffib import xproto

from counter.hotkeys.grabber import Chord, NoHotKeysError, Pressed

_MASKS = {
    "ctrl": xproto.ModMask.Control,
    "alt": xproto.ModMask._1,
    "shift": xproto.ModMask.Shift,
}
_LOCKS = (0, xproto.ModMask.Lock, xproto.ModMask._2, xproto.ModMask.Lock | xproto.ModMask._2)
"""Caps Lock and Num Lock count as held keys: each chord is asked for with all of their states."""

_F1 = 0xFFBE
"""The keysym of F1 (X11/keysymdef.h); the others follow."""


class X11Keys:
    """The keys of one display. Press and release of a key that is held repeat; only a press after a release
    counts, as in the window's own shortcuts."""

    def __init__(self, display: str | None = None) -> None:
        """``display``: that of the environment if none is named. Raises NoHotKeysError if nobody is there."""
        try:
            self._connection: Any = xcffib.connect(display)  # type: ignore[no-untyped-call]  # it has no types
        except xcffib.ConnectionException as error:
            raise NoHotKeysError(
                f"no X server answers at {display or os.environ.get('DISPLAY', '')!r}"
            ) from error
        self._root: int = self._connection.get_setup().roots[0].root
        self._wake_read, self._wake_write = os.pipe()
        self._thread: threading.Thread | None = None
        self._keys: dict[tuple[int, int], str] = {}

    def start(self, chords: Sequence[Chord], pressed: Pressed) -> list[str]:
        """See `Grabber`."""
        taken = []
        codes = self._codes()
        for chord in chords:
            code = codes.get(_F1 + int(chord.key.removeprefix("F")) - 1)
            mask = 0
            for name in chord.modifiers:
                mask |= _MASKS[name]
            if code is None or not self._grab(code, mask):
                taken.append(chord.key)
            else:
                self._keys[code, mask] = chord.key
        self._thread = threading.Thread(target=self._listen, args=(pressed,), name="hot keys", daemon=True)
        self._thread.start()
        return taken

    def stop(self) -> None:
        """See `Grabber`."""
        os.write(self._wake_write, b".")
        if self._thread is not None:
            self._thread.join(5)
        self._connection.disconnect()  # the server gives the keys back
        os.close(self._wake_read)
        os.close(self._wake_write)

    def _grab(self, code: int, mask: int) -> bool:
        asked = [
            self._connection.core.GrabKeyChecked(
                False, self._root, mask | lock, code, xproto.GrabMode.Async, xproto.GrabMode.Async
            )
            for lock in _LOCKS
        ]
        try:
            for cookie in asked:
                cookie.check()
        except xproto.AccessError:
            return False
        return True

    def _codes(self) -> dict[int, int]:
        """Keysym -> the code of its key."""
        setup = self._connection.get_setup()
        first, count = setup.min_keycode, setup.max_keycode - setup.min_keycode + 1
        mapping = self._connection.core.GetKeyboardMapping(first, count).reply()
        width = mapping.keysyms_per_keycode
        return {
            keysym: first + at // width
            for at, keysym in reversed(list(enumerate(mapping.keysyms)))
            if _F1 <= keysym < _F1 + 12
        }

    def _listen(self, pressed: Pressed) -> None:
        every = xproto.ModMask.Control | xproto.ModMask._1 | xproto.ModMask.Shift
        while True:
            while (event := self._connection.poll_for_event()) is not None:
                if isinstance(event, xproto.KeyPressEvent):
                    key = self._keys.get((event.detail, event.state & every))
                    if key is not None:
                        pressed(key)
            ready, _, _ = select.select([self._connection.get_file_descriptor(), self._wake_read], [], [])
            if self._wake_read in ready or self._connection.has_error():
                return
