"""``branchline voice build`` makes a branch's voice packs, ``measure`` tells how well they are understood."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tqdm import tqdm

from branch.commands import UserError
from branch.commands.command_line import add_config, add_data, any_path, read_config
from branch.service.config.branch_config import BranchConfig
from branch.voice.build import spoken_texts as texts
from branch.voice.build.measure import measure
from branch.voice.build.pack_builder import build
from branch.voice.build.speech_model import VOICES, Kokoro
from branch.voice.engine import EngineError, Line
from branch.voice.voice_pack import open_library

MOST_CALLS = 100_000
"""As many are measured in one run at most."""


def add_arguments(_: str, parser: argparse.ArgumentParser) -> None:
    """The command line."""
    parser.add_argument(
        "what",
        choices=["build", "measure"],
        help="build: say every clip and write the packs; measure: have a recogniser hear calls of them",
    )
    add_config(parser)
    add_data(parser)
    parser.add_argument(
        "--out", type=any_path, default=Path("voice"), metavar="DIR", help="build: default voice"
    )
    parser.add_argument(
        "--voice", type=any_path, metavar="DIR", help="measure: recordings and packs in there"
    )
    parser.add_argument("--count", type=_calls, default=100, help="measure: so many calls; default: 100")
    parser.add_argument(
        "--one", choices=["yi", "yao"], help="measure: how a 1 is read; default: as branch.toml"
    )
    parser.add_argument("--seed", type=int, default=1, help="measure: which tickets are drawn")
    parser.add_argument(
        "--language", action="append", choices=sorted(VOICES), help="again for another; default: the branch's"
    )


def run(_: str, options: argparse.Namespace) -> int:
    """Build or measure."""
    config = read_config(options.config, options.data)
    languages = options.language or [code for code in config.branch.languages if code in VOICES]
    try:
        if options.what == "measure":
            return _measure(config, languages, options)
        return _build(config, languages, options.out)
    except EngineError as error:
        raise UserError(str(error)) from error


def _build(config: BranchConfig, languages: list[str], out: Path) -> int:
    """Of a thousand numbers some twenty minutes in English, and an hour in Mandarin, which has 幺 too."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{out}: {error.strerror}") from error
    engine = Kokoro()
    for language in languages:
        clips = list(wanted(config, language))
        path = out / f"{language}.zip"
        with tqdm(total=len(clips), desc=language, unit="clip", disable=not sys.stderr.isatty()) as bar:
            count = build(path, language, _counted(clips, bar.update), engine)
        print(f"{path}: {count} clips, {path.stat().st_size / 1e6:.1f} MB")
    return 0


def _measure(config: BranchConfig, languages: list[str], options: argparse.Namespace) -> int:
    """Prints the share that was understood, and every call that was not."""
    library = open_library(options.voice)
    prefixes = [service.prefix for service in config.services]
    one = options.one or config.voice.one
    for language in languages:
        calls = measure(library, language, prefixes, options.count, one=one, seed=options.seed)
        heard = list(tqdm(calls, language, options.count, unit="call", disable=not sys.stderr.isatty()))
        for kind in ("unprimed", "primed"):
            readings = [(h, h.primed if kind == "primed" else h.unprimed) for h in heard]
            for call, reading in readings:
                if not reading.right:
                    print(f"  {call.number} to {call.counter}: {reading.text}")
            right, letters = sum(r.right for _, r in readings), sum(r.letter for _, r in readings)
            print(f"{language} {kind}: of {len(heard)} figures and counter {right}, letters {letters}")
    library.close()
    return 0


def _calls(text: str) -> int:
    number = int(text)
    if not 1 <= number <= MOST_CALLS:
        raise argparse.ArgumentTypeError(f"{text} is not 1 to {MOST_CALLS}")
    return number


def _counted(clips: list[tuple[str, Line]], count: Callable[[], object]) -> Iterator[tuple[str, Line]]:
    for clip in clips:
        yield clip
        count()


def wanted(config: BranchConfig, language: str) -> list[tuple[str, Line]]:
    """Name and line of every clip that the branch needs."""
    plan = config.plan()
    numbers = [
        service.number(n).removeprefix(service.prefix)
        for service in plan.services.values()
        for n in range(service.first, service.last + 1)
    ]
    prefixes = [service.prefix for service in plan.services.values()]
    return list(texts.clips(language, prefixes, numbers, tuple(plan.counters)))
