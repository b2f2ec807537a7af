"""Which languages there are: assets/translations/languages.toml, and nothing in the code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import assets

FOLDER = assets.ROOT / "translations"
MANIFEST = "languages.toml"


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its code on the wire, its file without the ending, its own name for itself."""

    code: str
    file: str
    name: str
    like: str = ""
    """The language that stands in for it before English does; "" for none."""
    direction: str = "ltr"
    """ "rtl" for one that is read from right to left."""


def tongues(folder: Path | None = None) -> dict[str, Tongue]:
    """The languages of the manifest in ``folder``, by code, in its order.

    Raises OSError, tomllib.TOMLDecodeError or TypeError for a manifest that is not there or not one: the
    program is not whole then.
    """
    text = ((folder or FOLDER) / MANIFEST).read_text(encoding="utf-8")
    return {code: Tongue(code, **entry) for code, entry in tomllib.loads(text).items()}
