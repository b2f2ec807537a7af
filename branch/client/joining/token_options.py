"""How an app or another program is given its token on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_token(parser: argparse.ArgumentParser, what: str) -> None:
    """--token and --token-file, both of which set ``token``; ``what`` says whose it is."""
    parser.add_argument("--token", help=what)
    parser.add_argument(
        "--token-file",
        type=token_in,
        dest="token",
        metavar="FILE",
        help="a file with it instead, which the list of processes does not show",
    )


def token_in(file: str) -> str:
    """The token that stands in a file; raises ArgumentTypeError for one that cannot be read or has none."""
    try:
        words = Path(file).read_text(encoding="utf-8-sig").split()
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{file}: {error.strerror}") from error
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{file}: is no text") from error
    if len(words) != 1:
        raise argparse.ArgumentTypeError(f"{file}: has {len(words)} words instead of a token alone")
    return words[0]
