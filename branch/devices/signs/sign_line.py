"""Signs and buttons on RS-485 (or any serial line), in a thread of its own.

A line that is pulled out, or was not there at the start, is opened again and again, and then every sign is
told anew. Each is told again after a while anyway: one that was without power comes back blank.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

import serial

from branch.devices.signs.frames import Pressed, Shown, Template
from branch.devices.signs.sign_config import Line

RETRY_S = 1.0
_READ_S = 0.05
_MOST = 1024

_log = logging.getLogger(__name__)


class SerialLine:
    """The adapter of one line."""

    def __init__(
        self,
        line: Line,
        send: Template,
        receive: Template | None = None,
        *,
        retry_s: float = RETRY_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``clock`` counts seconds and never runs backwards."""
        self._line, self._send, self._receive = line, send, receive
        self._retry_s, self._clock = retry_s, clock
        self._lock = threading.Lock()
        self._wanted: dict[int, Shown] = {}
        self._told: dict[int, tuple[Shown, float]] = {}
        self._end = threading.Event()
        self._trouble: str | None = None
        self._pressed: Pressed = lambda _address, _key: None
        self._thread = threading.Thread(target=self._run, name="signs", daemon=True)

    def show(self, address: int, shown: Shown) -> None:
        """Have that sign show it from now on."""
        with self._lock:
            self._wanted[address] = shown

    def start(self, pressed: Pressed) -> None:
        """Begin, once."""
        self._pressed = pressed
        self._thread.start()

    def stop(self) -> None:
        """End; what was wanted last is still sent if the line is there."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._end.is_set():
            try:
                with serial.serial_for_url(self._line.port, self._line.baud, timeout=_READ_S) as port:
                    self._tell(None)
                    self._told.clear()
                    self._work(port)
            except (serial.SerialException, OSError, ValueError) as error:
                self._tell(str(error))
                self._end.wait(self._retry_s)

    def _work(self, port: serial.Serial) -> None:
        seen = b""
        while True:
            last = self._end.is_set()
            self._write(port)
            if last:
                return
            seen = self._read(port, seen)

    def _write(self, port: serial.Serial) -> None:
        now = self._clock()
        with self._lock:
            wanted = dict(self._wanted)
        for address, shown in wanted.items():
            told = self._told.get(address)
            if told is None or told[0] != shown or now - told[1] >= self._line.refresh_s:
                frame = self._send.frame(address, shown.text, shown.attribute)
                port.write(frame)
                self._told[address] = (shown, now)
                # A sign that still reads the last frame loses the next; a byte is ten bits on the line.
                time.sleep(len(frame) * 10 / self._line.baud + self._line.gap_ms / 1000)

    def _read(self, port: serial.Serial, seen: bytes) -> bytes:
        more = port.read(port.in_waiting or 1)
        if self._receive is None:
            return b""
        pressed, rest = self._receive.find(seen + more)
        for address, key in pressed:
            self._pressed(address, key)
        return rest[-_MOST:]

    def _tell(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            _log.info("the line of the signs: %s", trouble or "open")
