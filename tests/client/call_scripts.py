"""What the tests of calls share: a service that answers, one that is starting, an impatient client."""

from __future__ import annotations

from typing import Any

from branch.client.calls.service_api import Api
from tests.client.raw import Peer

TICKET = {"id": "t1", "number": "A001"}


def takes(peer: Peer) -> None:
    """Answers every request as a service would."""
    while True:
        peer.request()
        peer.answer(201, TICKET)


def is_starting(peer: Peer) -> None:
    peer.request()
    peer.problem(503, "starting")


def quick(url: str, **options: Any) -> Api:
    return Api(url, "token", timeout=(0.5, 0.3), **options)
