"""Keeps PySide from reading the sources of all that is imported after it.

PySide looks there for `from __feature__ import ...`, which nobody here says. It does so through `inspect`,
which keeps every line for tracebacks: 14 MB of each app, and a tenth of the time to its first frame.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401  # brings the module that is looked for below


def read_no_sources() -> None:
    """Have every module count as one that selects no feature, without a look at it."""
    # WORKAROUND: PySide 6.11 has no switch for it. Where it looks in another way, that is only slower.
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        feature.__dict__["_mod_uses_pyside"] = _selects_none


def _selects_none(_module: object) -> bool:
    return True
