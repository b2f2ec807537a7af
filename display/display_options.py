"""What the command line asks of a hall display."""

from __future__ import annotations

import argparse
from pathlib import Path

from PySide6.QtCore import QSize

from branch.client.joining.pair_app import add_pair, pair_if_asked
from branch.client.joining.token_options import add_token
from branch.qt.qt_app import app_arguments, service_address
from branch.qt.text.languages import FILES
from display.hall_display import BoardOptions

THEMES = ("dark", "light", "contrast")
MOST_ZONES = 4
LEAST_LAMPS = 16


def language_list(text: str) -> tuple[str, ...]:
    """ "zh,en" as codes; raises ArgumentTypeError for a language that there is not."""
    codes = tuple(dict.fromkeys(code.strip() for code in text.split(",") if code.strip()))
    unknown = [code for code in codes if code not in FILES]
    if unknown or not 1 <= len(codes) <= 2:
        known = ", ".join(FILES)
        raise argparse.ArgumentTypeError(f"{text!r}: give one or two of {known}, separated by a comma")
    return codes


def service_list(text: str) -> tuple[str, ...]:
    """ "A,C" as the ids of services; raises ArgumentTypeError where there is none."""
    services = tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))
    if not services:
        raise argparse.ArgumentTypeError(f"{text!r}: give the ids of services, separated by commas")
    return services


def zone_list(text: str) -> tuple[tuple[str, ...], ...]:
    """ "A,C/B" as zones of services; raises ArgumentTypeError for less than two or more than four."""
    zones = tuple(service_list(zone) for zone in text.split("/"))
    if not 2 <= len(zones) <= MOST_ZONES:
        raise argparse.ArgumentTypeError(f"{text!r}: give two to {MOST_ZONES} zones, with / between them")
    return zones


def lamp_count(text: str) -> QSize:
    """ "192x64" as a size in pixels; raises ArgumentTypeError for what is none."""
    width, _, height = text.partition("x")
    if (
        not (width.isdecimal() and height.isdecimal())
        or int(width) < LEAST_LAMPS
        or int(height) < LEAST_LAMPS
    ):
        raise argparse.ArgumentTypeError(
            f"{text!r}: give width and height of at least {LEAST_LAMPS}, as 192x64"
        )
    return QSize(int(width), int(height))


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = app_arguments("display", "The board in the hall that shows who is called.")
    parser.add_argument(
        "--service",
        type=service_address,
        metavar="URL",
        help="address of the branch service; else it is looked for",
    )
    add_token(parser, "this board's token, made with `branchline token --role display`")
    add_pair(parser)
    parser.add_argument(
        "--languages", type=language_list, help="zh,en or zh or en, the main one first; else the branch's own"
    )
    parser.add_argument("--screen", type=int, default=1, help="on which screen, counted from 1")
    parser.add_argument(
        "--voice", type=Path, metavar="DIR", help="the branch's own recordings and voice packs"
    )
    parser.add_argument(
        "--slides", type=Path, metavar="DIR", help="pictures to show beside the calls on a wide screen"
    )
    part = parser.add_mutually_exclusive_group()
    part.add_argument(
        "--counter", type=int, metavar="N", help="the strip above one counter; it does not speak"
    )
    parser.add_argument(
        "--led", type=lamp_count, metavar="WxH", help="text for a screen of so many lamps, as 192x64"
    )
    part.add_argument(
        "--services", type=service_list, help="A,C: only calls for these services, for one zone"
    )
    part.add_argument("--zones", type=zone_list, help="A,C/B/V: zones side by side, each with its services")
    parser.add_argument(
        "--theme", choices=THEMES, default="dark", help="dark for most halls, light for bright ones, contrast"
    )
    parser.add_argument(
        "--arrived",
        choices=("stay", "leave"),
        default="stay",
        help="whether a number stays on the board, while there is room, once its customer is at the counter",
    )
    parser.add_argument("--mute", action="store_true", help="this board does not speak")
    parser.add_argument("--reduce-motion", action="store_true", help="nothing slides, fades or scrolls")
    options = parser.parse_args(argv)
    pair_if_asked(parser, options, "display")
    return options


def board_options(options: argparse.Namespace) -> BoardOptions:
    """What was asked for, as the display takes it."""
    return BoardOptions(
        languages=options.languages or ((options.language,) if options.language else ()),
        services=options.services or (),
        zones=options.zones or (),
        counter=options.counter,
        led=options.led,
        theme=options.theme,
        arrived_leave=options.arrived == "leave",
        still=options.reduce_motion,
        slides=options.slides,
        monitor=options.screen,
        windowed=options.windowed,
    )
