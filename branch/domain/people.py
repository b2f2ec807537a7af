"""The people who work in the branch, as it is configured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """One of the staff. ``public_name`` is what customers may read of them, by language; empty: nothing."""

    id: str
    public_name: Mapping[str, str]
