"""``branchline voice build``: a voice pack for this branch's letters, numbers and counters."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tqdm import tqdm

from branch.commands.errors import UserError
from branch.commands.folders import add_config, add_data, read_config
from branch.service.config import BranchConfig
from branch.voice.making import texts
from branch.voice.making.build import build
from branch.voice.making.engine import VOICES, EngineError, Kokoro


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    parser.add_argument("what", choices=["build"], help="build: say every clip and write the packs")
    add_config(parser)
    add_data(parser)
    parser.add_argument("--out", type=Path, default=Path("voice"), metavar="DIR", help="default: voice")
    parser.add_argument(
        "--language", action="append", choices=sorted(VOICES), help="again for another; default: the branch's"
    )


def run(_: str, options: argparse.Namespace) -> int:
    """Build the packs; some ten minutes for each language and thousand numbers."""
    config = read_config(options.config, options.data)
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        engine = Kokoro()
        for language in options.language or [code for code in config.branch.languages if code in VOICES]:
            clips = list(wanted(config, language))
            path = options.out / f"{language}.zip"
            with tqdm(total=len(clips), desc=language, unit="clip", disable=not sys.stderr.isatty()) as bar:
                count = build(path, language, _counted(clips, bar.update), engine)
            print(f"{path}: {count} clips, {path.stat().st_size / 1e6:.1f} MB")
    except EngineError as error:
        raise UserError(str(error)) from error
    return 0


def _counted(clips: list[tuple[str, str]], count: Callable[[], object]) -> Iterator[tuple[str, str]]:
    for clip in clips:
        yield clip
        count()


def wanted(config: BranchConfig, language: str) -> list[tuple[str, str]]:
    """Name and text of every clip that the branch needs."""
    plan = config.plan()
    numbers = [
        service.number(n).removeprefix(service.prefix)
        for service in plan.services.values()
        for n in range(service.first, service.last + 1)
    ]
    prefixes = [service.prefix for service in plan.services.values()]
    return list(texts.clips(language, prefixes, numbers, plan.counters))
