"""What /openapi.json says besides what FastAPI sees by itself: tokens, idempotency keys, answers,
problems."""

from __future__ import annotations

import threading
from typing import Any

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response

from branch.domain.kernel.refusals import FACTS
from branch.service.feed.feed_entries import to_json
from branch.service.http.answer_schemas import AnswerSchemas
from branch.service.http.context import MAX_KEY

_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key gives the same answer, also after a restart.",
    "schema": {"type": "string", "minLength": 1, "maxLength": MAX_KEY},
}
_PROBLEM = {
    "type": "object",
    "required": ["type", "status", "title", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "Stable; programs may switch on it."},
        "wait_s": {"type": "integer", "description": "After how many seconds it is worth asking again."},
    },
    "additionalProperties": {"description": "A fact that the reader of a refusal needs."},
    "x-facts": {code: list(names) for code, names in FACTS.items()},
}
_REFUSED = {
    "description": "A refusal or an error.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def describe(app: FastAPI) -> None:
    """Have the app describe itself in full; made once, when it is first asked for.

    In a worker's thread, for that takes a moment in which the feed goes on. ``app`` must have no description
    of FastAPI's own.
    """
    lock = threading.Lock()
    made: list[bytes] = []

    def described(_: Request) -> Response:
        with lock:
            if not made:
                made.append(to_json(_described(app)).encode())
        return Response(made[0], media_type="application/json")

    app.add_route("/openapi.json", described, include_in_schema=False)


def needs_token(path: str) -> bool:
    """Phones have none, and whoever watches over the service needs none."""
    return path != "/v1/health" and not path.startswith("/t/")


def _described(app: FastAPI) -> dict[str, Any]:
    described = get_openapi(title=app.title, version=app.version, routes=app.routes)
    components = described["components"]
    answers = AnswerSchemas("#/components/schemas/{model}")
    components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    components["schemas"]["Problem"] = _PROBLEM
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    components["schemas"] |= answers.definitions
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            operation["responses"].pop("422", None)  # FastAPI's own shape, which we do not use
            answers.put_into(operation["responses"], f"{method.upper()} {path}")
            operation["responses"]["default"] = _REFUSED
            if needs_token(path):
                operation["security"] = [{"token": []}]
            if method == "post":
                operation.setdefault("parameters", []).append(_KEY)
    return described
