"""A roll of paper to draw on from the top down, everything centred and wrapped, in pure black and white."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFont

import assets
from branch.devices.printers.line_breaks import balance
from branch.devices.printers.printer_status import SlipError

REGULAR = "NotoSansSC-Regular.ttf"
BOLD = "NotoSansSC-Bold.ttf"
HEAVY = "Inter-ExtraBold.ttf"
WHITE, BLACK = 255, 0
# Above one half: thin strokes keep their dots, since a thermal head cannot print a grey edge.
THRESHOLD = 150
_SMALLEST_HERO = 24  # 3 mm


@lru_cache(maxsize=64)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """One of the house's fonts. The basic layout gives the same picture on every machine."""
    return ImageFont.truetype(assets.ROOT / "fonts" / name, size, layout_engine=ImageFont.Layout.BASIC)


class Paper:
    """The paper and how far down it is filled."""

    def __init__(self, width: int, margin: int) -> None:
        self.width = width
        self.room = width - 2 * margin
        self._margin = margin
        self._y = 0
        self._image = Image.new("L", (width, 1024), WHITE)
        self._draw = ImageDraw.Draw(self._image)

    def gap(self, dots: int) -> None:
        """Leave white."""
        self._take(dots)

    def text(self, text: str, face: ImageFont.FreeTypeFont) -> None:
        """A paragraph, over several even lines where it does not fit one."""
        for line in balance(text, self.room, face.getlength):
            self.spans([(line, face)])

    def spans(self, spans: list[tuple[str, ImageFont.FreeTypeFont]]) -> None:
        """One line of differently set parts on a common baseline; the caller knows that it fits."""
        size = round(max(face.size for _, face in spans))
        top = self._take(round(size * 1.36))
        # A bold digit has no white on its left, and a space alone leaves it glued to a Chinese character.
        hair = size * 0.12
        steps = [face.getlength(part) + hair for part, face in spans]
        x = (self.width - sum(steps) + hair) / 2
        for (part, face), step in zip(spans, steps, strict=True):
            self._draw.text((round(x), top + round(size * 1.03)), part, BLACK, face, anchor="ls")
            x += step

    def hero(self, text: str, largest: int) -> None:
        """One word as large as the paper allows, placed by its ink: it has no line box to waste paper."""
        name = HEAVY if text.isascii() else BOLD
        size = largest
        while (word := _ink(text, font(name, size))).width > self.room:
            size = min(size - 1, int(size * self.room / word.width))
            if size < _SMALLEST_HERO:
                raise SlipError(f"{text!r} does not fit {self.room} dots at a readable size")
        self.picture(word)

    def pills(self, words: tuple[str, ...], face: ImageFont.FreeTypeFont, *, filled: bool) -> None:
        """Short words in rounded frames: white on black for what staff must see, else outlined."""
        size = round(face.size)
        inset, between = round(size * 0.7), size // 2
        fitting = [line for word in words for line in balance(word, self.room - 2 * inset, face.getlength)]
        widths = [round(face.getlength(line)) + 2 * inset for line in fitting]
        if sum(widths) + between * (len(widths) - 1) > self.room:
            for line in fitting[:-1]:
                self.pills((line,), face, filled=filled)
                self.gap(size // 3)
            fitting, widths = fitting[-1:], widths[-1:]
        height = round(size * 1.6)
        top = self._take(height)
        x = (self.width - sum(widths) - between * (len(widths) - 1)) // 2
        ground, ink = (BLACK, WHITE) if filled else (WHITE, BLACK)
        for line, width in zip(fitting, widths, strict=True):
            self._draw.rounded_rectangle(
                (x, top, x + width - 1, top + height - 1), height // 2, ground, BLACK, 2
            )
            self._draw.text((x + width / 2, top + round(size * 1.17)), line, ink, face, anchor="ms")
            x += width + between

    def rule(self) -> None:
        """A dashed line from margin to margin."""
        top = self._take(3)
        for x in range(self._margin, self.width - self._margin, 10):
            self._draw.rectangle((x, top, min(x + 5, self.width - self._margin - 1), top + 2), BLACK)

    def picture(self, picture: Image.Image) -> None:
        """A picture as it is."""
        top = self._take(picture.height)
        self._image.paste(picture, ((self.width - picture.width) // 2, top))

    def cut(self) -> Image.Image:
        """The filled part, one bit a dot."""
        filled = self._image.crop((0, 0, self.width, self._y))
        # A plain threshold. Pillow's own conversion would dither the edges of letters into dust.
        return filled.point([BLACK if value < THRESHOLD else WHITE for value in range(256)]).convert(
            "1", dither=Image.Dither.NONE
        )

    def _take(self, height: int) -> int:
        """Fill `height` more dots of the roll and give back where they start."""
        top, self._y = self._y, self._y + height
        if self._y > self._image.height:
            longer = Image.new("L", (self.width, 2 * self._y), WHITE)
            longer.paste(self._image)
            self._image, self._draw = longer, ImageDraw.Draw(longer)
        return top


def _ink(text: str, face: ImageFont.FreeTypeFont) -> Image.Image:
    """A word cut out at its ink: Pillow's own box of a text ends at the advance instead."""
    size = round(face.size)
    canvas = Image.new("L", (round(face.getlength(text)) + 2 * size, 3 * size), WHITE)
    ImageDraw.Draw(canvas).text((size, 2 * size), text, BLACK, face, anchor="ls")
    return canvas.crop(ImageChops.invert(canvas).getbbox())
