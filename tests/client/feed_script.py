"""What a service does for one reader of its feed, written out byte by byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.client.raw import Peer, Request

HALL: dict[str, Any] = {"day": None, "services": [], "counters": [], "calls": [], "queue": None}


def snapshot(seq: int, journal: str = "j1") -> dict[str, Any]:
    return {"seq": seq, "at": "2026-11-21T09:00:00.000+08:00", "journal": journal, "hall": HALL}


def event(seq: int, kind: str = "TicketIssued") -> bytes:
    data = json.dumps({"seq": seq, "type": kind})
    return f"id: {seq}\nevent: {kind}\ndata: {data}\n\n".encode()


def counts(seq: int) -> bytes:
    return f'event: QueuesChanged\ndata: {{"seq": {seq}, "type": "QueuesChanged"}}\n\n'.encode()


Stream = Callable[[Peer, Request], None]


class Feed:
    """The script of a service: its n-th stream is the n-th of ``streams``, later ones the last; its
    snapshots have the numbers ``seqs`` likewise, and its journal for each stream is that of ``journals``."""

    def __init__(
        self, *streams: Stream, seqs: tuple[int, ...] = (0,), journals: tuple[str, ...] = ("j1",)
    ) -> None:
        self.streams = streams
        self.seqs = seqs
        self.journals = journals
        self.opened: list[Request] = []
        self.snapshots = 0

    def __call__(self, peer: Peer) -> None:
        while True:
            request = peer.request()
            assert request.headers["authorization"] == "Bearer token"
            if request.path == "/v1/snapshot":
                seq = self.seqs[min(self.snapshots, len(self.seqs) - 1)]
                peer.answer(200, snapshot(seq, self._journal()))
                self.snapshots += 1
            elif request.path == "/v1/health":
                peer.answer(200, {"status": "ok", "journal": self._journal()})
            else:
                stream = self.streams[min(len(self.opened), len(self.streams) - 1)]
                self.opened.append(request)
                stream(peer, request)
                return

    @property
    def after(self) -> list[str]:
        """From which number each stream was asked for."""
        assert all(r.headers["last-event-id"] == r.query["after"] for r in self.opened)
        return [request.query["after"] for request in self.opened]

    def _journal(self) -> str:
        return self.journals[min(max(0, len(self.opened) - 1), len(self.journals) - 1)]


def sends(*pieces: bytes) -> Stream:
    """A stream of these pieces, which then ends."""

    def stream(peer: Peer, _: Request) -> None:
        peer.stream()
        for piece in pieces:
            peer.send(piece)

    return stream


def sends_and_stays(*pieces: bytes) -> Stream:
    """A stream of these pieces, which then is silent."""

    def stream(peer: Peer, request: Request) -> None:
        sends(*pieces)(peer, request)
        peer.until_gone()

    return stream


def resets(*pieces: bytes) -> Stream:
    def stream(peer: Peer, request: Request) -> None:
        sends(*pieces)(peer, request)
        peer.reset()

    return stream


def refuses(status: int, code: str) -> Stream:
    return lambda peer, _: peer.problem(status, code)
