"""The hall display: the newest call large, the last calls with their counters, waiting counts, the clock.

Full screen without a frame or a pointer, unless --windowed. Ctrl+Q or a signal ends it.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt

from branch.qt.qt_app import QtApp, app_arguments
from branch.qt.service_link import ServiceLink
from branch.qt.slide_player import SlideShow
from branch.qt.speech import of_this_machine
from branch.qt.text.languages import FILES
from display.board import Board
from display.clock import HallClock
from display.lamps import Lamps
from display.placing import Placing
from display.sign import CounterSign
from display.voice import BoardVoice
from display.words import DEFAULT, Words
from display.zone import ROWS, Zone

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
        "--service", metavar="URL", help="address of the branch service; else it is looked for"
    )
    parser.add_argument("--token", help="this board's token, made with `branchline token --role display`")
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
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    """Run the board; gives the exit code."""
    options = parse(argv)
    chosen = options.languages or ((options.language,) if options.language else ())
    app = QtApp("display", options)
    if not options.windowed:
        app.qt.setOverrideCursor(Qt.CursorShape.BlankCursor)
    link = ServiceLink("display", options.service, options.token)
    words = Words(app.languages, chosen or DEFAULT)
    clock = HallClock(link.now, words)
    every = tuple(service for zone in options.zones or () for service in zone)
    leave = options.arrived == "leave"
    make = partial(Board, link, words, clock, from_branch=not chosen, arrived_leave=leave)
    board = make(zone=Zone(options.services or every), list_all=options.led is not None)
    zones = [make(zone=Zone(one), rows=ROWS) for one in options.zones or ()]
    sign = CounterSign(link, board, words, options.counter) if options.counter is not None else None
    silent = options.mute or options.self_test or sign is not None
    speech = None if silent else of_this_machine(options.voice)
    voice = BoardVoice(link, board, speech, clock.at) if speech is not None else None
    slides = SlideShow(options.slides, lambda: clock.at(link.now())) if options.slides is not None else None
    for one in (board, *zones):
        app.on_quit(one.stop)
    if slides is not None:
        app.on_quit(slides.close)
    if voice is not None:
        app.on_quit(voice.stop)
    placing = Placing(options.screen)
    app.on_quit(link.stop)
    link.start()
    return app.run(
        "Display",
        {
            "board": board,
            "clock": clock,
            "windowed": options.windowed,
            "placing": placing,
            "look": options.theme,
            "zones": zones,
            "still": options.reduce_motion,
        }
        # QML takes no None for an object
        | ({} if speech is None else {"speech": speech})
        | ({} if slides is None else {"slides": slides})
        | ({} if sign is None else {"sign": sign})
        | ({} if options.led is None else {"lamps": Lamps(options.led)}),
    )


if __name__ == "__main__":
    sys.exit(main())
