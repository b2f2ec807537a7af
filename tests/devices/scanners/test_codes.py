"""What a scanned text is."""

from __future__ import annotations

import pytest

from branch.devices.scanners.codes import BookingCode, OurTicket, Scanned, Unknown, tell
from branch.devices.scanners.serial_scanner import ScannerSettingError, SerialSetting, serial_setting

URL = "http://192.168.1.10:8750/t/{id}"
TICKET = "dGhpcy1pcy1hLXRpY2tldA"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("K7M4QX2P", BookingCode("K7M4QX2P")),
        (" k7m4qx2p\n", BookingCode("K7M4QX2P")),
        (URL.format(id=TICKET), OurTicket(TICKET)),
        (URL.format(id=TICKET).swapcase(), OurTicket(TICKET)),
        ("http://192.168.1.11:8750/t/" + TICKET, Unknown()),
        (URL.format(id=TICKET) + "/state", Unknown()),
        (URL.format(id="../v1/branch"), Unknown()),
        (URL, Unknown()),
        ("6921168509256000I", Unknown()),
        ("K7", Unknown()),
        ("支付宝", Unknown()),
        ("", Unknown()),
    ],
)
def test_a_text_is_what_it_is(text: str, meant: Scanned) -> None:
    assert tell(text, URL) == meant


def test_before_the_branch_is_known_no_address_is_ours() -> None:
    assert tell(URL.format(id=TICKET), "") == Unknown()


@pytest.mark.parametrize(
    ("setting", "meant"),
    [
        ("keyboard", None),
        ("serial:/dev/ttyUSB0", SerialSetting("/dev/ttyUSB0", 9600)),
        ("serial:COM3?baud=115200", SerialSetting("COM3", 115200)),
    ],
)
def test_settings(setting: str, meant: SerialSetting | None) -> None:
    assert serial_setting(setting) == meant


@pytest.mark.parametrize(
    "setting", ["", "serial:", "serial:/dev/x?baud=fast", "usb", "serial:/dev/x?speed=1"]
)
def test_wrong_settings_are_told_in_one_line(setting: str) -> None:
    with pytest.raises(ScannerSettingError, match="scanner setting") as caught:
        serial_setting(setting)
    assert "\n" not in str(caught.value)
