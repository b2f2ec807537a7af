"""Brings assets/translations up to date with the sources: `python -m tools.translations`.

Collects the texts of all QML and Python of the apps into the .ts files, keeps what is translated, and makes
the .qm files that the apps read. English has a file for its plurals only, Traditional Chinese is made from
Simplified, Arabic is for the kiosk and only warned about. Ends with 1 when something is left to translate,
and says what.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

from tools.sources import BUILD, QT_FOLDERS, ROOT, files

FOLDER = ROOT / "assets" / "translations"
TARGETS = {"zh_CN": (), "en": ("-pluralonly",)}
PARTIAL = {"ar": ("Kiosk", "Refusal")}
"""Catalogues for the kiosk alone, with the contexts of its Python: what is missing is said in English."""

KIOSK_QML = ("kiosk", "branch/qt")

CONVERTED = {"zh_TW": "zh_CN"}
"""Catalogues that are made from another one: Traditional Chinese is always as complete as Simplified."""

MARKS = ("QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP", "translate")


@dataclass(frozen=True)
class Marked:
    """A text marked for translation in Python."""

    context: str
    source: str
    plural: bool


def marked_texts(code: str) -> Iterator[Marked]:
    """The texts that Python source marks, by calls with literal context and text."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        words = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant)]
        if name in MARKS and len(words) == 2 and all(isinstance(word, str) for word in words):
            yield Marked(str(words[0]), str(words[1]), name == "QT_TRANSLATE_N_NOOP")


def python_texts(target: Path) -> Path:
    """All marked Python texts in a file that lupdate reads well.

    lupdate's own reader of Python misses counted texts and loses its place in f-strings, so it is given the
    same marks as C++, which it knows best.
    """
    found = {
        text for file in files(QT_FOLDERS, ".py") for text in marked_texts(file.read_text(encoding="utf-8"))
    }
    lines = [
        f"{'QT_TRANSLATE_N_NOOP' if text.plural else 'QT_TRANSLATE_NOOP'}"
        f"({json.dumps(text.context, ensure_ascii=False)}, {json.dumps(text.source, ensure_ascii=False)});"
        for text in sorted(found, key=lambda text: (text.context, text.source))
    ]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target


def run_tool(name: str, *arguments: str) -> None:
    done = subprocess.run(  # noqa: S603  # Qt's own tools
        [Path(sys.executable).parent / name, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stdout}{done.stderr}")


def update(folder: Path = FOLDER) -> None:
    """Bring the .ts files in `folder` up to date with the sources."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = [str(python_texts(BUILD / "texts" / "texts.cpp")), *map(str, files(QT_FOLDERS, ".qml"))]
    for name, options in (TARGETS | dict.fromkeys(PARTIAL, ())).items():
        run_tool(
            "pyside6-lupdate",
            *sources,
            *("-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", name),
            *options,
            *("-ts", str(folder / f"{name}.ts")),
        )

    convert(folder)


def convert(folder: Path = FOLDER) -> None:
    """Make zh_TW.ts of zh_CN.ts with Taiwan's words (OpenCC's s2twp).

    Where OpenCC is not installed yet the file stays as it is; the screens say what it lacks in Simplified.
    """
    if find_spec("opencc") is None:
        sys.stdout.write("zh_TW is not brought up to date: OpenCC is missing, run make setup\n")
        return
    from opencc import OpenCC

    said = OpenCC("s2twp").convert
    for name, source in CONVERTED.items():
        tree = ET.parse(folder / f"{source}.ts")  # noqa: S314  # our own file
        tree.getroot().set("language", name)
        for message in tree.getroot().iter("translation"):
            for text in (message, *message.iter("numerusform")):
                text.text = said(text.text) if text.text else text.text
        written = ET.tostring(tree.getroot(), encoding="unicode")
        (folder / f"{name}.ts").write_text(
            f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{written}\n', encoding="utf-8"
        )


def release(folder: Path = FOLDER) -> None:
    """Make the .qm files of the .ts files in `folder`."""
    for name in (*TARGETS, *PARTIAL, *(name for name in CONVERTED if (folder / f"{name}.ts").exists())):
        run_tool("pyside6-lrelease", str(folder / f"{name}.ts"), "-qm", str(folder / f"{name}.qm"))


def messages(file: Path) -> dict[tuple[str, str], list[str]]:
    """What a .ts file has: (context, source) -> translations, one for each plural form; [] if unfinished."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            said = message.find("translation")
            forms = [] if said is None else [form.text or "" for form in said.iter("numerusform")]
            texts = forms or ([said.text or ""] if said is not None else [])
            done = said is not None and said.get("type") != "unfinished" and all(texts)
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = texts if done else []
    return found


def unfinished(folder: Path = FOLDER) -> list[str]:
    """What is left to translate, as "file: context: text"."""
    return [
        f"{name}: {context}: {source}"
        for name in TARGETS
        for (context, source), said in messages(folder / f"{name}.ts").items()
        if not said
    ]


def missing(folder: Path = FOLDER) -> list[str]:
    """What the kiosk says in English because a catalogue of PARTIAL lacks it, as "file: context: text"."""
    seen = {file.stem for part in KIOSK_QML for file in files((part,), ".qml")}
    return [
        f"{name}: {context}: {source}"
        for name, contexts in PARTIAL.items()
        for (context, source), said in messages(folder / f"{name}.ts").items()
        if not said and (context in contexts or context in seen - {"Main"})  # Main is the counter's
    ]


def main() -> int:
    """Update, release, and say what is left."""
    update()
    release()
    sys.stdout.write("".join(f"in English so far: {line}\n" for line in missing()))
    left = unfinished()
    sys.stdout.write("".join(f"to translate: {line}\n" for line in left) or "all translated\n")
    return int(bool(left))


if __name__ == "__main__":
    sys.exit(main())
