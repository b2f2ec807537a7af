"""The bytes that signs understand and buttons send, by a template: makers agree on none.

A template is what goes over the line, byte by byte, separated by spaces: two hexadecimal digits, or one of

- ``{address}``: the device's address, one byte;
- ``{attribute}``: how the text is shown (steady, flashing ...), one byte;
- ``{length}``: how many bytes the text has, one byte;
- ``{text}``: the text, in the encoding and padded with spaces to the width of the sign;
- ``{key}``: which key was pressed, one byte (frames that are received);
- ``{checksum}``: of all bytes before it, less the first ``checksum_skip``.
"""

from __future__ import annotations

import binascii
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import xor
from typing import Final, Protocol


@dataclass(frozen=True, slots=True)
class Shown:
    """A text on a sign, and how: what ``attribute`` means is the maker's."""

    text: str
    attribute: int = 0


Pressed = Callable[[int, int], None]
"""Called with the address and the key of a button, in a thread of the adapter."""


class Adapter(Protocol):
    """Signs that show texts, and buttons that are pressed. No call blocks, none raises: what cannot be
    shown now is shown when the line is back."""

    def show(self, address: int, shown: Shown) -> None:
        """Have that sign show it from now on."""

    def start(self, pressed: Pressed) -> None:
        """Begin, once."""

    def stop(self) -> None:
        """End; nothing is called after this."""


CHECKSUMS: Final[dict[str, tuple[int, Callable[[bytes], int]]]] = {
    "sum8": (1, lambda data: sum(data) & 0xFF),
    "xor8": (1, lambda data: reduce(xor, data, 0)),
    "crc16": (2, lambda data: binascii.crc_hqx(data, 0xFFFF)),
}
"""By name: how many bytes it has (the high one first) and what it is. crc16 is CRC-16/CCITT-FALSE."""

_FIELDS = {
    True: ("address", "attribute", "length", "text", "checksum"),
    False: ("address", "key", "checksum"),
}

Token = bytes | str

_SUM = "checksum"


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of frame. ``encoding`` and ``width`` (bytes, 0: as long as it is) are those of texts."""

    tokens: tuple[Token, ...]
    checksum: str = "sum8"
    checksum_skip: int = 0
    encoding: str = "gb18030"
    width: int = 0

    def frame(self, address: int, text: str, attribute: int = 0) -> bytes:
        """The bytes that show `text`. What the encoding does not have is shown as a question mark; a text
        that is too wide is cut at a character, one with digits is dashes."""
        body = _fitted(text, self.encoding, self.width)
        values = {
            "address": bytes([address]),
            "attribute": bytes([attribute]),
            "length": bytes([len(body)]),
            "text": body,
        }
        data = b""
        for part in self.tokens:
            if part == _SUM:
                data += self._sum(data)
            else:
                data += part if isinstance(part, bytes) else values[part]
        return data

    def find(self, seen: bytes) -> tuple[list[tuple[int, int]], bytes]:
        """(address, key) of each whole and sound frame in `seen`, and what may be the begin of one."""
        pressed, size = [], self._size()
        at = 0
        while at + size <= len(seen):
            read = self._read(seen[at : at + size])
            if read is None:
                at += 1
            else:
                pressed.append(read)
                at += size
        return pressed, seen[at:]

    def _size(self) -> int:
        sums = CHECKSUMS[self.checksum][0]
        return sum(sums if part == _SUM else 1 for part in self.tokens)

    def _read(self, frame: bytes) -> tuple[int, int] | None:
        at, found = 0, {"address": 0, "key": 0}
        for part in self.tokens:
            if isinstance(part, str) and part != _SUM:
                found[part] = frame[at]
                at += 1
                continue
            want = part if isinstance(part, bytes) else self._sum(frame[:at])
            if frame[at : at + len(want)] != want:
                return None
            at += len(want)
        return found["address"], found["key"]

    def _sum(self, data: bytes) -> bytes:
        size, of = CHECKSUMS[self.checksum]
        return of(data[self.checksum_skip :]).to_bytes(size, "big")


def tokens_of(text: str, *, sends: bool) -> tuple[Token, ...]:
    """A template as it is written; raises ValueError naming the word that is none."""
    tokens: list[Token] = []
    for word in text.split():
        if word.startswith("{"):
            name = word.removeprefix("{").removesuffix("}")
            if name not in _FIELDS[sends]:
                raise ValueError(
                    f"{word} is none of {', '.join('{' + field + '}' for field in _FIELDS[sends])}"
                )
            tokens.append(name)
        elif len(word) == 2 and all(digit in "0123456789abcdefABCDEF" for digit in word):
            tokens.append(bytes.fromhex(word))
        else:
            raise ValueError(f"{word} is no byte such as 7E")
    needed = "text" if sends else "key"
    if needed not in tokens:
        raise ValueError(f"{{{needed}}} is missing")
    return tuple(tokens)


def _fitted(text: str, encoding: str, width: int) -> bytes:
    if not width:
        return text.encode(encoding, "replace")[:255]
    body = b""
    for letter in text:
        more = letter.encode(encoding, "replace")
        if len(body) + len(more) > width:
            if any(character.isdigit() for character in text):
                return b"-" * width  # A1000 cut to A100 is somebody else's number
            break
        body += more
    return body.ljust(width, b" ")
