"""What a row says of an alert: which device or counter asks, and for what."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from branch.contract.answers.hall_answers import Alert
from branch.contract.branch_info import BranchInfo
from branch.qt.text.languages import Languages
from counter.shell.counter_texts import say

WORDS: Mapping[str, str] = {
    "lobby-manager": str(QT_TRANSLATE_NOOP("Counter", "%1 asks for the lobby manager")),
    "unprinted": str(QT_TRANSLATE_NOOP("Counter", "%1: number %2 did not come out on paper")),
    "printer": str(QT_TRANSLATE_NOOP("Counter", "%1: the printer does not print")),
    "paper-low": str(QT_TRANSLATE_NOOP("Counter", "%1: the paper is near its end")),
    "not-handed-in": str(QT_TRANSLATE_NOOP("Counter", "%1: %2 needs a new number")),
    "sound": str(QT_TRANSLATE_NOOP("Counter", "%1: no sound")),
    "sign": str(QT_TRANSLATE_NOOP("Counter", "%1: a sign does not answer")),
    "clock": str(QT_TRANSLATE_NOOP("Counter", "%1: the clock is wrong")),
    "scanner": str(QT_TRANSLATE_NOOP("Counter", "%1: the scanner does not read")),
}
CAUSES: Mapping[tuple[str, str], str] = {
    ("printer", "paper-out"): str(QT_TRANSLATE_NOOP("Counter", "%1: the printer has no paper")),
    ("printer", "cover-open"): str(QT_TRANSLATE_NOOP("Counter", "%1: the cover of the printer is open")),
    ("unprinted", ""): str(QT_TRANSLATE_NOOP("Counter", "%1: a number did not come out on paper")),
    ("not-handed-in", ""): str(QT_TRANSLATE_NOOP("Counter", "%1: numbers have not been handed in")),
    ("printer", "offline"): str(QT_TRANSLATE_NOOP("Counter", "%1: the printer does not answer")),
}
"""What is said where the cause is known, by kind and detail."""

OTHER = str(QT_TRANSLATE_NOOP("Counter", "%1: %2"))
COUNTER = str(QT_TRANSLATE_NOOP("Counter", "Counter %1"))
SERVICE = str(QT_TRANSLATE_NOOP("Counter", "Branch service"))

SERVICE_SOURCE = "service"


def words_of(languages: Languages, branch: BranchInfo, alert: Alert) -> str:
    """Who asks for what."""
    kind, detail = alert["kind"], alert["detail"] or ""
    source = CAUSES.get((kind, detail)) or WORDS.get(kind)
    if kind == "not-handed-in":
        detail = detail.partition(":")[0]  # the code after it is for the log
    return say(languages, source or OTHER, place_of(languages, branch, alert), detail if source else kind)


def place_of(languages: Languages, branch: BranchInfo, alert: Alert) -> str:
    """The counter, or the device as branch.toml names it, else by the name of its token."""
    if alert["counter"] is not None:
        return say(languages, COUNTER, alert["counter"])
    named = branch.devices.get(alert["source"])
    if named:
        return languages.pick(named)
    return say(languages, SERVICE) if alert["source"] == SERVICE_SOURCE else alert["source"]
