"""``branchline init`` and ``pin``: the branch.toml that a branch is set up with, and the PINs in it."""

from __future__ import annotations

import argparse
import getpass
import os
import secrets
import sys
from pathlib import Path

import assets
from branch.commands import UserError
from branch.commands.command_line import CONFIG_NAME, any_path
from branch.service.access.guessing import hash_pin
from branch.service.config.branch_config import parse


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The command line of that subcommand."""
    if name == "init":
        parser.add_argument("folder", nargs="?", type=any_path, default=Path(), metavar="DIR")


def run(name: str, options: argparse.Namespace) -> int:
    """Run that subcommand."""
    if name == "init":
        return init(options.folder)
    return print_pin_hash()


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


def with_pins(text: str) -> tuple[str, dict[str, str]]:
    """A branch.toml with a PIN made up for everybody who has none, and these PINs by staff number."""
    made = []
    while 'pin = ""' in text:
        made.append(f"{secrets.randbelow(10_000):04d}")
        text = text.replace('pin = ""', f'pin = "{hash_pin(made[-1])}"', 1)
    return text, dict(zip((staff.id for staff in parse(text).staff), made, strict=True))
