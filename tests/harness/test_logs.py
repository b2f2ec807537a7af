"""What is logged in a test and was not asked for fails it."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.harness.logs import LogFailHandler, expect_log

log = logging.getLogger("a.part")


@pytest.fixture
def handler() -> Iterator[LogFailHandler]:
    """One that looks on besides that of the test."""
    handler = LogFailHandler()
    handler.begin()
    yield handler
    handler.end()


@pytest.mark.expects_log
def test_a_warning_that_nobody_expects_is_kept(handler: LogFailHandler) -> None:
    log.info("said")
    log.warning("cut %d times", 3)
    assert handler.unexpected == ["WARNING a.part: cut 3 times"]


@pytest.mark.expects_log(r"WARNING a\.part: cut", r"ERROR a\.part: lost")
def test_only_what_the_test_expects_is_not(handler: LogFailHandler) -> None:
    expect_log(r"WARNING a\.part: cut \d times")
    log.warning("cut 3 times")
    log.error("lost")
    assert handler.unexpected == ["ERROR a.part: lost"]


def test_what_is_captured_is_asked_for(handler: LogFailHandler, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        log.warning("cut")
    assert handler.unexpected == []
