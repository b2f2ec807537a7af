"""Which counter this machine stands at, and in which language it is worked; kept between two starts."""

from __future__ import annotations

from dataclasses import dataclass

from branch.client.local_store import LocalStore


@dataclass(frozen=True, slots=True)
class CounterPlace:
    """The number of the counter that was last signed in to here; None if that is not known."""

    counter: int | None = None


@dataclass(frozen=True, slots=True)
class CounterLanguage:
    """The code of the language that was last chosen here; None if none was."""

    language: str | None = None


_PLACE = LocalStore("counter-place.json", CounterPlace, CounterPlace)
_LANGUAGE = LocalStore("counter-language.json", CounterLanguage, CounterLanguage)


def recall_counter() -> int | None:
    """The number of the counter that was last signed in to here; None if that is not known."""
    return _PLACE.read().counter


def remember_counter(number: int) -> None:
    """Keep it for the next start, if that is possible: without it somebody has to choose again."""
    if recall_counter() != number:
        _PLACE.keep(CounterPlace(number))


def recall_language() -> str | None:
    """The code of the language that was last chosen here; None if none was."""
    return _LANGUAGE.read().language


def remember_language(code: str) -> None:
    """Keep it for the next start, if that is possible."""
    _LANGUAGE.keep(CounterLanguage(code))
