"""Why a service takes nobody, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from branch.contract.json_types import Names


def close_reason(branch: Mapping[str, Any], reason: str | None) -> Names:
    """The names of a reason of the branch's own list (`close_reasons` of /v1/branch); a reason that is not in
    it is its own name; nothing for none."""
    if reason is None or not reason.strip():
        return {}
    known: dict[str, Names] = {one["id"]: one["names"] for one in branch.get("close_reasons", [])}
    return known.get(reason, {"en": reason.strip()})
