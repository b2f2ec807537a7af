"""Writes the notices of what others have made: `python -m tools.notices [FILE]`, else to standard output.

Made from what is installed here, with each licence's text as it came; the fonts, words and voices of `assets`
have theirs beside them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from tools.dependencies import LINUX, WINDOWS, needed
from tools.sources import ROOT

_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_OURS = ("fonts/OFL-*.txt", "pinyin/LICENSE.txt", "voices/PACKS.txt", "licenses/*.txt")

DUTIES = {
    "LGPL": """\
The libraries below are under the GNU Lesser General Public License. They are not changed, and stand as files
of their own beside Branchline in the folder site-packages, where anybody may put a version of their own in
their place: `pip install --force-reinstall` of a changed package, or new shared libraries over the old ones.
Whoever passes Branchline on passes on this notice and the texts of the licences (at the end), and offers the
sources: those of PySide6, Shiboken6 and Qt are at https://download.qt.io/official_releases/QtForPython/ and
https://download.qt.io/official_releases/qt/, those of the others at https://pypi.org, the same version.
""",
    "MPL": """\
Files of the libraries below are under the Mozilla Public License 2.0. They are not changed; their sources are
at https://pypi.org under the same version. Whoever changes one of these files publishes the change.
""",
}


@dataclass(frozen=True)
class Notice:
    """What is to be said of one library."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


def notices() -> Iterator[Notice]:
    """Of every library that an installation for Linux or Windows has."""
    for name in sorted({*needed(["apps"], LINUX), *needed(["apps"], WINDOWS)}):
        try:
            yield _notice(name, distribution(name))
        except PackageNotFoundError:
            yield Notice(
                name,
                "",
                "see its package, which is not installed here",
                f"https://pypi.org/project/{name}",
                (),
            )


def page() -> str:
    """The whole text."""
    found = list(notices())
    parts = ["Branchline comes with, or is installed beside, what others have made.\n"]
    for family, duty in DUTIES.items():
        members = [f"  {one.name} {one.version}: {one.licence}" for one in found if family in one.licence]
        parts.append(f"{family}\n{'=' * len(family)}\n{duty}\n" + "\n".join(members) + "\n")
    for one in found:
        head = f"{one.name} {one.version}".rstrip()
        texts = "\n\n".join(one.texts) or "(no text of the licence in its package)"
        parts.append(f"{head}\n{'-' * len(head)}\n{one.licence}\n{one.home}\n\n{texts}\n")
    for pattern in _OURS:
        for file in sorted((ROOT / "assets").glob(pattern)):
            name = file.relative_to(ROOT).as_posix()
            parts.append(f"{name}\n{'-' * len(name)}\n{file.read_text('utf-8').strip()}\n")
    return "\n\n".join(parts)


def _notice(name: str, there: Distribution) -> Notice:
    data = there.metadata
    kinds = [
        kind.split("::")[-1].strip()
        for kind in data.get_all("Classifier") or ()
        if kind.startswith("License")
    ]
    said = _field(there, "License-Expression") or _field(there, "License").strip().partition("\n")[0]
    licence = said if said and len(said) < 100 and not said.startswith("=") else " / ".join(kinds)
    texts = tuple(
        text
        for file in there.files or ()
        if _TEXT.search(str(file)) and file.suffix not in {".py", ".pyc", ".pyi", ".pxd", ".h"}
        if (text := Path(str(file.locate())).read_text("utf-8", "replace").strip())
    )
    return Notice(name, there.version, licence, _home(there), texts)


def _home(there: Distribution) -> str:
    urls: dict[str, str] = dict(
        str(line).split(", ", 1) for line in there.metadata.get_all("Project-URL") or () if ", " in line
    )
    for key in ("Homepage", "Source", "Repository", "homepage", "source"):
        if key in urls:
            return urls[key]
    return _field(there, "Home-page") or f"https://pypi.org/project/{there.name}"


def _field(there: Distribution, name: str) -> str:
    """What the metadata say under that name; empty without it."""
    return str(there.metadata[name]) if name in there.metadata else ""


def main() -> int:
    """Write the page."""
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
