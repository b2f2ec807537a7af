"""Turns the kiosk's printer setting into a printer.

    png:FOLDER                        a picture for each ticket
    tcp://HOST[:9100]                 a network printer
    usb:04b8:0e28                     a printer on USB, by vendor and product as lsusb shows them
    serial:/dev/ttyS0?baud=9600       a printer on a serial line; text unless told otherwise
    file:/dev/usb/lp0                 a device file
    spool:NAME                        a printer of the system's spooler (Windows, CUPS)
    none                              no printer: the screen shows the number and its QR code

After a "?", joined by "&": width=576|512|384 (dots), and for real printers mode=raster|text, cut=full|part
and, for one of text that draws no QR codes itself, qr=native|raster. Width 576, raster, a full cut and a
native code are meant when nothing is said. A serial line has baud= (9600) and its handshake,
flow=none|rtscts|dsrdtr|xonxoff (none).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import cast
from urllib.parse import parse_qsl, urlsplit

from branch.devices.printers.printer_status import SettingError
from branch.devices.printers.printer_transport import FileWire, TcpWire, Wire
from branch.devices.printers.printers import EscposPrinter, PngPrinter, Printer
from branch.devices.printers.serial_transport import BAUDS, FLOWS, Line, SerialWire
from branch.devices.printers.slip import WIDTHS, Cut, Mode, QrCode
from branch.devices.printers.spool_transport import SpoolWire
from branch.devices.printers.usb_transport import UsbWire

_CHOICES = {
    "mode": ("raster", "text"),
    "cut": ("full", "part"),
    "qr": ("native", "raster"),
    "width": tuple(map(str, WIDTHS)),
    "baud": tuple(map(str, BAUDS)),
    "flow": FLOWS,
}
_REAL = ("width", "mode", "cut", "qr")
_KINDS = {
    "png": ("width",),
    "tcp": _REAL,
    "usb": _REAL,
    "serial": (*_REAL, "baud", "flow"),
    "file": _REAL,
    "spool": _REAL,
}
"""What a printer setting may begin with, and the options it may have then."""

RAW_PORT = 9100
_USB_IDS = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")


def make_printer(setting: str) -> Printer | None:
    """The printer a setting means, None for "none"; SettingError says in one line which part is wrong."""
    kind, colon, rest = setting.strip().partition(":")
    place, _, query = rest.partition("?")
    if (kind, colon) == ("none", ""):
        return None
    if kind not in _KINDS or not colon:
        raise _wrong(setting, "starts with", "png:, tcp://, usb:, serial:, file:, spool: or is none", kind)
    options = _options(setting, query, _KINDS[kind])
    width = int(options["width"]) if "width" in options else None
    if kind == "png":
        return PngPrinter(Path(_needed(setting, "the folder", place)).expanduser(), width)
    name, connect = _way(setting, kind, place, options)
    return EscposPrinter(
        name,
        connect,
        mode=cast(Mode, options.get("mode", "text" if kind == "serial" else "raster")),
        cut=cast(Cut, options.get("cut", "full")),
        qr_code=cast(QrCode, options.get("qr", "native")),
        width=width or WIDTHS[-1],
    )


def _way(setting: str, kind: str, place: str, options: Mapping[str, str]) -> tuple[str, Callable[[], Wire]]:
    """What staff may call the printer, and how the way to it is opened."""
    if kind == "tcp":
        host, port = _address(setting, place)
        name = f"tcp://[{host}]:{port}" if ":" in host else f"tcp://{host}:{port}"
        return name, partial(TcpWire, host, port)
    if kind == "usb":
        ids = _USB_IDS.fullmatch(place)
        if ids is None:
            raise _wrong(setting, "the printer is", "VENDOR:PRODUCT such as 04b8:0e28", place)
        return f"usb:{place}", partial(UsbWire, int(ids[1], 16), int(ids[2], 16))
    if kind == "spool":
        return f"spool:{place}", partial(SpoolWire, _needed(setting, "the printer's name", place))
    device = _needed(setting, "the device", place)
    if kind == "serial":
        line = Line(device, int(options.get("baud", "9600")), options.get("flow", "none"))
        return f"serial:{device}", partial(SerialWire, line)
    return f"file:{device}", partial(FileWire, device)


def _options(setting: str, query: str, known: tuple[str, ...]) -> dict[str, str]:
    try:
        options = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))
    except ValueError as error:
        raise _wrong(setting, "options are", "NAME=VALUE joined by &", query) from error
    for name, value in options.items():
        if name not in known:
            raise _wrong(setting, "an option here is", " or ".join(known), name)
        if value not in _CHOICES[name]:
            raise _wrong(setting, f"{name} is", " or ".join(_CHOICES[name]), value)
    return options


def _address(setting: str, place: str) -> tuple[str, int]:
    try:
        parts = urlsplit(f"tcp:{place}")
        host, port = parts.hostname, RAW_PORT if parts.port is None else parts.port
    except ValueError as error:  # urlsplit takes no port above 65535, nor half an IPv6 address
        raise _wrong(setting, "the address is", "tcp://HOST:PORT with a port up to 65535", place) from error
    if not place.startswith("//") or parts.path.strip("/") or parts.username is not None:
        raise _wrong(setting, "the address is", "tcp://HOST:PORT", place)
    if not port:
        raise _wrong(setting, "the port is", "1 to 65535", str(port))
    return _needed(setting, "the host", host or ""), port


def _needed(setting: str, part: str, value: str) -> str:
    if not value.strip():
        raise SettingError(f"printer setting {setting!r}: {part} is missing")
    return value


def _wrong(setting: str, part: str, wanted: str, found: str) -> SettingError:
    return SettingError(f"printer setting {setting!r}: {part} {wanted}, not {found!r}")
