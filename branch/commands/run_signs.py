"""``branchline signs``: LED signs and call buttons at the counters, on a serial line."""

from __future__ import annotations

import argparse
import logging
import signal
import threading

from branch.client.calls.service_api import Api
from branch.client.certificates import is_secure
from branch.client.joining.known_service import meet
from branch.client.joining.pair_app import PairingError, add_pair, pair
from branch.client.joining.service_location import Endpoint, Waiting, locate
from branch.client.joining.token_options import add_token
from branch.client.responses import ServiceError
from branch.commands import UserError
from branch.commands.command_line import any_path
from branch.contract.refusals import Refusal
from branch.devices.signs.runner import SignRunner
from branch.devices.signs.sign_config import ConfigError, read
from branch.devices.signs.sign_line import SerialLine

_log = logging.getLogger(__name__)

_RETRY_S = 1.0


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    parser.add_argument(
        "config", type=any_path, metavar="SIGNS.TOML", help="the line, its frames and its devices"
    )
    parser.add_argument(
        "--service", metavar="URL", help="address of the branch service; else it is looked for"
    )
    add_token(parser, "a token of role display, or manager where there are call buttons")
    add_pair(parser)


def run(_: str, options: argparse.Namespace) -> int:
    """Until SIGINT or SIGTERM."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    try:
        signs = read(options.config)
        if options.pair is not None:
            pair("signs", options.pair, None)
        found = locate("signs", options.service, options.token, stop=stop, on_wait=_waits)
        if found is None:
            return 0
        if is_secure(found.url) and not _vouched_for(found, stop):
            return 0
        line = SerialLine(signs.line, signs.frame.to_sign(), signs.frame.from_buttons())
        runner = SignRunner(signs, line, found.url, found.token)
    except (ConfigError, PairingError, ValueError) as error:
        raise UserError(str(error)) from error
    runner.start()
    _log.info("%d signs on %s follow %s", len(signs.signs), signs.line.port, found.url)
    stop.wait()
    runner.stop()
    return 0


def _vouched_for(found: Endpoint, stop: threading.Event) -> bool:
    """Wait until the service at an https address has proved that its certificate is its own, or the system's
    roots vouch for it; False when ``stop`` was set first."""
    while not stop.is_set():
        try:
            with Api(found.url, attempts=1) as api:
                meet(api, found.key)
        except (ServiceError, Refusal) as error:
            _log.info("waiting for %s: %s", found.url, error)
            stop.wait(_RETRY_S)
        else:
            return True
    return False


def _waits(waiting: Waiting) -> None:
    _log.info("%s %s", waiting.code, ", ".join(waiting.names))
