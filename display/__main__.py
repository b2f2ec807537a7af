"""The hall display: the newest call large, the last calls with their counters, waiting counts, the clock.

Full screen without a frame or a pointer, unless --windowed. Ctrl+Q or a signal ends it.
"""

from __future__ import annotations

import sys

from branch.qt.qt_app import QtApp
from branch.qt.service_link import ServiceLink
from branch.qt.speech import of_this_machine
from display.display_options import board_options, parse
from display.hall_display import HallDisplay


def main(argv: list[str] | None = None) -> int:
    """Run the board; gives the exit code."""
    options = parse(argv)
    app = QtApp("display", options)
    if not options.windowed:
        app.hide_pointer()
    link = ServiceLink("display", options.service, options.token)
    silent = options.mute or options.self_test or options.counter is not None
    speech = None if silent else of_this_machine(options.voice)
    display = HallDisplay(link, app.languages, board_options(options), speech=speech)
    app.on_quit(display.stop)
    app.on_quit(link.stop)
    app.when_shown(link.start)
    return app.run("Display", display.properties())


if __name__ == "__main__":
    sys.exit(main())
