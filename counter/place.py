"""Which counter this machine stands at, and in which language it is worked; kept between two starts."""

from __future__ import annotations

import logging

from branch.client.settings import read_json, write_json

_FILE = "counter-place.json"
_LANGUAGE = "counter-language.json"
_log = logging.getLogger(__name__)


def recall_counter() -> int | None:
    """The number of the counter that was last signed in to here; None if that is not known."""
    try:
        number = read_json(_FILE)["counter"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.info("%s is not usable: %s", _FILE, error)
        return None
    return number if isinstance(number, int) else None


def remember_counter(number: int) -> None:
    """Keep it for the next start, if that is possible: without it somebody has to choose again."""
    if recall_counter() == number:
        return
    try:
        write_json(_FILE, {"counter": number})
    except OSError as error:
        _log.info("%s could not be written: %s", _FILE, error)


def recall_language() -> str | None:
    """The code of the language that was last chosen here; None if none was."""
    try:
        code = read_json(_LANGUAGE)["language"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.info("%s is not usable: %s", _LANGUAGE, error)
        return None
    return code if isinstance(code, str) else None


def remember_language(code: str) -> None:
    """Keep it for the next start, if that is possible."""
    try:
        write_json(_LANGUAGE, {"language": code})
    except OSError as error:
        _log.info("%s could not be written: %s", _LANGUAGE, error)
