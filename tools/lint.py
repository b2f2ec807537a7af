"""Checks everything that can be checked without running it: `python -m tools.lint`.

All steps run, also after one that failed; each is named with its result and what it found. Exit code 1 if
any failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools import glossary, house_rules, qmltypes, slots
from tools.sources import QT_FOLDERS, ROOT, files, qml_folders

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Result:
    """What came of a step."""

    name: str
    ok: bool
    seconds: float
    found: str


def run(*command: str | Path) -> tuple[bool, str]:
    """Run a program of our environment at the repository's root; did it succeed, and what did it say?"""
    # Never a screen: nothing here needs one, and the tools are Qt programs too.
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(  # noqa: S603  # our own tools
        [BIN / command[0], *command[1:]],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0, (done.stdout + done.stderr).strip()


def qmllint() -> tuple[bool, str]:
    """All QML without a single warning, with our Python types described to qmllint."""
    sources = files(QT_FOLDERS, ".qml")
    types = qmltypes.generate(qmltypes.modules())
    imports = [word for folder in (*qml_folders(), types) for word in ("-I", str(folder))]
    return run("pyside6-qmllint", "-W", "0", *imports, *map(str, sources))


def house() -> tuple[bool, str]:
    """The house rules, and the words of docs/glossary.md."""
    found = [*house_rules.breaches(), *glossary.breaches(), *slots.undeclared(), *slots.namesakes()]
    return not found, "\n".join(found)


STEPS: dict[str, Callable[[], tuple[bool, str]]] = {
    # The longest first, so that the rest fits beside it.
    "mypy": lambda: run("mypy"),
    "ruff check": lambda: run("ruff", "check", "."),
    "ruff format": lambda: run("ruff", "format", "--check", "."),
    "house rules": house,
    "qmllint": qmllint,
    "import-linter": lambda: run("lint-imports", "--no-cache"),
}


def attempt(name: str) -> Result:
    """One step; a tool that cannot even start is a failed step."""
    start = time.monotonic()
    try:
        ok, found = STEPS[name]()
    except (OSError, RuntimeError, SyntaxError) as error:
        ok, found = False, str(error)
    return Result(name, ok, time.monotonic() - start, found)


def main(names: list[str]) -> int:
    """Run the named steps, or all, two at a time."""
    chosen = [name for name in STEPS if not names or name in names]
    failed = []
    with ThreadPoolExecutor(2) as pool:
        for result in pool.map(attempt, chosen):
            verdict = "ok" if result.ok else "FAILED"
            sys.stdout.write(f"{result.name:<14} {verdict:<7} {result.seconds:5.1f} s\n")
            if not result.ok:
                failed.append(result.name)
                sys.stdout.write(result.found + "\n")
            sys.stdout.flush()
    sys.stdout.write(f"lint: {', '.join(failed)} failed\n" if failed else "lint: ok\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
