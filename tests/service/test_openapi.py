"""The description of the API that other programs generate their clients from is whole."""

from __future__ import annotations

import re
from typing import Any

import pytest

from branch.contract.answers.answer_table import ANSWERS, ANYBODY
from branch.contract.answers.feed_events import CARRIED
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


def test_every_answer_has_a_schema(described: dict[str, Any]) -> None:
    """Made of the types of the contract; where audiences differ, each is named with its own."""
    for call, operation in operations(described).items():
        if call in ("GET /t/{ticket}", "GET /v1/events"):
            continue
        answer = ANSWERS[call]
        schema = operation["responses"][str(answer.status)]["content"]["application/json"]["schema"]
        kinds = schema.get("anyOf", [schema])
        assert all("$ref" in kind or "anyOf" in kind for kind in kinds), call
        assert len(kinds) == len({id(kind) for kind in answer.types.values()}), call
    schemas = described["components"]["schemas"]
    assert "note" not in schemas["BoardTicket"]["properties"]
    assert set(schemas["StaffTicket"]["required"]) == set(schemas["StaffTicket"]["properties"])
    assert schemas["CustomerTicket"]["properties"]["note"]["type"] == "null"


def test_every_event_of_the_feed_is_described(described: dict[str, Any]) -> None:
    stream = operations(described)["GET /v1/events"]["responses"]["200"]["content"]["text/event-stream"]
    events = stream["x-events"]
    assert events.keys() == CARRIED.keys()
    assert events["TicketRated"]["roles"] == ["integration", "manager"]
    assert events["TicketCalled"]["schema"]["required"] == [
        "action",
        "at",
        "counter",
        "day",
        "seq",
        "ticket",
        "type",
    ]


def test_who_is_answered_is_who_may_ask() -> None:
    """The table of answers and that of the roles say the same."""
    told = {route: set(answer.types) for route, answer in ANSWERS.items()}
    assert {route: set(roles) for route, roles in MAY.items()} == {
        route: roles for route, roles in told.items() if roles != {ANYBODY}
    }
    assert {route for route, roles in told.items() if roles == {ANYBODY}} == OPEN - {"GET /t/{ticket}"}


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


def test_a_body_that_may_be_left_out_is_no_null(described: dict[str, Any]) -> None:
    for call, operation in operations(described).items():
        for content in operation.get("requestBody", {}).get("content", {}).values():
            assert {"type": "null"} not in content["schema"].get("anyOf", []), call


def test_clients_are_told_where_names_and_codes(described: dict[str, Any]) -> None:
    assert described["servers"][0]["url"] == "/"
    found = operations(described)
    assert found["POST /v1/tickets/{ticket}/printed"]["operationId"] == "post_tickets_ticket_printed"
    assert found["GET /v1/branch"]["operationId"] == "get_branch"
    codes = described["components"]["schemas"]["Problem"]["properties"]["code"]["x-codes"]
    assert {"unknown-ticket", "staff-locked", "unauthorized", "storage-full"} <= set(codes)
