"""Chinese by its pinyin: which words a row of letters may mean. Pure; the words are in assets/pinyin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import assets

_WORD = re.compile(r"(\D+)(\d+)")
_LONGEST = 24
"""Letters of the longest spelling there is (four times zhuang)."""

_BETWEEN = 26
"""What a further word costs, in the unit of the weights (log2 of a count): about the log2 of all counts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be meant, and how many of the letters it stands for."""

    text: str
    letters: int


@cache
def _table() -> dict[str, str]:
    """Spelling -> what `_words` reads: to read all 26,000 at once would hold up the first key."""
    lines = (assets.ROOT / "pinyin" / "words.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


@lru_cache(maxsize=1024)
def _words(letters: str) -> tuple[tuple[str, int], ...]:
    """The words of a spelling and how common each is, the commonest first; none for what is no spelling."""
    found = _WORD.findall(_table().get(letters, "").replace(" ", ""))
    return tuple((word, int(weight)) for word, weight in found)


@cache
def _spellings() -> list[str]:
    return sorted(_table())


def load() -> None:
    """Read the words, if that was not done yet: in another thread than one that draws."""
    _spellings()


def candidates(letters: str, most: int = 40) -> list[Candidate]:
    """What ``letters`` (a to z, ü as v) may mean, the likeliest first: the whole, then words it begins with.

    Letters that are no pinyin yet stand for nothing; what they may become is offered while they are the last.
    """
    found: dict[str, Candidate] = {}
    if not letters:
        return []
    for candidate in _all(letters.lower()):
        found.setdefault(candidate.text, candidate)
        if len(found) >= most:
            break
    return list(found.values())


def _all(letters: str) -> Iterator[Candidate]:
    table = _table()
    if letters not in table and (whole := _sentence(letters)):
        yield Candidate(whole, len(letters))
    if letters not in table:
        yield from (Candidate(word, len(letters)) for word in _becoming(letters))
    for end in range(min(len(letters), _LONGEST), 0, -1):
        yield from (Candidate(word, end) for word, _ in _words(letters[:end]))


def _sentence(letters: str) -> str:
    """The likeliest row of words that uses all letters; nothing if there is none."""
    best: list[tuple[float, str] | None] = [(0, "")] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, words = best[start], _words(letters[start:end])
            if before is None or not words:
                continue
            score = before[0] + words[0][1] - _BETWEEN
            known = best[end]
            if known is None or score > known[0]:
                best[end] = score, before[1] + words[0][0]
    last = best[-1]
    return last[1] if last else ""


def _becoming(letters: str) -> list[str]:
    """The commonest words whose spelling begins with the letters."""
    spellings = _spellings()
    found: list[tuple[int, str]] = []
    for spelling in spellings[bisect_left(spellings, letters) :]:
        if not spelling.startswith(letters):
            break
        found += ((-weight, word) for word, weight in _words(spelling)[:2])
    return [word for _, word in sorted(found)[:6]]
