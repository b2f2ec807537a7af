"""A function that answers a route, and how each of its arguments is made of a request.

What an argument is, its annotation says: `Asked`, `Context` and `TokenInfo` are handed over; a model of
`branch.contract.requests` is the body, and one that may be None may be left out; a name of the path is read
from the path, one marked with `Header` from the header of that name, any other from the query. Constraints
and other names are pydantic's: ``Annotated[int, Field(ge=1)]``.

All that is found out once, when somebody first asks; a request costs no more than its values.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from starlette.datastructures import QueryParams
from starlette.responses import Response

from branch.contract.mistakes import mistakes
from branch.service.access.device_tokens import TokenInfo
from branch.service.http.context import Asked, ServiceContext
from branch.service.http.problems import Problem
from branch.service.http.request_body import from_json

Function = Callable[..., Awaitable[Response]]

_HANDED_OVER = (Asked, ServiceContext, TokenInfo)
_PLACES = ("path", "query", "header", "body")
_NOTHING: Any = inspect.Parameter.empty


class Header:
    """Marks an argument that is read from the header of its name."""


@dataclass(slots=True)
class Value:
    """An argument that a request carries: its name, where it stands there (path, query, header, body) and
    under which key, its type, and what it is when it is left out."""

    name: str
    place: str
    key: str
    hint: Any
    default: Any
    _adapter: TypeAdapter[Any] | None = field(default=None, init=False)

    def of(self, sent: Any) -> Any:
        """The value, checked; raises Problem."""
        if sent is _NOTHING:
            if self.default is not _NOTHING:
                return self.default
            raise Problem(422, f"{self._where or 'body'}: Field required")
        adapter = self._adapter
        if adapter is None:  # made when first asked for: a service starts with dozens of routes
            adapter = self._adapter = TypeAdapter(_constrained(self.hint))
        try:
            return adapter.validate_python(sent, from_attributes=True)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            told = {**first, "loc": (*filter(None, (self._where,)), *first["loc"])}
            raise Problem(422, mistakes([told], "body")[0].line) from None

    @property
    def _where(self) -> str:
        """Before what is wrong in it; a body goes without saying."""
        return "" if self.place == "body" else f"{self.place}.{self.key}"


class Handler:
    """A function that answers a route.

    Attributes:
        values: what it takes of a request, path first and body last, which is the order of complaints.
        body: the one of them that is the body.
    """

    def __init__(self, function: Function, path: str) -> None:
        self.function = function
        self._path = path

    @cached_property
    def values(self) -> list[Value]:
        values = [_value(one, hint, self._path) for one, hint in self._given if hint not in _HANDED_OVER]
        return sorted(values, key=lambda value: _PLACES.index(value.place))

    @cached_property
    def body(self) -> Value | None:
        return next((value for value in self.values if value.place == "body"), None)

    @cached_property
    def _given(self) -> list[tuple[inspect.Parameter, Any]]:
        """Its arguments with their types."""
        hints = get_type_hints(self.function, include_extras=True)
        return [(one, hints[one.name]) for one in inspect.signature(self.function).parameters.values()]

    @cached_property
    def _handed_over(self) -> list[tuple[str, int]]:
        """The names of arguments that no request carries, with their places in `_HANDED_OVER`."""
        return [(one.name, _HANDED_OVER.index(hint)) for one, hint in self._given if hint in _HANDED_OVER]

    @cached_property
    def _asks_query(self) -> bool:
        return any(value.place == "query" for value in self.values)

    def parsed(self, request: Asked) -> Any:
        """What the body says, before any more is looked at; raises Problem for what is not JSON."""
        return (
            from_json(request.body, request.headers) if self.body is not None and request.body else _NOTHING
        )

    async def answer(
        self,
        request: Asked,
        context: ServiceContext,
        token: TokenInfo | None,
        path: Mapping[str, str],
        query: bytes,
        body: Any,
    ) -> Response:
        """Call it with what was asked; raises Problem for what cannot be, and whatever it raises."""
        handed_over = (request, context, token)
        arguments: dict[str, Any] = {name: handed_over[index] for name, index in self._handed_over}
        queried = QueryParams(query) if self._asks_query else {}
        for value in self.values:
            place, key = value.place, value.key
            if place == "path":
                arguments[value.name] = value.of(path[key])
            elif place == "query":
                arguments[value.name] = value.of(queried.get(key, _NOTHING))
            elif place == "header":
                header = key.encode()
                arguments[value.name] = value.of(
                    request.header(header) if header in request.headers else _NOTHING
                )
            else:
                arguments[value.name] = value.of(body)
        return await self.function(**arguments)


def _value(parameter: inspect.Parameter, hint: Any, path: str) -> Value:
    name, marks = parameter.name, getattr(hint, "__metadata__", ())
    alias = next((mark.alias for mark in marks if isinstance(mark, FieldInfo) and mark.alias), name)
    if f"{{{name}}}" in path:
        place = "path"
    elif Header in marks:
        place, alias = "header", name.replace("_", "-")
    else:
        place = "body" if _is_model(hint) else "query"
    return Value(name, place, alias, hint, parameter.default)


def _constrained(hint: Any) -> Any:
    """The type with its constraints; what pydantic's ``Field`` says besides is for a model's fields only."""
    if get_origin(hint) is not Annotated:
        return hint
    kind, *marks = get_args(hint)
    constraints = [one for mark in marks if isinstance(mark, FieldInfo) for one in mark.metadata]
    return Annotated[(kind, *constraints)] if constraints else kind


def _is_model(hint: Any) -> bool:
    kinds = get_args(hint) if get_origin(hint) is not None else (hint,)
    return any(isinstance(kind, type) and issubclass(kind, BaseModel) for kind in kinds)
