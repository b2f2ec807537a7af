"""Routes: what is answered under which method and path, to whom, and by which function.

The table is for a request what FastAPI would be, with the same rules and without its layers, which cost more
than all that the queue does with a request; FastAPI still describes it (see `openapi`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeVar

from starlette.types import Receive, Scope, Send

from branch.service.http.context import IDEMPOTENCY_KEY, Asked, ServiceContext, check_key
from branch.service.http.handler import Function, Handler
from branch.service.http.problems import Problem
from branch.service.http.request_body import check_length, read_body

F = TypeVar("F", bound=Function)

Roles = tuple[str, ...] | Literal["everybody"]

ANY_ROLE: Roles = ()
"""Whoever has a token."""

EVERYBODY: Final = "everybody"
"""Also those who have none."""


@dataclass(frozen=True, slots=True)
class Route:
    """One way in, and whose roles may come by it."""

    method: str
    path: str
    handler: Handler
    roles: Roles
    name: str
    summary: str | None = None
    status: int = 200
    tag: str = ""
    media: str = "application/json"

    async def answer(
        self, context: ServiceContext, path: dict[str, str], scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Answer one request; ``path`` has what stands for the names of the path. Raises what is told."""
        # Of two headers of a name the first holds.
        headers = dict(reversed(scope["headers"]))
        body = b""
        if self.method == "POST":
            check_length(headers)
            if self.handler.body is not None or IDEMPOTENCY_KEY in headers:
                body = await read_body(receive)
        request = Asked(scope["path"], headers, body, (scope.get("server") or ("",))[0])
        parsed = self.handler.parsed(request)
        request.asker = None if self.roles == EVERYBODY else context.token_of(request, self.roles)
        if self.method == "POST":
            check_key(request)
        response = await self.handler.answer(
            request, context, request.asker, path, scope["query_string"], parsed
        )
        await response(scope, receive, send)


class Routes:
    """The routes of one subject, as its module puts them down; those that name no roles are for its own."""

    def __init__(self, prefix: str, tag: str, roles: Roles = ()) -> None:
        self._prefix, self._tag, self._roles = prefix, tag, roles
        self._routes: list[Route] = []

    def __iter__(self) -> Iterator[Route]:
        return iter(self._routes)

    def get(
        self,
        path: str,
        *,
        roles: Roles | None = None,
        name: str | None = None,
        media: str = "application/json",
    ) -> Callable[[F], F]:
        """Have the decorated function answer GET."""

        def add(function: F) -> F:
            self._add("GET", path, function, roles, name=name or function.__name__, media=media)
            return function

        return add

    def post(
        self,
        path: str,
        status: int = 200,
        *,
        roles: Roles | None = None,
        name: str | None = None,
        summary: str | None = None,
    ) -> Callable[[F], F]:
        """Have the decorated function answer POST, with that status when all goes well."""

        def add(function: F) -> F:
            called = name or function.__name__
            self._add("POST", path, function, roles, name=called, summary=summary, status=status)
            return function

        return add

    def _add(self, method: str, path: str, function: Function, roles: Roles | None, **more: Any) -> None:
        path, roles = self._prefix + path, self._roles if roles is None else roles
        self._routes.append(Route(method, path, Handler(function, path), roles, tag=self._tag, **more))


@dataclass(slots=True)
class _Node:
    """One place of the tree of paths: what follows, and the routes that end here by method."""

    literal: dict[str, _Node] = field(default_factory=dict)
    named: _Node | None = None
    names: tuple[str, ...] = ()
    routes: dict[str, Route] = field(default_factory=dict)


class RouteTable:
    """Finds the route of a request by the parts of its path."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self.routes = tuple(routes)
        self._root = _Node()
        for route in self.routes:
            self._put(route)

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]]:
        """The route, and the values of the names in its path; raises Problem 404 or 405."""
        values: list[str] = []
        node = self._walk(self._root, path.split("/"), 0, values)
        if node is None:
            raise Problem(404, "Not Found")
        route = node.routes.get(method)
        if route is None:
            allowed = ", ".join(sorted(node.routes)).encode()
            raise Problem(405, "Method Not Allowed", headers=((b"allow", allowed),))
        return route, dict(zip(node.names, values, strict=True))

    def methods(self, path: str) -> list[str]:
        """What may be asked there; raises Problem 404."""
        node = self._walk(self._root, path.split("/"), 0, [])
        if node is None:
            raise Problem(404, "Not Found")
        return sorted(node.routes)

    def _put(self, route: Route) -> None:
        node, names = self._root, []
        for part in route.path.split("/"):
            if part.startswith("{"):
                names.append(part.strip("{}"))
                node.named = node = node.named or _Node()
            else:
                node = node.literal.setdefault(part, _Node())
        if node.names not in ((), tuple(names)):
            raise ValueError(f"{route.path}: the names of this path are {node.names} elsewhere")
        node.names = tuple(names)
        node.routes[route.method] = route

    def _walk(self, node: _Node, parts: list[str], index: int, values: list[str]) -> _Node | None:
        """The node that a path leads to; a part that is written out goes before one that has a name."""
        if index == len(parts):
            return node if node.routes else None
        part = parts[index]
        following = node.literal.get(part)
        if following is not None:
            found = self._walk(following, parts, index + 1, values)
            if found is not None:
                return found
        if node.named is None or not part:
            return None
        values.append(part)
        found = self._walk(node.named, parts, index + 1, values)
        if found is None:
            values.pop()
        return found
