"""What the feed is read from: the snapshot, and the stream of events after it, over lines that can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import requests

from branch.client.responses import base_url, network_errors, object_of, raise_for, senseless
from branch.client.service_errors import BadAnswer, Unreachable
from branch.client.sse import SseEvent, SseParser
from branch.client.transport import Lines, open_session
from branch.contract import shapes

CONNECT_S = 2.0
ANSWER_S = 10.0
"""Seconds for a whole snapshot; a busy service may have just started."""

_CHUNK = 65_536


class FeedSource:
    """One reader's way to the service; used by one thread, cut by any."""

    def __init__(
        self, url: str, token: str, counter: int | None, silence: float, *, prints: bool = False
    ) -> None:
        """``silence``: seconds without a byte after which the line is dead. ``prints``: whether we are a
        kiosk with a printer. Raises ValueError for what is no address."""
        self._prints = prints
        self.url = base_url(url)
        self._counter = counter
        self._silence = silence
        self._lines = Lines(whole_answers=False)
        self._session = open_session(self._lines, token)

    def cut(self) -> None:
        """Have everything raise Unreachable, now and from now on; from any thread."""
        self._lines.cut()

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def snapshot(self) -> shapes.Snapshot:
        """The hall and the number to follow it from; raises ServiceError, Refusal."""
        answer = object_of(self._get("/v1/snapshot", {"counter": self._counter}))
        if not isinstance(answer.get("seq"), int) or not isinstance(answer.get("hall"), dict):
            raise BadAnswer("the snapshot has no hall or no number")
        return cast(shapes.Snapshot, answer)

    def journal(self) -> str | None:
        """The id of the journal that numbers belong to now; raises ServiceError."""
        return cast("str | None", object_of(self._get("/v1/health")).get("journal"))

    @contextmanager
    def events(self, after: int) -> Iterator[Iterator[SseEvent | None]]:
        """The open stream: its events, and None for a sign of life without one. Raises ServiceError,
        Refusal; the stream itself raises Unreachable at its end."""
        response = self._get(
            "/v1/events",
            {"after": after, "counter": self._counter, "prints": "true" if self._prints else None},
            headers={"Accept": "text/event-stream", "Last-Event-ID": str(after)},
            silence=self._silence,
        )
        try:
            with network_errors():
                raise_for(response)
            if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
                raise senseless(response, "the feed is not text/event-stream")
            yield _parsed(response)
        finally:
            response.close()

    def _get(
        self,
        path: str,
        query: dict[str, Any] | None = None,
        *,
        headers: dict[str, str] | None = None,
        silence: float | None = None,
    ) -> requests.Response:
        with network_errors():
            return self._session.get(
                self.url + path,
                params=query,
                headers=headers,
                timeout=(CONNECT_S, silence or ANSWER_S),
                allow_redirects=False,
                stream=silence is not None,
            )


def _parsed(response: requests.Response) -> Iterator[SseEvent | None]:
    parser = SseParser()
    while True:
        with network_errors():
            chunk: bytes = response.raw.read1(_CHUNK)
        if not chunk:
            raise Unreachable("the service ended the feed")
        try:
            events = parser.feed(chunk)
        except ValueError as error:
            raise BadAnswer(str(error)) from error
        if events:
            yield from events
        else:
            yield None
