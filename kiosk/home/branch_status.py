"""What the kiosk shows of the branch as a whole: pure functions from the link's state to words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from branch.contract.answers.hall_answers import Phase
from branch.contract.branch_info import BranchInfo, DayHours
from branch.contract.times import clock_text, datetime_from_text
from branch.qt.text import formats
from branch.qt.text.languages import Languages
from kiosk.home import home_texts
from kiosk.visit.visit_texts import say

Availability = Literal["waiting", "closed", "open"]


@dataclass(frozen=True, slots=True)
class LinkState:
    """How the link to the service stands; see `branch.qt.service_link.ServiceLink`."""

    state: str
    detail: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class BranchStatus:
    """The branch in words. ``availability`` is whether there is something to show and whether it is open."""

    availability: Availability
    lost: bool = False
    name: str = ""
    time_line: str = ""
    notice: str = ""
    has_priority: bool = False
    waiting_for: str = ""
    waiting_how: str = ""
    waiting_icon: str = "clock"
    closed_title: str = ""
    closed_text: str = ""
    hours: tuple[tuple[str, str], ...] = ()
    """Days and their hours: ("Mon–Sat", "09:00–17:00")."""


def branch_status(
    languages: Languages,
    link: LinkState,
    branch: BranchInfo,
    hall: tuple[Phase, str | None, str | None],
    now: int,
    child: str | None = None,
) -> BranchStatus:
    """``hall``: phase, opens_at, closes_at. ``child``: for a service of our own, what keeps it from starting
    ("" for nothing)."""
    if not link.known or link.state == "refused":
        return _nothing_yet(languages, link, child)
    phase, opens_at, closes_at = hall
    zone = branch.zone
    here = datetime.fromtimestamp(now / 1000, zone)
    line = [formats.day(languages.code, here.date()), formats.clock(here)]
    if phase == "open" and closes_at:
        line.append(say(languages, home_texts.OPEN_UNTIL, clock_of(closes_at, zone)))
    title, text = _closed(languages, phase, clock_of(opens_at, zone) if opens_at else "")
    return BranchStatus(
        availability="open" if phase == "open" else "closed",
        lost=link.state == "lost",
        name=languages.pick(branch.name),
        time_line=" · ".join(line),
        notice=languages.pick(branch.notices.get("kiosk", {})),
        has_priority=any(
            segment.id == "priority" or any(not reason.kept for reason in segment.reasons)
            for segment in branch.offered_segments
        ),
        closed_title=title,
        closed_text=text,
        hours=tuple(week(languages, branch.hours)),
    )


def clock_of(text: str, zone: ZoneInfo) -> str:
    """The branch's wall clock at an RFC 3339 time."""
    return formats.clock(datetime_from_text(text, zone))


def week(languages: Languages, hours: Sequence[DayHours]) -> list[tuple[str, str]]:
    """The usual hours, days with the same ones together."""
    names = [formats.weekday(languages.code, number) for number in range(7)]
    shut = say(languages, home_texts.CLOSED_ALL_DAY)
    said = [_hours(day) or shut for day in hours]
    rows = []
    first = 0
    for number in range(1, len(said) + 1):
        if number == len(said) or said[number] != said[first]:
            last = number - 1
            joint = "至" if formats.is_chinese(languages.code) else formats.EN_DASH
            days = names[first] if first == last else f"{names[first]}{joint}{names[last]}"
            rows.append((days, said[first]))
            first = number
    return rows


def _hours(day: DayHours) -> str:
    return "   ".join(f"{clock_text(start)}{formats.EN_DASH}{clock_text(end)}" for start, end in day)


def _closed(languages: Languages, phase: Phase, opens: str) -> tuple[str, str]:
    if phase == "opening-soon" and opens:
        return say(languages, home_texts.SOON_TITLE, opens), say(languages, home_texts.SOON_TEXT)
    if phase == "break" and opens:
        return say(languages, home_texts.BREAK_TITLE, opens), say(languages, home_texts.BREAK_TEXT)
    return say(languages, home_texts.CLOSED_TITLE), say(languages, home_texts.CLOSED_TEXT)


def _nothing_yet(languages: Languages, link: LinkState, child: str | None) -> BranchStatus:
    title, how, icon = {
        "searching": (home_texts.SEARCHING, home_texts.SEARCHING_HOW, "clock"),
        "several": (home_texts.SEVERAL, home_texts.SEVERAL_HOW, "warning"),
        "refused": (home_texts.TOKEN_REFUSED, home_texts.TOKEN_REFUSED_HOW, "warning"),
    }.get(link.state, (home_texts.ASKING, home_texts.ASKING_WHERE if link.detail else "", "clock"))
    if child is not None and link.state != "refused":
        title, icon = (home_texts.NOT_STARTING, "warning") if child else (home_texts.STARTING, "clock")
        how = home_texts.STARTING_HOW
    detail = child or (say(languages, how, link.detail) if how else "")
    return BranchStatus(
        availability="waiting", waiting_for=say(languages, title), waiting_how=detail, waiting_icon=icon
    )
