"""Tickets as text: what a printer with a Chinese font is told to write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from branch.devices.printers import SlipError, TicketSlip
from branch.devices.printers import escpos as commands
from branch.devices.printers.printed_qr import QUIET, matrix
from branch.devices.printers.slip import Cut
from tests.devices.printers.decode import Decoder, Receipt
from tests.devices.printers.slips import ALL, ENGLISH, LONGEST, URL, USUAL


def printed(slip: TicketSlip, cut: Cut = "full") -> Receipt:
    (receipt,) = Decoder(commands.job(slip, "text", cut).data).receipts
    return receipt


def cells(text: str) -> int:
    return sum(1 if c.isascii() else 2 for c in text)


def test_the_ticket_reads_from_the_branch_to_the_time() -> None:
    assert printed(USUAL).text.splitlines() == [
        "人民路支行",
        "个人现金",
        "Cash",
        "A041",
        "前面 4 人",
        "约 8 分钟",
        "十位中有九位 09:55 前叫到",
        "-" * 48,
        "扫码看进度、离开也不过号",
        "-" * 48,
        "过号请到大堂台重新激活",
        "2026-11-21  09:42:10",
    ]


def test_english_has_english_words() -> None:
    text = printed(ENGLISH).text
    assert "1 person ahead\nabout 3 min\n9 in 10 are called by 09:49" in text
    assert "Missed? Ask at the lobby desk" in text


def test_the_code_holds_the_address_and_the_paper_is_cut() -> None:
    receipt = printed(USUAL)
    assert receipt.qr == [URL]
    assert receipt.cut == "full"
    assert printed(USUAL, "part").cut == "part"
    assert printed(ALL["no code"]).qr == []


@pytest.mark.parametrize("width", [384, 576])
def test_a_printer_that_draws_no_codes_is_sent_a_picture_of_one(width: int) -> None:
    job = commands.job(replace(USUAL, width_dots=width), "text", "full", "raster")
    (receipt,) = Decoder(job.data).receipts
    assert receipt.qr == [], "some receipt printers lack the command, and print its bytes"
    wanted = matrix(URL)
    code = receipt.picture.convert("L")
    module = 4
    inner = [
        [code.getpixel(((QUIET + x) * module, (QUIET + y) * module)) == 0 for x in range(len(wanted))]
        for y in range(len(wanted))
    ]
    assert inner == wanted
    assert len(job.data) < 6_000, "seconds at 9600 baud"
    assert "A041" in receipt.text


def test_every_line_is_announced_as_chinese_and_centred() -> None:
    assert all(line.chinese and line.centred for line in printed(LONGEST).lines)


@pytest.mark.parametrize("width", [384, 512, 576])
@pytest.mark.parametrize("name", ALL)
def test_nothing_is_wider_than_the_paper(name: str, width: int) -> None:
    slip = replace(ALL[name], width_dots=width)
    receipt = printed(slip)
    for line in receipt.lines:
        assert cells(line.text) * line.size[0] * 12 <= width, line.text
    sizes = {line.text: line.size[0] for line in receipt.lines}
    assert sizes[slip.number] == max(sizes.values()) >= 4, "the number is the largest and on one line"


def test_a_number_too_long_for_the_paper_is_refused_not_cut() -> None:
    with pytest.raises(SlipError, match="does not fit"):
        commands.job(replace(USUAL, number="A" * 60), "text", "full")


def test_control_characters_in_a_name_do_not_reach_the_printer() -> None:
    receipt = printed(replace(USUAL, service=("现金\x1b@\x1dV\x00",)))
    assert "现金@V" in receipt.text


def test_a_ticket_is_small_enough_for_a_serial_line() -> None:
    assert len(commands.job(USUAL, "text", "full").data) < 600


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("¥", b"\xa3\xa4"),
        ("9:00–17:00", b"9:00-17:00"),
        ("现\xa0金", "现 金".encode("gb2312")),
        ("•", b"\xa1\xa4"),
    ],
)
def test_what_printers_have_in_another_form_is_written_in_it(name: str, code: bytes) -> None:
    data = commands.job(replace(USUAL, service=(name,)), "text", "full").data
    assert b"\x1c\x26" + code + b"\x1c\x2e" in data


def test_a_name_that_the_printers_font_has_not_comes_as_a_picture() -> None:
    slip = replace(USUAL, service=("𬭚业务",))
    assert commands.job(slip, "text", "full") == commands.job(slip, "raster", "full")
