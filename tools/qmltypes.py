"""Tells qmllint about our Python types: writes a QML module description for every QML_IMPORT_NAME.

The descriptions go to build/qml/<Module>/<Path>/{qmldir,plugins.qmltypes}; nothing at run time reads them.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import PySide6
from PySide6.scripts import metaobjectdump

from tools.sources import BUILD, QT_FOLDERS, files

TARGET = BUILD / "qml"
METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"
FOREIGN = ("qt6core", "qt6gui", "qt6qml", "qt6quick")
"""Qt's own libraries whose types ours derive from or mention."""

_IMPORT_NAME = re.compile(r'^QML_IMPORT_NAME = "([\w.]+)"$', re.M)
# What Python calls a type, and what QML calls it. The dumper translates str only.
_TYPES = {"float": "double", "list": "QVariantList", "dict": "QVariantMap", "object": "QVariant"}


def modules(folders: tuple[str, ...] = QT_FOLDERS) -> dict[str, list[Path]]:
    """The Python files of each QML module, by its name."""
    found: dict[str, list[Path]] = defaultdict(list)
    for file in files(folders, ".py"):
        match = _IMPORT_NAME.search(file.read_text(encoding="utf-8"))
        if match:
            found[match[1]].append(file)
    return dict(found)


def generate(found: Mapping[str, list[Path]], target: Path = TARGET) -> Path:
    """Describe those modules in `target`, which is made anew; gives the import path."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    context = metaobjectdump.VisitorContext()  # type: ignore[no-untyped-call]  # Qt's own tool
    sources = [source for group in found.values() for source in group]
    for source in sources:  # first only to learn who is a QObject, for heirs that are read before their bases
        _classes(source, context)
    dumps = {name: _dump(name, group, context, target) for name, group in found.items()}
    for name, dump in dumps.items():
        others = [other for other_name, other in dumps.items() if other_name != name]
        folder = target / Path(*name.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        _register(name, dump, others, folder / "plugins.qmltypes")
        needs = ["QtQuick", *(other for other in dumps if other != name and other == "Branchline.Core")]
        lines = [f"module {name}", "typeinfo plugins.qmltypes", *(f"depends {need}" for need in needs)]
        (folder / "qmldir").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target


class _Reader(metaobjectdump.MetaObjectDumpVisitor):
    """Qt for Python's own reader, which alone would fail on `x = Property("QVariantList", ...)`."""

    def _parse_class_variable(self, node: ast.Assign) -> None:
        call, target = node.value, node.targets[0]
        is_property = (
            isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Property"
        )
        if not is_property or not isinstance(call, ast.Call) or not isinstance(target, ast.Name):
            super()._parse_class_variable(node)
            return
        type_name = metaobjectdump._parse_pyside_type(cast("ast.Constant", call.args[0]))
        entry = self._create_property_entry(target.id, type_name, f"get_{target.id}")
        if len(call.args) > 2 or any(word.arg == "fset" for word in call.keywords):
            entry["write"] = f"set_{target.id}"
        metaobjectdump._parse_property_kwargs(call.keywords, entry)
        self._properties.append(entry)


def _classes(source: Path, context: metaobjectdump.VisitorContext) -> list[dict[str, Any]]:
    reader = _Reader(context)
    reader.visit(ast.parse(source.read_text(encoding="utf-8")))
    classes = [kind for kind in reader.json_class_list() if kind["object"]]
    for kind in classes:
        _tidy(kind)
    return classes


def _dump(name: str, sources: list[Path], context: metaobjectdump.VisitorContext, target: Path) -> Path:
    described = [
        {
            "classes": _classes(source, context),
            "outputRevision": metaobjectdump.REVISION,
            "inputFile": source.name,
        }
        for source in sources
    ]
    dump = target / f"{name}.json"
    dump.write_text(json.dumps(described), encoding="utf-8")
    return dump


def _tidy(kind: dict[str, Any]) -> None:
    for entry in kind.get("properties", []):
        entry["type"] = _TYPES.get(str(entry["type"]), entry["type"])
        # The dumper forgets `constant=True`; what never tells of a change is constant.
        entry["constant"] = "notify" not in entry
    for member in [*kind.get("slots", []), *kind.get("signals", [])]:
        member["returnType"] = _TYPES.get(str(member["returnType"]), member["returnType"])
        arguments = member["arguments"]
        for argument in arguments if isinstance(arguments, list) else []:
            argument["type"] = _TYPES.get(argument["type"], argument["type"])


def _register(name: str, dump: Path, others: list[Path], qmltypes: Path) -> None:
    foreign = [str(METATYPES / f"{library}_metatypes.json") for library in FOREIGN] + list(map(str, others))
    tool: list[str | Path] = [
        *(Path(sys.executable).parent / "pyside6-qmltyperegistrar", "--generate-qmltypes", qmltypes),
        *("-o", qmltypes.with_suffix(".cpp"), "--import-name", name, "--major-version", "1"),
        *("--minor-version", "0", "--foreign-types", ",".join(foreign), dump),
    ]
    done = subprocess.run(tool, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"qmltyperegistrar failed for {name}:\n{done.stdout}{done.stderr}")
