"""What the feed is read from: the snapshot, and the stream of events after it, over lines that can be cut."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple, cast

import requests

from branch.client.lines import Lines
from branch.client.responses import BadAnswer, Unreachable, base_url, object_of, raise_for, senseless
from branch.client.transport import network_errors, open_session
from branch.contract.answers.hall_answers import BoardSnapshot

MAX_EVENT = 1_000_000
"""Characters that one event may have. The longest honest one is the queue of a counter with some 20,000."""

_LINE_END = re.compile("\r\n|\n|\r")


class SseEvent(NamedTuple):
    """One event. ``id`` is the one it was sent with, None for an event that came without."""

    type: str
    data: str
    id: str | None


class SseParser:
    """Takes bytes cut anywhere and gives the events that are complete.

    ``last_id`` is the standard's last event ID: that of the newest event that had one.
    """

    def __init__(self) -> None:
        self.last_id = ""
        # Drops a byte order mark at the very beginning, and keeps what is cut inside a character.
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._rest: list[str] = []
        self._rest_size = 0
        self._after_cr = False
        self._type = ""
        self._data: list[str] = []
        self._data_size = 0
        self._id: str | None = None

    def feed(self, chunk: bytes) -> list[SseEvent]:
        """The events that ``chunk`` completes; raises ValueError for one that is too long."""
        text = self._decoder.decode(chunk)
        if self._after_cr and text:
            # The line ended with its CR; an LF after it is the other half of the same end.
            text = text.removeprefix("\n")
            self._after_cr = False
        if not text:
            return []
        self._after_cr = text.endswith("\r")
        first, *others = _LINE_END.split(text)
        self._rest.append(first)
        self._rest_size += len(first)
        events: list[SseEvent] = []
        for start in others:
            line = "".join(self._rest)
            self._rest, self._rest_size = [start], len(start)
            event = self._take(line)
            if event is not None:
                events.append(event)
        if self._rest_size + self._data_size > MAX_EVENT:
            raise ValueError(f"an event of the feed is longer than {MAX_EVENT} characters")
        return events

    def _take(self, line: str) -> SseEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
            self._data_size += len(value) + 1
        elif name == "event":
            self._type = value
        elif name == "id" and "\0" not in value:
            self._id = value
        # An empty name is a comment; names that are not known are ignored.
        return None

    def _dispatch(self) -> SseEvent | None:
        kind, data, own_id = self._type, self._data, self._id
        self._type, self._data, self._data_size, self._id = "", [], 0, None
        if own_id is not None:
            self.last_id = own_id
        # An event with no data at all is none, though its id counts: comments end this way too.
        return SseEvent(kind or "message", "\n".join(data), own_id) if data else None


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

    def snapshot(self) -> BoardSnapshot:
        """The hall and the number to follow it from; raises ServiceError, Refusal."""
        answer = object_of(self._get("/v1/snapshot", {"counter": self._counter}))
        if not isinstance(answer.get("seq"), int) or not isinstance(answer.get("hall"), dict):
            raise BadAnswer("the snapshot has no hall or no number")
        return cast(BoardSnapshot, answer)

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
        query: Mapping[str, str | int | None] | None = None,
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
