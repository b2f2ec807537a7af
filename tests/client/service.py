"""The real branch service in a thread of the tests, which can be stopped and started again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from branch.service.bootstrap import Service, make_service
from branch.service.config import parse
from branch.service.staff import hash_pin
from branch.service.tokens import TokenStore

PIN = "2580"

_TOML = """
[branch]
name = {{ zh = "测试支行", en = "Test Branch" }}
time_zone = "Asia/Shanghai"
[hours]
{hours}
[[segments]]
id = "ordinary"
names = {{ zh = "普通", en = "Ordinary" }}
[[segments]]
id = "vip"
names = {{ zh = "贵宾", en = "VIP" }}
credit_minutes = 10
[[services]]
id = "A"
prefix = "A"
names = {{ zh = "现金业务", en = "Cash" }}
[[services]]
id = "B"
prefix = "B"
names = {{ zh = "贷款业务", en = "Loans" }}
[[counters]]
number = 1
services = ["A", "B"]
[[counters]]
number = 2
services = ["B"]
[[staff]]
id = "1001"
pin = "{pin}"
[[staff]]
id = "1002"
pin = "{pin}"
"""

HOURS = "\n".join(f'{day} = ["00:00-24:00"]' for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
CONFIG = _TOML.format(pin=hash_pin(PIN), hours=HOURS)


class RunningService:
    """One data folder and one port, on which a service runs most of the time."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = 0
        self._service: Service | None = None
        self._thread = threading.Thread()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def token(self, role: str) -> str:
        """A new token of a role."""
        tokens = TokenStore(self.data)
        try:
            return tokens.mint(role, role)
        finally:
            tokens.close()

    def start(self) -> None:
        """Run, on the port of last time; returns when it answers."""
        self._service = make_service(
            parse(CONFIG), self.data, host="127.0.0.1", port=self.port, announce=False
        )
        self.port = self._service.port
        self._thread = threading.Thread(target=self._service.run, name="service")
        self._thread.start()
        tick = threading.Event()
        while not self._service.server.started and self._thread.is_alive():
            tick.wait(0.01)

    def stop(self) -> None:
        """Leave; returns when everything is closed."""
        if self._service is not None:
            self._service.stop()
            self._thread.join()
            self._service = None


@contextmanager
def running_service(data: Path) -> Iterator[RunningService]:
    """A service that is stopped in the end."""
    service = RunningService(data)
    service.start()
    try:
        yield service
    finally:
        service.stop()
