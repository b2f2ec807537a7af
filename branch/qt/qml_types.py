"""`QmlUncreatable` with a type: PySide6's stubs say it cannot be called.

from PySide6.QtQml import QmlElement
from branch.qt.qml_types import QmlUncreatable
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from PySide6 import QtQml

T = TypeVar("T")
_uncreatable = cast("Any", QtQml.QmlUncreatable)


def QmlUncreatable(reason: str) -> Callable[[type[T]], type[T]]:
    """Mark a type that QML may name but not make; QML says the reason to who tries."""
    return cast("Callable[[type[T]], type[T]]", _uncreatable(reason))
