"""``branchline verify``, ``backup`` and ``restore``: the care of the data folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from branch.commands.folders import add_data, storage_told
from branch.service.journal import maintenance


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The command line of that subcommand."""
    if name != "verify":
        parser.add_argument("file", type=Path, metavar="FILE")
    if name == "restore":
        parser.add_argument("--force", action="store_true", help="also over a data folder that is not empty")
    add_data(parser, required=name == "restore")


def run(name: str, options: argparse.Namespace) -> int:
    """Run that subcommand; exit code 1 and the first bad row when the journal is damaged."""
    with storage_told():
        if name == "backup":
            report = maintenance.backup(options.data, options.file)
        elif name == "restore":
            report = maintenance.restore(options.file, options.data, force=options.force)
        else:
            report = maintenance.verify(options.data)
    if report.first_bad is not None:
        print(f"row {report.first_bad.seq}: {report.first_bad.reason}")
        return 1
    print(f"{report.rows} rows, {report.hash}")
    return 0
