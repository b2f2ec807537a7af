"""Makes assets/pinyin/words.txt: Chinese words by their pinyin, for the rating pad's own keyboard.

    python -m tools.pinyin

Words and how common they are come from jieba's dictionary, their pinyin from pypinyin (both MIT). The result
is committed, so only a change of this file or of a pinned version needs a run. Twice gives the same bytes.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import tempfile
from collections import defaultdict
from math import log2
from pathlib import Path
from typing import Any

import assets
from tools.fonts import CHINESE

SOURCES = ("jieba==0.42.1", "pypinyin==0.55.0")
OUT = assets.ROOT / "pinyin" / "words.txt"

WORDS = 32_000
"""The most common words of two to four characters; besides them all single characters of the fonts."""

OURS = [
    "柜员",
    "窗口",
    "叫号",
    "取号",
    "排队",
    "过号",
    "大堂经理",
    "等得",
    "等太久",
    "太久",
    "太久了",
    "太慢",
    "太慢了",
    "很快",
    "很慢",
    "很好",
    "很久",
    "没人",
    "不耐烦",
    "讲得",
    "说得",
    "讲解",
    "清楚",
    "热情",
    "耐心",
    "态度",
    "服务",
    "办理",
    "业务",
    "网点",
    "存折",
    "手续费",
]
"""What customers of a branch write, which newspapers do not; as common as the thousandth word."""

OURS_COUNT = 8_000

RARE_READING = 50
"""A second reading of a character counts as so many times rarer than the first."""


def words_by_pinyin(frequencies: dict[str, int], pypinyin: Any) -> dict[str, list[tuple[int, str]]]:
    """Letters -> (how common, word), the commonest first. How common: log2 of the count in jieba's corpus."""
    found: dict[str, dict[str, int]] = defaultdict(dict)

    def put(letters: str, word: str, count: float) -> None:
        if letters.isascii() and letters.isalpha():
            weight = max(0, round(log2(max(count, 1))))
            found[letters][word] = max(weight, found[letters].get(word, 0))

    drawn = {word for word in frequencies if all(ord(char) in CHINESE for char in word)}
    many = sorted((w for w in drawn if 2 <= len(w) <= 4), key=lambda word: (-frequencies[word], word))
    for word in many[:WORDS]:
        put("".join(pypinyin.lazy_pinyin(word, v_to_u=False)), word, frequencies[word])
    for char in (chr(code) for code in sorted(CHINESE) if 0x4E00 <= code <= 0x9FFF):
        (readings,) = pypinyin.pinyin(char, style=pypinyin.Style.NORMAL, heteronym=True, v_to_u=False)
        for place, reading in enumerate(readings):
            put(reading, char, frequencies.get(char, 1) / (RARE_READING if place else 1))
    return {
        letters: sorted(((weight, word) for word, weight in words.items()), key=lambda one: (-one[0], one[1]))
        for letters, words in found.items()
    }


def main() -> int:
    """Fetch both packages and write the file."""
    with tempfile.TemporaryDirectory() as folder:
        fetch = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, *SOURCES]
        subprocess.run(fetch, check=True)  # noqa: S603 - fixed arguments
        sys.path.insert(0, folder)
        rows = (Path(folder) / "jieba" / "dict.txt").read_text(encoding="utf-8").splitlines()
        frequencies = {word: int(count) for word, count, *_ in map(str.split, rows)}
        frequencies |= {word: max(OURS_COUNT, frequencies.get(word, 0)) for word in OURS}
        table = words_by_pinyin(frequencies, importlib.import_module("pypinyin"))
    lines = [
        f"{letters} {' '.join(f'{word}{weight}' for weight, word in table[letters])}\n"
        for letters in sorted(table)
    ]
    OUT.write_text("".join(lines), encoding="utf-8")
    print(f"{OUT}: {len(table)} spellings, {OUT.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
