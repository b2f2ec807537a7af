"""A service that belongs to another program ends when that program's end of the pipe closes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from branch.commands.parent_watch import end_with_input
from tests.harness.waiting import until

HANGING = """
import sys, threading
from branch.commands.parent_watch import end_with_input
end_with_input(lambda: print("asked", flush=True), patience_s=0.01)
print("ready", flush=True)
threading.Event().wait()
"""


def test_it_is_asked_to_stop_when_the_pipe_closes_and_not_before() -> None:
    reading, writing = os.pipe()
    asked = threading.Event()
    end_with_input(asked.set, descriptor=reading, patience_s=1e6)
    os.write(writing, b"what is written has no meaning")
    assert not asked.is_set()
    os.close(writing)
    until(asked.is_set)
    os.close(reading)


@pytest.mark.parametrize("how", ["closed", "not there"])
def test_what_hangs_is_ended(how: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HANGING],
        stdin=subprocess.PIPE if how == "closed" else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        if process.stdin is not None:
            process.stdin.close()
        assert process.wait(30) == 1
        assert process.stdout is not None
        assert "asked" in process.stdout.read()
