"""The parser of text/event-stream against the examples of the WHATWG's HTML standard, cut anywhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branch.client.feed_stream import MAX_EVENT, SseEvent, SseParser


def parse(*chunks: bytes) -> list[SseEvent]:
    parser = SseParser()
    return [event for chunk in chunks for event in parser.feed(chunk)]


def message(data: str, own_id: str | None = None, kind: str = "message") -> SseEvent:
    return SseEvent(kind, data, own_id)


STOCKS = b"data: YHOO\ndata: +2\ndata: 10\n\n"
COMMENT = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n"
EMPTY = b"data\n\ndata\ndata\n\ndata:"
SPACE = b"data:test\n\ndata: test\n\n"
NAMED = b"event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: add\ndata: 113411\n\n"


@pytest.mark.parametrize(
    ("stream", "events"),
    [
        pytest.param(STOCKS, [message("YHOO\n+2\n10")], id="three-data-lines"),
        pytest.param(
            COMMENT,
            [message("first event", "1"), message("second event", ""), message(" third event")],
            id="comment-and-ids",
        ),
        pytest.param(EMPTY, [message(""), message("\n")], id="empty-data-and-an-unfinished-block"),
        pytest.param(SPACE, [message("test"), message("test")], id="one-space-is-dropped"),
        pytest.param(
            NAMED,
            [message("73857293", kind="add"), message("2153", kind="remove"), message("113411", kind="add")],
            id="named-events",
        ),
        pytest.param(b": heartbeat\n\n: heartbeat\n\n", [], id="comments-are-no-events"),
        pytest.param(b"id: 7\n\n", [], id="an-id-alone-is-no-event"),
        pytest.param(b"event: x\n\ndata: 1\n\n", [message("1")], id="a-type-does-not-outlive-its-block"),
        pytest.param(b"id: a\0b\ndata: 1\n\n", [message("1")], id="an-id-with-null-is-ignored"),
        pytest.param(b"retry: 10\nfoo: bar\ndata: 1\n\n", [message("1")], id="unknown-fields"),
        pytest.param(b"\xef\xbb\xbfdata: 1\n\n", [message("1")], id="byte-order-mark"),
        pytest.param(
            b"data: 1\n\ndata: \xef\xbb\xbf2\n\n", [message("1"), message("\ufeff2")], id="bom-later"
        ),
        pytest.param(b"data: a\xffb\n\n", [message("a\ufffdb")], id="not-utf-8"),
        pytest.param(
            "data: 请 A035 到 3 号\n\n".encode(), [message("请 A035 到 3 号")], id="characters-of-many-bytes"
        ),
        pytest.param(b"data: a\rdata: b\r\r", [message("a\nb")], id="cr"),
        pytest.param(b"data: a\r\ndata: b\r\n\r\n", [message("a\nb")], id="crlf"),
        pytest.param(b"data: a\r\ndata: b\n\rdata: c\n\n", [message("a\nb"), message("c")], id="mixed"),
        pytest.param(b"data: a:b: c\n\n", [message("a:b: c")], id="colons-in-data"),
    ],
)
class TestStandard:
    def test_in_one_piece(self, stream: bytes, events: list[SseEvent]) -> None:
        assert parse(stream) == events

    def test_byte_by_byte(self, stream: bytes, events: list[SseEvent]) -> None:
        assert parse(*(stream[i : i + 1] for i in range(len(stream)))) == events

    def test_cut_in_two_anywhere(self, stream: bytes, events: list[SseEvent]) -> None:
        for at in range(len(stream) + 1):
            assert parse(stream[:at], b"", stream[at:]) == events, at


def test_the_last_id_is_that_of_the_newest_event_that_had_one() -> None:
    parser = SseParser()
    parser.feed(b"id: 7\ndata: 1\n\ndata: 2\n\n")
    assert parser.last_id == "7"
    parser.feed(b"id: 8\n\n")
    assert parser.last_id == "8"
    parser.feed(b"id\ndata: 3\n\n")
    assert parser.last_id == ""


_LINES = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=20)


@given(
    texts=st.lists(st.lists(_LINES, min_size=1, max_size=3), max_size=6),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    cuts=st.lists(st.integers(0, 300), max_size=8),
)
def test_whatever_was_written_is_read_wherever_it_is_cut(
    texts: list[list[str]], end: str, cuts: list[int]
) -> None:
    stream = "".join("".join(f"data: {line}{end}" for line in lines) + end for lines in texts).encode()
    marks = [0, *sorted(cuts), len(stream)]
    pieces = [stream[a:b] for a, b in pairwise(marks)]
    assert [event.data for event in parse(*pieces)] == ["\n".join(lines) for lines in texts]


def test_an_event_without_end_is_given_up() -> None:
    parser = SseParser()
    parser.feed(b"data: " + b"x" * (MAX_EVENT - 100))
    with pytest.raises(ValueError, match="longer than"):
        parser.feed(b"x" * 200)


def test_comments_without_blank_lines_are_no_long_event() -> None:
    parser = SseParser()
    for _ in range(30):
        assert parser.feed(b":" + b"x" * 50_000 + b"\n") == []
