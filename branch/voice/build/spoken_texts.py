"""What each clip says: the line of every clip that a branch needs, in Mandarin and English. Pure.

The parts of a Mandarin call are said within a whole one and cut out of it, for said alone they are understood
less well (docs/adr/0006).
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from branch.voice.engine import Line
from branch.voice.voice_pack import SHIPPED

_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
FIGURES = {"zh": tuple("零一二三四五六七八九"), "en": _ENGLISH}
TEENS = (
    "ten",
    "eleven",
    "twelve",
    *(f"{s}teen" for s in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

LETTERS = tuple(string.ascii_uppercase)
COUNTERS = tuple(range(1, 31))
"""Every pack has all letters and these counters: whoever gets a new one need not build at once."""

BOARD = "board"
"""Stands for a counter that has no clip."""

YAO = "yao"
"""Stands for a single 1 that is read 幺."""


def clips(
    language: str, prefixes: Sequence[str], numbers: Sequence[str], counters: Sequence[int]
) -> Iterator[tuple[str, Line]]:
    """Name and line of every clip of a pack, each once; ``numbers`` are figures as on the ticket (035)."""
    names = [
        *(f"{kind}/{prefix}" for prefix in (*LETTERS, *prefixes) for kind in ("prefix", "yours")),
        *(f"letter/{letter}" for letter in LETTERS),
        *(f"counter/{counter}" for counter in (*COUNTERS, *counters, BOARD)),
        *(f"prompt/{name}" for name in prompts()),
        *(f"{kind}/{figure}" for figure in string.digits for kind in ("figure", "number")),
        *(f"number/{number}" for number in numbers),
    ]
    if language == "zh":
        names += [f"figure/{YAO}", *(f"yao/{n}" for n in (*string.digits, *numbers) if "1" in n)]
    for name in dict.fromkeys(f"{language}/{name}" for name in names):
        line = line_of(name)
        if line is None:
            raise ValueError(f"{name} has no text")
        yield name, line


def line_of(name: str) -> Line | None:
    """What a clip says by its name, None for a name that is no sentence of ours."""
    text = _text_of(name)
    if text is None:
        return None
    language, kind, _ = name.split("/", 2)
    before, after, speed = _WITHIN.get((language, kind), ("", "", 1.0))
    return Line(text, before, after, speed)


def _text_of(name: str) -> str | None:
    language, _, rest = name.partition("/")
    kind, _, what = rest.partition("/")
    if language not in FIGURES or not what:
        return None
    digits, letters = what.isascii() and what.isdecimal(), what.isascii() and what.isalpha()
    if kind == "prompt":
        return prompts().get(what, {}).get(language)
    if kind == "number" and digits:
        return figures(language, what)
    if kind == "figure" and len(what) == 1 and digits:
        return figure(language, int(what))
    if kind == "counter" and what == BOARD:
        return look(language)
    if kind == "counter" and digits and 1 <= int(what) <= 99:
        return way(language, int(what))
    if kind in _LETTERED and letters and what.isupper():
        return _LETTERED[kind](language, what)
    if language == "zh" and kind == "yao" and digits:
        return figures(language, what).replace("一", "幺")
    if language == "zh" and kind == "figure" and what == YAO:
        return figure(language, 1).replace("一", "幺")
    return None


def opening(language: str, prefix: str) -> str:
    """How a call begins."""
    return f"请，{prefix}。" if language == "zh" else f"Ticket {' '.join(prefix)},"


def yours(language: str, prefix: str) -> str:
    """How the kiosk begins to say a number."""
    return f"您的号码是{prefix}。" if language == "zh" else f"Your number is {' '.join(prefix)},"


def letter(language: str, one: str) -> str:
    """A letter alone: the second of two."""
    return f"{one}。" if language == "zh" else f"{one},"


def figure(language: str, n: int) -> str:
    """A figure alone, as if others followed."""
    return FIGURES[language][n] + ("，" if language == "zh" else ",")


def figures(language: str, number: str) -> str:
    """A whole number, figure by figure, as if the sentence went on."""
    said = [FIGURES[language][int(figure)] for figure in number]
    return "".join(said) + "号，" if language == "zh" else " ".join(said) + ","


def way(language: str, counter: int) -> str:
    """Where to go."""
    if language == "zh":
        return f"到{chinese(counter)}号窗口。"
    return f"please go to counter {english(counter)}."


def look(language: str) -> str:
    """Where to go when there is no clip for it."""
    return "请看屏幕上的窗口号。" if language == "zh" else "please see the board for your counter."


def chinese(n: int) -> str:
    """1 to 99 in Chinese."""
    tens, ones = divmod(n, 10)
    figures = FIGURES["zh"]
    return ("" if tens < 2 else figures[tens]) + ("十" if tens else "") + (figures[ones] if ones else "")


def english(n: int) -> str:
    """1 to 99 in English."""
    if n < 20:
        return FIGURES["en"][n] if n < 10 else TEENS[n - 10]
    tens, ones = divmod(n, 10)
    return " ".join((TENS[tens - 2], *(FIGURES["en"][ones : ones + 1] if ones else ())))


def prompts() -> Mapping[str, Mapping[str, str]]:
    """The sentences of assets/voices/prompts.toml."""
    return tomllib.loads((SHIPPED / "prompts.toml").read_text(encoding="utf-8"))


_LETTERED = {"prefix": opening, "yours": yours, "letter": letter}

_GREETING = "各位顾客您好"
"""Only after so many words does the voice rest where a full stop stands; there it can be cut."""

_CALLED = f"{_GREETING}，请B。"
_ONWARD = "七三五号，到三号窗口。"  # before 七 no voice sounds, whatever goes before
_START = (f"{_GREETING}。", _ONWARD, 0.92)
_NUMBER = (_CALLED, "到三号窗口。", 0.75)
_WITHIN = {
    ("zh", "prefix"): _START,
    ("zh", "yours"): _START,
    ("zh", "letter"): (_CALLED, _ONWARD, 0.92),
    ("zh", "number"): _NUMBER,
    ("zh", "yao"): _NUMBER,
    ("zh", "figure"): (_CALLED, _ONWARD, 0.75),
    ("zh", "counter"): (f"{_CALLED}七三五号，", "", 0.92),
}
"""Before, after and speed. Numbers are slow: of a figure that is said twice one is lost at full speed."""


def readable(text: str, language: str) -> str:
    """What a person wrote as it is read aloud: numbers in words (of three figures or more one by one, as 119
    is), other signs as pauses."""
    if language == "zh":
        text = re.sub(r"[0-9]+", lambda found: _number(found[0], language), text)
        return re.sub(r"[^\w。]+", "，", text).strip("，")
    text = re.sub(r"[0-9]+", lambda found: f" {_number(found[0], language)} ", text.replace("’", "'"))
    text = re.sub(r"[^\w\s',.!?]+", ", ", text)
    return re.sub(r"\s+([,.!?])", r"\1", " ".join(text.split())).strip(" ,")


def _number(figures: str, language: str) -> str:
    if len(figures) < 3 and figures[0] != "0":
        return chinese(int(figures)) if language == "zh" else english(int(figures))
    said = [FIGURES[language][int(figure)] for figure in figures]
    return "".join(said).replace("一", "幺") if language == "zh" else " ".join(said)
