"""The controllers' pure parts, without QML or a service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QGuiApplication

from branch.client.responses import Unauthorized, Unavailable, Unreachable
from branch.contract.answers.hall_answers import ServiceState
from branch.contract.branch_info import NO_BRANCH, BranchInfo
from branch.contract.refusals import Refusal
from branch.devices.printers.slip_texts import lines_of
from branch.domain.kernel.refusals import CODES
from branch.qt.text.languages import Languages
from kiosk.checkin.refusal_words import refusal_words
from kiosk.home.branch_status import LinkState, branch_status, clock_of, week
from kiosk.home.service_cards import cards
from kiosk.offline.offline_ticket import takes
from kiosk.paper.slip_from_ticket import slip_of

ANSWER: dict[str, Any] = {
    "name": {"zh": "人民路支行", "en": "Renmin Road Branch"},
    "time_zone": "Asia/Shanghai",
    "languages": ["zh", "en"],
    "services": [
        {"id": "A", "prefix": "A", "names": {"zh": "个人现金", "en": "Cash"}, "hints": {}, "segment": None},
        {
            "id": "V",
            "prefix": "V",
            "names": {"zh": "贵宾理财"},
            "hints": {"zh": "理财经理"},
            "segment": "vip",
        },
    ],
    "segments": [{"id": "ordinary", "names": {"zh": "普通"}}, {"id": "vip", "names": {"zh": "贵宾"}}],
    "hours": [[["09:00", "17:00"]]] * 5 + [[["09:00", "12:00"], ["13:30", "16:00"]], []],
    "notices": {},
}
BRANCH = BranchInfo.from_json(ANSWER)
ZONE = ZoneInfo("Asia/Shanghai")
AT_ONE = "2026-11-21T13:00:00+08:00"
NOW = 1_795_225_320_000
"""2026-11-21 09:42 in Shanghai."""


@pytest.fixture
def zh(qapp: QGuiApplication) -> Iterator[Languages]:
    """Chinese."""
    languages = Languages(current="zh")
    yield languages
    languages.stop()


@pytest.fixture
def en(qapp: QGuiApplication) -> Iterator[Languages]:
    """English."""
    languages = Languages(current="en")
    yield languages
    languages.stop()


def state(service: str = "A", **changes: Any) -> ServiceState:
    """A service as the feed tells it."""
    usual = {"id": service, "open": True, "reason": None, "waiting": 6, "ahead": 6, "counters": 1}
    usual |= {"estimate": None}
    return {**usual, **changes}  # type: ignore[typeddict-item]  # the keys are those


AT_ONCE = {"low_s": 0, "middle_s": 0, "high_s": 0}
USUAL_WAIT = {"low_s": 420, "middle_s": 700, "high_s": 1120}


@pytest.mark.parametrize(
    ("changes", "people", "wait", "trouble"),
    [
        ({"estimate": USUAL_WAIT}, "前面 6 人", "约 12 分钟 九成 19 分钟内", ""),
        ({"waiting": 0, "estimate": USUAL_WAIT}, "前面 6 人", "约 12 分钟 九成 19 分钟内", ""),
        ({"ahead": 0, "estimate": AT_ONCE}, "前面没有人", "马上叫号", ""),
        ({"ahead": 1, "estimate": AT_ONCE}, "前面 1 人", "约 1 分钟 九成 2 分钟内", ""),
        ({"counters": 0}, "前面 6 人", "暂无窗口办理", ""),
        ({"estimate": {"low_s": 540, "high_s": 840}}, "前面 6 人", "九成 14 分钟内", ""),
        ({"open": False, "reason": "系统维护"}, "", "", "暂停办理 · 系统维护"),
        ({"open": False, "reason": "  "}, "", "", "暂停办理"),
        ({"open": False, "closed_by": "hours", "opens_at": AT_ONE}, "", "", "13:00 开始办理"),
        ({"open": False, "closed_by": "hours", "opens_at": None}, "", "", "今日已结束办理"),
        ({"open": False, "closed_by": "quota", "opens_at": AT_ONE}, "", "", "13:00 起可取号"),
        ({"open": False, "closed_by": "quota", "opens_at": None}, "", "", "今日号已取完"),
    ],
)
def test_a_card(zh: Languages, changes: dict[str, Any], people: str, wait: str, trouble: str) -> None:
    card = cards(zh, BRANCH, [state(**changes)], live=True)[0]
    assert " ".join(filter(None, card.people)) == people
    assert " ".join(filter(None, [*card.wait, card.within])) == wait
    assert card.trouble == trouble
    assert card.usable is not bool(trouble)
    assert card.spoken.startswith("个人现金")


def test_a_kiosk_alone_keeps_the_hours_of_a_service() -> None:
    own = {**ANSWER["services"][0], "hours": [[["13:00", "17:00"]]] * 7}
    alone = BranchInfo.from_json({**ANSWER, "services": [own, ANSWER["services"][1]]})
    assert not takes(alone, "A", NOW)
    assert takes(alone, "V", NOW)
    assert takes(alone, "A", NOW + 4 * 3_600_000)


def test_a_stale_card_says_nothing_that_may_be_wrong(zh: Languages) -> None:
    (card, _) = cards(zh, BRANCH, [state(), state("V")], live=False)
    assert (card.people, card.wait, card.within, card.usable) == ([], [], "", False)


def test_few_leaves_out_who_has_customers_of_its_own(zh: Languages) -> None:
    assert [card.id for card in cards(zh, BRANCH, [state(), state("V")], live=True, few=True)] == ["A"]
    assert [card.gold for card in cards(zh, BRANCH, [state(), state("V")], live=True)] == [False, True]


def test_a_service_the_feed_does_not_tell_of(zh: Languages) -> None:
    assert not cards(zh, BRANCH, [], live=True)[0].usable


def test_nothing_at_all_yet(zh: Languages) -> None:
    assert cards(zh, NO_BRANCH, [], live=False) == []
    first = branch_status(zh, LinkState("asking"), NO_BRANCH, ("closed", None, None), NOW)
    assert (first.availability, first.waiting_for, first.waiting_how) == ("waiting", "正在连接网点服务", "")


@pytest.mark.parametrize(
    ("link", "said", "icon"),
    [
        (LinkState("searching"), "正在寻找网点服务", "clock"),
        (LinkState("several", "东门, 西门"), "找到了多个网点", "warning"),
        (LinkState("refused", "http://x:1"), "本机尚未获得授权", "warning"),
        (LinkState("refused", "http://x:1", known=True), "本机尚未获得授权", "warning"),
        (LinkState("connecting", "http://x:1"), "正在连接网点服务", "clock"),
    ],
)
def test_what_is_waited_for(zh: Languages, link: LinkState, said: str, icon: str) -> None:
    seen = branch_status(zh, link, BRANCH, ("open", None, None), NOW)
    assert (seen.availability, seen.waiting_for, seen.waiting_icon) == ("waiting", said, icon)
    assert "%1" not in seen.waiting_how
    assert link.detail in seen.waiting_how


def test_our_own_service(en: Languages) -> None:
    link = LinkState("connecting", "http://127.0.0.1:8750")
    coming = branch_status(en, link, NO_BRANCH, ("closed", None, None), NOW, child="")
    assert coming.waiting_for == "The branch service is starting"
    failing = branch_status(
        en, link, NO_BRANCH, ("closed", None, None), NOW, child="branch.toml: [hours] is missing"
    )
    assert failing.waiting_for == "The branch service does not start"
    assert failing.waiting_how == "branch.toml: [hours] is missing"


def test_the_header_has_the_branch_time(zh: Languages) -> None:
    seen = branch_status(
        zh, LinkState("live", known=True), BRANCH, ("open", None, "2026-11-21T09:00:00+00:00"), NOW
    )
    assert seen.time_line == "周六 11月21日 · 09:42 · 营业至 17:00"
    assert (seen.availability, seen.lost, seen.name) == ("open", False, "人民路支行")


def test_lost_keeps_what_was(en: Languages) -> None:
    seen = branch_status(en, LinkState("lost", known=True), BRANCH, ("open", None, None), NOW)
    assert (seen.availability, seen.lost) == ("open", True)


def test_the_week(zh: Languages) -> None:
    assert week(zh, BRANCH.hours) == [
        ("周一至周五", "09:00–17:00"),
        ("周六", "09:00–12:00   13:30–16:00"),
        ("周日", "休息"),
    ]


def test_a_clock_in_another_offset() -> None:
    assert clock_of("2026-11-21T06:00:00.000+00:00", ZoneInfo("Asia/Shanghai")) == "14:00"


@pytest.mark.parametrize("code", CODES)
def test_every_refusal_is_said_in_both_languages(zh: Languages, code: str) -> None:
    """Also by an older service, which tells no facts with it."""
    error = Refusal(code, "")
    said = refusal_words(zh, error, ZONE)
    zh.use("en")
    assert all(said)
    assert all("%1" not in text for text in said)
    again = refusal_words(zh, error, ZONE)
    assert again[0]
    assert again[1] != said[1]


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        (
            "appointment-too-early",
            {"service": "A", "starts_at": "2026-11-21T14:00:00+08:00", "check_in_from": AT_ONE},
            "Your appointment is at 14:00. It is too early to check in.",
        ),
        (
            "appointment-too-late",
            {"service": "A", "starts_at": AT_ONE, "check_in_until": AT_ONE},
            "Your appointment was at 13:00: it is too late to check in.",
        ),
        (
            "appointment-wrong-day",
            {"service": "A", "starts_at": AT_ONE, "check_in_from": AT_ONE},
            "Your appointment is on another day: Sat 21 Nov 13:00.",
        ),
        (
            "appointment-used",
            {"service": "A", "starts_at": AT_ONE, "number": "A007"},
            "You have checked in already: your number is A007.",
        ),
        (
            "service-closed",
            {"service": "A", "closed_by": "hours", "reason": None, "opens_at": AT_ONE},
            "This service opens at 13:00.",
        ),
        (
            "quota-reached",
            {"service": "A", "closed_by": "quota", "opens_at": AT_ONE},
            "All numbers for now have been given. There are more at 13:00.",
        ),
    ],
)
def test_a_refusal_is_said_with_its_facts(en: Languages, code: str, facts: dict[str, Any], said: str) -> None:
    assert refusal_words(en, Refusal(code, "", facts), ZONE)[0] == said
    nothing = dict.fromkeys(facts)
    assert refusal_words(en, Refusal(code, "", nothing), ZONE)[0] not in ("", said)


@pytest.mark.parametrize("error", [Unavailable("storage-full", ""), Unauthorized("")])
def test_a_service_that_cannot_says_nothing_of_disks(
    zh: Languages, error: Unavailable | Unauthorized
) -> None:
    assert refusal_words(zh, error, ZONE) == ("目前暂时无法取号", "请联系大堂工作人员，为您人工取号")


def test_silence_leaves_it_open(zh: Languages) -> None:
    assert refusal_words(zh, Unreachable(""), ZONE)[0] == "网点服务没有响应"


def test_a_slip(zh: Languages) -> None:
    ticket: Any = {
        "number": "V001",
        "service": "V",
        "segment": "vip",
        "language": "en",
        "issued_at": "2026-11-21T01:42:00.000+00:00",
        "ahead": 2,
        "estimate": {**USUAL_WAIT, "high_at": "2026-11-21T10:00:40.000+08:00"},
        "url": "http://x/t/1",
    }
    slip = slip_of(ticket, BRANCH, zh)
    assert (slip.branch, slip.language, slip.segment) == ("Renmin Road Branch", "en", "贵宾")
    assert slip.wait is not None
    assert (slip.wait.ahead, slip.wait.middle_s, slip.wait.top_s) == (2, 700, 1120)
    assert lines_of(slip).wait[-1] == "9 in 10 are called by *10:01*"
    assert slip.issued_at.hour == 9
    ticket |= {"estimate": None, "segment": "ordinary"}
    assert slip_of(ticket, BRANCH, zh).segment is None


def test_a_slip_says_that_closing_may_come_first(en: Languages) -> None:
    ticket: Any = {
        "number": "A001",
        "service": "A",
        "segment": "ordinary",
        "language": "en",
        "issued_at": "2026-11-21T01:42:00.000+00:00",
        "ahead": 2,
        "estimate": None,
        "url": "http://x/t/1",
        "doubtful": True,
    }
    assert lines_of(slip_of(ticket, BRANCH, en)).wait[-1] == "*Closing soon: you may not be served today*"
    ticket["doubtful"] = False
    assert lines_of(slip_of(ticket, BRANCH, en)).wait[-1] == "wait not known yet"


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "请备好：身份证、手机"), ("en", "Please have ready: ID card, Phone")]
)
def test_a_slip_says_what_to_have_ready(zh: Languages, language: str, said: str) -> None:
    papers = {"zh": ["身份证", "手机"], "en": ["ID card", "Phone"]}
    service = {**ANSWER["services"][0], "documents": papers}
    ticket: Any = {
        "number": "A001",
        "service": "A",
        "segment": "ordinary",
        "language": language,
        "issued_at": "2026-11-21T01:42:00.000+00:00",
        "ahead": 2,
        "estimate": None,
        "url": "http://x/t/1",
    }
    assert lines_of(slip_of(ticket, BranchInfo.from_json({**ANSWER, "services": [service]}), zh)).footer == (
        said,
    )
    assert lines_of(slip_of(ticket, BRANCH, zh)).footer == ()
