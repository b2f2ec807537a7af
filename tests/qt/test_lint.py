"""The house's own lint: finds what it says it finds, and knows our Python types in QML."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import house_rules, lint, qmltypes, slots

BREACHES = {
    "branch/a.py": "x = 1  # noqa\n",
    "branch/b.py": "x: int = ''  # type: ignore\n",
    "kiosk/c.py": "engine.rootContext().setContextProperty('a', b)\n",
    "kiosk/d.py": "import time\ntime.sleep(1)\n",
    "counter/e.py": "print('hello')\n",
    "branch/f.py": "try:\n    go()\nexcept Exception:\n    pass\n",
    "display/g.py": "item.window()\n",
    "branch/domain/h.py": "now = datetime.now(UTC)\n",
    "branch/i.py": "x = '/home/me/file'\n",
    "kiosk/qml/J.qml": "Text { text: Qt.formatTime(now) }\n",
    "kiosk/qml/K.qml": 'Rectangle { color: "#FF00FF" }\n',
    "kiosk/qml/L.qml": "import QtQuick.Effects\n",
    "kiosk/qml/M.qml": "Item { Component.onCompleted: console.log(1) }\n",
    "branch/n.py": "x = 1\n" * 500,
}
FINE = {
    "branch/ok.py": "x = 1  # noqa: S603  # our own tool\ny = ''  # type: ignore[assignment]  # why\n",
    "branch/cli/say.py": "print('hello')\n",
    "branch/service/wait.py": "import time\ntime.sleep(1)\nnow = time.time()\n",
    "kiosk/qml/Ok.qml": "Rectangle { color: Theme.ink }\n",
}


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_found_where_it_is(tmp_path: Path, name: str) -> None:
    for path, text in ({name: BREACHES[name]} | FINE).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (found,) = house_rules.breaches(root=tmp_path)
    assert found.startswith(f"{name}:")


CONTROLLER = """
QML_IMPORT_NAME = "Sample.Core"
QML_IMPORT_MAJOR_VERSION = 1

@QmlElement
@QmlUncreatable("made by the app")
class Heir(Base):
    services = Property("QVariantList", _services, notify=changed)
    queue = Property(KeyedListModel, fget=_queue, constant=True)

    @Property(float, notify=changed)
    def share(self): ...

    @Slot(str, result=bool)
    def choose(self, service): ...

class Base(QObject):
    changed = Signal()
"""

SCREEN = """import QtQuick
import Sample.Core
Item {
    id: root
    required property Heir heir
    property string first: root.heir.services[0].name
    property real share: root.heir.share
    property int count: root.heir.queue.count
    Component.onCompleted: root.heir.choose("A") ? root.heir.changed() : undefined
    %s
}
"""


@pytest.mark.parametrize(
    ("extra", "ok"),
    [("", True), ("property int x: root.heir.missing", False), ("property int y: heir.share", False)],
)
def test_qmllint_knows_python_types(tmp_path: Path, extra: str, ok: bool) -> None:
    source = tmp_path / "controller.py"
    source.write_text(CONTROLLER, encoding="utf-8")
    screen = tmp_path / "Screen.qml"
    screen.write_text(SCREEN % extra, encoding="utf-8")
    types = qmltypes.generate(qmltypes.modules() | {"Sample.Core": [source]}, tmp_path / "types")
    passed, said = lint.run("pyside6-qmllint", "-W", "0", "-I", str(types), str(screen))
    assert passed is ok, said


def test_a_plain_method_that_is_connected_is_found(tmp_path: Path) -> None:
    source = tmp_path / "kiosk" / "part.py"
    source.parent.mkdir()
    source.write_text(
        "class Part(QObject):\n"
        "    def __init__(self, other):\n"
        "        other.changed.connect(self.plain)\n"
        "        other.changed.connect(self.declared)\n"
        "        other.changed.connect(self.changed)\n"
        "    def plain(self): ...\n"
        "    @Slot()\n"
        "    def declared(self): ...\n",
        encoding="utf-8",
    )
    (found,) = slots.undeclared(tmp_path)
    assert found.startswith("kiosk/part.py:3: plain is connected")


def test_two_types_of_one_name_are_found(tmp_path: Path) -> None:
    for app in ("kiosk", "counter"):
        source = tmp_path / app / "part.py"
        source.parent.mkdir()
        source.write_text("@QmlElement\nclass Part(QObject): ...\n\nclass Other: ...\n", encoding="utf-8")
    (found,) = slots.namesakes(tmp_path)
    assert "Part is a type of" in found


def test_a_step_that_cannot_start_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(lint.STEPS, "gone", lambda: lint.run("no-such-tool"))
    result = lint.attempt("gone")
    assert not result.ok
    assert "no-such-tool" in result.found
