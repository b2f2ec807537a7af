"""Languages of branch.toml without texts, and names that nobody reads: empty, in no offered language, or with
characters that no font has."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from fontTools.ttLib import TTFont
from pydantic import BaseModel

import assets
from branch.service.config.branch_config import BranchConfig
from branch.service.config.mistake_words import meant

_ENGLISH = "en"
"""Said where a text is missing in every other language."""

_TEXTS = frozenset(
    ("name", "names", "hints", "documents", "self_service", "public_name", "text", "board", "kiosk")
)
"""Keys of tables with a text for each language."""

_Texts = Mapping[str, object]


def texts_warnings(config: BranchConfig) -> Iterator[str]:
    """One line for each of them."""
    offered, like = config.branch.languages, _languages()
    for language in offered:
        if language not in like:
            yield f"branch.languages: there are no texts in {language!r}{meant(language, list(like))}"
        if offered.count(language) > 1:
            yield f"branch.languages: {language!r} stands there twice"
    read = {*offered, *(like.get(language, "") for language in offered), _ENGLISH}
    missing: dict[str, list[str]] = {}
    for key, texts in _named(config):
        yield from _entries(key, texts, read)
        for language in offered:
            if not {language, like.get(language) or language, _ENGLISH} & texts.keys():
                missing.setdefault(language, []).append(key)
    for language, keys in missing.items():
        some = ", ".join(keys[:3]) + (f" and {len(keys) - 3} more" if len(keys) > 3 else "")
        yield f"branch.languages: {language!r} is offered, but there is no such text in {some}"


def _entries(key: str, texts: _Texts, read: set[str]) -> Iterator[str]:
    for language, value in texts.items():
        if language not in read:
            offered = sorted(read - {""})
            yield f"{key}.{language}: nobody reads it, {language!r} is not offered{meant(language, offered)}"
        for text in value if isinstance(value, tuple | list) else [value]:
            if not str(text).strip():
                yield f"{key}.{language}: is empty"
            lacking = sorted({c for c in str(text) if c.isprintable() and ord(c) not in drawn()})
            if lacking:
                characters = " ".join(f"{c} (U+{ord(c):04X})" for c in lacking)
                yield f"{key}.{language}: no font has {characters}: a box stands there on paper and screens"


def _named(section: BaseModel, where: str = "") -> Iterator[tuple[str, _Texts]]:
    """Every table of texts in the file, with its key."""
    for name in type(section).model_fields:
        yield from _within(f"{where}{name}", name, getattr(section, name))


def _within(key: str, name: str, value: object) -> Iterator[tuple[str, _Texts]]:
    if isinstance(value, BaseModel):
        yield from _named(value, f"{key}.")
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _within(f"{key}.{index}", "", one)
    elif isinstance(value, dict) and name in _TEXTS and value:
        yield key, value
    elif isinstance(value, dict) and name == "notices":
        for notice, texts in value.items():
            yield f"{key}.{notice}", texts


@cache
def _languages() -> dict[str, str]:
    """Each language that there are texts in, and the one that it falls back to."""
    text = (assets.ROOT / "translations" / "languages.toml").read_text(encoding="utf-8")
    return {code: str(entry.get("like", "")) for code, entry in tomllib.loads(text).items()}


@cache
def drawn() -> frozenset[int]:
    """The code points of all characters that the fonts on paper and screens have."""
    found = set[int]()
    for file in sorted((assets.ROOT / "fonts").glob("*-Regular.ttf")):
        with TTFont(file) as font:
            found |= font.getBestCmap().keys()
    return frozenset(found)
