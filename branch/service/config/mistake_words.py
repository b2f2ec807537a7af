"""What is wrong in branch.toml, in words for whoever installs a branch, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from branch.service.config.section_types import LOCATED

_SHAPES = MappingProxyType(
    {
        "missing": "Field required",
        "string_type": "Input should be a valid string: text in quotes",
        "string_too_short": "must not be empty",
        "string_too_long": "has more than {max_length} characters",
        "int_type": "must be a whole number, without quotes",
        "int_parsing": "must be a whole number, without quotes",
        "int_from_float": "must be a whole number",
        "float_type": "must be a number, without quotes",
        "float_parsing": "must be a number, without quotes",
        "finite_number": "must be a number",
        "bool_type": "must be true or false, without quotes",
        "bool_parsing": "must be true or false, without quotes",
        "greater_than": "must be more than {gt}",
        "greater_than_equal": "must be at least {ge}",
        "less_than": "must be less than {lt}",
        "less_than_equal": "must be at most {le}",
        "too_short": "must have at least {min_length} entry",
        "too_long": "has more than {max_length} entries",
        "tuple_type": "must be a list in square brackets: [...]",
        "dict_type": 'must be a table such as {{ zh = "现金", en = "Cash" }}',
        "model_type": "must be a table with keys of its own",
    }
)

_PATTERNS = MappingProxyType(
    {
        r"^[A-Za-z0-9_-]+$": "may have letters A to Z, a to z, digits, - and _ alone",
        r"^[A-Z]{1,2}$": "must be one or two capital letters A to Z",
        r"^[1-9][0-9]{0,2}$": 'must be one to three digits such as "86", without + or 00',
        r"^https?://[^\s/]+": 'must be an address such as "http://192.168.1.10:8750"',
    }
)


Table: TypeAlias = Mapping[str, Any]
"""One of a TOML file."""


def told(whole: type[BaseModel], data: Table, errors: Iterable[Any]) -> list[str]:
    """A line for each of the ``errors()`` of a validation error, in the order of the file's sections."""
    return [
        line
        for error in errors
        for line in (
            error["msg"].splitlines()
            if error["type"] == LOCATED
            else [f"{_key(error['loc'])}: {_words(whole, error)}{_whose(data, error['loc'])}"]
        )
    ]


def meant(word: str, words: Sequence[str]) -> str:
    """``; did you mean "first"?`` where one of the words is like that one; else nothing."""
    plain = {known.casefold().replace("-", "_"): known for known in reversed(words)}
    asked = word.casefold().replace("-", "_")
    near = get_close_matches(asked, plain, 1) or [
        known for known in plain if len(asked) > 1 and (asked.startswith(known) or known.startswith(asked))
    ]
    return f'; did you mean "{plain[near[0]]}"?' if near else ""


def _key(loc: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in loc) or "the file"


def _words(whole: type[BaseModel], error: Table) -> str:
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    match kind:
        case "extra_forbidden":
            return _unknown(whole, error["loc"])
        case "value_error":
            return str(error["msg"]).removeprefix("Value error, ")
        case "literal_error":
            words = [part.strip("' ") for part in context["expected"].replace(" or ", ",").split(",")]
            return f"Input should be {context['expected']}{_here(value)}{meant(str(value), words)}"
        case "string_pattern_mismatch":
            said = _PATTERNS.get(context["pattern"], f"does not match {context['pattern']}")
            return f"{said}{_here(value)}"
        case "missing":
            return _SHAPES[kind]
    said = _SHAPES[kind].format_map(context) if kind in _SHAPES else str(error["msg"])
    return f"{said}{_here(value)}"


def _unknown(whole: type[BaseModel], loc: Sequence[str | int]) -> str:
    """The word for a key that is none, with the one that is like it, or the sections where it belongs."""
    name, known = str(loc[-1]), _keys(_section(whole, loc[:-1]))
    guess = meant(name, known)
    if not guess:
        places = [
            top for top, field in whole.model_fields.items() if name in _keys(_inside(field.annotation))
        ]
        guess = f"; it belongs to {' or '.join(places)}" if places else ""
    return f"there is no such key here{guess}"


def _section(whole: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel] | None:
    """The section that a place in the file is of; None where it is free text, or not known."""
    found: type[BaseModel] | None = whole
    for part in loc:
        if isinstance(part, str) and found is not None:
            field = next((f for n, f in found.model_fields.items() if part in (n, f.alias)), None)
            found = None if field is None else _inside(field.annotation)
    return found


def _inside(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inside(part))), None)


def _keys(section: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in section.model_fields.items()] if section else []


def _whose(data: Table, loc: Sequence[str | int]) -> str:
    """(service B) for a place in the second [[services]]: nobody counts sections."""
    if len(loc) < 3 or not isinstance(loc[1], int):
        return ""
    entry = data[str(loc[0])][loc[1]]
    name = next(_names(entry), None) if isinstance(entry, dict) else None
    return f" ({str(loc[0]).removesuffix('s').replace('_', ' ')} {name})" if name is not None else ""


def _names(entry: Table) -> Iterator[str]:
    for key in ("id", "number", "service", "segment"):
        if key in entry:
            yield str(entry[key])


def _here(value: object) -> str:
    text = repr(value) if not isinstance(value, bool) else str(value).lower()
    return f"; here it is {text}" if len(text) <= 60 else ""
