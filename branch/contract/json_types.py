"""The plain types of which JSON is made, and the ones that every topic uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
"""Any JSON value."""

JsonObject = Mapping[str, Json]

Names = Mapping[str, str]
"""A text by language."""
