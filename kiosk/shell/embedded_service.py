"""A branch service of the kiosk's own: started with it, started again when it ends, and ended with it, also
when the kiosk is killed: then the pipe to its standard input closes, see branch.commands.parent_watch."""

from __future__ import annotations

import hashlib
import logging
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from branch.backoff import pause
from branch.client.joining.service_location import recall, remember
from branch.qt.timing import make_timer

TERM_MS = 5_000
"""How long the service may take to end before it is killed; it is finishing what it has acknowledged."""

HEALTHY_MS = 30_000
"""A service that ran so long has started well: the next failure counts as the first."""

UTF8 = {"PYTHONUTF8": "1"}
"""Has a program of ours speak as it is read, whatever the console's code page is."""

_MINT_S = 30
_FIRST_S, _MOST_S = 0.5, 15.0
_PROGRAM = ("-m", "branch.cli")

log = logging.getLogger(__name__)


class NoToken(Exception):  # noqa: N818 - said as it is
    """No token could be made; the message is one line."""


def own_token(data: Path, url: str) -> str:
    """The kiosk's token for the service of that folder: made once, then remembered."""
    name = "kiosk-" + hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:12]
    known = recall(name).token
    # A folder that is new, or was emptied, knows no token of ours.
    if known and data.is_dir() and any(data.iterdir()):
        return known
    command = [sys.executable, *_PROGRAM, "token", "--data", str(data), "--role", "kiosk", "--replace"]
    try:
        data.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=_MINT_S,
            env=os.environ | UTF8,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoToken(f"no token could be made: {error}") from error
    token = done.stdout.strip()
    if done.returncode or not token:
        lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise NoToken(f"no token could be made: {lines[-1]}")
    remember(name, url, token)
    return token


class EmbeddedService(QObject):
    """The process.

    Signals:
        troubleChanged: see `trouble`.
    """

    troubleChanged = Signal()

    def __init__(
        self, data: Path, config: Path | None, host: str, port: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.trouble = ""
        """The last line it said before it ended; empty while it runs."""
        self._arguments = [*_PROGRAM, "serve", "--plain", "--ends-with-input", "--data", str(data)]
        self._arguments += ["--host", host, "--port", str(port)]
        if config is not None:
            self._arguments += ["--config", str(config)]
        self._failures = 0
        self._stopping = False
        self._last_line = ""
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        surroundings = QProcessEnvironment.systemEnvironment()
        for name, value in UTF8.items():
            surroundings.insert(name, value)
        self._process.setProcessEnvironment(surroundings)
        self._process.readyRead.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._again = self._timer("service again", self._start)
        self._healthy = self._timer("service is well", self._well)

    @property
    def pid(self) -> int:
        """The process's id; 0 while there is none."""
        return self._process.processId()

    def start(self) -> None:
        """Start the service, and keep it running until `stop`."""
        self._start()

    def stop(self) -> None:
        """End the service: it is asked first, and killed after `TERM_MS`."""
        self._stopping = True
        self._again.stop()
        self._healthy.stop()
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.closeWriteChannel()  # what asks it to end on every system
            if not self._process.waitForFinished(TERM_MS):
                log.warning("the service did not end in time and is killed")
                self._process.kill()
                self._process.waitForFinished(TERM_MS)

    def _timer(self, name: str, done: object) -> QTimer:
        timer = make_timer(self, once=True)
        timer.setObjectName(name)
        timer.timeout.connect(done)
        return timer

    @Slot()
    def _start(self) -> None:
        self._process.start(sys.executable, self._arguments)
        self._healthy.start(HEALTHY_MS)

    @Slot()
    def _well(self) -> None:
        self._failures = 0

    @Slot()
    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode(errors="replace").strip()
            if line:
                log.info("service: %s", line)
                self._last_line = line
                # It speaks of itself in one line when it starts; what it said when it failed is over.
                if line.startswith("serving "):
                    self._set_trouble("")

    @Slot()
    def _ended(self) -> None:
        self._read()
        if not self._stopping:
            self._retry(self._last_line or f"exit code {self._process.exitCode()}")

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and not self._stopping:
            self._retry(self._process.errorString())

    def _retry(self, why: str) -> None:
        self._failures += 1
        self._healthy.stop()
        wait = pause(self._failures, first=_FIRST_S, most=_MOST_S)
        log.info("the service ended (%s); again in %.1f s", why, wait)
        self._set_trouble(why)
        self._again.start(round(wait * 1000))

    def _set_trouble(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.troubleChanged.emit()
