"""The real program, killed and started again, and clients that go on asking until they are answered."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from branch.service.access.device_tokens import DeviceTokens
from tests.harness.branch import sample_toml
from tests.harness.clocks import OPEN_HOURS
from tests.harness.programs import free_port, module

LONGEST_S = 100.0
"""A loaded machine starts Python slowly; on an idle one all of it takes a quarter of this."""


class Child:
    """The real program, started and killed again and again on one folder and one port."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        config = folder.parent / "branch.toml"
        config.write_text(sample_toml(), encoding="utf-8")
        with closing(DeviceTokens(folder)) as tokens:
            self.token = tokens.mint("manager", "test")
        self._arguments = [
            *("serve", "--no-announce", "--host", "127.0.0.1", "--clock-start", OPEN_HOURS),
            *("--config", str(config), "--data", str(folder), "--port", str(self.port)),
        ]
        command = module("tests.service.serve_child")
        self._mother = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        self._say, self._hear = self._mother.stdin, self._mother.stdout
        self._early: str | None = None

    def run_and_kill(self, after_s: float, *, while_starting: bool) -> None:
        """Start it and kill it so long after it was started, or after it has said that it serves."""
        pid = self._start()
        if not while_starting:
            self._until("serving ")
        # The moment of the kill is chance, and the point of the test; nothing is waited for.
        timer = threading.Timer(after_s, os.kill, (pid, signal.SIGKILL))
        timer.start()
        self._until("gone")
        timer.join()

    def close(self) -> None:
        self._say.close()
        self._mother.wait(10)
        self._hear.close()

    def run(self) -> subprocess.Popen[bytes]:
        """Start it as people do, and leave it running."""
        command = module("branch.cli", *self._arguments)
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"serving "), "it did not start"
        return process

    def _start(self) -> int:
        self._early = None
        self._say.write(json.dumps(self._arguments) + "\n")
        self._say.flush()
        return int(self._until("born ").split()[1])

    def _until(self, beginning: str) -> str:
        """The line that begins so; "serving" may be said before "born" is."""
        if self._early is not None and self._early.startswith(beginning):
            line, self._early = self._early, None
            return line
        while True:
            line = self._hear.readline()
            assert line, "it did not start"
            if line.startswith(beginning):
                return line
            self._early = line


class Client:
    """Asks with a key, and goes on asking until there is an answer; keeps what was answered."""

    def __init__(self, child: Child, name: str) -> None:
        self.answers: dict[str, tuple[str, object, int, bytes]] = {}
        self._child = child
        self._name = name
        self._connection: http.client.HTTPConnection | None = None
        self._pause = threading.Event()

    def ask(self, path: str, body: object = None) -> dict[str, Any]:
        """One question and its first answer."""
        key = f"{self._name} {len(self.answers)}"
        status, answer = self.answered(path, body, key)
        assert status in (200, 201), (path, answer)
        self.answers[key] = (path, body, status, answer)
        found: dict[str, Any] = json.loads(answer)
        return found

    def answered(self, path: str, body: object, key: str) -> tuple[int, bytes]:
        """The answer, however often the service dies meanwhile."""
        end = time.monotonic() + LONGEST_S
        while time.monotonic() < end:
            try:
                return self._once(path, body, key)
            except (OSError, http.client.HTTPException):
                self.close()
                self._pause.wait(0.02)
        raise AssertionError(f"{path} was never answered")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _once(self, path: str, body: object, key: str) -> tuple[int, bytes]:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._child.port, timeout=10)
        self._connection.request(
            "POST",
            path,
            None if body is None else json.dumps(body).encode(),
            {
                "Authorization": f"Bearer {self._child.token}",
                "Content-Type": "application/json",
                "Idempotency-Key": key,
            },
        )
        response = self._connection.getresponse()
        return response.status, response.read()
