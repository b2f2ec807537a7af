"""Holds the names in the code to docs/glossary.md: one word for one thing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.sources import ROOT, files

PAGE = "docs/glossary.md"
PROGRAMS = ("branch", "kiosk", "display", "counter", "web", "headoffice")

_ROW = re.compile(r"^\| (?P<word>[^|]+?) \| [^|]+ \| `(?P<module>[\w.]+)` \| (?P<retired>[^|]*)\|$", re.M)


@dataclass(frozen=True)
class Entry:
    """A row of the list: the word, the module it is at home in, and the names that are not to come back."""

    word: str
    module: str
    retired: tuple[str, ...]


def entries(text: str) -> list[Entry]:
    """The rows of the list's tables."""
    return [
        Entry(
            row["word"],
            row["module"],
            tuple(name for name in re.split(r",\s*", row["retired"].strip()) if name),
        )
        for row in _ROW.finditer(text)
    ]


def breaches(root: Path = ROOT) -> Iterator[str]:
    """Every module of the list that is not there, and every module or class with a retired name."""
    listed = entries((root / PAGE).read_text(encoding="utf-8"))
    if not listed:
        yield f"{PAGE}: has no table"
    for entry in listed:
        path = root / entry.module.replace(".", "/")
        if not path.with_suffix(".py").exists() and not (path / "__init__.py").exists():
            yield f"{PAGE}: there is no module {entry.module} ({entry.word})"
    instead = {name: entry.word for entry in listed for name in entry.retired}
    for file in files(PROGRAMS, ".py", root):
        name = file.relative_to(root).as_posix()
        for part in (file.parent.name, file.stem):
            if part in instead:
                yield f"{name}: '{part}' is called '{instead[part]}' (see {PAGE})"
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name in instead:
                yield f"{name}:{node.lineno}: '{node.name}' is called '{instead[node.name]}' (see {PAGE})"
