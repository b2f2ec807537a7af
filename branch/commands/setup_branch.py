"""``branchline init``, ``pin``, ``token``, ``tokens`` and ``revoke``: what a branch is set up with."""

from __future__ import annotations

import argparse
import getpass
import os
import secrets
import sys
from contextlib import closing
from pathlib import Path

import assets
from branch.commands import UserError
from branch.commands.command_line import CONFIG_NAME, add_data, any_path, storage_told
from branch.contract.basics import ROLES
from branch.service.access.device_tokens import DeviceTokens, TokenInfo
from branch.service.access.guessing import hash_pin
from branch.service.config.branch_config import parse
from branch.service.journal.journal_database import journal_path


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The command line of that subcommand."""
    if name == "init":
        parser.add_argument("folder", nargs="?", type=any_path, default=Path(), metavar="DIR")
    elif name == "token":
        add_data(parser)
        parser.add_argument("--role", required=True, choices=ROLES)
        parser.add_argument("--name", help="what the token is for (default: the role); each role has it once")
        parser.add_argument("--replace", action="store_true", help="take that role and name back first")
    elif name == "tokens":
        add_data(parser)
    elif name == "revoke":
        add_data(parser)
        parser.add_argument("name", metavar="NAME", help="what `branchline tokens` calls it")
        parser.add_argument("--role", choices=ROLES, help="of this role alone")


def run(name: str, options: argparse.Namespace) -> int:
    """Run that subcommand."""
    if name == "init":
        return init(options.folder)
    if name == "pin":
        return print_pin_hash()
    if not journal_path(options.data).parent.is_dir():
        raise UserError(f"there is no folder {options.data}; the service makes it, and so does mkdir")
    with storage_told(), closing(DeviceTokens(options.data)) as store:
        if name == "tokens":
            return print_tokens(store)
        if name == "revoke":
            return revoke(store, options.name, options.role)
        if options.replace:
            store.revoke(options.name or options.role, options.role)
        return print_token(store, options.role, options.name or options.role)


def init(folder: Path) -> int:
    """Write branch.toml with PINs of its own; an existing one is never touched."""
    path = folder / CONFIG_NAME
    text, pins = with_pins((assets.ROOT / "sample" / CONFIG_NAME).read_text(encoding="utf-8"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", opener=_for_its_owner_alone) as file:
            file.write(text)
    except FileExistsError as error:
        raise UserError(f"{path} exists already") from error
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}") from error
    print(path)
    for staff, pin in pins.items():
        print(f"staff {staff}: PIN {pin} (shown once; change it with `branchline pin`)", file=sys.stderr)
    return 0


def _for_its_owner_alone(path: str, flags: int) -> int:
    """Open a new file as nobody else may read it: it has hashes of PINs, which are short."""
    return os.open(path, flags, 0o600)


def print_pin_hash() -> int:
    """Ask for a PIN (or read it from a pipe) and print what branch.toml keeps of it."""
    pin = getpass.getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    if len(pin) < 4:
        raise UserError("a PIN has at least 4 characters")
    print(hash_pin(pin))
    return 0


def print_token(store: DeviceTokens, role: str, name: str) -> int:
    """Mint a token and print it, alone; also while the service runs. A name is one machine's: two that share
    it could not be told apart."""
    if TokenInfo(role, name) in store.list():
        raise UserError(f"there is a {role} token {name!r}: name another with --name, or --replace it")
    try:
        print(store.mint(role, name))
    except ValueError as error:
        raise UserError(str(error)) from error
    return 0


def print_tokens(store: DeviceTokens) -> int:
    """Print role and name of each token; nobody can see a token again."""
    for info in store.list():
        print(f"{info.role}\t{info.name}")
    return 0


def revoke(store: DeviceTokens, name: str, role: str | None) -> int:
    """Take tokens back: whoever has one is let in no more, and an open feed ends with its next heartbeat."""
    count = store.revoke(name, role)
    if not count:
        raise UserError(f"there is no token {name!r}{f' of role {role}' if role else ''}")
    print(f"{count} token{'s' if count > 1 else ''} taken back")
    return 0


def with_pins(text: str) -> tuple[str, dict[str, str]]:
    """A branch.toml with a PIN made up for everybody who has none, and these PINs by staff number."""
    made = []
    while 'pin = ""' in text:
        made.append(f"{secrets.randbelow(10_000):04d}")
        text = text.replace('pin = ""', f'pin = "{hash_pin(made[-1])}"', 1)
    return text, dict(zip((staff.id for staff in parse(text).staff), made, strict=True))
