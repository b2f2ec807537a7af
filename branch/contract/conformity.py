"""Whether an answer or an event of the feed is what the contract says. For tests, the demo and other checks.

Every key must be known and every value of its type: what is too much may be what the audience must not see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Literal, NotRequired, TypeVar, Union, get_args, get_origin, get_type_hints

from typing_extensions import is_typeddict

from branch.contract.answers.answer_table import ANSWERS, ANYBODY, FEED
from branch.contract.answers.feed_events import CARRIED
from branch.contract.branch_info import BranchInfo

PROBLEM_MEMBERS: Mapping[str, type] = {"type": str, "status": int, "title": str, "detail": str, "code": str}

_Check = Callable[[object, str], Iterator[str]]


def faults(value: object, kind: object, where: str = "$") -> Iterator[str]:
    """Where ``value`` is not what the annotation ``kind`` says; ``where`` is the path of ``value``."""
    return _check(kind)(value, where)


def answer_faults(method: str, path: str, role: str, status: int, body: object) -> list[str]:
    """What is wrong with the JSON of an answer; a route that no audience has is a fault too."""
    if status >= 400:
        return list(_problem_faults(status, body))
    route = route_of(method, path)
    answer = ANSWERS.get(route or "")
    if answer is None:
        return [f"{method} {path} is no route of the contract"]
    kind = answer.types.get(role) or answer.types.get(ANYBODY)
    if kind is None:
        return [f"{role} has no answer of {route}"]
    found = [] if status == answer.status else [f"{route}: status {status} instead of {answer.status}"]
    return [*found, *faults(body, kind, route or "")]


def event_faults(event: Mapping[str, object], role: str) -> list[str]:
    """What is wrong with an event of the feed as that role is told of it."""
    kind = str(event.get("type"))
    carried = CARRIED.get(kind)
    if carried is None or role not in carried.roles:
        return [f"{role} is told of {kind}"]
    missing = carried.fields - event.keys()
    unknown = event.keys() - carried.fields - carried.maybe
    found = [f"{kind}: {sorted(missing)} missing"] if missing else []
    found += [f"{kind}: {sorted(unknown)} unknown"] if unknown else []
    return [*found, *faults(event, FEED[role], kind)]


def route_of(method: str, path: str) -> str | None:
    """The key of `ANSWERS` for a request; None if there is none. The longest literal part wins."""
    path = path.partition("?")[0]
    fitting = [
        route for route, pattern in _patterns().items() if pattern.fullmatch(f"{method} {path}") is not None
    ]
    return min(fitting, key=lambda route: route.count("{"), default=None)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        route: re.compile("[^/]+".join(re.escape(part) for part in re.split(r"\{\w+\}", route)))
        for route in ANSWERS
    }


def _problem_faults(status: int, body: object) -> Iterator[str]:
    if not isinstance(body, Mapping):
        yield f"a problem is an object, not {body!r}"
        return
    for name, kind in PROBLEM_MEMBERS.items():
        if not isinstance(body.get(name), kind):
            yield f"problem.{name}: {body.get(name)!r}"
    if body.get("status") != status:
        yield f"problem.status: {body.get('status')!r} of an answer with {status}"


@cache
def _check(kind: object) -> _Check:
    """How to check a value of one type; made once for each."""
    origin, inner = get_origin(kind), get_args(kind)
    if is_typeddict(origin or kind):
        return _of_object(kind)
    if origin is NotRequired:
        return _check(inner[0])
    if origin is list:
        return _of_list(_check(inner[0]))
    if origin in (dict, Mapping):
        return _of_map(_check(inner[1]))
    if origin in (Union, UnionType):
        return _of_any(inner)
    if origin is Literal:
        return _of_test(lambda value: value in inner, kind)
    if kind is float:
        return _of_test(lambda value: isinstance(value, int | float) and not isinstance(value, bool), kind)
    if kind is int:
        return _of_test(lambda value: type(value) is int, kind)
    if kind is BranchInfo:
        return _of_branch
    if isinstance(kind, type):
        return _of_test(lambda value: isinstance(value, kind), kind)
    raise TypeError(f"{kind} stands for no JSON")


def _of_branch(value: object, where: str) -> Iterator[str]:
    """The description of a branch, which reads itself; what it passes over is too much."""
    if not isinstance(value, Mapping):
        yield f"{where}: {value!r} is no object"
        return
    try:
        read = BranchInfo.from_json(value)
    except ValueError as error:
        yield f"{where}: {error}"
        return
    if read.to_json(for_staff="hints" in value) != value:
        yield f"{where}: more or less than a description has"


def _of_test(holds: Callable[[object], bool], kind: object) -> _Check:
    name = kind.__name__ if isinstance(kind, type) else str(kind).removeprefix("typing.")

    def check(value: object, where: str) -> Iterator[str]:
        if not holds(value):
            yield f"{where}: {value!r} is no {name}"

    return check


def _of_list(inner: _Check) -> _Check:
    def check(value: object, where: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{where}: {value!r} is no list"
            return
        for item in value:
            yield from inner(item, f"{where}[]")

    return check


def _of_map(inner: _Check) -> _Check:
    def check(value: object, where: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{where}: {value!r} is no object"
            return
        for item in value.values():
            yield from inner(item, f"{where}{{}}")

    return check


def _of_any(kinds: Iterable[object]) -> _Check:
    """Null and one other; of several others whichever fits best."""
    checks = [_check(kind) for kind in kinds if kind is not NoneType]
    nullable = NoneType in kinds

    def check(value: object, where: str) -> Iterator[str]:
        if value is None and nullable:
            return
        yield from min((list(one(value, where)) for one in checks), key=len)

    return check


def _of_object(kind: object) -> _Check:
    required, checks = _fields(kind)

    def check(value: object, where: str) -> Iterator[str]:
        if not isinstance(value, Mapping):
            yield f"{where}: {value!r} is no object"
            return
        if missing := required - value.keys():
            yield f"{where}: {sorted(missing)} missing"
        if unknown := value.keys() - checks.keys():
            yield f"{where}: {sorted(unknown)} unknown"
        for name in value.keys() & checks.keys():
            yield from checks[name](value[name], f"{where}.{name}")

    return check


def _fields(kind: object) -> tuple[frozenset[str], dict[str, _Check]]:
    """The names that must be there, and how to check the value of each name."""
    plain = get_origin(kind) or kind
    assert isinstance(plain, type)  # noqa: S101 - asked for TypedDicts alone
    hints = get_type_hints(plain, include_extras=True)
    total = bool(getattr(plain, "__total__", True))
    # __required_keys__ does not see NotRequired in annotations that are texts.
    required = {name for name, hint in hints.items() if total and get_origin(hint) is not NotRequired}
    meant = _arguments(kind)
    return frozenset(required), {name: _check(_filled(hint, meant)) for name, hint in hints.items()}


def _arguments(kind: object) -> dict[object, object]:
    """What the type variables of a generic type and of its bases stand for."""
    plain = get_origin(kind) or kind
    own = getattr(plain, "__parameters__", ())
    meant: dict[object, object] = dict(zip(own, get_args(kind), strict=False))
    for base in getattr(plain, "__orig_bases__", ()):
        meant |= {name: _filled(argument, meant) for name, argument in _arguments(base).items()}
    return meant


def _filled(hint: object, meant: Mapping[object, object]) -> object:
    """``hint`` with its type variables replaced."""
    if isinstance(hint, TypeVar):
        return meant[hint]
    free = getattr(hint, "__parameters__", ())
    if not free or isinstance(hint, type):
        return hint
    return hint[tuple(meant[variable] for variable in free)]  # type: ignore[index]
