"""Loads the program once, then becomes the service again and again: for each line of arguments it is sent.

Nearly all of a start is Python importing FastAPI and pydantic; a fork of one that has done so starts in a
twentieth of the time, and dies of a kill just the same.
"""

from __future__ import annotations

import json
import os
import sys

from branch.cli import main
from branch.commands import serve as loaded  # what `main` would import


def run() -> None:
    """Say "born PID" and "gone" for each service; what it says itself comes between."""
    assert loaded
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            sys.stdin.close()
            code = main(json.loads(line))
            sys.stdout.flush()
            os._exit(code)
        _say(f"born {pid}\n")
        os.waitpid(pid, 0)
        _say("gone\n")


def _say(line: str) -> None:
    """In one piece: the service writes to the same pipe."""
    sys.stdout.write(line)
    sys.stdout.flush()


if __name__ == "__main__":
    run()
