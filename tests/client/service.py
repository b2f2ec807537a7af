"""A small branch that never closes, for the client's tests."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from branch.service.config.branch_config import parse
from branch.service.core.service_clock import SystemClock
from tests import running
from tests.running import RunningService, pin_hash

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
CONFIG = _TOML.format(pin=pin_hash(), hours=HOURS)


def running_service(data: Path) -> AbstractContextManager[RunningService]:
    """The real service of that branch, on the real time."""
    return running.running_service(data, parse(CONFIG), SystemClock())
