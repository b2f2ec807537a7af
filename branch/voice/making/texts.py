"""What each clip says: the text of every clip that a branch needs, in Mandarin and English. Pure."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from branch.voice.pack import SHIPPED

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
COUNTERS = tuple(range(1, 21))
"""Every pack has all letters and these counters: whoever gets a new one need not build at once."""


def clips(
    language: str, prefixes: Iterable[str], numbers: Iterable[str], counters: Iterable[int]
) -> Iterator[tuple[str, str]]:
    """Name and text of every clip of a pack, each once; ``numbers`` are figures as on the ticket (035)."""
    for prefix in dict.fromkeys((*LETTERS, *prefixes)):
        yield f"{language}/prefix/{prefix}", opening(language, prefix)
        yield f"{language}/yours/{prefix}", yours(language, prefix)
    for counter in dict.fromkeys((*COUNTERS, *counters)):
        yield f"{language}/counter/{counter}", way(language, counter)
    for name, texts in prompts().items():
        yield f"{language}/prompt/{name}", texts[language]
    for number in dict.fromkeys(numbers):
        yield f"{language}/number/{number}", figures(language, number)
        if language == "zh" and "1" in number:
            yield f"zh/yao/{number}", figures(language, number).replace("一", "幺")


def text_of(name: str) -> str | None:
    """The text of a clip by its name, None for a name that is no sentence of ours."""
    language, _, rest = name.partition("/")
    kind, _, what = rest.partition("/")
    if language not in FIGURES or not what:
        return None
    if kind in ("number", "yao") and what.isdecimal():
        text = figures(language, what)
        return text.replace("一", "幺") if kind == "yao" else text
    if kind == "counter" and what.isdecimal() and 1 <= int(what) <= 99:
        return way(language, int(what))
    if kind in ("prefix", "yours") and what.isalpha() and what.isascii():
        return (opening if kind == "prefix" else yours)(language, what)
    return prompts().get(what, {}).get(language) if kind == "prompt" else None


def opening(language: str, prefix: str) -> str:
    """How a call begins."""
    return f"请{prefix}。" if language == "zh" else f"Ticket {' '.join(prefix)},"


def yours(language: str, prefix: str) -> str:
    """How the kiosk begins to say a number."""
    return f"您的号码是{prefix}。" if language == "zh" else f"Your number is {' '.join(prefix)},"


def figures(language: str, number: str) -> str:
    """A whole number, figure by figure, as if the sentence went on."""
    said = [FIGURES[language][int(figure)] for figure in number]
    return "".join(said) + "号，" if language == "zh" else " ".join(said) + ","


def way(language: str, counter: int) -> str:
    """Where to go."""
    if language == "zh":
        return f"到{chinese(counter)}号窗口。"
    return f"please go to counter {english(counter)}."


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
