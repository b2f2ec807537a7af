"""Reads ESC/POS the way a printer does, strictly: a byte it cannot place is an error, not a guess."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

ESC, FS, GS, DLE = 0x1B, 0x1C, 0x1D, 0x10


@dataclass
class Line:
    """One printed line of text and how it was set."""

    text: str
    size: tuple[int, int]
    bold: bool
    centred: bool
    chinese: bool


@dataclass
class Receipt:
    """What came out of the printer up to one cut."""

    lines: list[Line] = field(default_factory=list)
    qr: list[str] = field(default_factory=list)
    strips: list[Image.Image] = field(default_factory=list)
    cut: str = ""
    picture_centred: bool = False
    """Whether the printer was told to centre its last strip."""

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def picture(self) -> Image.Image:
        """All strips of raster below each other, as the paper shows them: 0 is black."""
        whole = Image.new("1", (self.strips[0].width, sum(strip.height for strip in self.strips)), 1)
        at = 0
        for strip in self.strips:
            whole.paste(strip, (0, at))
            at += strip.height
        return whole


class Decoder:
    """Decodes a stream; `receipts` are the finished ones, `open` is what is still under the head."""

    def __init__(self, data: bytes) -> None:
        self.receipts: list[Receipt] = []
        self.open = Receipt()
        self._data = data
        self._at = 0
        self._line = bytearray()
        self._reset()
        try:
            while self._at < len(data):
                self._step(self._take())
        except IndexError:  # the stream ends inside a command; what came before still counts
            pass

    def _reset(self) -> None:
        self._size, self._bold, self._centred, self._chinese, self._was = (1, 1), False, False, False, False
        self._stored = b""

    def _take(self, count: int = 1) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            raise IndexError
        self._at += count
        return taken

    def _step(self, first: bytes) -> None:
        byte = first[0]
        if byte == ESC:
            self._escape(self._take())
        elif byte == GS:
            self._group(self._take())
        elif byte == FS:
            self._chinese = {b"&": True, b".": False}[self._take()]
            self._was = self._was or self._chinese
        elif byte == DLE:
            assert self._take() == b"\x04", "only status is asked in real time"
            self._take()
        elif byte == 0x0A:
            text = self._line.decode("gb18030")
            self.open.lines.append(Line(text, self._size, self._bold, self._centred, self._was))
            self._line.clear()
            self._was = self._chinese
        elif byte:  # NUL is nothing to a printer
            assert byte >= 0x20, f"control byte {byte:#x} at {self._at - 1}"
            self._line += first
            if byte > 0x80:
                self._line += self._take()

    def _escape(self, command: bytes) -> None:
        if command == b"@":
            self._reset()
        elif command == b"a":
            self._centred = self._take() == b"\x01"
        elif command == b"E":
            self._bold = self._take() == b"\x01"
        elif command == b"d":
            self._take()
        else:
            raise AssertionError(f"ESC {command!r}")

    def _group(self, command: bytes) -> None:
        if command == b"!":
            size = self._take()[0]
            self._size = (size >> 4) + 1, (size & 7) + 1
        elif command == b"v":
            assert self._take(2) == b"0\x00"
            across, rows = (int.from_bytes(self._take(2), "little") for _ in range(2))
            strip = Image.frombytes("1", (across * 8, rows), self._take(across * rows), "raw", "1;I")
            self.open.strips.append(strip)
            self.open.picture_centred = self._centred
        elif command == b"(":
            assert self._take() == b"k"
            self._code(self._take(int.from_bytes(self._take(2), "little")))
        elif command == b"V":
            self.open.cut = {b"\x00": "full", b"\x01": "part"}[self._take()]
            self.receipts.append(self.open)
            self.open = Receipt()
        else:
            raise AssertionError(f"GS {command!r}")

    def _code(self, body: bytes) -> None:
        if body[:3] == b"1P0":
            self._stored = body[3:]
        elif body[:3] == b"1Q0":
            self.open.qr.append(self._stored.decode())
