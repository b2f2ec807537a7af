"""``branchline token``, ``tokens`` and ``revoke``: which devices and programs the service lets in."""

from __future__ import annotations

import argparse
import re
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from branch.commands import UserError
from branch.commands.command_line import add_data, storage_told
from branch.contract.basics import ROLES
from branch.service.access.device_tokens import DeviceTokens, NameInUseError
from branch.service.journal.journal_database import journal_path

_UNITS = {"d": "days", "h": "hours", "m": "minutes"}
_LONGEST = timedelta(days=36_500)


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The command line of that subcommand."""
    add_data(parser)
    if name == "token":
        parser.add_argument("--role", required=True, choices=ROLES)
        parser.add_argument("--name", help="what the token is for (default: the role); each role has it once")
        parser.add_argument("--replace", action="store_true", help="take that role and name back first")
        parser.add_argument(
            "--expires",
            type=time_span,
            metavar="TIME",
            help="how long it is good: 90d, 12h; else for ever",
        )
    elif name == "revoke":
        parser.add_argument("name", metavar="NAME", help="what `branchline tokens` calls it")
        parser.add_argument("--role", choices=ROLES, help="of this role alone")


def run(name: str, options: argparse.Namespace) -> int:
    """Run that subcommand."""
    there_is(options.data)
    with storage_told(), closing(DeviceTokens(options.data)) as store:
        if name == "tokens":
            return print_tokens(store)
        if name == "revoke":
            return revoke(store, options.name, options.role)
        return print_token(store, options)


def there_is(data: Path) -> None:
    """Make sure that the data folder is there: a mistyped one is not made. Raises UserError."""
    if not journal_path(data).parent.is_dir():
        raise UserError(f"there is no folder {data}; the service makes it, and so does mkdir")


def print_token(store: DeviceTokens, options: argparse.Namespace) -> int:
    """Mint a token and print it, alone; also while the service runs. A name is one machine's: two that share
    it could not be told apart."""
    lasts = options.expires.total_seconds() if options.expires else None
    try:
        print(store.mint(options.role, options.name or options.role, lasts_s=lasts, replace=options.replace))
    except NameInUseError as error:
        raise UserError(f"{error}: name another with --name, or --replace it") from error
    except ValueError as error:
        raise UserError(str(error)) from error
    return 0


def print_tokens(store: DeviceTokens) -> int:
    """Print role and name of each token, and when it ends if it does; nobody can see a token again."""
    for info in store.list():
        print(info.role, info.name, *_end(info.expires, over=store.is_over(info)), sep="\t")
    return 0


def revoke(store: DeviceTokens, name: str, role: str | None) -> int:
    """Take tokens back: whoever has one is let in no more, and an open feed ends with its next heartbeat."""
    count = store.revoke(name, role)
    if not count:
        raise UserError(f"there is no token {name!r}{f' of role {role}' if role else ''}")
    print(f"{count} token{'s' if count > 1 else ''} taken back")
    return 0


def _end(expires: int | None, *, over: bool) -> list[str]:
    if expires is None:
        return []
    at = datetime.fromtimestamp(expires / 1000).astimezone().isoformat(timespec="minutes")
    return [f"{'expired' if over else 'expires'} {at}"]


def time_span(text: str) -> timedelta:
    """90d, 12h or 30m."""
    told = re.fullmatch(r"(\d{1,6})([dhm])", text)
    span = timedelta(**{_UNITS[told[2]]: int(told[1])}) if told else timedelta()
    if not timedelta() < span <= _LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no time such as 90d, 12h or 30m")
    return span
