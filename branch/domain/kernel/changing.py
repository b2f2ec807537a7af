"""`replace` for the frozen parts of the hall: `dataclasses.replace` in less than half of its time.

That one reads every field by name and hands them all to ``__init__`` by keyword; here the slots are copied.
Each action changes a ticket and a counter several times, and a start does so for all actions of the day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import replace as replace  # a checker knows the arguments of this one
else:
    T = TypeVar("T")

    def replace(original: T, /, **changes: object) -> T:
        """Copy a frozen dataclass that has slots and no ``__post_init__``, with other values for some
        fields; raises KeyError for a field that is none."""
        values, setters = _slots(type(original))
        changed = object.__new__(type(original))
        for put, value in zip(setters.values(), values(original), strict=True):
            put(changed, value)
        for name, value in changes.items():
            setters[name](changed, value)
        return changed


Setter = Callable[[object, object], None]


@cache
def _slots(kind: type) -> tuple[Callable[[object], Any], dict[str, Setter]]:
    """How the values of that class are read all at once, and how each is put into a new object."""
    names = [field.name for field in fields(kind)]
    assert len(names) > 1 and not hasattr(kind, "__post_init__"), kind  # noqa: S101, PT018
    return attrgetter(*names), {name: getattr(kind, name).__set__ for name in names}
