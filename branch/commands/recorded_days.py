"""``branchline verify``, ``backup``, ``restore``, ``repair``, ``replay`` and ``waits``: recorded days."""

from __future__ import annotations

import argparse

from branch.analytics.replay import replay_command
from branch.analytics.replay.trace import ReplayError
from branch.analytics.waits import waits_command
from branch.commands import UserError
from branch.commands.command_line import add_config, add_data, any_path, read_config, storage_told
from branch.contract.times import to_text
from branch.service import maintenance


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The command line of that subcommand."""
    if name == "replay":
        add_config(parser)
        replay_command.add_arguments(parser)
        return
    if name == "waits":
        waits_command.add_arguments(parser)
        return
    if name != "verify":
        parser.add_argument("file", type=any_path, metavar="FILE")
    if name == "restore":
        parser.add_argument("--force", action="store_true", help="also over a data folder that is not empty")
        parser.add_argument(
            "--last-number",
            action="append",
            default=[],
            type=_last_number,
            metavar="SERVICE=N",
            help="the newest number of today that somebody holds, such as A=137; else up to 300 are left out",
        )
    add_data(parser, required=name == "restore")


def run(name: str, options: argparse.Namespace) -> int:
    """Run that subcommand; exit code 1 and the first bad row when the journal is damaged."""
    if name == "replay":
        return replay(options)
    if name == "waits":
        return waits(options)
    if name == "repair":
        return repair(options)
    with storage_told():
        if name == "backup":
            report = maintenance.backup(options.data, options.file)
        elif name == "restore":
            report = maintenance.restore(
                options.file, options.data, force=options.force, given=dict(options.last_number)
            )
        else:
            report = maintenance.verify(options.data)
    if report.first_bad is not None:
        print(f"row {report.first_bad.seq}: {report.first_bad.reason}")
        return 1
    print(f"{report.rows} rows, {report.hash}")
    return 0


def _last_number(text: str) -> tuple[str, int]:
    service, _, number = text.rpartition("=")
    if not service or not number.isascii() or not number.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not SERVICE=N, such as A=137")
    return service, int(number)


def repair(options: argparse.Namespace) -> int:
    """Write what is whole of a journal to a file and say what is lost; exit code 1 if anything is."""
    with storage_told():
        report = maintenance.repair(options.data, options.file)
    until = "" if report.last_at is None else f", the last of {to_text(report.last_at)}"
    print(f"{report.rows} rows are whole{until}; they are in {options.file}")
    if report.lost:
        print(f"lost: {report.lost} rows after them")
    if report.readable:
        told = ", ".join(f"{count} {type_}" for type_, count in report.readable.items())
        print(f"of these can be read: {told}")
    if not report.tokens:
        print("lost: tokens of devices; see branchline tokens after restoring")
    print(
        f"{options.data} was left as it is; branchline restore {options.file} --data {options.data} --force"
    )
    return 1 if report.lost or not report.tokens else 0


def replay(options: argparse.Namespace) -> int:
    """Put a recorded trace through the real queue and print the figures as JSON."""
    plan = read_config(options.config, None).plan() if options.config else None
    try:
        return replay_command.run(options, plan)
    except ReplayError as error:
        raise UserError(str(error)) from error


def waits(options: argparse.Namespace) -> int:
    """Foretell the waits of recorded days and print how that went as JSON."""
    try:
        return waits_command.run(options)
    except ReplayError as error:
        raise UserError(str(error)) from error
