"""Where lines end: words stay whole, Chinese breaks anywhere, and punctuation holds on to its word."""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], float]

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_PIECE = re.compile(rf"\s+|[{_WIDE}]|[^\s{_WIDE}]+")
_CLOSING = set("，。、；：？！）】》」』”’…,.;:?!)]}%·")
_OPENING = set("（【《「『“‘([{")


def wrap(text: str, width: float, measure: Measure) -> list[str]:
    """Lines no wider than `width`, filled from the top. A word wider than a line is broken anywhere."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if not line.strip():
            line = piece.lstrip()
        elif measure((line + piece).rstrip()) <= width:
            line += piece
        else:
            lines.append(line.rstrip())
            line = piece.lstrip()
        while len(line) > 1 and measure(line.rstrip()) > width:
            fit = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or measure(line[:n]) <= width)
            lines.append(line[:fit])
            line = line[fit:]
    if line.strip():
        lines.append(line.rstrip())
    return lines


def balance(text: str, width: float, measure: Measure) -> list[str]:
    """Like `wrap`, in as few lines, but of even length: a centred line has no lone last character."""
    best = wrap(text, width, measure)
    low, high = 0.0, width
    while len(best) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = wrap(text, middle, measure)
        if len(tried) > len(best):
            low = middle
        else:
            best, high = tried, middle
    return best


def _pieces(text: str) -> list[str]:
    """What may not be broken: words with the punctuation that holds on to them."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        if pieces and (piece[0] in _CLOSING or pieces[-1][-1] in _OPENING):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
