"""The kiosk: `python -m kiosk`, `branchline kiosk`."""

from __future__ import annotations

import argparse
import logging
import sys
import time
from pathlib import Path

from platformdirs import user_data_path

from branch.client.joining.pair_app import add_pair, pair_if_asked
from branch.client.joining.token_options import add_token
from branch.client.local_store import config_folder
from branch.client.responses import base_url
from branch.contract.basics import PORT
from branch.devices.printers import Logo, LogoError, Printer, SettingError, make_printer
from branch.devices.scanners import ScannerSettingError, SerialSetting, serial_setting
from branch.qt.process.gui_start import start_gui
from branch.qt.qt_app import QtApp, app_arguments, prepare_environment
from branch.qt.service_link import ServiceLink
from branch.qt.speech import of_this_machine
from kiosk.offline.offline_store import OfflineStore, OfflineStoreError
from kiosk.shell.embedded_service import EmbeddedService, NoToken, own_token
from kiosk.shell.kiosk_app import Kiosk
from kiosk.shell.screensaver import REST_S

log = logging.getLogger(__name__)


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = app_arguments("kiosk", "The touchscreen that gives tickets.")
    parser.add_argument(
        "--service", metavar="URL", help="address of the branch service; searched if not given"
    )
    add_token(parser, "this kiosk's token; the remembered one if not given")
    add_pair(parser)
    parser.add_argument(
        "--printer",
        metavar="SETTING",
        default="none",
        help="png:FOLDER, tcp://HOST[:9100], usb:VENDOR:PRODUCT, serial:DEVICE, file:DEVICE, "
        "spool:NAME; none (default)",
    )
    parser.add_argument("--logo", type=Path, metavar="FILE", help="a picture for the head of each ticket")
    parser.add_argument(
        "--scanner",
        metavar="SETTING",
        default="keyboard",
        help="serial:DEVICE[?baud=9600] or keyboard (default); one that types is always heard",
    )
    parser.add_argument("--slides", type=Path, metavar="FOLDER", help="what to show while nobody is here")
    parser.add_argument(
        "--slides-after", type=int, default=REST_S, metavar="SECONDS", help=f"without a touch ({REST_S})"
    )
    parser.add_argument(
        "--voice", type=Path, metavar="DIR", help="the branch's own recordings and voice packs"
    )
    own = parser.add_argument_group("a branch service of our own, on this machine")
    own.add_argument("--with-service", action="store_true", help="run it and keep it running")
    own.add_argument(
        "--data", type=Path, metavar="DIR", default=user_data_path("branchline"), help="its folder"
    )
    own.add_argument("--config", type=Path, metavar="FILE", help="its branch.toml")
    own.add_argument("--host", default="0.0.0.0", help="where it listens (default: all addresses)")  # noqa: S104
    own.add_argument("--port", type=int, default=PORT, help=f"its port (default: {PORT})")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run the kiosk and give its exit code."""
    parser = arguments()
    options = parser.parse_args(argv)
    if options.with_service and options.service:
        parser.error("--service and --with-service exclude each other")
    try:
        printer = make_printer(options.printer)
        scanner = serial_setting(options.scanner)
        if options.service:
            base_url(options.service)
        if options.with_service:
            prepare_environment(gpu=options.gpu, touch_only=True)
            start_gui("kiosk")  # a start that fails for want of a screen leaves no folder and no token
            options.service = f"http://127.0.0.1:{options.port}"
            options.token = options.token or own_token(options.data, options.service)
    except (SettingError, ScannerSettingError, ValueError, NoToken) as error:
        parser.error(str(error))
    pair_if_asked(parser, options, "kiosk")
    return _run(options, printer, scanner)


def _run(options: argparse.Namespace, printer: Printer | None, scanner: SerialSetting | None) -> int:
    app = QtApp("kiosk", options, touch_only=True)
    link = ServiceLink("kiosk", options.service, options.token, prints=printer is not None)
    voice = of_this_machine(options.voice)
    app.on_quit(voice.close)
    link.snapshotTaken.connect(lambda: voice.use(link.branch))
    kiosk = Kiosk(
        link,
        app.languages,
        printer,
        language=options.language,
        windowed=options.windowed,
        outbox=_open_outbox(),
        voice=voice,
        slides=options.slides,
        slides_after=options.slides_after,
        clock=time.time,
        scanner=scanner,
        logo=_open_logo(options.logo),
    )
    if options.with_service:
        service = EmbeddedService(options.data, options.config, options.host, options.port)
        app.on_quit(service.stop)
        service.troubleChanged.connect(lambda: kiosk.home.tell_child(service.trouble))
        kiosk.home.tell_child("")
        service.start()
    app.on_quit(kiosk.stop)
    app.when_shown(kiosk.start)
    app.when_loaded(lambda: kiosk.watch(app.windows()))
    return app.run("Kiosk", kiosk.properties())


def _open_logo(file: Path | None) -> Logo | None:
    """The logo of the tickets; one that cannot be printed keeps no customer from a ticket."""
    try:
        return Logo(file.expanduser()) if file is not None else None
    except LogoError as error:
        log.error("tickets go without a logo: %s", error)  # noqa: TRY400 - one line
        return None


def _open_outbox() -> OfflineStore | None:
    """The numbers for when the service is away; a disk that cannot hold them keeps no kiosk from starting."""
    try:
        return OfflineStore(config_folder() / "kiosk.sqlite")
    except OfflineStoreError as error:
        log.error("no tickets while the service is away: %s", error)  # noqa: TRY400 - one line
        return None


if __name__ == "__main__":
    sys.exit(main())
