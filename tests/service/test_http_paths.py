"""Which route a path leads to, and what is said of a method that it has not."""

from __future__ import annotations

import pytest
from starlette.responses import Response

from branch.service.http.problems import Problem
from branch.service.http.route_table import EVERYBODY, Routes, RouteTable
from tests.service.asking import Asker, is_problem


@pytest.fixture
def table() -> RouteTable:
    routes = Routes("/things", "things", EVERYBODY)
    for name, path in (("all", ""), ("new", "/new"), ("one", "/{thing}"), ("part", "/{thing}/parts/{part}")):
        routes.get(path, name=name)(nothing)
    routes.post("/{thing}", name="change")(nothing)
    return RouteTable(routes)


async def nothing() -> Response:
    """Answer nothing."""
    return Response()


@pytest.mark.parametrize(
    ("path", "name", "values"),
    [
        ("/things", "all", {}),
        ("/things/new", "new", {}),
        ("/things/newer", "one", {"thing": "newer"}),
        ("/things/new/parts/a b", "part", {"thing": "new", "part": "a b"}),
    ],
)
def test_what_is_written_out_goes_before_what_has_a_name(
    table: RouteTable, path: str, name: str, values: dict[str, str]
) -> None:
    route, found = table.find("GET", path)
    assert (route.name, found) == (name, values)


@pytest.mark.parametrize("path", ["", "/", "/things/", "/things/a/", "/things/a/parts", "/thing", "things"])
def test_paths_that_lead_nowhere(table: RouteTable, path: str) -> None:
    with pytest.raises(Problem) as told:
        table.find("GET", path)
    assert told.value.status == 404


def test_a_method_that_a_path_has_not(table: RouteTable) -> None:
    with pytest.raises(Problem) as told:
        table.find("PUT", "/things/a")
    assert (told.value.status, list(told.value.headers)) == (405, [(b"allow", b"GET, POST")])


def test_every_method_that_is_allowed_is_named(asker: Asker) -> None:
    answer = asker.ask("PUT", "/v1/cases", role="manager")
    is_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, POST"
    described = asker.ask("POST", "/openapi.json", role=None)
    is_problem(described, 405, "method-not-allowed")
    assert described.headers["allow"] == "GET, HEAD"


def test_of_two_names_for_a_place_only_one_can_be() -> None:
    routes = Routes("/things", "things", EVERYBODY)
    routes.get("/{thing}", name="one")(nothing)
    routes.post("/{other}", name="two")(nothing)
    with pytest.raises(ValueError, match="the names of this path"):
        RouteTable(routes)
