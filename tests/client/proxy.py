"""A TCP proxy between a client and the service that cuts its lines after so many bytes."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from tests.harness.logs import expect_log

OF_A_CUT = (
    r"WARNING urllib3\.connection: Failed to parse headers",  # a head that ends in the middle
    r"WARNING asyncio: socket\.send\(\) raised exception",  # the service has not heard of it yet
)
"""What a cut at an unlucky moment makes the libraries on either side log."""

Budget = Callable[[], int | None]
"""How many bytes of answers the next connection may carry; None for no end."""


class Proxy:
    """Hands bytes to and fro. ``cuts`` counts the connections it has cut."""

    def __init__(self, target: str, budget: Budget) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname or "", parts.port or 80)
        self._budget = budget
        self.cuts = 0
        self._open, self._flowing = threading.Event(), threading.Event()
        self._open.set()
        self._flowing.set()
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()

    @property
    def url(self) -> str:
        """Where clients go."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut_all(self) -> None:
        """Cut every line that is open now."""
        with self._lock:
            for sock in self._sockets:
                _reset(sock)
            self._sockets.clear()

    def hold_answers(self) -> None:
        """What the service says from now on stays here."""
        self._flowing.clear()

    def let_nobody_in(self) -> None:
        """New lines are cut at once."""
        self._open.clear()

    def let_in(self) -> None:
        """As it was."""
        self._open.set()
        self._flowing.set()

    def close(self) -> None:
        """End everything."""
        self._flowing.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join()
        self._listener.close()
        self.cut_all()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if not self._open.is_set():
                _reset(near)
                near.close()
                continue
            try:
                far = socket.create_connection(self._target)
            except OSError:
                near.close()
                continue
            with self._lock:
                self._sockets += [near, far]
            for source, sink, budget in ((near, far, None), (far, near, self._budget())):
                answers = source is far
                thread = threading.Thread(target=self._pump, args=(source, sink, budget, answers))
                thread.start()
                self._threads.append(thread)

    def _pump(self, source: socket.socket, sink: socket.socket, left: int | None, answers: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                if answers:
                    self._flowing.wait(30)
                if left is not None and len(data) >= left:
                    sink.sendall(data[:left])
                    self.cuts += 1
                    break
                left = None if left is None else left - len(data)
                sink.sendall(data)
        # What was sent should still arrive: cuts come between bytes, not into the past.
        for sock in (source, sink):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()


def _reset(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.shutdown(socket.SHUT_RDWR)


@contextmanager
def proxy(target: str, budget: Budget = lambda: None) -> Iterator[Proxy]:
    """A proxy that is closed in the end; a test that has one may log what `OF_A_CUT` says."""
    expect_log(*OF_A_CUT)
    running = Proxy(target, budget)
    try:
        yield running
    finally:
        running.close()
