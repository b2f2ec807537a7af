"""Times of day and hours as people type them in branch.toml, and what was probably meant."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from branch.contract.times import clock_from_text, clock_text

_TYPED = re.compile(r"([01]?\d|2[0-4])(?:\s*[:.,h点時时]\s*([0-5]\d)?)?(?::00)?\s*分?\s*([ap]m)?")
_BETWEEN = re.compile(r"\s*(?:-|–|—|~|to|bis|至|到)\s*")


def clock_time(text: object) -> time:
    """A time of day such as "09:00"; "24:00" is the last moment there is. Raises ValueError."""
    if not isinstance(text, str):
        raise ValueError(f'must be a time such as "09:00"{_meant(_guess(str(text)))}')
    try:
        return clock_from_text(text)
    except ValueError as error:
        why = str(error) if "offset" in str(error) else f'{text!r} is not a time such as "09:00"'
        raise ValueError(why + _meant(_guess(text))) from None


def span(text: object) -> tuple[time, time]:
    """From when to when: "09:00-17:00"; raises ValueError."""
    start, end = any_span(text, "09:00-17:00")
    if start >= end:
        raise ValueError(f"{text} ends before it begins")
    return start, end


def any_span(text: object, example: str) -> tuple[time, time]:
    """The same, also past midnight."""
    if not isinstance(text, str) or text.count("-") != 1:
        raise ValueError(f'must be two times such as "{example}"{_here(text)}{_meant(_span_guess(text))}')
    try:
        start, end = (clock_time(part.strip()) for part in text.split("-"))
    except ValueError as error:
        meant = _span_guess(text)
        raise ValueError(f"{text!r}: {str(error).split(';')[0]}{_meant(meant)}") from None
    return start, end


def _guess(text: str) -> str | None:
    """The time that somebody meant who wrote 9, 9.30, 5pm or ９：００; None where nothing is likely."""
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip().lower())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if (hour, minute) > (24, 0):
        return None
    return "24:00" if hour == 24 else clock_text(time(hour, minute))


def _span_guess(text: object) -> str | None:
    """The same for hours such as 9-17 or 09:00–17:00."""
    if not isinstance(text, str):
        return None
    ends = _BETWEEN.split(unicodedata.normalize("NFKC", text).strip().lower())
    times = [_guess(end) for end in ends]
    return f"{times[0]}-{times[1]}" if len(times) == 2 and all(times) else None


def _here(value: object) -> str:
    return f"; here it is {value!r}"


def _meant(guess: str | None) -> str:
    return f'; did you mean "{guess}"?' if guess else ""
