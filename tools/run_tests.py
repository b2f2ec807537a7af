"""Runs the tests, and tells a flaky one from a broken one: `python -m tools.run_tests [PYTEST ARGUMENTS]`.

What failed runs once more, alone, as a diagnosis: what passes then is named "flaky", what fails again
"failed". Either ends the run with exit code 1, for a test that cannot be relied on is a fault as well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

LIST = "RUN_TESTS_LIST"
"""Environment variable with the file that a run leaves the names of what failed in."""

NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""Environment variable that is not handed on: each program of a test would compile all of ours anew."""

PASSED, FAILED = pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED

MOST_AGAIN = 40
"""If more fail, something is broken that all of them need; running them again would tell nothing."""


class Failures:
    """A plugin that notes what failed, in the process that hears of all tests."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that failed while it was set up, called or torn down."""
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a file that could not be read."""
        self._note(report)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Leave the names where they were asked for; a worker of several has told its controller instead."""
        if not hasattr(session.config, "workerinput"):
            Path(os.environ[LIST]).write_text(json.dumps(list(self.names)), encoding="utf-8")

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.failed:
            self.names[report.nodeid] = None


def pytest_configure(config: pytest.Config) -> None:
    """Note failures in a run of ours; pytest calls this when it is given this module as a plugin."""
    config.pluginmanager.register(Failures())


def run(arguments: Sequence[str]) -> tuple[int, list[str]]:
    """Run pytest; return its exit code and the names of what failed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "failed.json"
        command = [sys.executable, "-m", "pytest", "-p", __spec__.name, *arguments]
        environment = os.environ | {LIST: str(file)}
        environment.pop(NO_BYTECODE, None)
        done = subprocess.run(command, env=environment, check=False)  # noqa: S603  # ourselves
        return done.returncode, json.loads(file.read_text(encoding="utf-8")) if file.exists() else []


def verdict(failed: Sequence[str], again: Sequence[str]) -> Iterator[str]:
    """Yield the lines that say what is broken and what is flaky."""
    broken = [name for name in failed if name in again]
    flaky = [name for name in failed if name not in again]
    if broken:
        yield f"failed: {', '.join(broken)}"
    if flaky:
        yield f"flaky: {', '.join(flaky)}"


def main(arguments: Sequence[str]) -> int:
    """Run the tests, what failed a second time, and return 0 only if all passed at once."""
    code, failed = run(arguments)
    if code != FAILED:
        return code
    again = failed
    if 0 < len(failed) <= MOST_AGAIN:
        sys.stdout.write("what failed, once more, alone:\n")
        sys.stdout.flush()
        code, names = run(failed)
        again = names if code in (PASSED, FAILED) else failed
    sys.stdout.writelines(f"{line}\n" for line in verdict(failed, again))
    return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
