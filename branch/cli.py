"""The one command: ``branchline SUBCOMMAND``. Every error a person can cause is one line and exit code 2."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from branch import VERSION
from branch.commands.errors import UserError

APPS = {
    "kiosk": "the touchscreen that gives tickets",
    "display": "the hall display",
    "counter": "the client that a teller works with",
}

COMMANDS = {
    "demo": ("branch.demo.command", "a whole branch on this machine, with a simulated crowd"),
    "serve": ("branch.commands.serve", "the branch service"),
    "init": ("branch.commands.setup", "a commented branch.toml"),
    "check": ("branch.commands.setup", "look for mistakes in branch.toml"),
    "pin": ("branch.commands.setup", "the hash of a staff PIN, for branch.toml"),
    "token": ("branch.commands.setup", "a token for an app or another program"),
    "signs": ("branch.commands.signs", "LED signs and call buttons at the counters, on a serial line"),
    "voice": ("branch.commands.voice", "a voice pack for this branch"),
    "replay": ("branch.commands.replay", "recorded days through the real queue, on a virtual clock"),
    "verify": ("branch.commands.data", "check the journal, row by row"),
    "backup": ("branch.commands.data", "a consistent copy, also while serving"),
    "restore": ("branch.commands.data", "put a copy back"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and give its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in APPS:  # an app has a command line of its own
        app: Callable[[list[str]], int] = import_module(f"{arguments[0]}.__main__").main
        return app(arguments[1:])
    parser = argparse.ArgumentParser(prog="branchline", description="The queue of a bank branch.")
    parser.add_argument("--version", action="version", version=f"branchline {VERSION}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (_, text) in COMMANDS.items():
        subparsers.add_parser(name, help=text, description=text, add_help=False)
    for name, text in APPS.items():
        subparsers.add_parser(name, help=text, add_help=False)
    name = parser.parse_args(arguments[:1]).command
    module = import_module(COMMANDS[name][0])
    command = argparse.ArgumentParser(prog=f"branchline {name}", description=COMMANDS[name][1])
    module.add_arguments(name, command)
    options = command.parse_args(arguments[1:])
    try:
        code: int = module.run(name, options)
    except UserError as error:
        print(f"branchline {name}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
