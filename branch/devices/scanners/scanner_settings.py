"""Turns the kiosk's scanner setting into what is needed to open it.

keyboard                          a scanner on USB that types what it reads (default; always heard)
serial:/dev/ttyUSB0?baud=9600     one on a serial line, or on USB set to be one; 9600 if not said
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
