"""Our programs as processes of their own, and what stands around them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from branch.client.local_store import FOLDER_VARIABLE

ROOT = Path(__file__).resolve().parents[2]


def tool(*names: str) -> str:
    """Return the path of the first of those programs that this machine has.

    tools/setup.sh installs what tests need on Debian, so there one that is missing is a fault; elsewhere the
    test is skipped.
    """
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        missing = f"none of {', '.join(names)} is installed"
        if shutil.which("dpkg-query"):
            pytest.fail(f"{missing}: run `make setup`", pytrace=False)
        pytest.skip(missing)
    return found


def module(*arguments: str) -> list[str]:
    """The command that runs a Python module with those arguments."""
    return [sys.executable, "-m", *arguments]


def finished(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdin: str = "",
    seconds: float = 60,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; ``env`` is added to ours. The caller looks at how it ended."""
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


@contextmanager
def child(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stderr: int | None = None,
) -> Iterator[subprocess.Popen[str]]:
    """A process whose output is read; killed in the end if it is still there. ``env`` is added to ours."""
    with subprocess.Popen(
        command, cwd=cwd, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=stderr, text=True
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


@contextmanager
def program(*arguments: str, cwd: Path | None = None) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A Python module as a server process: its URL, from the line `serving URL`. Asked to end in any case."""
    with child(module(*arguments), cwd=cwd, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[1], process
        finally:
            process.terminate()
            process.wait(10)


@contextmanager
def app(name: str, folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """An app as a program; settings and logs go to ``folder``.

    A token is given as "--token=...": it may begin with a dash.
    """
    command = module(name, "--log-folder", str(folder / "logs"), *arguments)
    with child(command, cwd=ROOT, env={FOLDER_VARIABLE: str(folder / "settings")}) as process:
        yield process


def self_test(name: str, logs: Path) -> subprocess.CompletedProcess[str]:
    """Run the app's own test of its first screen, in a window, to its end."""
    return finished(module(name, "--self-test", "--windowed", "--log-folder", str(logs)))


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def x_server(size: str = "2400x800x24") -> Iterator[str]:
    """An X server that shows nothing to anybody, and does not begin anew when its last program has gone.

    Gives the name of its display. tools/setup.sh installs it.
    """
    program = tool("Xvfb")
    reading, writing = os.pipe()
    with subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def xrandr(display: str, *arguments: str) -> None:
    """Have an X server have other monitors, as a hand at a plug would."""
    done = finished([tool("xrandr"), *arguments], env={"DISPLAY": display})
    assert done.returncode == 0, done.stderr
