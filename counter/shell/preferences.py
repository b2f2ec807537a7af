"""Which counter this machine stands at, and in which language it is worked; kept between two starts."""

from __future__ import annotations

import logging

from branch.client.app_settings import read_json, write_json

_COUNTER = ("counter-place.json", "counter")
_LANGUAGE = ("counter-language.json", "language")
_log = logging.getLogger(__name__)


def recall_counter() -> int | None:
    """The number of the counter that was last signed in to here; None if that is not known."""
    number = _recall(*_COUNTER)
    return number if isinstance(number, int) else None


def remember_counter(number: int) -> None:
    """Keep it for the next start, if that is possible: without it somebody has to choose again."""
    if recall_counter() != number:
        _remember(*_COUNTER, number)


def recall_language() -> str | None:
    """The code of the language that was last chosen here; None if none was."""
    code = _recall(*_LANGUAGE)
    return code if isinstance(code, str) else None


def remember_language(code: str) -> None:
    """Keep it for the next start, if that is possible."""
    _remember(*_LANGUAGE, code)


def _recall(file: str, name: str) -> object:
    try:
        return read_json(file)[name]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.info("%s is not usable: %s", file, error)
        return None


def _remember(file: str, name: str, value: object) -> None:
    try:
        write_json(file, {name: value})
    except OSError as error:
        _log.info("%s could not be written: %s", file, error)
