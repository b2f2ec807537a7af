"""Shortly before closing the kiosk says so before it gives a number, on the number, or gives none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from branch.client.calls.service_api import Api
from branch.contract.refusals import Refusal
from tests.harness.branch import RunningService, running_service, sample_config
from tests.harness.clocks import HandClock
from tests.harness.hall import asking, open_counters
from tests.harness.waiting import until
from tests.kiosk.conftest import Show
from tests.kiosk.test_everyone_can_use_it import check

EVENING = "2026-11-21T16:40:00+08:00"
SOON = "临近结束营业，今天可能来不及为您办理"


def rule(closing: str) -> Callable[[str], str]:
    """The sample branch under that rule."""
    return lambda text: text.replace('closing = "off"', f'closing = "{closing}"')


def fill(service: RunningService, people: int) -> None:
    """One customer at counter 1, and so many more who want service A, or as many as are taken."""
    with asking(service, "kiosk") as api, asking(service, "counter") as counter:
        api.issue("A")
        counter.next(1)
        for _ in range(people):
            api.issue("A")


def fill_up(api: Api) -> None:
    """People for A until one is refused."""
    code = ""
    for _ in range(40):
        try:
            api.issue("A")
        except Refusal as refused:
            code = refused.code
            break
    assert code == "closing-too-soon"


def test_it_is_said_before_and_with_the_number(tmp_path: Path, show: Show) -> None:
    with running_service(tmp_path, sample_config(edit=rule("warn")), HandClock(EVENING)) as service:
        open_counters(service, 1)
        fill(service, 4)
        screen = show(service)
        screen.at_home()
        until(lambda: any(state.get("closing") for state in screen.kiosk.link.view.services))
        screen.tap("service-A")
        screen.wait("briefScreen")
        assert SOON in screen.said()
        check(screen)
        screen.tap("briefConfirm")
        screen.wait("thanksNumber", "A006")
        assert screen.text("thanksClosing") == SOON


def test_too_late_is_said_on_the_card_but_who_goes_first_may_come(tmp_path: Path, show: Show) -> None:
    with running_service(tmp_path, sample_config(edit=rule("refuse")), HandClock(EVENING)) as service:
        open_counters(service, 1)
        fill(service, 1)
        with asking(service, "kiosk") as api:
            fill_up(api)
        screen = show(service)
        screen.at_home()
        until(lambda: "今天已来不及办理" in screen.said())
        screen.kiosk.visit.go_on("A", [])
        screen.wait("refusedText", "距结束营业时间不足，已来不及办理")
        screen.kiosk.visit.goHome()
        screen.at_home()
        screen.tap("togglePriority")
        screen.tap("service-A")
        screen.tap("briefConfirm")
        screen.wait("thanksScreen")
