"""The body of a request: read up to its limit, and taken as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.types import Receive

from branch.contract.basics import Json
from branch.service.http.problems import Problem

MAX_BODY = 64 * 1024
"""Bytes of a request body; the largest honest one, a rating with a comment, has a few hundred."""

_JSON = b"application/json"


def check_length(headers: Mapping[bytes, bytes]) -> None:
    """Refuse a body that says it is over `MAX_BODY` bytes before anything reads it; raises Problem."""
    stated = headers.get(b"content-length", b"0")
    if stated.isdigit() and int(stated) > MAX_BODY:
        raise _too_large()


async def read_body(receive: Receive) -> bytes:
    """The whole body; raises Problem when it is over `MAX_BODY` bytes, which it need not have said."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Problem(400, "the body has no end")
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            raise _too_large()
        if not message.get("more_body", False):
            return bytes(body)


def from_json(body: bytes, headers: Mapping[bytes, bytes]) -> Json | bytes:
    """What the body says; the bytes as they are when it does not say that it is JSON. Raises Problem."""
    if not _is_json(headers.get(b"content-type", b"")):
        return body
    try:
        said: Json = json.loads(body)
    except json.JSONDecodeError:
        raise Problem(400, "the body is not JSON") from None
    except (ValueError, RecursionError):  # no text, a number of 5,000 digits, a thousand brackets
        raise Problem(400, "There was an error parsing the body") from None
    return said


def _is_json(kind: bytes) -> bool:
    if kind == _JSON:
        return True
    main, _, sub = kind.partition(b";")[0].strip().lower().partition(b"/")
    return main == b"application" and (sub == b"json" or sub.endswith(b"+json"))


def _too_large() -> Problem:
    return Problem(413, f"a body may have {MAX_BODY} bytes")
