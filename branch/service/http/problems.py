"""How refusals and errors look on the wire: application/problem+json (RFC 9457) with a stable ``code``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from branch.contract.mistakes import mistakes
from branch.domain.kernel import refusals as errors
from branch.domain.kernel.refusals import INSTANTS, Fact, Refusal
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
    500: "internal",
    503: "storage-failed",
    507: "storage-full",
}
"""Codes that HTTP gives itself, by status; `storage-read-only` is a 503 too."""


_DETAIL = 500
"""Characters of a detail, which may name what the asker sent."""


class Problem(Exception):  # noqa: N818 - it is an answer, not a fault
    """An answer of HTTP itself, before any rule of the queue was asked."""

    def __init__(self, status: int, detail: str, code: str | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.code = code or EDGE_CODES[status]


def body_of(
    status: int,
    code: str,
    detail: str,
    wait_s: int | None = None,
    facts: Mapping[str, Fact] | None = None,
) -> bytes:
    """Render the JSON of a problem; ``facts`` are members of its own kind (RFC 9457, 3.2)."""
    title = code.replace("-", " ").capitalize()
    problem: dict[str, object] = {
        "type": "about:blank",
        "status": status,
        "title": title,
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


def response(status: int, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
    """JSON, or a problem for an error status."""
    kind = "application/json" if status < 400 else "application/problem+json"
    if status == 401:
        headers = {"WWW-Authenticate": "Bearer"}
    return Response(body, status, headers, media_type=kind)


def install(app: FastAPI) -> None:
    """Give every error of the app the same shape."""

    @app.exception_handler(Problem)
    async def _problem(_: Request, error: Problem) -> Response:
        return response(error.status, body_of(error.status, error.code, error.detail))

    @app.exception_handler(Refusal)
    async def _refusal(request: Request, error: Refusal) -> Response:
        return response(*refused(error, request.app.state.context.views.time))

    @app.exception_handler(StorageError)
    async def _storage(_: Request, error: StorageError) -> Response:
        status, code = storage_code(error)
        return response(status, body_of(status, code, str(error)))

    @app.exception_handler(WriterEnded)
    async def _ended(_: Request, error: WriterEnded) -> Response:
        return response(503, body_of(503, "internal", f"{error}; its log says why"))

    @app.exception_handler(RequestValidationError)
    async def _invalid(_: Request, error: RequestValidationError) -> Response:
        first = mistakes(error.errors(), "body", without="body")[0]
        if first.kind == "json_invalid":
            return response(400, body_of(400, "not-json", "the body is not JSON"))
        return response(422, body_of(422, "invalid", first.line))

    @app.exception_handler(HTTPException)
    async def _http(_: Request, error: HTTPException) -> Response:
        code = EDGE_CODES.get(error.status_code, "internal")
        body = body_of(error.status_code, code, str(error.detail))
        return response(error.status_code, body, error.headers)  # a 405 says what is allowed

    @app.exception_handler(Exception)
    async def _bug(_: Request, _error: Exception) -> Response:
        # Starlette has logged the trace; the asker gets one line.
        return response(500, body_of(500, "internal", "the service failed; its log says why"))


def storage_code(error: StorageError) -> tuple[int, str]:
    """Status and code of a disk that refused."""
    if isinstance(error, StorageFull):
        return 507, "storage-full"
    if isinstance(error, StorageReadOnly):
        return 503, "storage-read-only"
    return 503, "storage-failed"
