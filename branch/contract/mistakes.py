"""What pydantic found wrong, one mistake at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Mistake(NamedTuple):
    """One mistake: where it is (``services.1.prefix``), what is wrong there, and pydantic's word for it."""

    key: str
    what: str
    kind: str

    @property
    def line(self) -> str:
        """Key and mistake, without pydantic's preface to what a check of our own has said."""
        plain = self.what.removeprefix("Value error, ")
        return f"{self.key}: {plain}" if self.key else plain


def mistakes(errors: Iterable[Mapping[str, Any]], whole: str = "", without: str = "") -> list[Mistake]:
    """Every mistake out of the ``errors()`` of a validation error, in their order.

    ``whole`` is what stands for the key of a mistake of the whole, such as "the file"; ``without`` is a part
    of keys that says nothing to the reader.
    """
    return [
        Mistake(
            ".".join(str(part) for part in one["loc"] if part != without) or whole, one["msg"], one["type"]
        )
        for one in errors
    ]
