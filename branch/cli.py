"""The one command: ``branchline SUBCOMMAND``. Every error a person can cause is one line and exit code 2;
a file has one line for each mistake."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper

from branch import VERSION
from branch.commands import UserError

APPS = {
    "kiosk": "the touchscreen that gives tickets",
    "display": "the hall display",
    "counter": "the client that a teller works with",
}

COMMANDS = {
    "demo": ("branch.demo.demo_command", "a whole branch on this machine, with a simulated crowd"),
    "serve": ("branch.commands.serve", "the branch service"),
    "init": ("branch.commands.setup_branch", "a commented branch.toml"),
    "setup": (
        "branch.commands.setup_machine",
        "make this machine a branch's service, kiosk, board or counter",
    ),
    "check": ("branch.commands.check_branch", "look for mistakes in branch.toml"),
    "pin": ("branch.commands.setup_branch", "the hash of a staff PIN, for branch.toml"),
    "token": ("branch.commands.manage_tokens", "a token for an app or another program"),
    "tokens": ("branch.commands.manage_tokens", "which tokens there are"),
    "pair": ("branch.commands.pair_device", "a code by which a machine gets its address and token"),
    "revoke": ("branch.commands.manage_tokens", "take the tokens of a name back, at once"),
    "signs": ("branch.commands.run_signs", "LED signs and call buttons at the counters, on a serial line"),
    "voice": ("branch.commands.voice_packs", "a voice pack for this branch"),
    "replay": ("branch.commands.recorded_days", "recorded days through the real queue, on a virtual clock"),
    "waits": ("branch.commands.recorded_days", "recorded waits through the estimator: how well it foretells"),
    "verify": ("branch.commands.recorded_days", "check the journal, row by row"),
    "backup": ("branch.commands.recorded_days", "a consistent copy, also while serving"),
    "restore": ("branch.commands.recorded_days", "put a copy back"),
    "repair": ("branch.commands.recorded_days", "what is whole of a damaged journal, as a copy to restore"),
}


NO_SCREEN = 71
"""The exit code of an app that can show nothing, as `branch.qt.process.gui_start` has it."""

_NOT_LOADED = ("cannot open shared object file", "DLL load failed", "undefined symbol")

_HELP = """\
examples:
  branchline setup service                                   as root: this machine runs the branch
  branchline init /etc/branchline                            a commented branch.toml
  branchline check --config /etc/branchline/branch.toml      its mistakes, and what is of no use in it
  branchline serve --config /etc/branchline/branch.toml --data /var/lib/branchline
  branchline COMMAND --help                                  the options of a command

exit codes:
  0  done       1  done, with warnings or findings      2  wrong usage, or a mistake that is told in one line
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console without Chinese shows what it has not as \\u4eba
            stream.reconfigure(errors="backslashreplace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in APPS:  # an app has a command line of its own
        return _run_app(arguments[0], arguments[1:])
    parser = argparse.ArgumentParser(
        prog="branchline",
        description="The queue of a bank branch.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
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
        for line in str(error).splitlines():
            print(f"branchline {name}: {line}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _run_app(name: str, arguments: list[str]) -> int:
    """Run an app. A machine on which Qt cannot be loaded shows nothing, and is told what it lacks."""
    try:
        app: Callable[[list[str]], int] = import_module(f"{name}.__main__").main
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        told = "Qt is not installed: pip install 'branchline[apps]'"
    except ImportError as error:
        if not any(words in str(error) for words in _NOT_LOADED):
            raise
        told = f"{error}: Qt lacks a library of the system, see Installing in docs/operating.md"
    else:
        return app(arguments)
    print(f"branchline {name}: no screen can be shown: {told}", file=sys.stderr)
    return NO_SCREEN


if __name__ == "__main__":
    sys.exit(main())
