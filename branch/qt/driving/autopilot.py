"""`--autopilot`: lets another program on this machine work the screens as a person would.

The app listens on 127.0.0.1 and prints one line, `autopilot PORT`. One JSON object a line comes in, one goes
out, in the same order: `{"ok": true, ...}` or `{"ok": false, "error": "..."}`. What can be asked:

    {"do": "tap", "item": NAME}                  touch it; also "click" with the mouse
    {"do": "key", "key": "F2"}                   {"do": "type", "text": "A035\\n"}
    {"do": "wait", "item": NAME}                 until it is visible; with "equals" or "contains": until it
                                                 says that; with "gone": true: until it is not there
    {"do": "text", "item": NAME}                 -> "text"
    {"do": "texts"}                              -> "texts": all that can be read
    {"do": "has", "item": NAME}                  -> "has": is it visible now?
    {"do": "grab", "path": FILE}                 a PNG of the window
    {"do": "windows"}                            -> "windows": objectName and size of each
    {"do": "quit"}                               the app ends in good order

Each may name its "window" by objectName; the first visible one is meant otherwise. Whatever names an item
waits until the item can be used, at most "timeout" seconds (default 5).
branch.client.autopilot_client is the other end.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from PySide6.QtQuick import QQuickItem, QQuickWindow

from branch.qt.driving import driver
from branch.qt.driving.driver import DriverError

DEFAULT_TIMEOUT = 5.0
LOOK_AGAIN_MS = 25
"""How often a pending wish looks at the screen again; about every frame."""

Wish = dict[str, object]
Answer = dict[str, object]
_log = logging.getLogger(__name__)


class NotYetError(DriverError):
    """The screen is not there yet; worth another look."""


def _string(wish: Wish, name: str) -> str:
    value = wish.get(name)
    if not isinstance(value, str):
        raise ValueError(f'"{name}" must be a string')
    return value


def _window(wish: Wish) -> QQuickWindow:
    name = wish.get("window")
    return driver.window(name if isinstance(name, str) else None)


def _item(wish: Wish) -> QQuickItem:
    return driver.find(_window(wish), _string(wish, "item"))


def _tap(wish: Wish) -> Answer:
    driver.tap(_item(wish))
    return {}


def _click(wish: Wish) -> Answer:
    driver.click(_item(wish))
    return {}


def _key(wish: Wish) -> Answer:
    driver.key(_window(wish), _string(wish, "key"))
    return {}


def _type(wish: Wish) -> Answer:
    driver.type_text(_window(wish), _string(wish, "text"))
    return {}


def _text(wish: Wish) -> Answer:
    return {"text": driver.text_of(_item(wish))}


def _texts(wish: Wish) -> Answer:
    return {"texts": driver.texts(_window(wish))}


def _has(wish: Wish) -> Answer:
    return {"has": bool(driver.find_all(_window(wish), _string(wish, "item")))}


def _grab(wish: Wish) -> Answer:
    image = driver.grab(_window(wish))
    path = _string(wish, "path")
    if image.isNull() or not image.save(path):
        raise ValueError(f"no picture could be saved at {path}")
    return {"width": image.width(), "height": image.height()}


def _windows(_wish: Wish) -> Answer:
    return {"windows": [{"name": w.objectName(), "size": [w.width(), w.height()]} for w in driver.windows()]}


def _wait(wish: Wish) -> Answer:
    name = _string(wish, "item")
    if wish.get("gone"):
        if any(driver.find_all(w, name) for w in driver.windows()):
            raise NotYetError(f"{name!r} is still there")
        return {}
    text = driver.text_of(_item(wish))
    if "equals" in wish and text != wish["equals"]:
        raise NotYetError(f"{name!r} says {text!r}, not {wish['equals']!r}")
    if "contains" in wish and _string(wish, "contains") not in text:
        raise NotYetError(f"{name!r} says {text!r}, without {wish['contains']!r}")
    return {"text": text}


def _quit(_wish: Wish) -> Answer:
    # Not quit(), which a window that may not be closed refuses.
    QTimer.singleShot(0, QCoreApplication.exit)
    return {}


WISHES: dict[str, Callable[[Wish], Answer]] = {
    "tap": _tap,
    "click": _click,
    "key": _key,
    "type": _type,
    "text": _text,
    "texts": _texts,
    "has": _has,
    "wait": _wait,
    "grab": _grab,
    "windows": _windows,
    "quit": _quit,
}


@dataclass
class _Pending:
    socket: QTcpSocket
    line: bytes
    until: float | None = None


class Autopilot(QObject):
    """The listening end; make it when the screens are loaded, `close` it at the end."""

    def __init__(self, name_or_port: str = "0", parent: QObject | None = None) -> None:
        """Listen on the port if it is a number, else on any free one, and print which."""
        super().__init__(parent)
        self._pending: deque[_Pending] = deque()
        self._sockets: list[QTcpSocket] = []
        self._busy = False
        self._again = QTimer(self, singleShot=True)
        self._again.setObjectName("autopilot")
        self._again.timeout.connect(self._work)
        self._server = QTcpServer(self)
        self._server.newConnection.connect(self._on_connection)
        port = int(name_or_port) if name_or_port.isdigit() else 0
        if not self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), port):
            raise OSError(f"autopilot cannot listen on port {port}: {self._server.errorString()}")
        self.port = self._server.serverPort()
        sys.stdout.write(f"autopilot {self.port}\n")
        sys.stdout.flush()

    def close(self) -> None:
        """Say what is still to be said, and hang up."""
        self._again.stop()
        self._pending.clear()
        self._server.close()
        for socket in self._sockets:
            socket.flush()
            socket.disconnectFromHost()
        self._sockets.clear()

    @Slot()
    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.append(socket)
            socket.readyRead.connect(lambda s=socket: self._on_bytes(s))
            socket.disconnected.connect(lambda s=socket: self._forget(s))

    def _forget(self, socket: QTcpSocket) -> None:
        self._pending = deque(wish for wish in self._pending if wish.socket is not socket)
        if socket in self._sockets:
            self._sockets.remove(socket)
            socket.deleteLater()

    def _on_bytes(self, socket: QTcpSocket) -> None:
        while socket.canReadLine():
            self._pending.append(_Pending(socket, bytes(socket.readLine().data())))
        # Not here and now: Qt does not say readyRead again for a socket whose readyRead is still being
        # heard, and touching an item runs the event loop. What came meanwhile would never be read.
        self._again.start(0)

    @Slot()
    def _work(self) -> None:
        # Touching an item runs the event loop, which may bring more bytes: they wait for their turn.
        if self._busy:
            return
        self._busy = True
        try:
            while self._pending:
                first = self._pending[0]
                answer = self._attempt(first)
                if answer is None:
                    self._again.start(LOOK_AGAIN_MS)
                    return
                if self._pending and self._pending[0] is first:
                    self._pending.popleft()
                    first.socket.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
                    first.socket.flush()
        finally:
            self._busy = False

    def _attempt(self, pending: _Pending) -> Answer | None:
        """The answer, or None while the item is not there and there is time left."""
        try:
            wish = json.loads(pending.line)
            if not isinstance(wish, dict) or wish.get("do") not in WISHES:
                raise ValueError(f'"do" must be one of {", ".join(WISHES)}')
            if pending.until is None:
                pending.until = time.monotonic() + float(wish.get("timeout", DEFAULT_TIMEOUT))
            return {"ok": True} | WISHES[wish["do"]](wish)
        except DriverError as error:
            if pending.until is not None and time.monotonic() < pending.until:
                return None
            return {"ok": False, "error": str(error)}
        except (ValueError, TypeError) as error:
            return {"ok": False, "error": str(error)}
