"""The former place of tests.harness.branch and tests.harness.clocks, until all import those."""

from tests.harness.branch import (
    PIN,
    RunningService,
    pin_hash,
    running_service,
    sample_config,
    sample_toml,
)
from tests.harness.clocks import OPEN_HOURS
from tests.harness.clocks import HandClock as clock_at  # noqa: N813  # its former name

__all__ = [
    "OPEN_HOURS",
    "PIN",
    "RunningService",
    "clock_at",
    "pin_hash",
    "running_service",
    "sample_config",
    "sample_toml",
]
