"""``branchline setup``: asks what is not said, then makes this machine what it is to be, step by step."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from branch.client.joining.discovery import find
from branch.client.joining.pair_app import typed_code
from branch.client.responses import base_url
from branch.commands import UserError
from branch.commands.command_line import any_path
from branch.commands.setup_branch import new_branch
from branch.contract.basics import PORT
from branch.devices.printers.printer_settings import make_printer
from branch.devices.printers.printer_status import SettingError
from branch.installing.machine import Machine, SetupError
from branch.installing.pairing import DATA
from branch.installing.setup_plans import KINDS, Kind, Wanted, counter_steps, screen_steps, service_steps
from branch.installing.steps import Step

SEARCH_S = 3.0


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    parser.add_argument("kind", choices=KINDS, help="what this machine is to be")
    parser.add_argument(
        "--service", metavar="URL", help="the service's address; else found, or this machine's"
    )
    parser.add_argument("--token-file", type=any_path, metavar="FILE", help="the token is all that is in it")
    parser.add_argument("--pair", type=typed_code, metavar="CODE", help="what `branchline pair` has printed")
    parser.add_argument("--name", default="", help="what the service calls this machine")
    parser.add_argument(
        "--printer", metavar="SETTING", help="the kiosk's ticket printer, as `kiosk` takes it"
    )
    parser.add_argument("--scanner", metavar="SETTING", help="the kiosk's scanner, as `kiosk` takes it")
    parser.add_argument("--counter", type=int, metavar="N", help="the counter that a teller's PC stands at")
    parser.add_argument("--user", help="who signs in to a teller's PC")
    parser.add_argument("--options", default="", help="further options of the app, in quotation marks")
    parser.add_argument("--yes", action="store_true", help="ask nothing: what is not said is as usual")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument(
        "--root", type=any_path, default=Path("/"), metavar="DIR", help="another disk than this machine's"
    )
    parser.add_argument("--no-packages", action="store_true", help="install none of Debian's packages")
    parser.add_argument("--no-test", action="store_true", help="test neither printer nor scanner")


def run(_: str, options: argparse.Namespace) -> int:
    """Set the machine up; 0 and "ok" if every step is done."""
    if sys.platform != "linux":
        raise UserError("this is for Linux; for Windows see docs/operating.md")
    machine = Machine(options.root.resolve())
    if machine.here and not options.dry_run and os.geteuid() != 0:
        raise UserError("only root may set this machine up: sudo, or --dry-run to see what would be done")
    ask = (lambda _text, usual: usual) if options.yes or not sys.stdin.isatty() else _ask
    try:
        steps = _steps(options.kind, machine, options, ask)
        for step in steps:
            _one(step, machine, dry=options.dry_run)
    except SetupError as error:
        raise UserError(str(error)) from error
    print("nothing was done" if options.dry_run else "ok")
    return 0


def _one(step: Step, machine: Machine, *, dry: bool) -> None:
    """Do one step, unless it is done, and say so."""
    if step.done(machine):
        print(f"there  {step.says}")
    elif dry:
        print(f"to do  {step.says}")
    else:
        print(f"       {step.says}", flush=True)
        for line in step.do(machine).splitlines():
            print(f"       - {line}")


def _steps(
    kind: Kind, machine: Machine, options: argparse.Namespace, ask: Callable[[str, str], str]
) -> list[Step]:
    if kind == "service":
        return service_steps(_wanted(options, "", "", ""), _branch)
    printer = scanner = user = ""
    if kind == "kiosk":
        printer = options.printer or ask(
            "ticket printer (such as tcp://192.168.1.40:9100, usb:04b8:0e28)", "none"
        )
        scanner = options.scanner or ask("scanner (keyboard, or serial:/dev/ttyUSB0)", "keyboard")
        try:
            make_printer(printer)
        except SettingError as error:
            raise UserError(str(error)) from error
    elif kind == "counter":
        user = options.user or ask("who signs in to this PC", os.environ.get("SUDO_USER", ""))
        if not user:
            raise UserError("name the user who signs in to this PC with --user")
    wanted = _wanted(options, printer or "none", scanner or "keyboard", user, _address(machine, options, ask))
    if kind == "counter":
        return counter_steps(machine, wanted)
    return screen_steps(kind, wanted, print)


def _wanted(options: argparse.Namespace, printer: str, scanner: str, user: str, url: str = "") -> Wanted:
    token = ""
    if options.token_file is not None:
        try:
            token = options.token_file.read_text("utf-8").strip()
        except OSError as error:
            raise UserError(f"{options.token_file}: {error.strerror}") from error
        if not token:
            raise UserError(f"{options.token_file} is empty")
    return Wanted(
        url=url,
        token=token,
        code=options.pair,
        name=options.name,
        printer=printer,
        scanner=scanner,
        counter=options.counter,
        user=user,
        more=options.options,
        packages=not options.no_packages,
        tests=not options.no_test,
    )


def _address(machine: Machine, options: argparse.Namespace, ask: Callable[[str, str], str]) -> str:
    """Where the service is: as said, on this machine, or as found on the LAN; "" has the app look for it."""
    try:
        if options.pair is not None:
            return base_url(options.pair.address)
        if options.service:
            return base_url(options.service)
        if machine.path(DATA).is_dir():
            return base_url(f"http://127.0.0.1:{PORT}")
        found = find(SEARCH_S) if machine.here and not options.dry_run else []
        for one in found:
            print(f"found  {one.name} at {one.url}")
        text = ask(
            "address of the service (empty: the app looks for it)", found[0].url if len(found) == 1 else ""
        )
        return base_url(text) if text else ""
    except ValueError as error:
        raise UserError(str(error)) from error


def _branch() -> tuple[str, str]:
    text, pins = new_branch()
    lines = [f"staff {staff}: PIN {pin} (shown once)" for staff, pin in pins.items()]
    return text, "\n".join(
        [*lines, "it is a sample: change names, services, counters, hours and staff in it"]
    )


def _ask(text: str, usual: str) -> str:
    """Ask at the terminal; Enter takes what stands in brackets."""
    try:
        return input(f"{text} [{usual}]: ").strip() or usual
    except EOFError as error:
        raise UserError("no answer") from error
