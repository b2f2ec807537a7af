"""The logo on the ticket: in the picture and in the bytes, on every paper; and files that are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from branch.devices.printers import WIDTHS, Logo, LogoError, make_printer
from branch.devices.printers import escpos as commands
from branch.devices.printers.logo import MOST_ROWS
from branch.devices.printers.slip import Mode
from branch.devices.printers.slip_layout import render
from tests.devices.printers.decode import Decoder, Receipt
from tests.devices.printers.fake import FakePrinter
from tests.devices.printers.slips import ENGLISH, LONGEST, USUAL, bank_logo


@pytest.fixture
def logo(tmp_path: Path) -> Logo:
    """A coin in red and gold on a transparent ground."""
    return Logo(bank_logo(tmp_path))


def printed(mode: Mode, width: int, logo: Logo) -> Receipt:
    """What comes out."""
    slip = replace(USUAL, width_dots=width, logo=logo)
    (receipt,) = Decoder(commands.job(slip, mode, "full").data).receipts
    return receipt


def ink(picture: Image.Image) -> Image.Image:
    """The part that is black."""
    return picture.crop(ImageChops.invert(picture.convert("L")).getbbox())


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_the_paper_with_room_beside_it(logo: Logo, width: int) -> None:
    made = logo.on_width(width)
    assert made.mode == "1"
    assert made.width <= width // 2
    assert made.height <= MOST_ROWS
    assert made.height > 60, "large enough to be known"
    black = made.convert("L").histogram()[0] / (made.width * made.height)
    assert 0.1 < black < 0.9, "a logo, and no black patch"


@pytest.mark.parametrize("width", WIDTHS)
def test_text_mode_sends_it_as_a_raster_before_the_words(logo: Logo, width: int) -> None:
    receipt = printed("text", width, logo)
    assert ink(receipt.picture).tobytes() == ink(logo.on_width(width)).tobytes()
    assert receipt.picture_centred
    assert receipt.lines[0].text == "人民路支行"
    assert len(receipt.qr) == 1
    assert len(commands.job(replace(USUAL, logo=logo), "text", "full").data) < 4_000, "seconds at 9600 baud"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_raster_is_the_picture_with_the_logo_on_top(logo: Logo, width: int) -> None:
    slip = replace(USUAL, width_dots=width, logo=logo)
    picture = render(slip)
    assert printed("raster", width, logo).picture.tobytes() == picture.tobytes()
    made = logo.on_width(width)
    plain = render(replace(slip, logo=None))
    assert picture.height > plain.height + made.height
    left = (width - made.width) // 2
    assert picture.crop((left, 24, left + made.width, 24 + made.height)).tobytes() == made.tobytes()
    below = picture.height - plain.height + 24
    assert picture.crop((0, below, width, picture.height)).tobytes() == (
        plain.crop((0, 24, width, plain.height)).tobytes()
    ), "all else stands as it did"


def test_a_printer_on_the_network_prints_it(fake: FakePrinter, port: int, logo: Logo) -> None:
    printer = make_printer(f"tcp://127.0.0.1:{port}?width=384")
    assert printer is not None
    printer.print(replace(ENGLISH, logo=logo))
    expected = render(replace(ENGLISH, logo=logo, width_dots=384))
    assert fake.wait_for_ticket().picture.tobytes() == expected.tobytes()


def test_a_reprint_keeps_its_mark_above_the_logo(logo: Logo) -> None:
    marked = render(replace(LONGEST, logo=logo))
    assert marked.crop((0, 24, 576, 60)).convert("L").histogram()[0] > 1000


def drawn(mode: str, size: tuple[int, int], colour: object) -> Callable[[Path], object]:
    """A file of one colour."""
    return lambda path: Image.new(mode, size, colour).save(path, "PNG")  # type: ignore[arg-type]  # Pillow's colours


BAD: dict[str, Callable[[Path], object]] = {
    "there is none": lambda _: None,
    "a folder": lambda path: path.mkdir(),
    "no picture": lambda path: path.write_text("<svg/>"),
    "cut off": lambda path: path.write_bytes(bank_logo(path.parent, "whole.png").read_bytes()[:200]),
    "all white": drawn("RGB", (80, 40), "white"),
    "all through": drawn("RGBA", (80, 40), (0, 0, 0, 0)),
    "nearly white": drawn("RGB", (80, 40), (250, 250, 250)),
    "too large": lambda path: path.write_bytes(b"\0" * (9 * 1024 * 1024)),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_one_line_that_names_it(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    BAD[kind](path)
    with pytest.raises(LogoError) as caught:
        Logo(path)
    assert str(caught.value).startswith(f"logo {path}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.code == "bad-logo"


@pytest.mark.parametrize("colour", [(255, 214, 90), (170, 200, 255)], ids=["gold", "pale blue"])
def test_a_pale_logo_is_still_seen(colour: tuple[int, int, int], tmp_path: Path) -> None:
    path = tmp_path / "pale.png"
    with Image.new("RGB", (400, 200), "white") as picture:
        picture.paste(colour, (100, 50, 300, 150))
        picture.save(path)
    made = Logo(path).on_width(576)
    assert made.convert("L").getextrema() == (0, 0), "its ink is black and the white around it is gone"
    assert made.size == (192, 96)
