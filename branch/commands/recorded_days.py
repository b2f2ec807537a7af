"""``branchline verify``, ``backup``, ``restore``, ``repair``, ``replay`` and ``waits``: recorded days."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from branch.analytics.replay import replay_command
from branch.analytics.replay.trace import ReplayError
from branch.analytics.waits import waits_command
from branch.commands import UserError
from branch.commands.command_line import add_config, add_data, any_path, read_config, storage_told
from branch.contract.times import to_text
from branch.service import maintenance
from branch.service.journal.hash_chain import VerifyReport
from branch.service.timed_backups import timed_backup

KEPT = 14
"""How many backups of a timer are kept."""


_LEAST_HEAD, _WHOLE_HEAD = 8, 32
"""Bytes of a hash that may be typed, and of all of it."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The command line of that subcommand."""
    if name == "replay":
        add_config(parser)
        replay_command.add_arguments(parser)
        return
    if name == "waits":
        waits_command.add_arguments(parser)
        return
    if name == "verify":
        parser.add_argument(
            "--head",
            type=_head,
            metavar="HEX",
            help="the head that a day's report has printed (16 digits or more): is it in the journal?",
        )
    if name == "backup":
        parser.add_argument("file", type=any_path, metavar="FILE", nargs="?", help="a new file")
        parser.add_argument("--replace", action="store_true", help="also over a file that is there")
        parser.add_argument("--into", type=any_path, metavar="DIR", help="a file named by the time, in DIR")
        parser.add_argument(
            "--keep", type=int, default=KEPT, metavar="N", help=f"with --into: how many are kept ({KEPT})"
        )
    elif name != "verify":
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
            report = backup(options)
        elif name == "restore":
            report = maintenance.restore(
                options.file, options.data, force=options.force, given=dict(options.last_number)
            )
        else:
            report = maintenance.verify(options.data, options.head)
    if report.first_bad is not None:
        print(f"row {report.first_bad.seq}: {report.first_bad.reason}")
        return 1
    print(f"{report.rows} rows, {report.hash}")
    if name == "verify" and options.head is not None:
        if report.head_row is None:
            print(f"no row has the head {options.head.hex()}: what it stood for was rewritten, or never here")
            return 1
        print(f"the head is that of row {report.head_row}: all up to it is as it was then")
    return 0


def backup(options: argparse.Namespace) -> VerifyReport:
    """Copy the journal to the file that was named, or to one of the backups that a timer makes."""
    if (options.file is None) == (options.into is None):
        raise UserError("name a FILE, or a folder with --into DIR")
    if options.into is None:
        return maintenance.backup(options.data, options.file, replace=options.replace)
    if options.keep < 1:
        raise UserError("--keep must be at least 1")
    file, report = timed_backup(options.data, options.into, options.keep, datetime.now(UTC))
    print(file)
    return report


def _head(text: str) -> bytes:
    try:
        head = bytes.fromhex(text)
    except ValueError:
        head = b""
    if not _LEAST_HEAD <= len(head) <= _WHOLE_HEAD:
        raise argparse.ArgumentTypeError(f"{text!r} is not 16 to 64 hex digits, two by two")
    return head


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
