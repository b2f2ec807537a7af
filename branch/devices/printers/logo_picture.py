"""Reads the picture of a logo and makes it black and white."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from branch.devices.printers.canvas import THRESHOLD, WHITE
from branch.devices.printers.printer_status import LogoError

LARGEST_FILE = 8 * 1024 * 1024
_LEAST_CONTRAST = 40  # of 255; a picture with less is a plain colour with noise


def read(path: Path) -> Image.Image:
    """The logo in grey, without the white around it; raises LogoError, one line that names the file."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise LogoError(f"logo {path}: larger than {LARGEST_FILE // 1024 // 1024} MB")
        with Image.open(path) as picture:
            return _trimmed(_on_paper(picture))
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise LogoError(f"logo {path}: not a picture that can be read, such as a PNG") from error
    except OSError as error:
        said = error.strerror or "the picture is damaged"
        raise LogoError(f"logo {path}: {said}") from error
    except ValueError as error:
        raise LogoError(f"logo {path}: {error}") from error


def scaled(grey: Image.Image, scale: float) -> Image.Image:
    """It in another size and in pure black and white: mode "1"."""
    size = max(1, round(grey.width * scale)), max(1, round(grey.height * scale))
    small = grey.resize(size, Image.Resampling.LANCZOS)
    return small.point(lambda value: 255 if value > THRESHOLD else 0).convert("1", dither=Image.Dither.NONE)


def _on_paper(picture: Image.Image) -> Image.Image:
    """In grey, with white paper behind what is transparent; the palest logo still reaches to black."""
    turned = ImageOps.exif_transpose(picture)
    colour = turned.convert("RGBA")
    ground = Image.new("RGBA", colour.size, "white")
    ground.alpha_composite(colour)
    grey = ground.convert("L")
    darkest, lightest = grey.getextrema()
    if lightest - darkest < _LEAST_CONTRAST:  # type: ignore[operator]  # of one band they are two numbers
        raise ValueError("it shows nothing on white paper")
    return ImageOps.autocontrast(grey)


def _trimmed(grey: Image.Image) -> Image.Image:
    """Without the white around it, which would only make it smaller."""
    ink = ImageChops.invert(grey).point(lambda value: 255 if value >= WHITE - THRESHOLD else 0)
    box = ink.getbbox()
    if box is None:
        raise ValueError("it shows nothing on white paper")
    return grey.crop(box)
