"""Every mistake of branch.toml at once: what is wrong is taken out, so that what it hid is found too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from branch.service.config.mistake_words import told

_ROUNDS = 9
"""A file that has mistakes after so many of them were taken out is told with those that were found."""

WholeT = TypeVar("WholeT", bound=BaseModel)


def mended(whole: type[WholeT], data: Mapping[str, object]) -> tuple[WholeT | None, list[str], set[str]]:
    """What is right in a file, a line for each mistake, and the sections that something was taken out of.

    Nothing is right where the mistakes cannot be taken out.
    """
    rest: dict[str, object] = deepcopy(dict(data))
    lines: list[str] = []
    touched = set[str]()
    gone = set[str]()
    for _ in range(_ROUNDS):
        try:
            return whole.model_validate(rest), lines, touched
        except ValidationError as error:
            found = error.errors()
            lines += [line for line in told(whole, rest, found) if not _follows(line, gone, lines)]
            places = {tuple(one["loc"]) for one in found}
            if any(len(place) == 0 for place in places) or not _taken_out(rest, found, gone):
                break
            touched |= {str(place[0]) for place in places}
    return None, lines, touched


def _follows(line: str, gone: Iterable[str], lines: Sequence[str]) -> bool:
    """Whether a mistake is there only since the entry that it names was taken out, or is known."""
    return line in lines or ("does not exist" in line and any(f"{name!r}" in line for name in gone))


def _taken_out(rest: dict[str, object], errors: Iterable[Any], gone: set[str]) -> bool:
    """Take what is wrong out of ``rest``, whole entries where a key that must be there is wrong."""
    # From the last to the first, so that the places of the others stay.
    done = False
    for error in sorted(errors, key=lambda one: [str(part).rjust(6) for part in one["loc"]], reverse=True):
        loc = error["loc"]
        entry = 2 if len(loc) > 1 and isinstance(loc[1], int) else 1
        depth = len(loc) if error["type"] == "extra_forbidden" else entry
        done = _remove(rest, loc[:depth], gone) or done
    return done


def _remove(rest: Any, loc: Sequence[str | int], gone: set[str]) -> bool:
    for part in loc[:-1]:
        if not _has(rest, part):
            return False
        rest = rest[part]
    if not _has(rest, loc[-1]):
        return False
    entry = rest.pop(loc[-1])
    if isinstance(entry, dict):
        gone |= {str(entry[key]) for key in ("id", "number") if key in entry}
    return True


def _has(holder: Any, part: str | int) -> bool:
    return (
        part < len(holder)
        if isinstance(part, int) and isinstance(holder, list)
        else (isinstance(holder, dict) and part in holder)
    )
