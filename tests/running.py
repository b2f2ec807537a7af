"""A real branch service for tests: its own folder, its own port, uvicorn in a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

import assets
from branch.service.access.device_tokens import TokenStore
from branch.service.access.pin_check import hash_pin
from branch.service.bootstrap import Service, make_service
from branch.service.config.branch_config import BranchConfig, parse
from branch.service.core.service_clock import Clock, FastClock
from branch.service.feed.hall_views import ROLES

PIN = "4821"
"""The PIN of both staff numbers (0312 and 0288) of the sample branch in tests."""

OPEN_HOURS = "2026-11-21T09:30:00+08:00"
"""A Saturday on which the sample branch is open until 17:00."""


@cache
def pin_hash() -> str:
    """What branch.toml keeps of `PIN`; made once, for it takes its time by design."""
    return hash_pin(PIN)


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


def clock_at(text: str = OPEN_HOURS, speed: float = 1.0) -> FastClock:
    """A clock that begins at an RFC 3339 time."""
    return FastClock(round(datetime.fromisoformat(text).timestamp() * 1000), speed)


class RunningService:
    """A service that can be stopped and started again on the same folder and port."""

    def __init__(self, folder: Path, config: BranchConfig, clock: Clock) -> None:
        self._folder, self._config, self._clock = folder, config, clock
        self._service: Service | None = None
        self._thread: threading.Thread | None = None
        self._port = 0
        self.tokens: dict[str, str] = {}
        self.start()
        store = TokenStore(folder)
        self.tokens = {role: store.mint(role, f"test {role}") for role in ROLES}
        store.close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Serve; returns when the port is answered."""
        started = threading.Event()
        service = make_service(
            self._config, self._folder, host="127.0.0.1", port=self._port, clock=self._clock, announce=False
        )
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


@contextmanager
def running_service(
    folder: Path, config: BranchConfig | None = None, clock: Clock | None = None
) -> Iterator[RunningService]:
    """The sample branch (or another) being served."""
    running = RunningService(folder, config or sample_config(), clock or clock_at())
    try:
        yield running
    finally:
        running.stop()
