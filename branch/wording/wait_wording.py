"""Tells a wait: who is ahead, the middle, and the top that nine in ten stay under. Pure: no clock, no Qt.

Paper, kiosk, board, counter and the ticket's page all take their sentences from `told`, so that they say the
same of the same figures. Figures are rounded so that a promise is never narrower than what it was made from:
the top goes up to the next whole minute, beyond half an hour to the next five, and lies at least one such
step above the middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf

from branch.wording.wait_texts import WaitTexts, wait_texts

_DASH = "\N{EN DASH}"
_MINUTE_S = 60
_LONG_S = 30 * _MINUTE_S
"""Beyond this a whole minute is more than anybody can know: figures go by five."""

_LONG_SPAN = 180
"""From so many minutes on a span is told in hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWait:
    """A wait as it was estimated, in seconds; None where nobody can tell: no counter serves it.

    Attributes:
        ahead: people who will be called before.
        middle_s: half of such waits are shorter; None also where only the top is known.
        top_s: nine in ten of such waits are no longer.
        told_at: when it was estimated, in the branch's zone; without it no time of day is told.
    """

    ahead: int | None = None
    middle_s: float | None = None
    top_s: float | None = None
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WaitWords:
    """The sentences; "" where there is nothing to say. Between stars stands what is set heavier.

    Attributes:
        people: "前面 *5* 人"; in English "*5* people ahead".
        people_brief: the same for a card: "*5* ahead".
        about: "约 *12* 分钟", "马上叫号", or why it cannot be told.
        within: "九成 *19* 分钟内", for a card or a tile.
        within_sentence: the same as a whole sentence.
        turn: "约 *10:24* 叫到您".
        by: "十位中有九位 *10:31* 前叫到"; without a time of day the same as `within_sentence`, which says so
            where nobody can tell the wait.
    """

    people: str = ""
    people_brief: str = ""
    about: str = ""
    within: str = ""
    within_sentence: str = ""
    turn: str = ""
    by: str = ""


def told(language: str, *waits: ToldWait) -> WaitWords:
    """The sentences about a wait in a language, English for one that has no words for it; about several of
    which a customer will choose, from the shortest to the longest."""
    texts = wait_texts(language)
    ahead = [wait.ahead for wait in waits if wait.ahead is not None]
    people = _people(texts, texts.nobody, texts.people, ahead)
    brief = _people(texts, texts.nobody_brief, texts.people_brief, ahead)
    known = [wait for wait in waits if wait.top_s is not None]
    if not known:
        return WaitWords(people, brief, texts.no_counter, within_sentence=texts.not_known, by=texts.not_known)
    if all(is_soon(wait) for wait in known):
        return WaitWords(people, brief, texts.soon)
    both = [rounded(wait.middle_s, wait.top_s) for wait in known if wait.top_s is not None]
    middles, top = sorted(middle for middle, _ in both if middle is not None), max(top for _, top in both)
    limit = _duration(texts, top)
    sentence = texts.within_sentence.format(wait=limit)
    within = texts.within.format(wait=limit)
    if not middles:
        return WaitWords(people, brief, within, within_sentence=sentence, by=sentence)
    lone = known[0] if len(known) == 1 else ToldWait()
    return WaitWords(
        people,
        brief,
        texts.about.format(wait=_span(texts, middles[0], middles[-1])),
        within,
        sentence,
        _clock(texts.turn, lone, middles[0]),
        _clock(texts.by, lone, top) or sentence,
    )


def plain(text: str) -> str:
    """A sentence without its stars."""
    return text.replace("*", "")


def tagged(text: str) -> str:
    """A sentence with its stars as tags for bold, for a screen."""
    return "".join(f"<b>{part}</b>" if at % 2 else part for at, part in enumerate(text.split("*")))


def is_soon(wait: ToldWait) -> bool:
    """Whether the call may come at any moment: nobody is ahead and the top is within a minute."""
    return not wait.ahead and wait.top_s is not None and wait.top_s <= _MINUTE_S


def rounded(middle_s: float | None, top_s: float) -> tuple[int | None, int]:
    """Middle and top in the whole minutes that are told."""
    step = 5 if top_s > _LONG_S else 1
    top = max(1, _up(top_s, step))
    if middle_s is None:
        return None, top
    step = 5 if middle_s > _LONG_S else 1
    middle = max(1, round(middle_s / _MINUTE_S / step) * step)
    return middle, max(top, middle + step)


def _up(seconds: float, step: int) -> int:
    return int(-(-seconds // (step * _MINUTE_S))) * step


def _people(texts: WaitTexts, nobody: str, forms: Sequence[tuple[float, str]], ahead: Sequence[int]) -> str:
    if not ahead:
        return ""
    least, most = min(ahead), max(ahead)
    if most == 0:
        return nobody
    counted = most if most < 100 else most % 100 if most % 100 > 2 else inf
    form = next(text for up_to, text in forms if counted <= up_to)
    return form.format(n=_numbers(texts, least, most))


def _duration(texts: WaitTexts, minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    form = texts.minutes if not hours else texts.hours_minutes if rest else texts.hours
    return form.format(h=hours, m=rest)


def _span(texts: WaitTexts, least: int, most: int) -> str:
    if least == most or most >= _LONG_SPAN:
        parts = [_duration(texts, minutes) for minutes in sorted({least, most})]
        return f" {_DASH} ".join(parts)
    return texts.minutes.format(m=_numbers(texts, least, most))


def _numbers(texts: WaitTexts, least: int, most: int) -> str:
    """ "5" or "5–12", which stays from left to right in a text that is read from right to left."""
    if least == most:
        return str(least)
    return f"{texts.before_span}{least}{_DASH}{most}{texts.after_span}"


def _clock(form: str, wait: ToldWait, minutes: int) -> str:
    """The time of day so many minutes after the estimate, never before: seconds count as a whole minute."""
    if wait.told_at is None:
        return ""
    at = wait.told_at + timedelta(minutes=minutes)
    if at.second or at.microsecond:
        at = at.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return form.format(clock=f"{at.hour:02}:{at.minute:02}")
