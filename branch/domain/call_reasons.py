"""Why somebody is called out of turn: what the teller chooses from, unless branch.toml has its own list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CallReason:
    """One reason: what the call's event keeps of it, and its name by language."""

    id: str
    names: Mapping[str, str]


CALL_REASONS = (
    CallReason("needs-care", {"zh": "行动不便", "en": "Needs care"}),
    CallReason("papers", {"zh": "补齐材料返回", "en": "Back with papers"}),
    CallReason("lobby", {"zh": "大堂经理安排", "en": "Lobby manager"}),
    CallReason("other", {"zh": "其他", "en": "Other"}),
)
"""Few enough to be read at one glance; each has a key of its own, 1 to 4."""
