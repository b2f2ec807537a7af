"""The programs of the demo: real processes, started, watched and ended in good order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from branch.client.autopilot_client import Autopilot

END_S = 15.0
"""How long a program may take to end in good order."""


class StageError(Exception):
    """A program of the demo did not start or did not end well; one line."""


@dataclass(slots=True)
class Program:
    """One running program and, for an app, the hand on its screen."""

    name: str
    process: subprocess.Popen[str]
    hand: Autopilot | None = None
    port: int = 0

    def another_hand(self) -> Autopilot:
        """A second pair of hands on the same screens."""
        return Autopilot(self.port)


class Stage:
    """All programs of one demo; closing it ends them, the service last."""

    def __init__(self, folder: Path) -> None:
        self._logs = folder / "logs"
        self._logs.mkdir(parents=True, exist_ok=True)
        self.programs: list[Program] = []
        # Nothing of this machine's own apps, their settings least of all, is used or touched.
        self._environment = {
            **os.environ,
            "PYTHONUNBUFFERED": "1",
            "PYTHONUTF8": "1",
            "BRANCHLINE_CONFIG_DIR": str(folder / "settings"),
        }
        # Its apps are driven, and may run where nobody sees them: there are pictures.
        if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
            self._environment.setdefault("QT_QPA_PLATFORM", "offscreen")

    def run_once(self, *arguments: str) -> str:
        """The output of one ``branchline`` command; raises StageError with what it said."""
        done = subprocess.run(  # noqa: S603 - our own program
            self._command(arguments),
            capture_output=True,
            encoding="utf-8",
            env=self._environment,
            check=False,
        )
        if done.returncode != 0:
            raise StageError(f"branchline {arguments[0]}: {done.stderr.strip()}")
        return done.stdout.strip()

    def start_service(self, *arguments: str) -> str:
        """The service; its URL."""
        program = self._start("service", ("serve", *arguments))
        assert program.process.stdout is not None  # noqa: S101 - a pipe, see _start
        for line in program.process.stdout:
            if line.startswith("serving "):
                return line.split()[1]
        raise StageError(f"the service did not start: see {self._logs / 'service.err'}")

    def start_apps(self, *apps: tuple[str, str, tuple[str, ...]]) -> list[Program]:
        """Apps under the hand of the demo, each (name, subcommand, arguments), all starting at once."""
        started = [
            self._start(name, (app, "--autopilot", "0", "--log-folder", str(self._logs / name), *arguments))
            for name, app, arguments in apps
        ]
        for program in started:
            program.hand = Autopilot.of(program.process, timeout=10)
            program.port = program.hand.port
        return started

    def close(self) -> list[str]:
        """End everything; what went wrong, one line each."""
        trouble = []
        for program in reversed(self.programs):
            try:
                if program.hand is not None and program.process.poll() is None:
                    program.hand.quit()
                    program.hand.close()
                else:
                    program.process.terminate()
                code = program.process.wait(END_S)
            except Exception as error:  # noqa: BLE001 - told below
                program.process.kill()
                program.process.wait()
                trouble.append(f"{program.name} had to be killed: {error}")
            else:
                if code not in (0, -15):
                    trouble.append(f"{program.name} ended with {code}")
        return trouble

    def logged_errors(self) -> list[str]:
        """What the apps logged as errors, and the service too."""
        found = []
        for path in sorted(self._logs.rglob("*.log")):
            found += [f"{path.parent.name}: {line}" for line in _errors(path.read_text("utf-8").splitlines())]
        service = self._logs / "service.err"
        found += [f"service: {line}" for line in service.read_text("utf-8").splitlines() if " ERROR " in line]
        return found

    def _start(self, name: str, arguments: Iterable[str]) -> Program:
        with (self._logs / f"{name}.err").open("w", encoding="utf-8") as errors:
            process = subprocess.Popen(  # noqa: S603 - our own program
                self._command(arguments),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                encoding="utf-8",
                env=self._environment,
            )
        program = Program(name, process)
        self.programs.append(program)
        return program

    @staticmethod
    def _command(arguments: Iterable[str]) -> list[str]:
        return [sys.executable, "-m", "branch.cli", *arguments]


def _errors(lines: Iterable[str]) -> list[str]:
    found = []
    for line in lines:
        record = json.loads(line)
        if record["level"] in ("ERROR", "CRITICAL"):
            found.append(f"{record['level']} {record['logger']}: {record['message']}")
    return found
