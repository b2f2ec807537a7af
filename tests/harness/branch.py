"""A branch service for tests, in this process: its own folder, its own port, uvicorn in a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher

import assets
from branch.contract.basics import ROLES
from branch.service.access.device_tokens import DeviceTokens
from branch.service.bootstrap import Service, make_service
from branch.service.config.branch_config import BranchConfig, parse
from branch.service.core.service_clock import Clock
from branch.service.core.trusted_clock import TrustedClock
from tests.harness.clocks import HandClock
from tests.harness.conforming import Conforming

PIN = "4821"
"""The PIN of both staff numbers (0312 and 0288) of the sample branch in tests."""


HEARTBEAT_S = 0.5
"""A tenth of the product's: what changes with the time alone is told with it, and tests wait for that."""


@cache
def pin_hash() -> str:
    """What branch.toml keeps of `PIN`. A hash of the product takes a core some 30 ms by design, whenever
    somebody signs in; this one takes none."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)


def sample_toml() -> str:
    """The sample branch.toml with staff PINs set."""
    text = (assets.ROOT / "sample" / "branch.toml").read_text(encoding="utf-8")
    return text.replace('pin = ""', f'pin = "{pin_hash()}"')


def sample_config(
    changes: Mapping[str, str] | None = None, edit: Callable[[str], str] | None = None
) -> BranchConfig:
    """The sample branch with staff PINs set; ``edit`` rewrites its text, ``changes`` replaces parts."""
    text = edit(sample_toml()) if edit is not None else sample_toml()
    for old, new in (changes or {}).items():
        assert old in text, f"{old!r} is not in the sample branch.toml"
        text = text.replace(old, new)
    return parse(text)


class RunningService:
    """A service that can be stopped and started again on the same folder and port.

    Attributes:
        folder: where its data are.
        config: its branch.toml.
        clock: its time.
        tokens: one for each role.
        faults: what it has answered or told that is not what the contract says.
    """

    def __init__(
        self, folder: Path, config: BranchConfig, clock: Clock, heartbeat: float = HEARTBEAT_S
    ) -> None:
        self.folder, self.clock = folder, clock
        self.config, self._heartbeat = config, heartbeat
        self._service: Service | None = None
        self._thread: threading.Thread | None = None
        self._port = 0
        self.tokens: dict[str, str] = {}
        self.faults: list[str] = []
        self.start()
        with closing(DeviceTokens(folder)) as store:
            taken = {info.name for info in store.list()}  # of a folder that was recorded
            names = {role: f"test {role}" for role in ROLES}
            self.tokens = {
                role: store.mint(role, f"another {name}" if name in taken else name)
                for role, name in names.items()
            }

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def hand(self) -> HandClock:
        """Its clock, if it is one that tests move."""
        assert isinstance(self.clock, HandClock)
        return self.clock

    @property
    def service(self) -> Service:
        """The service itself, which must be running."""
        assert self._service is not None
        return self._service

    def start(self) -> None:
        """Serve; returns when the port is answered."""
        started = threading.Event()
        service = make_service(
            self.config,
            self.folder,
            host="127.0.0.1",
            port=self._port,
            clock=self.clock,
            announce=False,
            heartbeat=self._heartbeat,
        )
        service.server.config.app = Conforming(service.app, self.faults)
        self._service, self._port = service, service.port
        service.on_started(started.set)
        self._thread = threading.Thread(target=service.run, name="service")
        self._thread.start()
        assert started.wait(10), "the service did not start"

    def stop(self) -> None:
        """Stop as a signal would; returns when the folder is free again."""
        if self._service is not None and self._thread is not None:
            self._service.stop()
            self._thread.join(10)
            assert not self._thread.is_alive(), "the service did not stop"
            self._service = self._thread = None
        assert not self.faults, "answers are not what the contract says: " + "; ".join(self.faults[:5])


@contextmanager
def running_service(
    folder: Path,
    config: BranchConfig | None = None,
    clock: Clock | None = None,
    *,
    heartbeat: float = HEARTBEAT_S,
) -> Iterator[RunningService]:
    """The sample branch (or another) being served, on a Saturday morning unless ``clock`` says otherwise."""
    running = RunningService(folder, config or sample_config(), clock or HandClock(), heartbeat)
    try:
        yield running
    finally:
        running.stop()


_ALWAYS = "\n".join(f'{day} = ["00:00-24:00"]' for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
_SMALL = """
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


def small_toml() -> str:
    """The branch.toml of a small branch that never closes."""
    return _SMALL.format(pin=pin_hash(), hours=_ALWAYS)


def small_service(folder: Path) -> AbstractContextManager[RunningService]:
    """The small branch that never closes being served, on the real time."""
    return running_service(folder, parse(small_toml()), TrustedClock())
