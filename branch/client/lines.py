"""The sockets of one client, which another thread can cut.

Closing a response from outside does not wake a thread that reads from it (it would sit there for its whole
timeout), so every connection's socket is put down here before it connects, and `Lines.cut` shuts it down.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from weakref import WeakSet


class Lines:
    """The sockets in use by one client."""

    def __init__(self, *, whole_answers: bool = True) -> None:
        """With ``whole_answers`` the read timeout is for head and body together; without (a feed, which
        has no end) it is for the whole head, and then for each pause between bytes."""
        self.whole_answers = whole_answers
        self._lock = threading.Lock()
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self._cut = False

    def hold(self, sock: socket.socket) -> None:
        """Put down a socket before it connects; raises OSError when everything has been cut."""
        with self._lock:
            if self._cut:
                raise OSError("this client is closing")
            self._sockets.add(sock)

    def cut(self) -> None:
        """Wake whoever connects or reads, now; they and all who come later get an OSError. For good."""
        with self._lock:
            self._cut = True
            for sock in self._sockets:
                _shut(sock)


def _shut(sock: socket.socket) -> None:
    try:
        # Not as TLS does it, which would take its state from under whoever reads.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        # Not connected yet (Windows says so also while it connects): closing makes the connect fail.
        with suppress(OSError):
            sock.close()
