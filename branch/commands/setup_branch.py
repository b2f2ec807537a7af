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
from branch.service.access.guessing import PIN_LENGTH, hash_pin
from branch.service.config.branch_config import parse

LEAST_DIGITS = 4
"""What a PIN may have where somebody says so."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The command line of that subcommand."""
    if name == "init":
        parser.add_argument("folder", nargs="?", type=any_path, default=Path(), metavar="DIR")
    else:
        parser.add_argument(
            "--short", action="store_true", help=f"let it have {LEAST_DIGITS} or {LEAST_DIGITS + 1} digits"
        )


def run(name: str, options: argparse.Namespace) -> int:
    """Run that subcommand."""
    if name == "init":
        return init(options.folder)
    return print_pin_hash(short=options.short)


def init(folder: Path) -> int:
    """Write branch.toml with PINs of its own; an existing one is never touched."""
    path = folder / CONFIG_NAME
    text, pins = new_branch()
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


def print_pin_hash(*, short: bool) -> int:
    """Ask for a PIN, twice (or read it from a pipe), and print what branch.toml keeps of it."""
    by_hand = sys.stdin.isatty()
    pin = _typed_pin() if by_hand else sys.stdin.readline().strip()
    least = PIN_LENGTH if by_hand and not short else LEAST_DIGITS
    if len(pin) < least:
        hint = "; --short takes one of 4" if least > LEAST_DIGITS else ""
        raise UserError(f"a PIN has at least {least} characters{hint}")
    if len(pin) < PIN_LENGTH and not short:  # a program of before, which is not to fail
        print(f"a PIN of less than {PIN_LENGTH} characters is soon guessed", file=sys.stderr)
    print(hash_pin(pin))
    return 0


def _typed_pin() -> str:
    """The PIN as somebody has typed it twice, without an echo; raises UserError."""
    try:
        pin = getpass.getpass("PIN: ")
        again = getpass.getpass("the same again: ")
    except (EOFError, KeyboardInterrupt):
        print(file=sys.stderr)  # the prompt ends without a line of its own
        raise UserError("no PIN was typed") from None
    if pin != again:
        raise UserError("the two PINs are not the same")
    return pin


def new_branch() -> tuple[str, dict[str, str]]:
    """The sample's branch.toml with PINs of its own, and these by staff number."""
    return with_pins((assets.ROOT / "sample" / CONFIG_NAME).read_text(encoding="utf-8"))


def with_pins(text: str) -> tuple[str, dict[str, str]]:
    """A branch.toml with a PIN made up for everybody who has none, and these PINs by staff number."""
    made = []
    while 'pin = ""' in text:
        made.append(f"{secrets.randbelow(10**PIN_LENGTH):0{PIN_LENGTH}d}")
        text = text.replace('pin = ""', f'pin = "{hash_pin(made[-1])}"', 1)
    return text, dict(zip((staff.id for staff in parse(text).staff), made, strict=True))
