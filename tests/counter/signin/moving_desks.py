"""Windows of one person at more than one counter."""

from __future__ import annotations

from tests.counter.conftest import OpenDesk
from tests.counter.desks import Desk
from tests.harness.waiting import until


def offered(open_desk: OpenDesk, number: int) -> Desk:
    """Another window of staff 0312, who works elsewhere, with the offer to move to that counter."""
    other = open_desk()
    other.try_sign_in(number)
    other.wait("signInButton", f"Move to counter {number}")
    until(lambda: not other.controller.runner.holds("signIn"))
    return other


def at_work(*desks: Desk) -> list[Desk]:
    """Those of them that have the session."""
    return [desk for desk in desks if desk.controller.session.here]
