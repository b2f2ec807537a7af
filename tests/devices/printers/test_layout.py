"""The picture of a ticket: nothing clipped, nothing grey, and a code that is the code."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw

import assets
from branch.devices.printers import WIDTHS, Mark, SlipError, TicketSlip
from branch.devices.printers import canvas as paper
from branch.devices.printers import printed_qr as qr
from branch.devices.printers import slip_texts as texts
from branch.devices.printers.slip_layout import SIZES, render
from tests.devices.printers.slips import ALL, ENGLISH, LONGEST, URL, USUAL

NUMBERS = ["A001", "V999", "VIP0041", "贵0041", "WWWWWWWWWW12", "8"]
SLIPS = [pytest.param(replace(s, width_dots=w), id=f"{n} {w}") for n, s in ALL.items() for w in WIDTHS]


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything black."""
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("slip", SLIPS)
def test_nothing_leaves_the_margins(slip: TicketSlip) -> None:
    picture = render(slip)
    margin = SIZES[slip.width_dots].margin
    left, top, right, bottom = ink(picture)
    assert picture.size[0] == slip.width_dots
    assert left >= margin
    assert right <= slip.width_dots - margin
    assert 16 <= top <= 48, "white above, but not wasted"
    assert 16 <= picture.height - bottom <= 48


@pytest.mark.parametrize("slip", SLIPS)
def test_the_print_is_black_or_white(slip: TicketSlip) -> None:
    assert render(slip).mode == "1"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("number", NUMBERS)
def test_the_number_is_whole(number: str, width: int) -> None:
    sizes = SIZES[width]
    roll = paper.Paper(width, sizes.margin)
    roll.gap(50)
    roll.hero(number, sizes.number)
    roll.gap(50)
    picture = roll.cut()
    left, top, right, bottom = ink(picture)
    assert left >= sizes.margin
    assert right <= width - sizes.margin
    assert abs((left + right) - width) <= 4, "centred by its ink"
    assert (top, bottom) == pytest.approx((50, picture.height - 50), abs=2)
    # Drawn with room on all sides, the word has the same shape: nothing was clipped away.
    face = paper.font(paper.HEAVY if number.isascii() else paper.BOLD, 400)
    free = Image.new("L", (6000, 1000), 255)
    ImageDraw.Draw(free).text((500, 700), number, 0, face, anchor="ls")
    x0, y0, x1, y1 = ink(free)
    assert (right - left) / (bottom - top) == pytest.approx((x1 - x0) / (y1 - y0), rel=0.05)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_number_nobody_could_read_is_refused(width: int) -> None:
    with pytest.raises(SlipError, match="does not fit"):
        render(replace(USUAL, number="A" * 60, width_dots=width))


def test_a_usual_number_is_the_largest_thing_on_the_ticket() -> None:
    roll = paper.Paper(576, 30)
    roll.hero("A041", SIZES[576].number)
    left, top, right, bottom = ink(roll.cut())
    assert right - left > 0.75 * 576
    assert bottom - top > 130  # 16 mm


@pytest.mark.parametrize("slip", [s for s in SLIPS if "no code" not in str(s.id)])
def test_the_code_stands_in_the_picture_module_by_module(slip: TicketSlip) -> None:
    modules = qr.matrix(URL)
    module = SIZES[slip.width_dots].code // len(modules)
    assert module >= 5, "0.6 mm: an old phone reads it"
    picture = render(slip).convert("L")
    side = len(modules) * module
    quiet = qr.QUIET * module
    left = (slip.width_dots - side - 2 * quiet) // 2 + quiet
    tops = [
        y
        for y in range(quiet, picture.height - side - quiet)
        if read(picture, left, y, module, len(modules)) == modules
    ]
    assert tops, "the code is not where it belongs"
    top = tops[0]
    around = picture.crop((left - quiet, top - quiet, left + side + quiet, top + side + quiet))
    around.paste(255, (quiet, quiet, quiet + side, quiet + side))
    assert around.getextrema() == (255, 255), "the quiet zone is not quiet"
    whole = picture.crop((left, top, left + side, top + side))
    exact = whole.resize((len(modules),) * 2, Image.Resampling.NEAREST).resize(
        whole.size, Image.Resampling.NEAREST
    )
    assert whole.tobytes() == exact.tobytes(), "modules differ in size"


def read(picture: Image.Image, left: int, top: int, module: int, count: int) -> list[list[bool]]:
    """The modules at a place, by their upper left dots; empty as soon as the first row cannot be a finder."""
    row = [picture.getpixel((left + x * module, top)) == 0 for x in range(7)]
    if not all(row):
        return []
    box = (left, top, left + count * module, top + count * module)
    small = picture.crop(box).resize((count, count), Image.Resampling.NEAREST)
    dots = small.tobytes()
    return [[dot == 0 for dot in dots[y * count : (y + 1) * count]] for y in range(count)]


def test_a_code_that_fits_no_paper_is_refused() -> None:
    with pytest.raises(SlipError, match="does not fit 384 dots"):
        render(replace(USUAL, qr="x" * 1500, width_dots=384))
    with pytest.raises(SlipError, match="does not fit a QR code"):
        render(replace(USUAL, qr="x" * 5000))


def test_a_long_address_keeps_modules_a_phone_can_read() -> None:
    picture = qr.picture("http://192.168.1.20:8750/t/" + "x" * 200, 208, 384)
    assert picture.width <= 384
    assert picture.width % qr.SMALLEST_MODULE == 0


def test_the_mark_of_a_reprint_is_seen() -> None:
    plain, marked = render(USUAL), render(replace(USUAL, marks=(Mark.REPRINT,)))
    assert marked.height > plain.height
    # Black ground at the top, where a first ticket has none.
    assert marked.crop((0, 24, 576, 60)).convert("L").histogram()[0] > 1000


def test_without_a_code_nothing_invites_to_scan() -> None:
    assert render(USUAL).height - render(replace(USUAL, qr=None)).height > 256


def test_a_ticket_longer_than_the_first_piece_of_roll() -> None:
    picture = render(replace(LONGEST, footer=tuple(f"第 {n} 条" for n in range(60))))
    assert picture.height > 2048
    assert ink(picture)[3] > picture.height - 48


def test_both_languages_differ_only_in_words() -> None:
    assert render(replace(USUAL, language="en")).tobytes() != render(USUAL).tobytes()
    assert render(replace(ENGLISH, language="fr")).tobytes() == render(ENGLISH).tobytes()


def test_every_word_of_a_ticket_is_in_the_fonts() -> None:
    words = "".join(str(words) for words in texts.TEXTS.values())
    for name in (paper.REGULAR, paper.BOLD):
        with TTFont(assets.ROOT / "fonts" / name) as face:
            missing = {c for c in words if ord(c) not in face.getBestCmap()}
        assert not missing
