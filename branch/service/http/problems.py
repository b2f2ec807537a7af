"""How refusals and errors look on the wire: application/problem+json (RFC 9457) with a stable ``code``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus

from starlette.responses import Response

from branch.domain.kernel import refusals as errors
from branch.domain.kernel.refusals import INSTANTS, Fact, Refusal
from branch.service.core.async_writer import CommandFailed
from branch.service.core.writer_inbox import WriterEnded
from branch.service.journal.storage_errors import StorageError, StorageFull, StorageReadOnly

STATUS: dict[type[Refusal], int] = {
    errors.Unknown: 404,
    errors.Conflict: 409,
    errors.Closed: 409,
    errors.NotAllowed: 403,
    errors.Invalid: 422,
}

EDGE_CODES = {
    400: "not-json",
    401: "unauthorized",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    422: "invalid",
    429: "too-many-requests",
    500: "internal",
    503: "storage-failed",
    507: "storage-full",
}
"""Codes that HTTP gives itself, by status; `storage-read-only` is a 503 too."""


Headers = Iterable[tuple[bytes, bytes]]

_DETAIL = 500
"""Characters of a detail, which may name what the asker sent."""


class Problem(Exception):  # noqa: N818 - it is an answer, not a fault
    """An answer of HTTP itself, before any rule of the queue was asked."""

    def __init__(self, status: int, detail: str, code: str | None = None, headers: Headers = ()) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.code = code or EDGE_CODES[status]
        self.headers = headers


def body_of(
    status: int,
    code: str,
    detail: str,
    wait_s: int | None = None,
    facts: Mapping[str, Fact] | None = None,
) -> bytes:
    """Render the JSON of a problem; ``facts`` are members of its own kind (RFC 9457, 3.2)."""
    problem: dict[str, object] = {
        "type": "about:blank",
        "status": status,
        "title": HTTPStatus(status).phrase,  # RFC 9457, 4.2.1: what is about:blank has no more than that
        "detail": detail[:_DETAIL],
        "code": code,
    }
    if wait_s is not None:
        problem["wait_s"] = wait_s
    problem |= facts or {}
    # A detail may name what the asker sent, be it no Unicode text.
    return json.dumps(problem, ensure_ascii=False).encode(errors="replace")


def refused(refusal: Refusal, time: Callable[[int], str]) -> tuple[int, bytes]:
    """Status and body of a refusal; ``time`` writes an instant as the branch's clocks show it."""
    status = STATUS[type(refusal)]
    facts = {
        name: time(fact) if name in INSTANTS and isinstance(fact, int) else fact
        for name, fact in refusal.facts.items()
    }
    return status, body_of(status, refusal.code, refusal.detail, refusal.wait_s, facts)


class Answer(Response):
    """JSON, or a problem for an error status; made with less ado than Starlette's own."""

    def __init__(self, status: int, body: bytes, headers: Headers = ()) -> None:
        self.status_code, self.body, self.background = status, body, None
        self.raw_headers = [
            (b"content-length", b"%d" % len(body)),
            (b"content-type", b"application/json" if status < 400 else b"application/problem+json"),
            *headers,
        ]


def answer_to(error: Exception, time: Callable[[int], str]) -> Answer:
    """The problem that an error is told as; one line for a bug, whose trace is in the log."""
    match error:
        case Problem():
            return Answer(error.status, body_of(error.status, error.code, error.detail), error.headers)
        case Refusal():
            wait = () if error.wait_s is None else ((b"retry-after", b"%d" % error.wait_s),)
            return Answer(*refused(error, time), wait)
        case StorageError():
            status, code = storage_code(error)
            return Answer(status, body_of(status, code, str(error)))
        case WriterEnded():
            return Answer(503, body_of(503, "internal", f"{error}; its log says why"))
        case _:
            return Answer(500, body_of(500, "internal", "the service failed; its log says why"))


def is_bug(error: Exception) -> bool:
    """Whether nobody has meant that error to be an answer, and nobody has put it into the log yet."""
    return not isinstance(error, Problem | Refusal | StorageError | WriterEnded | CommandFailed)


def storage_code(error: StorageError) -> tuple[int, str]:
    """Status and code of a disk that refused."""
    if isinstance(error, StorageFull):
        return 507, "storage-full"
    if isinstance(error, StorageReadOnly):
        return 503, "storage-read-only"
    return 503, "storage-failed"
