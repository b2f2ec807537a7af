"""The other end of an app's `--autopilot`: works its screens from another program. No Qt here.

with Autopilot.of(process) as kiosk:         # Popen of an app with --autopilot 0, stdout=PIPE, text=True
    kiosk.tap("service-A")
    kiosk.wait("ticketNumber", contains="A0")
    kiosk.grab("ticket.png")
"""

from __future__ import annotations

import json
import socket
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, cast

DEFAULT_TIMEOUT = 5.0
ANSWER_MARGIN = 10.0
"""How much longer than an item's own time an answer may take before the app counts as hung."""


class AutopilotError(Exception):
    """The app could not do what was asked, or did not answer; the text names what."""


def announced_port(lines: Sequence[str]) -> int | None:
    """The port in an `autopilot PORT` line, if one of the lines is that."""
    for line in lines:
        words = line.split()
        if len(words) == 2 and words[0] == "autopilot" and words[1].isdigit():
            return int(words[1])
    return None


class Autopilot:
    """A connection to one app."""

    def __init__(self, port: int, timeout: float = DEFAULT_TIMEOUT) -> None:
        """Connect to the app on this machine; `timeout` is how long items may take to appear."""
        self.timeout = timeout
        self.port = port
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=ANSWER_MARGIN)
        self._lines = self._socket.makefile("rb")

    @classmethod
    def of(cls, process: subprocess.Popen[str], timeout: float = DEFAULT_TIMEOUT) -> Self:
        """Connect to an app just started; reads its stdout, which must be a pipe, up to the announcement."""
        if process.stdout is None:
            raise AutopilotError("the app's stdout must be a pipe")
        for line in process.stdout:
            port = announced_port([line])
            if port is not None:
                return cls(port, timeout)
        raise AutopilotError(f"the app ended with {process.wait()} before its screens were there")

    def __enter__(self) -> Self:
        """The connection itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hang up."""
        self.close()

    def close(self) -> None:
        """Hang up; the app goes on."""
        self._lines.close()
        self._socket.close()

    def ask(self, do: str, timeout: float | None = None, **wish: object) -> dict[str, object]:
        """Ask for anything; the wishes are listed in branch/qt/autopilot.py."""
        limit = self.timeout if timeout is None else timeout
        asked = {"do": do, "timeout": limit} | {
            key: value for key, value in wish.items() if value is not None
        }
        try:
            self._socket.settimeout(limit + ANSWER_MARGIN)
            self._socket.sendall(json.dumps(asked, ensure_ascii=False).encode() + b"\n")
            line = self._lines.readline()
        except OSError as error:
            raise AutopilotError(f"no answer to {asked}: {error}") from error
        if not line:
            raise AutopilotError(f"the app hung up at {asked}")
        answer = cast("dict[str, object]", json.loads(line))
        if not answer.get("ok"):
            raise AutopilotError(f"{do}: {answer.get('error')}")
        return answer

    def tap(self, item: str, *, window: str | None = None, timeout: float | None = None) -> None:
        """Touch the item as soon as it can be touched."""
        self.ask("tap", timeout, item=item, window=window)

    def click(self, item: str, *, window: str | None = None, timeout: float | None = None) -> None:
        """Click the item as soon as it can be clicked."""
        self.ask("click", timeout, item=item, window=window)

    def key(self, key: str, *, window: str | None = None) -> None:
        """Press a key or a combination: "F2", "Ctrl+Z"."""
        self.ask("key", key=key, window=window)

    def type_text(self, text: str, *, window: str | None = None) -> None:
        """Type Latin text; a line feed is Return."""
        self.ask("type", text=text, window=window)

    def wait(
        self,
        item: str,
        *,
        equals: str | None = None,
        contains: str | None = None,
        gone: bool = False,
        window: str | None = None,
        timeout: float | None = None,
    ) -> str:
        """Wait until the item is visible, or says something, or is gone; what it says then."""
        answer = self.ask(
            "wait", timeout, item=item, equals=equals, contains=contains, gone=gone or None, window=window
        )
        return str(answer.get("text", ""))

    def has(self, item: str, *, window: str | None = None) -> bool:
        """Is the item visible now?"""
        return bool(self.ask("has", item=item, window=window)["has"])

    def text(self, item: str, *, window: str | None = None) -> str:
        """What the item says."""
        return str(self.ask("text", item=item, window=window)["text"])

    def texts(self, *, window: str | None = None) -> list[str]:
        """All that can be read in the window, from top to bottom."""
        return cast("list[str]", self.ask("texts", window=window)["texts"])

    def grab(self, path: str | Path, *, window: str | None = None) -> None:
        """Save a PNG of the window, made by the app."""
        self.ask("grab", path=str(Path(path).resolve()), window=window)

    def quit(self) -> None:
        """Have the app end in good order."""
        self.ask("quit")
