"""What pydantic found wrong, one line for each mistake."""

from __future__ import annotations

from pydantic import ValidationError


def mistakes(error: ValidationError, whole: str = "", skip: int = 0) -> list[str]:
    """Every mistake as ``key: what is wrong``, in the order of the fields.

    ``whole`` names what has no key, such as "the file"; ``skip`` leaves out so many first parts of each key.
    """
    return [
        _line(".".join(str(part) for part in one["loc"][skip:]) or whole, one["msg"])
        for one in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def first_mistake(error: ValidationError, whole: str = "") -> str:
    """The first of them alone, where one line is all there is room for."""
    return mistakes(error, whole)[0]


def _line(key: str, message: str) -> str:
    message = message.removeprefix("Value error, ")
    return f"{key}: {message}" if key else message
