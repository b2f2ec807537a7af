"""The house rules that no other tool checks: a pattern, and why what it finds must not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.sources import ROOT, files

HOUSE = ("branch", "kiosk", "display", "counter", "assets", "tests")
SCREENS = ("branch/qt", "kiosk", "display", "counter")
EXAMPLES = ("tests/qt/test_lint.py",)
"""Files that break rules to show them."""

LONGEST = {".py": 400, ".qml": 250}


@dataclass(frozen=True)
class Rule:
    """What must not be in which files, and why."""

    pattern: str
    why: str
    folders: tuple[str, ...] = HOUSE
    suffix: str = ".py"
    but: tuple[str, ...] = ()
    """Beginnings of paths that are exempt."""


RULES = (
    Rule(r"# noqa(?!: [A-Z])", "name the rule: `# noqa: CODE  # reason`"),
    Rule(r"# type: ignore(?!\[)", "name the error that is ignored: `# type: ignore[code]  # reason`"),
    Rule(r"setContextProperty", "context properties cannot be linted; use required properties", suffix=".py"),
    Rule(
        r"\b(?:time\.sleep|qtbot\.wait)\([^\n)]*\)(?!\s*#)",
        "wait for a signal or a condition, not for a clock; a fixed wait says its reason beside it",
        folders=(*SCREENS, "tests"),
        but=("tests/bench",),
    ),
    Rule(
        r"^\s*print\(",
        "log it; only the command line speaks on stdout",
        folders=("branch", "kiosk", "display", "counter"),
        but=(
            "branch/cli",
            "branch/commands/",
            "branch/demo/demo_command",
            "branch/analytics/replay/replay_command",
            "branch/analytics/waits/waits_command",
        ),
    ),
    Rule(
        r"except(?: Exception| BaseException)?:\s*\n\s*pass\b", "an error may not vanish: handle it or log it"
    ),
    Rule(
        r"(?<!\bdriver)\.window\(\)",
        "QQuickItem.window() breaks the window's Python object; use branch.qt.driving.driver.window_of",
        folders=(*SCREENS, "tests/qt", "tests/kiosk", "tests/display", "tests/counter"),
        but=("branch/qt/driving/driver.py",),
    ),
    Rule(
        r"\b(?:datetime\.(?:now|utcnow)|date\.today|time\.(?:time|monotonic))\(",
        "the domain never reads the clock; the time is an argument",
        folders=("branch/domain",),
    ),
    Rule(r"[\"'\s(](?:/work/|/root/|/home/\w)", "no paths of one machine"),
    Rule(
        r"\bQt\.format(?:Date|Time)|\.toLocale\w*String\(|\bnew Date\(",
        "dates, times and numbers are formatted in Python (branch.qt.text.formats)",
        folders=SCREENS,
        suffix=".qml",
    ),
    Rule(
        r"\"#[0-9A-Fa-f]{3,8}\"",
        "colours are in Look.qml, where their contrast is tested",
        folders=SCREENS,
        suffix=".qml",
        but=("branch/qt/qml/Branchline/Look.qml",),
    ),
    Rule(
        r"^import QtQuick\.Effects|\bShaderEffect\b",
        "the software renderer does not draw effects",
        SCREENS,
        ".qml",
    ),
    Rule(r"\bconsole\.(?:log|debug)\(", "leftover of a search for an error", SCREENS, ".qml"),
)


def breaches(rules: tuple[Rule, ...] = RULES, root: Path = ROOT) -> Iterator[str]:
    """Every place that breaks a rule, as "file:line: why"."""
    for rule in rules:
        pattern = re.compile(rule.pattern, re.M)
        for file in files(rule.folders, rule.suffix, root):
            name = file.relative_to(root).as_posix()
            if name.startswith(rule.but) or name in EXAMPLES:
                continue
            text = file.read_text(encoding="utf-8")
            for match in pattern.finditer(text):
                yield f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {rule.why}"
    for suffix, most in LONGEST.items():
        for file in files(HOUSE, suffix, root):
            lines = len(file.read_text(encoding="utf-8").splitlines())
            if lines > most:
                name = file.relative_to(root).as_posix()
                yield f"{name}: {lines} lines, more than {most}: is it two things?"
