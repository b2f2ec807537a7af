"""``branchline serve``: the branch service, until it is told to stop."""

from __future__ import annotations

import argparse
import logging
import sys
from datetime import datetime
from pathlib import Path

from branch.commands import UserError
from branch.commands.command_line import add_config, add_data, read_config, storage_told
from branch.commands.log_throttle import LogThrottle
from branch.commands.parent_watch import end_with_input
from branch.contract.basics import PORT
from branch.contract.times import any_datetime_from_text, ms_of
from branch.rotating_log import RotatingLog
from branch.service.access.certificate import CertificateError
from branch.service.bootstrap import Service, make_service
from branch.service.core.service_clock import Clock, FastClock
from branch.service.core.trusted_clock import TrustedClock
from branch.service.http.http_server import PortInUse

log = logging.getLogger(__name__)


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    add_config(parser)
    add_data(parser)
    parser.add_argument("--host", help="the address to listen on (default: branch.toml's, else all)")
    parser.add_argument(
        "--port", type=int, help=f"the port (default: branch.toml's, else {PORT}; 0: any free one)"
    )
    parser.add_argument("--no-announce", action="store_true", help="do not tell the LAN where we are")
    parser.add_argument(
        "--plain", action="store_true", help="without TLS: for tests, and behind a proxy on this machine"
    )
    parser.add_argument(
        "--accept-clock",
        action="store_true",
        help="begin though the machine's clock cannot be right after the journal's last day",
    )
    parser.add_argument(
        "--begin-anew",
        action="store_true",
        help="begin with nothing where the journal of a branch is gone and no backup can be restored",
    )
    # For a kiosk that has the service under its care.
    parser.add_argument("--ends-with-input", action="store_true", help=argparse.SUPPRESS)
    # For the demo and for tests: a simulated day.
    parser.add_argument("--clock-start", help=argparse.SUPPRESS)
    parser.add_argument("--clock-speed", type=float, default=1.0, help=argparse.SUPPRESS)


def run(_: str, options: argparse.Namespace) -> int:
    """Serve; says ``serving URL`` on standard output when the port is answered."""
    config = read_config(options.config, options.data)
    if options.port is not None and not 0 <= options.port <= 65535:
        raise UserError(f"port {options.port} is not 0 to 65535")
    with storage_told():
        try:
            service = make_service(
                config,
                options.data,
                host=options.host,
                port=options.port,
                clock=_clock(options),
                announce=not options.no_announce,
                begin_anew=options.begin_anew,
                plain=options.plain,
            )
        except (PortInUse, CertificateError) as error:
            raise UserError(str(error)) from error
    if options.clock_start is None and not options.accept_clock:
        _check_clock(service)
    _log_to(options.data)
    if options.ends_with_input:
        end_with_input(service.stop)
    host = options.host or config.service.host
    scheme = "https" if config.service.secure and not options.plain else "http"
    service.on_started(lambda: print(f"serving {scheme}://{host}:{service.port}", flush=True))
    log.info(
        "serving %s on port %d from %s", next(iter(config.branch.name.values())), service.port, options.data
    )
    with storage_told():
        service.run()
    log.info("stopped")
    return 0


def _check_clock(service: Service) -> None:
    """Not begin a day that the last one cannot explain: it would be written down. Raises UserError."""
    trouble = service.clock_trouble()
    if trouble is not None:
        service.give_up()
        raise UserError(f"{trouble}: set the clock, or start once with --accept-clock")


def _clock(options: argparse.Namespace) -> Clock:
    if options.clock_start is None and options.clock_speed == 1.0:
        return TrustedClock(accepted=options.accept_clock)
    try:
        said = options.clock_start
        start = any_datetime_from_text(said) if said else datetime.now().astimezone()
    except ValueError as error:
        raise UserError(f"--clock-start: {error}") from error
    return FastClock(ms_of(start), options.clock_speed)


def _log_to(folder: Path) -> None:
    """To standard error for whoever supervises us, and to a file that cannot fill the disk."""
    line = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    try:
        handlers.append(RotatingLog(folder / "service.log"))
    except OSError as error:
        print(f"branchline serve: no log file: {error}", file=sys.stderr)
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    throttle = LogThrottle()
    for handler in handlers:
        handler.setFormatter(line)
        handler.addFilter(throttle)
        root.addHandler(handler)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
