"""Whether the parts of a window can be mistaken for others by the QML engine of a later one."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import Shiboken

OURS = ("branch", "kiosk", "display", "counter")


def of_their_own() -> list[str]:
    """Living objects of ours with a meta-object of their own, and its methods: see `tools.slots`."""
    found = set()
    for thing in Shiboken.getAllValidWrappers():
        kind = type(thing)
        if isinstance(thing, QObject) and kind.__module__.split(".")[0] in OURS:
            own = thing.metaObject()
            if "__METAOBJECT__" in vars(thing):
                methods = (own.method(index) for index in range(own.methodOffset(), own.methodCount()))
                found.add(f"{kind.__name__}: {', '.join(m.name().toStdString() for m in methods)}")
    return sorted(found)
