"""The counter app: `python -m counter`, or `branchline counter`."""

from __future__ import annotations

import sys
from pathlib import Path

from branch.client.joining.pair_app import add_pair, pair_if_asked
from branch.client.joining.token_options import add_token
from branch.qt.qt_app import QtApp, app_arguments, service_address
from branch.qt.service_link import ServiceLink
from branch.voice.player import CardPlayer
from counter.controller import CounterController
from counter.hotkeys.grabber import DEFAULT, parse_modifiers
from counter.rating.customer_screen import NONE
from counter.shell.preferences import recall_language, remember_language


def main(argv: list[str] | None = None) -> int:
    """Run the app until its window is closed; gives the exit code."""
    parser = app_arguments("counter", "What a teller works with, and the rating window for the customer.")
    parser.add_argument(
        "--service", type=service_address, metavar="URL", help="address of the branch service"
    )
    add_token(parser, "this machine's token of the role counter")
    add_pair(parser)
    parser.add_argument("--counter", type=int, metavar="N", help="the counter this machine stands at")
    parser.add_argument("--no-rating", action="store_true", help="ask customers for no rating")
    parser.add_argument(
        "--rating-window",
        action="store_true",
        help="keep the rating window open, also without a second screen",
    )
    parser.add_argument(
        "--rating-screen",
        metavar="NAME",
        help=f"the customer's screen by its name, remembered; {NONE}: a window that the teller turns",
    )
    parser.add_argument("--mute", action="store_true", help="reminders are shown, not heard")
    parser.add_argument(
        "--slides", type=Path, metavar="FOLDER", help="what the customer's window shows between two customers"
    )
    parser.add_argument(
        "--hot-keys",
        nargs="?",
        const=DEFAULT,
        type=parse_modifiers,
        metavar="HELD",
        help=f"take F2 to F9 from anywhere on the desktop, with HELD held: {DEFAULT} if not named",
    )
    options = parser.parse_args(argv)
    pair_if_asked(parser, options, "counter")
    app = QtApp("counter", options)
    link = ServiceLink("counter", options.service, options.token)
    app.on_quit(link.stop)
    if options.language is None:
        app.languages.use(recall_language() or app.languages.code)
    app.languages.currentChanged.connect(lambda: remember_language(app.languages.code))
    player = None if options.mute or options.self_test else CardPlayer()
    if player is not None:
        app.on_quit(player.close)
    controller = CounterController(
        link,
        app.languages,
        counter=options.counter,
        rates=not options.no_rating,
        rating_always=options.rating_window,
        player=player,
        slides=options.slides,
        windowed=options.windowed,
    )
    app.on_quit(controller.stop)
    if options.rating_screen is not None:
        controller.customer_screen.choose(options.rating_screen)
    if options.hot_keys is not None:
        controller.desktop_keys.start(options.hot_keys)
    app.when_shown(link.start)
    return app.run("Counter", controller.properties())


if __name__ == "__main__":
    sys.exit(main())
