"""Frames by template: what goes over the line, byte for byte, and what comes back."""

from __future__ import annotations

import pytest

from branch.devices.signs.frames import Template, tokens_of

SIGN = tokens_of("AA {address} {attribute} {length} {text} {checksum} FF", sends=True)
BUTTON = tokens_of("AA {address} {key} {checksum} FF", sends=False)


def test_a_frame_byte_by_byte() -> None:
    frame = Template(SIGN, "sum8", 1, "ascii", 8).frame(3, "A035", 1)
    body = bytes([3, 1, 8]) + b"A035    "
    assert frame == b"\xaa" + body + bytes([sum(body) & 0xFF]) + b"\xff"


@pytest.mark.parametrize(
    ("checksum", "expected"),
    [("sum8", "7D"), ("xor8", "31"), ("crc16", "29B1")],
    ids=["sum8", "xor8", "crc16"],
)
def test_checksums(checksum: str, expected: str) -> None:
    """CRC-16/CCITT-FALSE of 123456789 is 29B1 in every catalogue of CRCs."""
    tokens = tokens_of("{text} {checksum}", sends=True)
    text = "123456789"
    frame = Template(tokens, checksum, 0, "ascii").frame(1, text)
    sums = {"sum8": sum(text.encode()) & 0xFF, "xor8": 0x31}
    assert frame[9:] == (bytes.fromhex(expected) if checksum == "crc16" else bytes([sums[checksum]]))


def test_chinese_is_cut_at_a_character() -> None:
    template = Template(tokens_of("{text}", sends=True), encoding="gb18030", width=7)
    assert template.frame(1, "请到三号窗口") == "请到三".encode("gb18030") + b" "
    assert Template(template.tokens, encoding="ascii", width=4).frame(1, "请A") == b"?A  "


@pytest.mark.parametrize(("width", "shown"), [(4, b"----"), (3, b"---"), (5, b"A1000"), (6, b"A1000 ")])
def test_a_number_is_never_cut_to_somebody_elses(width: int, shown: bytes) -> None:
    template = Template(tokens_of("{text}", sends=True), encoding="gb18030", width=width)
    assert template.frame(1, "A1000") == shown


def test_presses_are_found_in_whatever_comes() -> None:
    template = Template(BUTTON, "sum8", 1)
    press = bytes([0xAA, 2, 0x4E, 0x50, 0xFF])
    noise = bytes([0x00, 0xAA, 0xAA, 2])
    found, rest = template.find(noise + press + press[:3])
    assert found == [(2, 0x4E)]
    assert template.find(rest + press[3:]) == ([(2, 0x4E)], b"")
    wrong = press[:3] + b"\x51\xff"
    assert template.find(wrong + press)[0] == [(2, 0x4E)]


@pytest.mark.parametrize(
    ("text", "sends", "says"),
    [
        ("AA {adress} {text}", True, "{adress}"),
        ("A {text}", True, "A is no byte"),
        ("AA {address}", True, "{text} is missing"),
        ("AA {text}", False, "{text}"),
        ("AA {address}", False, "{key} is missing"),
    ],
)
def test_a_template_that_is_none(text: str, sends: bool, says: str) -> None:
    with pytest.raises(ValueError, match=says.replace("{", r"\{")):
        tokens_of(text, sends=sends)
