"""The printer setting: what it may be, and what it says when it is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from branch.devices.printers import EscposPrinter, PngPrinter, SettingError, make_printer
from branch.devices.printers import printer_settings as settings
from branch.devices.printers.slip import WIDTHS
from tests.devices.printers.fake import FakePrinter
from tests.devices.printers.slips import URL, USUAL


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("png:out/tickets", "png:out/tickets"),
        ("png:C:\\tickets?width=384", "png:C:\\tickets"),
        ("tcp://192.168.1.50", "tcp://192.168.1.50:9100"),
        ("tcp://printer.hall:9101?mode=text&width=384&cut=part", "tcp://printer.hall:9101"),
        ("tcp://[fd00::7]:9100", "tcp://[fd00::7]:9100"),
        ("file:/dev/usb/lp0?mode=raster", "file:/dev/usb/lp0"),
        ("usb:04b8:0E28?width=384", "usb:04b8:0E28"),
        ("spool:Ticket printer", "spool:Ticket printer"),
        ("serial:/dev/ttyS0?baud=9600", "serial:/dev/ttyS0"),
        ("serial:COM3?flow=dsrdtr&mode=raster", "serial:COM3"),
    ],
)
def test_a_setting_names_its_printer(setting: str, name: str) -> None:
    printer = make_printer(setting)
    assert isinstance(printer, PngPrinter | EscposPrinter)
    assert printer.name == name


def test_no_printer_is_a_setting_too() -> None:
    assert make_printer("none") is None


@pytest.mark.parametrize(
    ("setting", "part"),
    [
        ("", "starts with png:, tcp://, usb:, serial:, file:, spool: or is none, not ''"),
        ("lpt:1", "not 'lpt'"),
        ("usb:1234", "the printer is VENDOR:PRODUCT such as 04b8:0e28, not '1234'"),
        ("usb:04b8:0e28?baud=9600", "an option here is width or mode or cut or qr, not 'baud'"),
        ("serial:", "the device is missing"),
        ("serial:/dev/ttyS0?baud=9601", "baud is 1200 or"),
        ("serial:/dev/ttyS0?flow=magic", "flow is none or rtscts or dsrdtr or xonxoff, not 'magic'"),
        ("png", "starts with"),
        ("none:x", "starts with"),
        ("png:", "the folder is missing"),
        ("png:x?mode=text", "an option here is width, not 'mode'"),
        ("file:", "the device is missing"),
        ("spool:", "the printer's name is missing"),
        ("tcp:host", "the address is tcp://HOST:PORT, not 'host'"),
        ("tcp://", "the host is missing"),
        ("tcp://host:99999", "a port up to 65535"),
        ("tcp://host:0", "the port is 1 to 65535, not '0'"),
        ("tcp://host:abc", "the address is"),
        ("tcp://[::1", "the address is"),
        ("tcp://host/path", "the address is"),
        ("tcp://me@host", "the address is"),
        ("tcp://host?mode=pdf", "mode is raster or text, not 'pdf'"),
        ("tcp://host?width=80", "width is 384 or 512 or 576, not '80'"),
        ("tcp://host?qr=none", "qr is native or raster, not 'none'"),
        ("tcp://host?wide=576", "an option here is width or mode or cut or qr, not 'wide'"),
        ("tcp://host?raster", "options are NAME=VALUE"),
    ],
)
def test_a_wrong_setting_is_told_in_one_line_with_the_part(setting: str, part: str) -> None:
    with pytest.raises(SettingError) as caught:
        make_printer(setting)
    message = str(caught.value)
    assert part in message
    assert repr(setting) in message
    assert "\n" not in message


def test_the_options_reach_the_paper(port: int, fake: FakePrinter) -> None:
    printer = make_printer(f"tcp://127.0.0.1:{port}?mode=text&width=384&cut=part")
    assert printer is not None
    printer.print(USUAL)
    receipt = fake.wait_for_ticket()
    assert receipt.qr == [URL]
    assert "-" * 32 in receipt.text
    assert receipt.cut == "part"


def test_the_paper_in_the_printer_decides_the_width(tmp_path: Path) -> None:
    printer = make_printer(f"png:{tmp_path}?width=384")
    assert printer is not None
    picture = printer.print(USUAL).picture
    assert picture == tmp_path / "A041.png"
    assert int.from_bytes(picture.read_bytes()[16:20], "big") == 384


def test_a_number_is_no_way_out_of_the_folder(tmp_path: Path) -> None:
    printer = make_printer(f"png:{tmp_path / 'in'}")
    assert printer is not None
    printer.print(replace(USUAL, number="../A1"))
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["___A1.png"]


def test_every_option_is_explained() -> None:
    assert settings.__doc__ is not None
    for word in ("none", "mode=", "cut=", "width=", *map(str, WIDTHS)):
        assert word in settings.__doc__
    for kind, options in settings._KINDS.items():
        assert f"    {kind}:" in settings.__doc__
        assert all(f"{option}=" in settings.__doc__ for option in options)
