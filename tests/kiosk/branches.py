"""Branches with more to choose from than the sample has, as changes to its branch.toml."""

from __future__ import annotations

FIRST = '[[services]]\nid = "A"\n'

GROUPS = {
    "personal": ("个人业务", "Personal banking", "现金 · 银行卡 · 外汇", "Cash, cards, currency", ""),
    "cards": (
        "银行卡",
        "Cards and online banking",
        "开卡 · 挂失 · 网银",
        "Open, report loss, online",
        "personal",
    ),
    "business": ("对公业务", "Business banking", "结算 · 票据 · 开户", "Settlement, bills, accounts", ""),
    "loans": ("贷款", "Loans and mortgages", "房贷 · 消费贷 · 还款", "Mortgages, loans, repayment", ""),
}
"""Four of them on two levels: names, hints and the group each stands in."""

SERVICES = {
    "A": ("个人现金", "Cash deposits and withdrawals", "personal"),
    "F": ("外币兑换", "Foreign currency exchange", "personal"),
    "G": ("大额取现", "Large withdrawals by appointment", "personal"),
    "B": ("开卡换卡", "New and replacement cards", "cards"),
    "D": ("挂失解挂", "Report a lost or stolen card", "cards"),
    "H": ("手机银行", "Mobile and online banking", "cards"),
    "J": ("社保卡", "Social security cards", "cards"),
    "C": ("对公结算", "Settlement and transfers", "business"),
    "K": ("票据业务", "Bills, drafts and cheques", "business"),
    "L": ("对公开户", "Business account opening and changes", "business"),
    "M": ("住房贷款", "Home loans and mortgages", "loans"),
    "N": ("消费贷款", "Consumer loans", "loans"),
    "P": ("还款咨询", "Repayment and early settlement", "loans"),
    "V": ("贵宾理财", "Wealth management", ""),
}
"""Fourteen, one of them in no group."""


def groups_toml() -> str:
    """The sections [[groups]]."""
    text = ""
    for name, (zh, en, zh_hint, en_hint, above) in GROUPS.items():
        text += f'[[groups]]\nid = "{name}"\nnames = {{ zh = "{zh}", en = "{en}" }}\n'
        text += f'hints = {{ zh = "{zh_hint}", en = "{en_hint}" }}\n'
        text += f'group = "{above}"\n' if above else ""
    return text


def with_groups(sample: str) -> str:
    """The sample's text with fourteen services in four groups instead of its own."""
    begin, end = sample.index(FIRST), sample.index("[[counters]]")
    text = groups_toml()
    for name, (zh, en, group) in SERVICES.items():
        text += f'[[services]]\nid = "{name}"\nprefix = "{name}"\nnames = {{ zh = "{zh}", en = "{en}" }}\n'
        text += f'group = "{group}"\n' if group else ""
        text += 'segment = "vip"\n' if name == "V" else ""
    changed = sample[:begin] + text + sample[end:]
    every = ", ".join(f'"{name}"' for name in SERVICES)
    return changed.replace('services = ["A", "B", "C"]', f"services = [{every}]")


CARD = "622588123456789"
"""What a scanner reads of a card that `with_cards` knows."""


def with_cards(sample: str) -> str:
    """The sample's text with a card that makes its holder a VIP, and one for a reason to go first."""
    reasons = 'rank = 1\nreasons = [{ id = "veteran", names = { zh = "军人优先", en = "Veteran" } }]\n'
    cards = '[[cards]]\npattern = "62258[0-9]{10,11}"\nsegment = "vip"\n'
    cards += '[[cards]]\npattern = "VET-[0-9]+"\nsegment = "priority"\nreason = "veteran"\n'
    return sample.replace("rank = 1\n", reasons).replace("[[services]]", cards + "[[services]]", 1)
