"""What a scanned text is."""

from __future__ import annotations

import pytest

from branch.contract.branch_info import CardInfo
from branch.devices.scanners.codes import BookingCode, CustomerCard, OurTicket, Scanned, Unknown, tell
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
        ("]C0K7M4QX2P", BookingCode("K7M4QX2P")),
        ("*K7M4QX2P*", BookingCode("K7M4QX2P")),
        ("K7M4-QX2P", BookingCode("K7M4QX2P")),
        ("k7m4 qx2p", BookingCode("K7M4QX2P")),
        ("Ｋ７Ｍ４ＱＸ２Ｐ", BookingCode("K7M4QX2P")),
        ("\x02K7M4QX2P\x03", BookingCode("K7M4QX2P")),
        ("\x02]A0*K7M4–QX2P*\t", BookingCode("K7M4QX2P")),
        ("]Q1" + URL.format(id=TICKET), OurTicket(TICKET)),
        ("]Q1".swapcase() + URL.format(id=TICKET).swapcase(), OurTicket(TICKET)),
        (URL.format(id=TICKET).replace("http:", "https:"), OurTicket(TICKET)),
        (URL.format(id=TICKET) + "/", OurTicket(TICKET)),
        (URL.format(id=TICKET) + "?from=wechat&x=1", OurTicket(TICKET)),
        (URL.format(id=TICKET) + "/?from=wechat#top", OurTicket(TICKET)),
        (URL.format(id=TICKET).removeprefix("http://"), Unknown()),
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


@pytest.mark.parametrize(
    "text",
    [
        "VIP123456",
        "vip123456",
        "]C0VIP123456",
        "*VIP123456*",
        "VIP１２３４５６",
        "\x02VIP123456\x03",
        ";VIP123456?",
    ],
)
def test_a_card_is_known_whatever_frames_it(text: str) -> None:
    assert tell(text, URL, [CardInfo(pattern="VIP[0-9]{6}", segment="vip")]) == CustomerCard("vip", None)


def test_a_card_whose_pattern_has_the_frame_is_known_too() -> None:
    cards = [CardInfo(pattern=r"\*[0-9]{6}\*", segment="vip")]
    assert tell("*123456*", URL, cards) == CustomerCard("vip", None)


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
