"""A long answer, made in slices: nobody waits for the whole, nor for a thread that does not give way."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from branch.service.feed.feed_entries import to_json
from branch.service.http.problems import Answer

ROWS = 20
"""Made between two moments at which other threads may go on; they take some 1 ms."""

SLICE = 64 * 1024
"""Bytes that are sent at once."""


class SlicedAnswer(Response):
    """JSON with a long list, made in a worker's thread while it is sent. A short one is sent as a whole."""

    def __init__(self, view: Mapping[str, object], name: str, rows: Iterable[Mapping[str, object]]) -> None:
        """``rows`` stand in the answer for what ``view`` has under ``name``."""
        self._slices = _joined(_texts(view, name, rows))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; what making the first slice raises is raised before anything is sent."""
        first = await self._next()
        second = await self._next()
        if not second:
            await Answer(200, first)(scope, receive, send)
            return
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for text in (first, second):
            await send({"type": "http.response.body", "body": text, "more_body": True})
        while text := await self._next():
            await send({"type": "http.response.body", "body": text, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def _next(self) -> bytes:
        return await run_in_threadpool(next, self._slices, b"")


def _texts(view: Mapping[str, object], name: str, rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The text of the whole, piece by piece."""
    for n, (key, value) in enumerate(view.items()):
        yield f"{',' if n else '{'}{to_json(key)}:"
        if key != name:
            yield to_json(value)
            continue
        yield "["
        remaining, comma = iter(rows), ""
        while some := list(islice(remaining, ROWS)):
            yield comma + ",".join(map(to_json, some))
            comma = ","
            time.sleep(0)  # gives way: whoever waits for this thread's turn waits for no more than this
        yield "]"
    yield "}"


def _joined(texts: Iterable[str]) -> Iterator[bytes]:
    slice_ = bytearray()
    for text in texts:
        slice_ += text.encode()
        if len(slice_) >= SLICE:
            yield bytes(slice_)
            slice_.clear()
    if slice_:
        yield bytes(slice_)
