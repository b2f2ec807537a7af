"""Our programs as real processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def program(*arguments: str, cwd: Path | None = None) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A Python module as a server process: its URL, from the line `serving URL`. Ended in any case."""
    with subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[1], process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def self_test(app: str, logs: Path) -> subprocess.CompletedProcess[str]:
    """The app's own test of its first screen, in a window, to its end."""
    return subprocess.run(
        [sys.executable, "-m", app, "--self-test", "--windowed", "--log-folder", str(logs)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
