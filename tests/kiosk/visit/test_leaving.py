"""Whoever walks away, from whatever screen, leaves nothing: the next customer finds it as in the morning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from branch.contract.refusals import Refusal
from tests.devices.scanners.playing import type_keys
from tests.harness.branch import RunningService
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.harness.window import timer
from tests.kiosk.assist.test_reasons import REASONS
from tests.kiosk.branches import CARD, with_groups
from tests.kiosk.conftest import Show, Start
from tests.kiosk.leaving import held, shown, traces, walk_away
from tests.kiosk.pictures import DeadPrinter
from tests.kiosk.stage import Screen

CARDS = '[[cards]]\npattern = "62258[0-9]{10,11}"\nsegment = "vip"\n'
PHONE = "13800138000"
Go = Callable[[Screen, RunningService], object]


def branch(sample: str) -> str:
    """A branch with every step there is: groups, reasons, papers, a phone number, four languages."""
    text = with_groups(sample).replace("rank = 1\n", REASONS)
    text = text.replace("[[counters]]", f"{CARDS}[[counters]]", 1)
    text = text.replace('languages = ["zh", "en"]', 'languages = ["zh", "en", "zh-TW", "ar"]', 1)
    text = text.replace('ask_phone = "never"', 'ask_phone = "offer"')
    return text.replace(
        'prefix = "F"', 'prefix = "F"\ndocuments = { zh = ["本人身份证"], en = ["Your ID card"] }'
    )


def _modes(screen: Screen, _: RunningService) -> None:
    screen.tap("toggleLarge")
    screen.tap("toggleReach")
    screen.tap("moreServices")


def _elderly(screen: Screen, _: RunningService) -> None:
    screen.tap("toggleElderly")
    screen.tap("allServices")
    screen.tap("moreServices")


def _group(screen: Screen, _: RunningService) -> None:
    screen.tap("group-personal")
    screen.tap("group-cards")
    screen.wait("service-J")


def _reasons(screen: Screen, _: RunningService) -> None:
    screen.tap("togglePriority")
    screen.wait("reasonSheet")


def _priority(screen: Screen, service: RunningService) -> None:
    _reasons(screen, service)
    screen.tap("reason-elderly")
    screen.wait("priorityBanner")


def _card(screen: Screen, _: RunningService) -> None:
    type_keys(screen.window, CARD)
    screen.wait("cardBanner")


def _languages(screen: Screen, _: RunningService) -> None:
    screen.tap("language-more")
    screen.tap("sheet-ar")
    screen.tap("language-more")
    screen.wait("languageSheet")


def _help(screen: Screen, _: RunningService) -> None:
    screen.tap("callManager")
    until(lambda: str(screen.kiosk.help.state) in ("told", "asking"))
    screen.wait("helpStrip")


def _brief(screen: Screen, _: RunningService) -> None:
    screen.tap("group-personal")
    screen.tap("service-F")
    screen.wait("briefScreen")


def _phone(screen: Screen, _: RunningService) -> None:
    screen.tap("group-personal")
    screen.tap("service-A")
    screen.wait("phoneScreen")
    for digit in PHONE:
        screen.tap(f"digit-{digit}")


def _ticket(screen: Screen, service: RunningService) -> None:
    _phone(screen, service)
    screen.tap("phoneConfirm")
    screen.wait("thanksScreen")


def _code(screen: Screen, _: RunningService) -> None:
    screen.tap("appointmentCard")
    for key in "K7M4QX2P":
        screen.tap(f"key-{key}")
    screen.tap("appointmentConfirm")
    screen.wait("appointmentScreen")
    until(lambda: bool(screen.kiosk.check_in.code.wrong))


def _by_phone(screen: Screen, _: RunningService) -> None:
    screen.tap("appointmentCard")
    screen.tap("byPhone")
    for digit in PHONE:
        screen.tap(f"digit-{digit}")


def _found(screen: Screen, service: RunningService) -> None:
    with asking(service, "integration") as api:
        api.book("B", "2026-11-21T09:45:00+08:00", phone=PHONE)
    _by_phone(screen, service)
    screen.tap("appointmentConfirm")
    screen.wait("appointmentsScreen")


def _too_early(screen: Screen, _: RunningService) -> None:
    early = Refusal(
        "appointment-too-early",
        "",
        {
            "service": "B",
            "starts_at": "2026-11-21T14:00:00+08:00",
            "check_in_from": "2026-11-21T13:30:00+08:00",
        },
    )
    screen.kiosk.visit.refuse(early)
    screen.wait("walkIn")


def _scanned(screen: Screen, service: RunningService) -> None:
    with asking(service, "kiosk") as api:
        type_keys(screen.window, api.issue("A")["url"])
    screen.wait("thanksScreen")


def _not_ours(screen: Screen, _: RunningService) -> None:
    type_keys(screen.window, "https://pay.example/1234567890")
    screen.wait("refusedScreen")


STATES: dict[str, Go] = {
    "home": _modes,
    "elderly": _elderly,
    "group": _group,
    "reasons": _reasons,
    "priority": _priority,
    "card": _card,
    "languages": _languages,
    "help": _help,
    "brief": _brief,
    "phone": _phone,
    "ticket": _ticket,
    "code": _code,
    "by phone": _by_phone,
    "found": _found,
    "too early": _too_early,
    "scanned": _scanned,
    "not ours": _not_ours,
}


@pytest.fixture
def service(start: Start) -> RunningService:
    """That branch in the morning."""
    running = start(edit=branch)
    open_counters(running, 2)
    return running


def _easier(screen: Screen, name: str) -> None:
    """What most of them have touched first."""
    screen.tap("language-en")
    if name not in ("elderly", "languages"):
        screen.tap("toggleContrast")


def test_every_way_of_leaving(screen: Screen, service: RunningService) -> None:
    morning, looks = traces(screen.kiosk), shown(screen)
    for name, go in STATES.items():
        _easier(screen, name)
        go(screen, service)
        assert list(held(screen)) == [], name
        assert traces(screen.kiosk) != morning, f"{name}: there was something to leave"
        walk_away(screen)
        screen.at_home()
        left = {key: value for key, value in traces(screen.kiosk).items() if value != morning[key]}
        assert left == {}, name
        assert shown(screen) == looks, name
        assert not screen.kiosk.issuer.waits


def test_a_number_without_paper_is_left_too(service: RunningService, show: Show) -> None:
    screen = show(service, printer=DeadPrinter())
    screen.at_home()
    morning, looks = traces(screen.kiosk), shown(screen)
    _easier(screen, "unprinted")
    screen.tap("group-personal")
    screen.tap("service-A")
    screen.tap("phoneSkip")
    screen.wait("printFailedScreen")
    assert list(held(screen)) == []
    walk_away(screen)
    screen.at_home()
    assert {key: value for key, value in traces(screen.kiosk).items() if value != morning[key]} == {}
    assert shown(screen) == looks


def test_whoever_walks_away_while_the_answer_is_on_its_way(screen: Screen, service: RunningService) -> None:
    """The timer of an untouched screen is over meanwhile: what the answer shows is not kept for ever."""
    kiosk = screen.kiosk
    real_ask, kiosk.link.ask = kiosk.link.ask, lambda *_, **__: None  # type: ignore[method-assign]  # none comes
    screen.tap("appointmentCard")
    for key in "K7M4QX2P":
        screen.tap(f"key-{key}")
    screen.tap("appointmentConfirm")
    assert bool(kiosk.visit.busy)
    idle = timer(kiosk, "idle")
    idle.stop()
    idle.timeout.emit()
    kiosk.link.ask = real_ask  # type: ignore[method-assign]
    kiosk.visit.refuse(Refusal("unknown-appointment", ""))
    screen.wait("appointmentScreen")
    assert list(held(screen)) == []
