"""The description of the API that other programs generate their clients from is whole."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.service.asking import Asker
from tests.service.test_http_roles import MAY, OPEN


@pytest.fixture
def described(asker: Asker) -> dict[str, Any]:
    response = asker.get("/openapi.json", role=None)
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


def operations(described: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{method.upper()} {path}": operation
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }


def test_every_route_is_described(described: dict[str, Any]) -> None:
    assert set(operations(described)) == MAY.keys() | OPEN
    assert described["info"]["title"] == "Branchline"


def test_every_operation_has_a_name_of_its_own(described: dict[str, Any]) -> None:
    names = [operation["operationId"] for operation in operations(described).values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-zA-Z_][\w-]*", name) for name in names)
    assert all(operation.get("summary") for operation in operations(described).values())


def test_every_operation_says_what_it_answers(described: dict[str, Any]) -> None:
    for call, operation in operations(described).items():
        good = [status for status in operation["responses"] if status.startswith("2")]
        assert len(good) == 1, call
        assert operation["responses"][good[0]]["content"], call
        problem = operation["responses"]["default"]["content"]
        assert list(problem) == ["application/problem+json"], call
    events = operations(described)["GET /v1/events"]["responses"]["200"]["content"]
    assert list(events) == ["text/event-stream"]
    page = operations(described)["GET /t/{ticket}"]["responses"]["200"]["content"]
    assert list(page) == ["text/html"]
    assert "201" in operations(described)["POST /v1/tickets"]["responses"]


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    def references(value: Any) -> list[str]:
        if isinstance(value, dict):
            found = [value["$ref"]] if "$ref" in value else []
            return found + [ref for inner in value.values() for ref in references(inner)]
        return [ref for inner in value for ref in references(inner)] if isinstance(value, list) else []

    for reference in set(references(described)):
        at: Any = described
        for part in reference.removeprefix("#/").split("/"):
            at = at[part]


def test_who_needs_a_token_and_may_send_a_key(described: dict[str, Any]) -> None:
    for call, operation in operations(described).items():
        assert bool(operation.get("security")) is (call in MAY), call
        names = [parameter["name"].lower() for parameter in operation.get("parameters", [])]
        assert ("idempotency-key" in names) is call.startswith("POST"), call
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
