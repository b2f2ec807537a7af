"""The reasons that a branch offers unless its branch.toml has its own."""

from __future__ import annotations

from branch.domain.plan.services_offered import NamedReason, Reason

RATING_REASONS = (
    Reason("friendly", (3, 4, 5), {"zh": "态度热情", "en": "Friendly"}),
    Reason("fast", (4, 5), {"zh": "办理很快", "en": "Fast"}),
    Reason("clear", (4, 5), {"zh": "讲解清楚", "en": "Well explained"}),
    Reason("expert", (5,), {"zh": "业务熟练", "en": "Knows the job"}),
    Reason("long-wait", (1, 2, 3, 4), {"zh": "等候太久", "en": "Long wait"}),
    Reason("slow", (3,), {"zh": "办理较慢", "en": "Slow service"}),
    Reason("unfriendly", (1, 2), {"zh": "态度欠佳", "en": "Unfriendly"}),
    Reason("unclear", (1, 2, 3), {"zh": "讲解不清", "en": "Badly explained"}),
    Reason("not-solved", (1, 2), {"zh": "问题未解决", "en": "Not solved"}),
)
"""Four at most for each score: so many stand beside each other on the pad."""

CLOSE_REASONS = (
    NamedReason("maintenance", {"zh": "系统维护", "en": "System maintenance"}),
    NamedReason("nobody", {"zh": "暂无人员办理", "en": "Nobody here for it now"}),
    NamedReason("no-cash", {"zh": "现金不足", "en": "Out of cash"}),
    NamedReason("busy", {"zh": "等候人数较多", "en": "Too many waiting"}),
)

CALL_REASONS = (
    NamedReason("needs-care", {"zh": "行动不便", "en": "Needs care"}),
    NamedReason("papers", {"zh": "补齐材料返回", "en": "Back with papers"}),
    NamedReason("lobby", {"zh": "大堂经理安排", "en": "Lobby manager"}),
    NamedReason("other", {"zh": "其他", "en": "Other"}),
)
"""Few enough to be read at one glance; each has a key of its own, 1 to 4."""
