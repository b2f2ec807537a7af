"""What /openapi.json says: FastAPI describes the routes, and what it does not see is put in, which is tokens,
idempotency keys, answers and problems."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Annotated, Any, TypeAlias, cast

from fastapi import Header
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from branch import VERSION
from branch.contract.answers.answer_table import ANSWERS, FEED, AnswerType
from branch.contract.answers.feed_events import CARRIED
from branch.contract.basics import Json
from branch.domain.kernel.refusals import CODES, FACTS
from branch.service.http.context import MAX_KEY
from branch.service.http.problems import EDGE_CODES
from branch.service.http.route_table import EVERYBODY, Route, RouteTable

Schema: TypeAlias = dict[str, Json]

_GENERIC = re.compile(r"\b([A-Z]\w*?)_([A-Z]\w*?)Ticket_\w*")
_STREAM = "GET /v1/events"


class AnswerSchemas:
    """The schemas of one description; ``ref_template`` is where its ``definitions`` will stand."""

    def __init__(self, ref_template: str) -> None:
        kinds = dict.fromkeys(kind for answer in ANSWERS.values() for kind in answer.types.values())
        made, rest = TypeAdapter.json_schemas(
            [(number, "serialization", TypeAdapter(cast(type, kind))) for number, kind in enumerate(kinds)],
            ref_template=ref_template,
        )
        self.definitions: Schema = _renamed(rest["$defs"])
        self._schemas: Mapping[AnswerType, Schema] = {
            kind: _renamed(made[number, "serialization"]) for number, kind in enumerate(kinds)
        }

    def put_into(self, responses: MutableMapping[str, Json], route: str) -> None:
        """Describe the good answer of a route; the pages of phones, which are no JSON, stay as they are."""
        answer = ANSWERS.get(route)
        if answer is None:
            return
        schema = self._one_of(answer.types)
        content: Schema = {"application/json": {"schema": schema}}
        if route == _STREAM:
            content = {"text/event-stream": {"schema": {"type": "string"}, "x-events": self._events()}}
        responses[str(answer.status)] = {"description": _who(answer.types), "content": content}

    def _one_of(self, types: Mapping[str, AnswerType]) -> Schema:
        kinds = list(dict.fromkeys(types.values()))
        if len(kinds) == 1:
            return self._schemas[kinds[0]]
        return {
            "anyOf": [
                {**self._schemas[kind], "description": _named(r for r, one in types.items() if one is kind)}
                for kind in kinds
            ]
        }

    def _events(self) -> Schema:
        """By type: who is told of it, what it carries, and as what."""
        return {
            name: {
                "roles": sorted(carried.roles),
                "schema": {
                    **self._one_of({role: kind for role, kind in FEED.items() if role in carried.roles}),
                    "required": sorted(carried.fields),
                },
            }
            for name, carried in CARRIED.items()
        }


def _renamed(schema: object) -> Schema:
    """With BoardSnapshot for what pydantic calls Snapshot_BoardTicket_PublicCounter_BoardTicket__."""
    renamed: Schema = json.loads(_GENERIC.sub(r"\2\1", json.dumps(schema)))
    return renamed


def _who(types: Mapping[str, AnswerType]) -> str:
    return f"Told to {_named(types)}."


def _named(roles: Iterable[str]) -> str:
    return ", ".join(roles)


_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key gives the same answer, also after a restart.",
    "schema": {"type": "string", "minLength": 1, "maxLength": MAX_KEY},
}
_CODES: list[Json] = [*sorted({*CODES, *EDGE_CODES.values(), "storage-read-only"})]
_PROBLEM = {
    "type": "object",
    "required": ["type", "status", "title", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "Stable; programs may switch on it.", "x-codes": _CODES},
        "wait_s": {"type": "integer", "description": "After how many seconds it is worth asking again."},
    },
    "additionalProperties": {"description": "A fact that the reader of a refusal needs."},
    "x-facts": {code: list(names) for code, names in FACTS.items()},
}
_REFUSED = {
    "description": "A refusal or an error.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def described(table: RouteTable) -> Schema:
    """The whole description."""
    told = get_openapi(title="Branchline", version=VERSION, routes=[_route(one) for one in table.routes])
    told["servers"] = [{"url": "/", "description": "The branch service that this description came from."}]
    components = told["components"]
    answers = AnswerSchemas("#/components/schemas/{model}")
    components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    components["schemas"]["Problem"] = _PROBLEM
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    components["schemas"] |= answers.definitions
    open_to_all = {(one.path, one.method.lower()) for one in table.routes if one.roles is EVERYBODY}
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            operation["responses"].pop("422", None)  # FastAPI's own shape, which we do not use
            operation["operationId"] = _operation(method, path)
            _plain_body(operation)
            answers.put_into(operation["responses"], f"{method.upper()} {path}")
            operation["responses"]["default"] = _REFUSED
            if (path, method) not in open_to_all:
                operation["security"] = [{"token": []}]
            if method == "post":
                operation.setdefault("parameters", []).append(_KEY)
    return told


def _operation(method: str, path: str) -> str:
    """What generated clients call it by: post_tickets for POST /v1/tickets."""
    parts = [part.strip("{}").replace("-", "_") for part in path.removeprefix("/v1").split("/") if part]
    return "_".join((method, *parts))


def _plain_body(operation: MutableMapping[str, Any]) -> None:
    """Describe a body that may be left out as that, not as one that may be null: generators fail on null."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        kinds = content["schema"].get("anyOf", [])
        bodies = [kind for kind in kinds if kind != {"type": "null"}]
        if len(bodies) == 1 and len(kinds) == 2:
            content["schema"] = bodies[0]
            operation["requestBody"]["required"] = False


def _route(route: Route) -> APIRoute:
    """A route as FastAPI describes it: of its function, but for what is handed over to that."""

    def function() -> None:
        """Stand for the one that answers."""

    function.__name__ = route.name
    function.__doc__ = route.handler.function.__doc__
    parameters = [
        inspect.Parameter(
            value.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=value.default,
            annotation=Annotated[value.hint, Header()] if value.place == "header" else value.hint,
        )
        for value in route.handler.values
    ]
    vars(function)["__signature__"] = inspect.Signature(parameters)
    return APIRoute(
        route.path,
        function,
        methods=[route.method],
        status_code=route.status if route.status != 200 else None,
        tags=[route.tag],
        name=route.name,
        summary=route.summary,
        response_class=HTMLResponse if route.media == "text/html" else JSONResponse,
    )
