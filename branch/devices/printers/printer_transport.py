"""The way to a printer: bytes there, single status bytes back. Every trouble here is an `OSError`.

python-escpos makes the bytes (commands.py); its drivers are not used, for what they cannot do: its `Network`
waits with one time limit for everything and forgets an unconnected socket, its `File` cannot read an answer
and would create a plain file where a device is unplugged. usb_wire.py and serial_wire.py tell of the others.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import stat
import sys
import time
from pathlib import Path
from typing import Protocol

CONNECT_SECONDS = 0.9  # a name with an IPv6 and an IPv4 address stays under two seconds
SEND_SECONDS = 5.0  # without any progress; a slow line that moves may take longer
FINISH_SECONDS = 0.3
_CHUNK = 4096


class Wire(Protocol):
    """An open way to a printer, for one ticket or one question."""

    def send(self, data: bytes) -> None:
        """Hand over all of `data`; OSError when the printer stops taking it."""

    def ask(self, query: bytes, seconds: float) -> int | None:
        """Send `query` and wait for one byte; None for silence. Answers from before are thrown away."""

    def finish(self) -> None:
        """Say that nothing more comes; OSError when the printer is known not to have got it all."""

    def close(self) -> None:
        """Let go, whatever happened."""


class TcpWire:
    """A network printer's raw port, usually 9100."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=CONNECT_SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, data: bytes) -> None:
        """Hand over all of `data`."""
        self._socket.settimeout(SEND_SECONDS)
        for at in range(0, len(data), _CHUNK):
            self._socket.sendall(data[at : at + _CHUNK])

    def ask(self, query: bytes, seconds: float) -> int | None:
        """Send `query` and wait for one byte."""
        while self._receive(0):
            continue
        self.send(query)
        answer = self._receive(seconds)
        return answer[0] if answer else None

    def finish(self) -> None:
        """Close our side and listen a moment: a printer that died answers with a reset."""
        # Closing at once with an unread answer in our buffer would send a reset ourselves, on which a
        # printer may drop what it has not printed yet.
        self._socket.shutdown(socket.SHUT_WR)
        end = time.monotonic() + FINISH_SECONDS
        with contextlib.suppress(EOFError):
            while (left := end - time.monotonic()) > 0 and self._receive(left):
                continue

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()

    def _receive(self, seconds: float) -> bytes:
        self._socket.settimeout(seconds)
        try:
            data = self._socket.recv(64)
        except (TimeoutError, BlockingIOError):
            return b""
        if not data:
            raise ConnectionClosedError("the printer closed the connection")
        return data


class ConnectionClosedError(OSError, EOFError):
    """The printer hung up in good order."""


class FileWire:
    """A device file such as /dev/usb/lp0; a plain file takes the bytes and never answers."""

    def __init__(self, path: str) -> None:
        # Never O_CREAT: an unplugged printer must be missed, not replaced by a file that swallows tickets.
        # O_NONBLOCK and O_NOCTTY are not on Windows, where a file can be written only.
        flags = os.O_APPEND | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
        kind = Path(path).stat().st_mode
        self._asks = sys.platform != "win32" and stat.S_ISCHR(kind)
        if self._asks:
            self._fd = os.open(path, flags | os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
            _raw_line(self._fd)
        else:
            self._fd = os.open(path, flags | os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))

    def send(self, data: bytes) -> None:
        """Hand over all of `data`."""
        left = memoryview(data)
        while left:
            if self._asks and not select.select([], [self._fd], [], SEND_SECONDS)[1]:
                raise TimeoutError("the printer takes no more bytes")
            with contextlib.suppress(BlockingIOError):
                left = left[os.write(self._fd, left[:_CHUNK]) :]

    def ask(self, query: bytes, seconds: float) -> int | None:
        """Send `query` and wait for one byte."""
        if not self._asks:
            return None
        while self._receive(0):
            continue
        self.send(query)
        answer = self._receive(seconds)
        return answer[0] if answer else None

    def finish(self) -> None:
        """A device has no end of job."""

    def close(self) -> None:
        """Close the file."""
        os.close(self._fd)

    def _receive(self, seconds: float) -> bytes:
        if not select.select([self._fd], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._fd, 64)
        except BlockingIOError:
            return b""


def _raw_line(fd: int) -> None:
    """Turn off what a terminal line does to bytes: a picture with 13 put before every 10 is no picture."""
    if sys.platform != "win32" and os.isatty(fd):
        import tty  # not on Windows

        tty.setraw(fd)
