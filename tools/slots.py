"""Every connected method of a QObject is a declared slot, and no two types have one name.

PySide gives an object a meta-object of its own as soon as a plain method of it is connected. That one dies
with the object, but QML keeps what it has read of it under its address: of another object whose meta-object
gets that address, every property reads as undefined.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.sources import QT_FOLDERS, ROOT, files

WHY = "is connected but no slot: put @Slot(types of the signal) over it"


def undeclared(root: Path = ROOT) -> Iterator[str]:
    """Every connection of a class to a method of its own that is no slot, as "file:line: why"."""
    for file in files(QT_FOLDERS, ".py", root):
        for part in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(part, ast.ClassDef) and part.bases:
                for line, name in _connected(part):
                    yield f"{file.relative_to(root).as_posix()}:{line}: {name} {WHY}"


def namesakes(root: Path = ROOT) -> Iterator[str]:
    """Every type that QML sees by a name that another one has too, as "file:line: why".

    In one process PySide knows the types by the bare names of their classes, not by their modules: an object
    of the second is then none of the first's for QML, and a property that should hold it stays empty.
    """
    seen: dict[str, str] = {}
    for file in files(QT_FOLDERS, ".py", root):
        for part in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(part, ast.ClassDef) and any(
                "QmlElement" in ast.unparse(decorator) for decorator in part.decorator_list
            ):
                where = file.relative_to(root).as_posix()
                if part.name in seen:
                    yield f"{where}:{part.lineno}: {part.name} is a type of {seen[part.name]} too"
                seen.setdefault(part.name, where)


def _connected(part: ast.ClassDef) -> Iterator[tuple[int, str]]:
    plain = {
        method.name
        for method in part.body
        if isinstance(method, ast.FunctionDef)
        and not any("Slot" in ast.unparse(decorator) for decorator in method.decorator_list)
    }
    for call in ast.walk(part):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr == "connect"
        ):
            to = call.args[0] if call.args else None
            if isinstance(to, ast.Attribute) and ast.unparse(to.value) == "self" and to.attr in plain:
                yield call.lineno, to.attr
