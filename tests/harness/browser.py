"""A page in a real Chromium, touched as a finger would: by the browser's own protocol, over a pipe."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from tests.harness.programs import finished, tool
from tests.harness.waiting import PATIENCE_S, until

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
"""What a Chromium is called; tools/setup.sh installs the first."""

OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu")

# The browser reads from 3 and writes to 4; copies first, since either may be one of the two already.
MOVE = """
import os, sys
for source, target in [(os.dup(int(sys.argv[1])), 3), (os.dup(int(sys.argv[2])), 4)]:
    os.dup2(source, target)
    os.set_inheritable(target, True)
os.execv(sys.argv[3], sys.argv[3:])
"""

# The viewport of a phone of today.
WIDTH, HEIGHT = 390, 844


class Page:
    """One page. The protocol's messages are JSON, each ended by a zero byte."""

    def __init__(self, to: int, back: int) -> None:
        """``to`` and ``back`` are the ends of the pipes that are ours."""
        self._to, self._back = to, back
        self._numbers = count(1)
        self._rest = b""
        self._session: str | None = None
        targets = self._ask("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = self._ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        self.resize(WIDTH)

    def resize(self, width: int) -> None:
        """Be a phone so many pixels wide."""
        self._ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=HEIGHT, deviceScaleFactor=1, mobile=True
        )

    def picture(self) -> bytes:
        """What it shows, as a PNG."""
        return base64.b64decode(self._ask("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def go(self, address: str) -> None:
        """Open that address."""
        self._ask("Page.navigate", url=address)

    def value(self, expression: str) -> Any:
        """What an expression of the page's script is worth."""
        answer = self._ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value")

    def wait(self, expression: str) -> None:
        """Wait until it is true."""
        until(
            lambda: self.value(f"Boolean({expression})"), lambda: f"{expression}; the page says {self.said()}"
        )

    def said(self) -> str:
        """What can be read."""
        return str(self.value("document.body.innerText"))

    def tap(self, selector: str) -> None:
        """Press the middle of the element, as it lies on the screen."""
        self.wait(f"document.querySelector({json.dumps(selector)})?.getClientRects().length")
        element = f"document.querySelector({json.dumps(selector)})"
        self.value(f"{element}.scrollIntoView({{block: 'center'}})")
        box = self.value(
            f"Object.values({element}.getBoundingClientRect().toJSON())"
        )  # x, y, width, height, ...
        middle = {"x": box[0] + box[2] / 2, "y": box[1] + box[3] / 2}
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **middle)

    def write(self, text: str) -> None:
        """Write into what has the keyboard."""
        self._ask("Input.insertText", text=text)

    def _ask(self, method: str, **values: Any) -> dict[str, Any]:
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": values}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                found: dict[str, Any] = answer["result"]
                return found

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._back, 65536)
            assert more, "the browser has gone"
            self._rest += more
        text, self._rest = self._rest.split(b"\0", 1)
        found: dict[str, Any] = json.loads(text)
        return found


def document(address: str, folder: Path) -> str:
    """Return the document at an address after its script has run for a while; settings go to ``folder``."""
    options = (*OPTIONS, f"--user-data-dir={folder}", "--virtual-time-budget=3000", "--dump-dom")
    done = finished([tool(*NAMES), *options, address])
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A Chromium without a window, its settings in ``folder``."""
    program = tool(*NAMES)
    its_in, to = os.pipe()
    back, its_out = os.pipe()

    command = [sys.executable, "-c", MOVE, str(its_in), str(its_out)]
    command += [program, *OPTIONS, "--remote-debugging-pipe", f"--user-data-dir={folder}", "about:blank"]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(its_in, its_out)
    )
    for end in (its_in, its_out):
        os.close(end)
    try:
        yield Page(to, back)
    finally:
        with suppress(OSError):  # it may have ended
            os.close(to)
        process.terminate()
        process.wait(PATIENCE_S)
        os.close(back)
