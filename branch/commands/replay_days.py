"""``branchline replay``: a recorded trace through the real queue."""

from __future__ import annotations

import argparse

from branch.analytics.replay import replay_command as command
from branch.analytics.replay.trace import ReplayError
from branch.commands.folders import add_config, read_config
from branch.commands.user_error import UserError


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    add_config(parser)
    command.add_arguments(parser)


def run(_: str, options: argparse.Namespace) -> int:
    """Replay and print the figures as JSON."""
    plan = read_config(options.config, None).plan() if options.config else None
    try:
        return command.run(options, plan)
    except ReplayError as error:
        raise UserError(str(error)) from error
