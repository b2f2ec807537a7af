"""The words of whole screens: the frame, what is waited for, why it is closed, since when it is stale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from branch.contract.answers.hall_answers import Notice
from branch.contract.branch_info import BranchInfo, RuleInfo
from branch.contract.times import datetime_from_text
from branch.qt.service_link import ServiceLink
from branch.qt.text import formats
from display.board import board_texts as w
from display.board.board_content import Screen, coming, missed
from display.board.board_texts import BoardTexts, Pair
from display.board.main_panel import Seen, Zone

_NOTHING = Pair("")


def texts(
    branch: BranchInfo, view: Seen, zone: Zone, words: BoardTexts, told: Iterable[Notice] = ()
) -> dict[str, object]:
    """What frames the board: the branch's name, what the hall is told, and the labels."""
    usual = branch.notices.get("board", {})
    late = words.say(w.NO_MORE_TODAY) if view.day is not None and view.phase != "open" else _NOTHING
    return {
        "branch": words.names(branch.name).as_map(),
        "zone": _joined(zone.names(branch), words).as_map(),
        "notice": _joined([*(one["text"] for one in told), usual], words).as_map(),
        "noticeLabel": words.say(w.NOTICE).as_map(),
        "ahead": words.say(w.AHEAD_OF_NEW).as_map(),
        "late": late.as_map(),
        "rule": fairness(branch.rule, words).as_map(),
        "nextLabel": words.say(w.NEXT).as_map(),
        "next": "   ".join(coming(view)),
        "missedLabel": words.say(w.MISSED).as_map(),
        "missed": "   ".join(missed(view)),
    }


def fairness(rule: RuleInfo, words: BoardTexts) -> Pair:
    """Who goes first, in one sentence that the branch keeps; empty if there is no such promise."""
    if rule.name == "first-come":
        return words.say(w.FAIR_ORDER)
    if rule.name == "accumulating-priority":
        said = words.say(w.FAIR_RATE_PROMISE if rule.most_passes else w.FAIR_RATE)
        return said.arg(str(rule.most_passes)) if rule.most_passes else said
    if rule.most_passes:
        return words.say(w.FAIR_PROMISE).arg(str(rule.most_passes))
    if rule.name == "longest-wait" and rule.cap_s >= 60:
        return words.say(w.FAIR_CAP).arg(str(rule.cap_s // 60))
    return _NOTHING


def _joined(texts: Iterable[Mapping[str, str]], words: BoardTexts) -> Pair:
    """One after the other in one line, the newest word of the manager before the branch's usual one."""
    pairs = [words.names(text) for text in texts if text]
    mains, seconds = (pair.main for pair in pairs), (pair.second for pair in pairs)
    return Pair(" · ".join(filter(None, mains)), " · ".join(filter(None, seconds)))


def message(screen: Screen, link: ServiceLink, zone: Zone, words: BoardTexts) -> dict[str, object]:
    """What a screen without calls says: an icon, a title, a hint, and perhaps a time that matters."""
    if screen == "elsewhere":
        return _message("offline", words.say(w.NOT_HERE).arg(", ".join(zone.services)))
    if screen == "waiting":
        state = str(link.state)
        title = words.say(w.WAITS.get(state, w.WAITS["connecting"]))
        return _message("offline" if state == "refused" else "clock", title, hint=Pair(str(link.detail)))
    view = link.view
    at = formats.clock(datetime_from_text(view.opens_at)) if view.opens_at else ""
    if view.phase == "opening-soon":
        return _message("clock", words.say(w.WELCOME), label=words.say(w.OPENS_AT), at=at)
    if view.phase == "break":
        return _message("clock", words.say(w.ON_BREAK), label=words.say(w.BACK_AT), at=at)
    return _message("clock", words.say(w.CLOSED), hint=words.say(w.THANK_YOU))


def stale_text(state: str, since: str, words: BoardTexts) -> dict[str, str]:
    """Since when the board is not up to date; empty texts while it is."""
    if not since:
        return _NOTHING.as_map()
    return words.say(w.STALE_REFUSED if state == "refused" else w.STALE).arg(since).as_map()


def _message(
    icon: str, title: Pair, *, hint: Pair = _NOTHING, label: Pair = _NOTHING, at: str = ""
) -> dict[str, object]:
    return {
        "icon": icon,
        "title": title.as_map(),
        "hint": hint.as_map(),
        "label": label.as_map(),
        "at": at,
    }
