"""Becomes an app that tells something later, again and again, and dies at the step that it is told to.

For each line of JSON that it is sent it forks; the fork counts its steps (each write of what waits, each
question to the service, before and after) and is killed at one of them as a power cut kills it. What it has
come to is said on the standard output: "step NAME", "told THING", and "end CODE" when it is gone.
"""

from __future__ import annotations

import functools
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QTimer

from branch.client.calls.service_api import Api
from branch.client.local_store import FOLDER_VARIABLE, LocalStore
from branch.client.responses import ServiceError
from branch.contract.refusals import Refusal
from branch.qt.service_link import ServiceLink
from tests.e2e.cut_users import USERS

LOOK_MS = 5
PATIENCE_S = 40

T = TypeVar("T")


def say(*words: str) -> None:
    """Tell the test, also right before the end."""
    os.write(1, (" ".join(words) + "\n").encode())


class Cut:
    """The power, which goes at a step."""

    def __init__(self, at: int) -> None:
        """``at`` counts from 1; 0 for never."""
        self._left = at
        self._lock = threading.Lock()

    def step(self, name: str) -> None:
        """Come to a step, perhaps the last one."""
        with self._lock:
            self._left -= 1
            if self._left >= 0:
                say("step", name)
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: type, name: str) -> None:
        """Have a step before and after each call of that method."""
        method: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(method)
        def counted(*args: Any, **kwargs: Any) -> Any:
            self.step(f"before {name}")
            answer = method(*args, **kwargs)
            self.step(f"after {name}")
            return answer

        setattr(owner, name, counted)


class CutLink(ServiceLink):
    """The real link, with a step before a question is sent and after it was answered."""

    cut: Cut

    def ask(
        self,
        question: Callable[[Api], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Refusal | ServiceError], None] | None = None,
    ) -> None:
        """As the link does."""

        def counted(api: Api) -> T:
            self.cut.step("before the question")
            answer = question(api)
            self.cut.step("after the answer")
            return answer

        super().ask(counted, done, failed)


def live(order: dict[str, Any]) -> None:
    """Be the app of that order until everything is told, or until the power goes."""
    signal.alarm(PATIENCE_S)
    os.environ[FOLDER_VARIABLE] = order["folder"]
    app = QCoreApplication([])
    cut = Cut(order["at"])
    link = CutLink("kiosk", order["url"], order["token"])
    link.cut = cut
    user = USERS[order["user"]]()
    if order["at"]:
        cut.around(LocalStore, "write")
        cut.around(LocalStore, "remove")
        for owner, name in user.steps():
            cut.around(owner, name)
    user.begin(link)
    things = list(order["things"])
    resumed = list(order["resumed"])

    def look() -> None:
        if not link.live:
            return
        if resumed:
            user.resume(resumed)
            resumed.clear()
        while things:
            say("telling", things[0])
            user.tell(things[0])
            say("told", things.pop(0))
        if user.done:
            app.quit()

    timer = QTimer(app, interval=LOOK_MS)
    timer.timeout.connect(look)
    timer.start()
    link.start()
    app.exec()


def run() -> None:
    """Fork for each order."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            live(json.loads(line))
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        say("end", str(os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    run()
