"""A scanner on a serial line, read in a thread of its own; what it reads crosses by one signal.

It comes back by itself: a line that is pulled out, or was not there at the start, is opened again and again.

Its setting, for a kiosk::

    keyboard                          a scanner on USB that types what it reads (default; always heard)
    serial:/dev/ttyUSB0?baud=9600     one on a serial line, or on USB set to be one; 9600 if not said
"""

from __future__ import annotations

import logging
import re
import threading
from dataclasses import dataclass

import serial
from PySide6.QtCore import QObject, Signal

_SERIAL = re.compile(r"serial:(?P<device>[^?]+)(?:\?baud=(?P<baud>[0-9]{3,7}))?")


class ScannerSettingError(Exception):
    """The scanner setting is wrong; the message is one line."""


@dataclass(frozen=True, slots=True)
class SerialSetting:
    """A serial line, as the system names it, and its speed in baud."""

    device: str
    baud: int = 9600


def serial_setting(setting: str) -> SerialSetting | None:
    """The serial scanner that a setting means, None for "keyboard"; raises ScannerSettingError."""
    text = setting.strip()
    if text == "keyboard":
        return None
    found = _SERIAL.fullmatch(text)
    if found is None:
        raise ScannerSettingError(
            f"scanner setting {setting!r}: it is keyboard or serial:DEVICE, with ?baud=9600 after it or not"
        )
    return SerialSetting(found["device"], int(found["baud"] or 9600))


RETRY_S = 1.0
"""How long a line that is not there is left alone."""

PAUSE_S = 0.1
"""A scanner that sends no line end has said all after so long a silence."""

_MOST = 1024
_ENDS = re.compile(rb"[\r\n\t\x03]+")

log = logging.getLogger(__name__)


class SerialScanner(QObject):
    """Reads one line until `stop`.

    Signals (emitted in its thread; connect queued):
        scanned: a text.
        trouble: what is wrong with the line, "" when it is there (again). Told when it changes.
    """

    scanned = Signal(str)
    trouble = Signal(str)

    def __init__(
        self, setting: SerialSetting, *, retry: float = RETRY_S, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._setting, self._retry = setting, retry
        self._end = threading.Event()
        self._told: str | None = None
        self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread; nothing comes after this."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._end.is_set():
            try:
                with serial.Serial(self._setting.device, self._setting.baud, timeout=PAUSE_S) as line:
                    self._tell("")
                    self._read(line)
            except (serial.SerialException, OSError) as error:
                self._tell(str(error))
                self._end.wait(self._retry)

    def _read(self, line: serial.Serial) -> None:
        seen = b""
        while not self._end.is_set():
            more = line.read(line.in_waiting or 1)
            *whole, seen = _ENDS.split(seen + more)
            if not more or len(seen) > _MOST:
                whole, seen = [*whole, seen], b""
            for part in whole:
                # Codes are ASCII; STX and what a bad contact makes up is dropped.
                text = "".join(c for c in part.decode("ascii", "ignore") if c.isprintable()).strip()
                if text:
                    self.scanned.emit(text)

    def _tell(self, trouble: str) -> None:
        if trouble != self._told:
            if trouble:
                log.info("the scanner is gone: %s", trouble)
            self._told = trouble
            self.trouble.emit(trouble)
